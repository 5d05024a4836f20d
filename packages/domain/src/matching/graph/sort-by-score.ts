const DIGIT = 5;
const MASK = (1 << DIGIT) - 1;

/**
 * Sorts each row best score first, in place; among equals the order stays as it was. Two passes of a counting sort by
 * the halves of `1000 - score` (10 bits); rows that are in order already are only looked through. O(E).
 */
export function sortByScore({ rowPtr, col, score }: { rowPtr: Int32Array; col: Int32Array; score: Int32Array }): void {
  let longest = 0;
  for (let i = 0; i + 1 < rowPtr.length; i++) longest = Math.max(longest, rowPtr[i + 1]! - rowPtr[i]!);
  const cols = new Int32Array(longest);
  const scores = new Int32Array(longest);
  const low = new Int32Array(MASK + 1);
  const high = new Int32Array(MASK + 1);
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    const from = rowPtr[i]!;
    const to = rowPtr[i + 1]!;
    let falls = true;
    for (let e = from + 1; e < to && falls; e++) falls = score[e]! <= score[e - 1]!;
    if (falls) continue;
    low.fill(0);
    high.fill(0);
    for (let e = from; e < to; e++) {
      const key = 1000 - score[e]!;
      low[key & MASK]!++;
      high[key >> DIGIT]!++;
    }
    let [lows, highs] = [0, from];
    for (let digit = 0; digit <= MASK; digit++) {
      const [ofLow, ofHigh] = [low[digit]!, high[digit]!];
      low[digit] = lows;
      high[digit] = highs;
      lows += ofLow;
      highs += ofHigh;
    }
    for (let e = from; e < to; e++) {
      const at = low[(1000 - score[e]!) & MASK]!++;
      cols[at] = col[e]!;
      scores[at] = score[e]!;
    }
    for (let t = 0; t < to - from; t++) {
      const at = high[(1000 - scores[t]!) >> DIGIT]!++;
      col[at] = cols[t]!;
      score[at] = scores[t]!;
    }
  }
}
