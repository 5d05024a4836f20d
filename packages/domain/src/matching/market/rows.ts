/** Candidates of each request: `col/cost[rowPtr[i] .. rowPtr[i+1])`. */
export interface Rows {
  rowPtr: Int32Array;
  col: Int32Array;
  cost: Int32Array;
  /**
   * Where the sorted part of each row ends. Nothing that follows costs less, in any order: rows are rarely
   * read to the end, many not at all, so each is put in order only as far as a search comes (`sortMore`).
   */
  sortedEnd: Int32Array;
}

/** Rows of which nothing is sorted yet. The arrays belong to the rows from now on: searches put them in order. */
export function lazyRows({ rowPtr, col, cost }: Pick<Rows, 'rowPtr' | 'col' | 'cost'>): Rows {
  return { rowPtr, col, cost, sortedEnd: rowPtr.slice(0, -1) };
}

/** Rows that are known to be sorted from beginning to end. */
export function sortedRows({ rowPtr, col, cost }: Pick<Rows, 'rowPtr' | 'col' | 'cost'>): Rows {
  return { rowPtr, col, cost, sortedEnd: rowPtr.slice(1) };
}

export type Edges = Pick<Rows, 'col' | 'cost'>;

/** Rows up to this length are sorted at once. */
const SHORT = 12;
/** How many of a longer row are wanted in front, and of a very long one. */
const HEAD = 8;
const LONG_HEAD = 24;
const LONG = 200;
/** More than this are never in front; the dearer half goes back. */
const MOST = 128;

/**
 * Brings the cheapest of the unsorted rest `[from, to)` of a row to its front in order; returns where they end. Nothing that
 * follows costs less. The limit between them is guessed from every other cost (in long rows from some thirty), as if
 * costs were spread evenly between the least and twice the mean; a wrong guess costs time, never the order. O(rest of the row).
 */
export function sortMore({ col, cost }: Edges, from: number, to: number): number {
  let rising = from + 1;
  while (rising < to && cost[rising]! >= cost[rising - 1]!) rising++;
  if (rising >= to) return to;
  const limit = to - from > SHORT ? guessedLimit(cost, from, to) : Infinity;
  return sortHead(col, cost, from, to, limit);
}

function guessedLimit(cost: Int32Array, from: number, to: number): number {
  const count = to - from;
  const step = count > LONG ? count >> 5 : 2;
  let least = Infinity;
  let sum = 0;
  let seen = 0;
  for (let e = from; e < to; e += step) {
    const c = cost[e]!;
    if (c < least) least = c;
    sum += c;
    seen++;
  }
  return least + Math.floor((2 * (sum / seen - least) * (count > LONG ? LONG_HEAD : HEAD)) / count);
}

/** Insertion into the sorted head at `from`; what is dearer than `limit` stays behind it in any order. */
function sortHead(col: Int32Array, cost: Int32Array, from: number, to: number, limit: number): number {
  let end = from;
  for (let e = from; e < to; e++) {
    const c = cost[e]!;
    if (c > limit) continue;
    const j = col[e]!;
    cost[e] = cost[end]!;
    col[e] = col[end]!;
    let at = end++;
    while (at > from && cost[at - 1]! > c) {
      cost[at] = cost[at - 1]!;
      col[at] = col[at - 1]!;
      at--;
    }
    cost[at] = c;
    col[at] = j;
    if (end - from === MOST) {
      end -= MOST / 2;
      limit = cost[end - 1]!;
    }
  }
  return end;
}
