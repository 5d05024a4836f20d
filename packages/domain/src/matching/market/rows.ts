/** Candidates of each request: `col/cost[rowPtr[i] .. rowPtr[i+1])`. */
export interface Rows {
  rowPtr: Int32Array;
  col: Int32Array;
  cost: Int32Array;
  /**
   * Where the sorted part of each row ends. What follows costs more than all of it and lies in any order: rows are rarely
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
/** How many of a longer row are wanted in front, and how many at least if the row is very long. */
const HEAD = 8;
const LONG_HEAD = 24;
const LONG = 200;
/** More than this are not sorted by insertion. */
const FEW = 64;

/**
 * Brings the cheapest of the unsorted rest `[from, to)` of a row to its front in order; returns where they end. All that
 * follow cost more. The limit between them is guessed as if costs were spread evenly between the least and twice the mean,
 * O(rest) then; a rest that happens to rise already is only looked through.
 */
export function sortMore({ col, cost }: Edges, from: number, to: number): number {
  const count = to - from;
  let least = cost[from]!;
  let last = least;
  let sum = 0;
  let rises = true;
  for (let e = from; e < to; e++) {
    const c = cost[e]!;
    if (c < last) rises = false;
    if (c < least) least = c;
    last = c;
    sum += c;
  }
  if (rises) return to;
  let end = to;
  if (count > SHORT) {
    const wanted = count > LONG ? LONG_HEAD : HEAD;
    const limit = least + Math.floor((2 * (sum / count - least) * wanted) / count);
    end = from;
    for (let e = from; e < to; e++) {
      const c = cost[e]!;
      if (c > limit) continue;
      const j = col[e]!;
      col[e] = col[end]!;
      cost[e] = cost[end]!;
      col[end] = j;
      cost[end++] = c;
    }
  }
  if (end - from > FEW) sortAll({ col, cost }, from, end);
  else {
    for (let t = from + 1; t < end; t++) {
      const c = cost[t]!;
      const j = col[t]!;
      let at = t;
      while (at > from && cost[at - 1]! > c) {
        cost[at] = cost[at - 1]!;
        col[at] = col[at - 1]!;
        at--;
      }
      cost[at] = c;
      col[at] = j;
    }
  }
  return end;
}

/** Sorts `[from, to)` in place: cost and position as one exact float (31 + 21 bits), since the native sort of numbers is quick. */
export function sortAll({ col, cost }: Edges, from: number, to: number): void {
  const words = Float64Array.from({ length: to - from }, (_, t) => cost[from + t]! * 2 ** 21 + t);
  words.sort();
  const cols = col.slice(from, to);
  const costs = cost.slice(from, to);
  words.forEach((word, t) => {
    const at = word % 2 ** 21;
    col[from + t] = cols[at]!;
    cost[from + t] = costs[at]!;
  });
}
