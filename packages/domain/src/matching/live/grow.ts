import type { Reverse } from '../market/reverse.ts';

/** The array itself, or a copy with room for `length` and half as much again. */
export function grownInts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array;
  const grown = new Int32Array(Math.ceil(length * 1.5) + 16);
  grown.set(array);
  return grown;
}

export function grownFloats(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array;
  const grown = new Float64Array(Math.ceil(length * 1.5) + 16);
  grown.set(array);
  return grown;
}

/**
 * Makes room for one more entry in the list of mentor `j`; a list without room moves to the end of the pool with twice
 * the room (never in place over others). Returns where to write and how much of the pool is used then.
 */
export function appendEdge(
  reverse: Reverse,
  room: Int32Array,
  j: number,
  used: number,
): { place: number; used: number } {
  const start = reverse.start[j]!;
  const end = reverse.end[j]!;
  if (end < room[j]!) {
    reverse.end[j] = end + 1;
    return { place: end, used };
  }
  const count = end - start;
  const wanted = used + 2 * count + 4;
  reverse.req = grownInts(reverse.req, wanted);
  reverse.cost = grownInts(reverse.cost, wanted);
  reverse.req.copyWithin(used, start, end);
  reverse.cost.copyWithin(used, start, end);
  reverse.start[j] = used;
  reverse.end[j] = used + count + 1;
  room[j] = wanted;
  return { place: used + count, used: wanted };
}
