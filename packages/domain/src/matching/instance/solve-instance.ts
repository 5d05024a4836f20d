import { sortByScore } from '../graph/sort-by-score.ts';
import { newMarket, type Rows } from '../market/market.ts';
import { optimize } from '../market/optimize.ts';
import { levelWeights } from '../round/levels.ts';
import type { Instance } from './instance.ts';

export interface InstanceResult {
  matched: number;
  score: number;
  /** Mentor of each request, -1 for none. */
  mate: Int32Array;
  /** Prices of the mentors. */
  price: Float64Array;
}

/** Coverage, then score, on a bare instance; solved and certified. Throws as `optimize` does. */
export function solveInstance(instance: Instance): InstanceResult {
  const { rowPtr, col, w, cap } = instance;
  const requests = rowPtr.length - 1;
  const cost = new Int32Array(w.length);
  for (let e = 0; e < w.length; e++) cost[e] = 1000 - w[e]!;
  const levels = levelWeights({
    requests,
    mentors: cap.length,
    keepBonus: 0,
    placeCost: 0,
    mutual: false,
    priorities: 1,
  });
  const free: number[][] = []; // places cost nothing: one list for each capacity that occurs
  const placeCosts = Array.from(cap, (places) => (free[places] ??= Array.from({ length: places }, () => 0)));
  const market = newMarket({ rowPtr, col, cost }, placeCosts, new Float64Array(requests).fill(levels.coverage));
  const { mate, mateCost, price } = optimize(market).assignment;
  let matched = 0;
  let score = 0;
  for (let i = 0; i < requests; i++) {
    if (mate[i]! < 0) continue;
    matched++;
    score += 1000 - mateCost[i]!;
  }
  return { matched, score, mate, price };
}

/** The rows of an instance, cheapest first: what `boundPass` reads. */
export function rowsByCost({ rowPtr, col, w }: Instance): Rows {
  const rows = { rowPtr, col: col.slice(), score: w.slice() };
  sortByScore(rows);
  return { rowPtr, col: rows.col, cost: rows.score.map((score) => 1000 - score) };
}

/** The physical bound: one pass that finds for each request the least `cost + price` of its row. Returns the sum. */
export function boundPass({ rowPtr, col, cost }: Rows, price: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    let best = Infinity;
    for (let e = rowPtr[i]!, end = rowPtr[i + 1]!; e < end; e++) {
      const value = cost[e]! + price[col[e]!]!;
      if (value < best) best = value;
    }
    if (best < Infinity) sum += best;
  }
  return sum;
}
