/** Candidates of each request: `col/cost[rowPtr[i] .. rowPtr[i+1])`. */
export interface Rows {
  rowPtr: Int32Array;
  col: Int32Array;
  cost: Int32Array;
}

/**
 * Sorts every row by cost, ties by mentor number; returns new arrays. `bounds` are upper limits (exclusive) of the
 * numbers found in `cost` and `col`. Long rows of small costs: counting sort, O(row + costs). Short rows: insertion
 * into words that carry cost and mentor together. Costs too wide for one word (mutual choice): exact floats, native sort.
 */
export function sortRows({ rowPtr, col, cost }: Rows, bounds: { cost: number; mentors: number }): Rows {
  const sorted: Rows = { rowPtr, col: new Int32Array(col.length), cost: new Int32Array(cost.length) };
  const bits = 32 - Math.clz32(Math.max(1, bounds.mentors - 1));
  const narrow = bounds.cost * 2 ** bits <= 0x7fffffff;
  let longest = 0;
  for (let i = 0; i + 1 < rowPtr.length; i++) longest = Math.max(longest, rowPtr[i + 1]! - rowPtr[i]!);
  const words = narrow ? new Int32Array(Math.min(longest, 64)) : new Int32Array(0);
  const wide = new Float64Array(longest);
  const counts = new Int32Array(bounds.cost <= 4096 ? bounds.cost + 1 : 0);
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    const from = rowPtr[i]!;
    const to = rowPtr[i + 1]!;
    if (counts.length > 0 && (to - from) * 8 > counts.length) sortByCounting(sorted, { col, cost }, from, to, counts);
    else if (narrow && to - from <= 64) sortByInsertion(sorted, { col, cost }, from, to, words, bits);
    else sortWide(sorted, { col, cost }, from, to, wide, 2 ** bits);
  }
  return sorted;
}

type Edges = { col: Int32Array; cost: Int32Array };

function sortByCounting(into: Edges, edges: Edges, from: number, to: number, counts: Int32Array): void {
  const { col, cost } = edges;
  counts.fill(0);
  for (let e = from; e < to; e++) counts[cost[e]! + 1]!++;
  let at = from;
  for (let c = 0; c < counts.length; c++) {
    at += counts[c]!;
    counts[c] = at;
  }
  for (let e = from; e < to; e++) {
    const place = counts[cost[e]!]!++;
    into.col[place] = col[e]!;
    into.cost[place] = cost[e]!;
  }
}

function sortByInsertion(into: Edges, edges: Edges, from: number, to: number, words: Int32Array, bits: number): void {
  const { col, cost } = edges;
  const count = to - from;
  for (let t = 0; t < count; t++) {
    const word = (cost[from + t]! << bits) | col[from + t]!;
    let at = t;
    while (at > 0 && words[at - 1]! > word) {
      words[at] = words[at - 1]!;
      at--;
    }
    words[at] = word;
  }
  const mask = (1 << bits) - 1;
  for (let t = 0; t < count; t++) {
    into.col[from + t] = words[t]! & mask;
    into.cost[from + t] = words[t]! >>> bits;
  }
}

function sortWide(into: Edges, edges: Edges, from: number, to: number, wide: Float64Array, scale: number): void {
  for (let e = from; e < to; e++) wide[e - from] = edges.cost[e]! * scale + edges.col[e]!;
  const order = wide.subarray(0, to - from).sort();
  for (let t = 0; t < order.length; t++) {
    into.cost[from + t] = Math.floor(order[t]! / scale);
    into.col[from + t] = order[t]! % scale;
  }
}
