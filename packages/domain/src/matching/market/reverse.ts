import type { Market } from './market.ts';

/** The market seen from the mentors: requests `req[start[j] .. end[j])` could come to mentor `j` at `cost`. */
export interface Reverse {
  start: Int32Array;
  end: Int32Array;
  req: Int32Array;
  cost: Int32Array;
  /**
   * Where the sorted part of each list ends; it rises by `cost - outside`, what the place would cost somebody who is
   * otherwise left outside, and what follows has more. Searches that come there sort more (`sortMoreOf`). Without it lists
   * are read to the end: in an open round people leave and come, and no order would last.
   */
  sortedEnd?: Int32Array;
}

/**
 * Reverse lists over the requests with `member[i] >= 0`, in the order of request numbers, nothing sorted yet; O(E).
 * After each list there is room for `slack` more and a sixteenth of it.
 */
export function reverseLists(market: Market, member: Int32Array, slack = 0): Reverse {
  const { requests, mentors, rowStart, rowEnd, col, cost } = market;
  const start = new Int32Array(mentors + 1);
  for (let i = 0; i < requests; i++) {
    if (member[i]! < 0) continue;
    for (let e = rowStart[i]!, last = rowEnd[i]!; e < last; e++) start[col[e]! + 1]!++;
  }
  for (let j = 0; j < mentors; j++) {
    const count = start[j + 1]!;
    start[j + 1] = start[j]! + count + (slack > 0 ? slack + (count >> 4) : 0);
  }
  const end = start.slice(0, mentors);
  const req = new Int32Array(start[mentors]!);
  const costs = new Int32Array(start[mentors]!);
  for (let i = 0; i < requests; i++) {
    if (member[i]! < 0) continue;
    for (let e = rowStart[i]!, last = rowEnd[i]!; e < last; e++) {
      const at = end[col[e]!]!++;
      req[at] = i;
      costs[at] = cost[e]!;
    }
  }
  return { start: start.subarray(0, mentors), end, req, cost: costs, sortedEnd: start.slice(0, mentors) };
}

/** Lists up to this length are sorted at once; of longer ones about so many come in front. */
const SHORT = 24;
const HEAD = 24;
/** More than this are not sorted by insertion. */
const FEW = 96;

/**
 * Brings the next of the list of mentor `j` in order, those with the least `cost - outside`; O(rest of the list). The limit is
 * guessed as in `sortMore` of rows. Everything is exact: costs and what it costs to stay outside are whole numbers below 2^53.
 */
export function sortMoreOf(reverse: Reverse, outside: Float64Array, j: number): void {
  const { req, cost } = reverse;
  const sortedEnd = reverse.sortedEnd!;
  const from = sortedEnd[j]!;
  const to = reverse.end[j]!;
  let least = Infinity;
  let sum = 0;
  for (let e = from; e < to; e++) {
    const key = cost[e]! - outside[req[e]!]!;
    if (key < least) least = key;
    sum += key - least;
  }
  let end = to;
  if (to - from > SHORT) {
    const limit = least + Math.floor((2 * (sum / (to - from)) * HEAD) / (to - from));
    end = from;
    for (let e = from; e < to; e++) {
      const i = req[e]!;
      const c = cost[e]!;
      if (c - outside[i]! > limit) continue;
      req[e] = req[end]!;
      cost[e] = cost[end]!;
      req[end] = i;
      cost[end++] = c;
    }
  }
  if (end - from > FEW) sortByKey(reverse, outside, from, end);
  else {
    for (let t = from + 1; t < end; t++) {
      const i = req[t]!;
      const c = cost[t]!;
      const key = c - outside[i]!;
      let at = t;
      while (at > from && cost[at - 1]! - outside[req[at - 1]!]! > key) {
        req[at] = req[at - 1]!;
        cost[at] = cost[at - 1]!;
        at--;
      }
      req[at] = i;
      cost[at] = c;
    }
  }
  sortedEnd[j] = end;
}

function sortByKey({ req, cost }: Reverse, outside: Float64Array, from: number, to: number): void {
  const entries = Array.from({ length: to - from }, (_, t) => ({ i: req[from + t]!, c: cost[from + t]! }));
  entries.sort((x, y) => x.c - outside[x.i]! - (y.c - outside[y.i]!));
  entries.forEach(({ i, c }, t) => {
    req[from + t] = i;
    cost[from + t] = c;
  });
}
