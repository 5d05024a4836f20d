/** Candidates of each request: `col/cost[rowPtr[i] .. rowPtr[i+1])`. */
export interface Rows {
  rowPtr: Int32Array;
  col: Int32Array;
  cost: Int32Array;
  /**
   * Where the sorted part of each row ends. What follows costs more than all of it and lies in any order: long rows are
   * rarely read to the end, so their tails are sorted when a search comes there (`sortTail`).
   */
  sortedEnd: Int32Array;
}

/**
 * Sorts every row by cost, ties by mentor number; returns new arrays.
 * `bounds` are upper limits (exclusive) of the numbers found in `cost` and `col`. Short rows: insertion into words that carry
 * cost and mentor together. Long rows of small costs: only the cheapest, O(row). Costs too wide for one word: exact floats, native sort.
 */
export function sortRows(
  { rowPtr, col, cost }: Pick<Rows, 'rowPtr' | 'col' | 'cost'>,
  bounds: { cost: number; mentors: number },
): Rows {
  const sorted: Rows = {
    rowPtr,
    col: new Int32Array(col.length),
    cost: new Int32Array(cost.length),
    sortedEnd: rowPtr.slice(1),
  };
  const bits = 32 - Math.clz32(Math.max(1, bounds.mentors - 1));
  const narrow = bounds.cost * 2 ** bits <= 0x7fffffff;
  let longest = 0;
  for (let i = 0; i + 1 < rowPtr.length; i++) longest = Math.max(longest, rowPtr[i + 1]! - rowPtr[i]!);
  const words = narrow ? new Int32Array(longest) : new Int32Array(0);
  const wide = new Float64Array(narrow ? 0 : longest);
  let limit = Math.floor((bounds.cost * HEAD) / Math.max(HEAD, longest)); // guesses the cost of the last of the head
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    const from = rowPtr[i]!;
    const to = rowPtr[i + 1]!;
    if (!narrow) sortWide(sorted, { col, cost }, from, to, wide, 2 ** bits);
    else if (to - from <= LONG) sortWords(sorted, { col, cost }, from, to, words, bits);
    else {
      const count = sortHead(sorted, { col, cost }, from, to, limit, words, bits);
      sorted.sortedEnd[i] = from + count;
      if (count < HEAD / 2) limit = Math.floor(limit * 1.25) + 1;
      else if (count > HEAD * 2) limit = Math.floor(limit * 0.8);
    }
  }
  return sorted;
}

const HEAD = 48;
const LONG = 160;

/** Those that cost at most `limit` come first and sorted, the others after them as they come. Returns how many came first. */
function sortHead(
  into: Edges,
  edges: Edges,
  from: number,
  to: number,
  limit: number,
  words: Int32Array,
  bits: number,
): number {
  const { col, cost } = edges;
  let count = 0;
  let back = to;
  for (let e = from; e < to; e++) {
    const c = cost[e]!;
    if (c > limit) {
      into.col[--back] = col[e]!;
      into.cost[back] = c;
    } else words[count++] = (c << bits) | col[e]!;
  }
  writeWords(into, from, words, count, bits);
  return count;
}

/** Sorts the rest of a row in place. */
export function sortTail({ col, cost }: Edges, from: number, to: number): void {
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

export type Edges = { col: Int32Array; cost: Int32Array };

function sortWords(into: Edges, edges: Edges, from: number, to: number, words: Int32Array, bits: number): void {
  const { col, cost } = edges;
  for (let t = 0; t < to - from; t++) words[t] = (cost[from + t]! << bits) | col[from + t]!;
  writeWords(into, from, words, to - from, bits);
}

const FEW = 64;

function writeWords(into: Edges, from: number, words: Int32Array, count: number, bits: number): void {
  if (count > FEW) words.subarray(0, count).sort();
  else {
    for (let t = 1; t < count; t++) {
      const word = words[t]!;
      let at = t;
      while (at > 0 && words[at - 1]! > word) {
        words[at] = words[at - 1]!;
        at--;
      }
      words[at] = word;
    }
  }
  const mask = 2 ** bits - 1;
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
