import type { Market } from './market.ts';

/** The market seen from the mentors: requests `req[start[j] .. end[j])` could come to mentor `j` at `cost`. */
export interface Reverse {
  start: Int32Array;
  end: Int32Array;
  req: Int32Array;
  cost: Int32Array;
  /** Lists rise by `cost - outside`: what the place would cost somebody who is otherwise left outside. */
  sorted: boolean;
}

/** Reverse lists over the requests with `member[i] >= 0`, in the order of request numbers; O(E). */
export function reverseLists(market: Market, member: Int32Array): Reverse {
  const { requests, mentors, rowStart, rowEnd, col, cost } = market;
  const start = new Int32Array(mentors + 1);
  for (let i = 0; i < requests; i++) {
    if (member[i]! < 0) continue;
    for (let e = rowStart[i]!; e < rowEnd[i]!; e++) start[col[e]! + 1]!++;
  }
  for (let j = 0; j < mentors; j++) start[j + 1]! += start[j]!;
  const end = start.slice(0, mentors);
  const req = new Int32Array(start[mentors]!);
  const costs = new Int32Array(start[mentors]!);
  for (let i = 0; i < requests; i++) {
    if (member[i]! < 0) continue;
    for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
      const j = col[e]!;
      const at = end[j]!++;
      req[at] = i;
      costs[at] = cost[e]!;
    }
  }
  return { start: start.subarray(0, mentors), end, req, cost: costs, sorted: false };
}

/**
 * Sorts each list by `cost - outside`; O(E log of the list length), in place. Key and position are packed into one exact
 * float, since the numeric sort of typed arrays is much quicker than one with a comparison function.
 */
export function sortReverse(market: Market, reverse: Reverse): Reverse {
  const { start, end, req, cost } = reverse;
  const { outside } = market;
  let longest = 1;
  for (let j = 0; j < start.length; j++) longest = Math.max(longest, end[j]! - start[j]!);
  const packed = new Float64Array(longest);
  const reqCopy = new Int32Array(longest);
  const costCopy = new Int32Array(longest);
  for (let j = 0; j < start.length; j++) {
    const from = start[j]!;
    const count = end[j]! - from;
    let least = Infinity;
    let most = -Infinity;
    for (let t = 0; t < count; t++) {
      const key = cost[from + t]! - outside[req[from + t]!]!;
      if (key < least) least = key;
      if (key > most) most = key;
      reqCopy[t] = req[from + t]!;
      costCopy[t] = cost[from + t]!;
    }
    if ((most - least + 1) * count > Number.MAX_SAFE_INTEGER) return reverse; // too wide to pack: scans go without pruning
    for (let t = 0; t < count; t++) packed[t] = (costCopy[t]! - outside[reqCopy[t]!]! - least) * count + t;
    const order = packed.subarray(0, count).sort();
    for (let t = 0; t < count; t++) {
      const from2 = order[t]! % count;
      req[from + t] = reqCopy[from2]!;
      cost[from + t] = costCopy[from2]!;
    }
  }
  return { ...reverse, sorted: true };
}
