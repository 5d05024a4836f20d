/**
 * A binary heap of (key, node) with lazy deletion: a node whose key falls is pushed again and the stale entry is
 * skipped by whoever pops it. Measured against an indexed heap and a bucket queue (docs/decisions/0005-matching-engine.md).
 */
export interface Heap {
  keys: Float64Array;
  nodes: Int32Array;
  size: number;
}

export function newHeap(room = 1024): Heap {
  return { keys: new Float64Array(room), nodes: new Int32Array(room), size: 0 };
}

export function push(heap: Heap, key: number, node: number): void {
  if (heap.size === heap.keys.length) grow(heap);
  const { keys, nodes } = heap;
  let at = heap.size++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const parentKey = keys[parent]!;
    if (parentKey <= key) break;
    keys[at] = parentKey;
    nodes[at] = nodes[parent]!;
    at = parent;
  }
  keys[at] = key;
  nodes[at] = node;
}

/** Removes the smallest entry; read `keys[0]` and `nodes[0]` before. */
export function dropTop(heap: Heap): void {
  const { keys, nodes } = heap;
  const size = --heap.size;
  if (size === 0) return;
  const key = keys[size]!;
  const node = nodes[size]!;
  let at = 0;
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
    const childKey = keys[child]!;
    if (childKey >= key) break;
    keys[at] = childKey;
    nodes[at] = nodes[child]!;
    at = child;
  }
  keys[at] = key;
  nodes[at] = node;
}

function grow(heap: Heap): void {
  const keys = new Float64Array(heap.keys.length * 2);
  const nodes = new Int32Array(heap.nodes.length * 2);
  keys.set(heap.keys);
  nodes.set(heap.nodes);
  heap.keys = keys;
  heap.nodes = nodes;
}
