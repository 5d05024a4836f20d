import type { Reverse } from '../market/reverse.ts';

/** The array itself, or a copy with room for `length` and half as much again. */
export function grownInts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array;
  const grown = new Int32Array(Math.ceil(length * 1.5) + 16);
  grown.set(array);
  return grown;
}

/** A copy with room for more by a quarter, so that no event has to wait for the first growth. */
export function withRoom(array: Int32Array): Int32Array {
  const roomy = new Int32Array(Math.ceil(array.length * 1.25) + 1024);
  roomy.set(array);
  return roomy;
}

export function grownFloats(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array;
  const grown = new Float64Array(Math.ceil(length * 1.5) + 16);
  grown.set(array);
  return grown;
}

/**
 * Makes room for one more entry in the list of mentor `j`; a list without room moves to the end of the pool with an
 * eighth more room (never in place over others). Returns where to write and how much of the pool is used then.
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
  const wanted = used + count + (count >> 3) + 8;
  reverse.req = grownInts(reverse.req, wanted);
  reverse.cost = grownInts(reverse.cost, wanted);
  reverse.req.copyWithin(used, start, end);
  reverse.cost.copyWithin(used, start, end);
  reverse.start[j] = used;
  reverse.end[j] = used + count + 1;
  room[j] = wanted;
  return { place: used + count, used: wanted };
}
