import type { Market } from '../market/market.ts';
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

/** The rows of a market with room after each, so that a mentor who comes finds a place in most of them. O(E). */
export function roomyRows(market: Market): Pick<Market, 'rowStart' | 'rowEnd' | 'col' | 'cost'> & {
  room: Int32Array;
  used: number;
} {
  const { requests } = market;
  const rowStart = new Int32Array(requests);
  const rowEnd = new Int32Array(requests);
  const room = new Int32Array(requests);
  let used = 0;
  for (let i = 0; i < requests; i++) {
    const count = market.rowEnd[i]! - market.rowStart[i]!;
    rowStart[i] = used;
    rowEnd[i] = used + count;
    used = room[i] = used + roomFor(count);
  }
  const col = new Int32Array(Math.ceil(used * 1.1) + 1024);
  const cost = new Int32Array(col.length);
  for (let i = 0; i < requests; i++) {
    col.set(market.col.subarray(market.rowStart[i], market.rowEnd[i]), rowStart[i]);
    cost.set(market.cost.subarray(market.rowStart[i], market.rowEnd[i]), rowStart[i]);
  }
  return { rowStart, rowEnd, col, cost, room, used };
}

/** A row of `count` with an eighth to spare. */
export function roomFor(count: number): number {
  return count + (count >> 3) + 4;
}
