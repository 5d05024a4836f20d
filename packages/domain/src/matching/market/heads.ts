/**
 * The cheapest candidates of each request in order, close together in memory: `col/cost[start .. end)` holds exactly the edges
 * of a row that cost at most `limit`. Rows are rarely read to the end, many not at all, so nothing is put in
 * order before a search comes there (`extendHead`), and the rows themselves stay as they were given.
 */
export interface Heads {
  /**
   * Four words for each request, so that a search finds them in one place of memory: start, end, limit, nothing.
   * The limit is -1 for nothing yet and `WHOLE` when all of the row is here.
   */
  span: Int32Array;
  /** The pool; `used` of it is written. A head that grows moves to the end. */
  col: Int32Array;
  cost: Int32Array;
  used: number;
}

/** The rows the heads are taken from: that of request `i` is `col/cost[rowStart[i] .. rowEnd[i])`, in any order. */
interface RowsWithHeads {
  heads: Heads;
  rowStart: Int32Array;
  rowEnd: Int32Array;
  col: Int32Array;
  cost: Int32Array;
}

export const WHOLE = 0x7fffffff;
export const START = 0;
export const END = 1;
export const LIMIT = 2;

export function newHeads(requests: number, edges: number): Heads {
  const room = Math.min(edges, requests * (HEAD + 4)) + 64;
  const span = new Int32Array(4 * requests);
  for (let i = 0; i < requests; i++) span[4 * i + LIMIT] = -1;
  return {
    span,
    col: new Int32Array(room),
    cost: new Int32Array(room),
    used: 0,
  };
}

/** Rests up to this length are taken whole. */
const SHORT = 12;
/** How many of a longer row are wanted first, and of a very long one; then as many again as there are. */
const HEAD = 8;
const LONG_HEAD = 24;
const LONG = 200;
/** When so many have come, the dearer half goes back. */
const MOST = 128;

/**
 * Adds the next cheapest edges of row `i` to its head; at least one, if any is left. How far is guessed from every other cost
 * (in long rows from some thirty) as if costs were spread evenly; a wrong guess costs time, never the order. O(row).
 */
export function extendHead({ heads, rowStart, rowEnd, col, cost }: RowsWithHeads, i: number): void {
  const from = rowStart[i]!;
  const to = rowEnd[i]!;
  const { span } = heads;
  const old = span[4 * i + START]!;
  const below = span[4 * i + LIMIT]!;
  const had = span[4 * i + END]! - old;
  makeRoom(heads, heads.used + to - from);
  const into = heads.used;
  if (had > 0) {
    heads.col.copyWithin(into, old, old + had);
    heads.cost.copyWithin(into, old, old + had);
  }
  const first = into + had;
  let limit = to - from - had > SHORT + had ? guessedLimit(cost, from, to, below, had) : WHOLE;
  let end = first;
  let most = MOST;
  const [cols, costs] = [heads.col, heads.cost];
  for (let e = from; e < to; e++) {
    const c = cost[e]!;
    if (c > limit || c <= below) continue;
    let at = end++;
    while (at > first && costs[at - 1]! > c) {
      costs[at] = costs[at - 1]!;
      cols[at] = cols[at - 1]!;
      at--;
    }
    costs[at] = c;
    cols[at] = col[e]!;
    if (end - first === most) {
      limit = costs[first + MOST / 2 - 1]!;
      while (costs[end - 1]! > limit) end--;
      most = Math.max(MOST, 2 * (end - first)); // as many may cost the same
    }
  }
  heads.used = end;
  span[4 * i + START] = into;
  span[4 * i + END] = end;
  span[4 * i + LIMIT] = end - into === to - from ? WHOLE : limit;
}

/** About the cost up to which there are as many as wanted of those above `below`. */
function guessedLimit(cost: Int32Array, from: number, to: number, below: number, had: number): number {
  const count = to - from;
  const step = count > LONG ? count >> 5 : 2;
  let least = WHOLE;
  let sum = 0;
  let seen = 0;
  for (let e = from; e < to; e += step) {
    const c = cost[e]!;
    if (c <= below) continue;
    if (c < least) least = c;
    sum += c;
    seen++;
  }
  if (seen === 0) return WHOLE;
  const share = Math.max(count > LONG ? LONG_HEAD : HEAD, had) / (seen * step);
  return Math.min(WHOLE - 1, least + Math.floor(2 * (sum / seen - least) * share));
}

/** Grows the pool to hold `room` entries, and half as many more. */
export function makeRoom(heads: Heads, room: number): void {
  if (room <= heads.col.length) return;
  const grown = new Int32Array(Math.ceil(room * 1.5));
  grown.set(heads.col);
  heads.col = grown;
  const costs = new Int32Array(grown.length);
  costs.set(heads.cost);
  heads.cost = costs;
}

/** The row has become another one. */
export function forgetHead({ heads, rowStart, rowEnd }: RowsWithHeads, i: number): void {
  heads.span[4 * i + START] = heads.span[4 * i + END] = heads.used;
  heads.span[4 * i + LIMIT] = rowStart[i] === rowEnd[i] ? WHOLE : -1;
}

/** A copy to come back to; the pool is only appended to and needs none. */
export function markHeads(heads: Heads): Heads {
  return { ...heads, span: heads.span.slice() };
}
