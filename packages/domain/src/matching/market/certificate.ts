import type { Assignment, Market } from './market.ts';

/** What is wrong with an assignment, in the order it is looked for; undefined when it is proved optimal. */
export type CertificateFault =
  | { code: 'SEAT'; request: number }
  | { code: 'EDGE'; request: number }
  | { code: 'REDUCED_COST'; request: number; mentor: number }
  | { code: 'OUTSIDE'; request: number }
  | { code: 'PRICE'; mentor: number };

/**
 * Checks in O(E) that pairs and prices prove each other (the three invariants of `Assignment`). Then for any other set
 * of pairs: cost >= sum of u - sum over places of (price - place cost) = cost of this one, by weak duality.
 * Since leaving one more person outside weighs more than all else together, the same proof covers the coverage.
 */
export function certificateFault(market: Market, a: Assignment): CertificateFault | undefined {
  const { requests, mentors, rowStart, rowEnd, col, cost, placeStart, placeEnd, placeCost, outside } = market;
  const { mate, mateCost, price, seat, seats, seatCost } = a;
  const load = new Int32Array(mentors);
  for (let i = 0; i < requests; i++) {
    const j = mate[i]!;
    let u = outside[i]!;
    if (j >= 0) {
      load[j]!++;
      if (seats[seat[i]!] !== i || seatCost[seat[i]!] !== mateCost[i]) return { code: 'SEAT', request: i };
      u = mateCost[i]! + price[j]!;
      if (u > outside[i]!) return { code: 'OUTSIDE', request: i };
    }
    let own = j < 0;
    const bar = Math.min(u, 0x7fffffff) | 0;
    for (let e = rowStart[i]!, end = rowEnd[i]!; e < end; e++) {
      const c = cost[e]!;
      if (c > bar) continue; // prices are not negative (checked below): most edges need no look at theirs
      const mentor = col[e]!;
      if (c + price[mentor]! < u) return { code: 'REDUCED_COST', request: i, mentor };
      if (mentor === j && c === mateCost[i]) own = true;
    }
    if (!own) return { code: 'EDGE', request: i };
  }
  for (let j = 0; j < mentors; j++) {
    const from = placeStart[j]!;
    const used = load[j]!;
    const capacity = placeEnd[j]! - from;
    const asked = price[j]!;
    if (asked === Infinity && capacity === 0 && used === 0) continue; // a mentor who has left a live round
    const right =
      used === a.load[j] &&
      used <= capacity &&
      asked >= 0 &&
      Number.isSafeInteger(asked) &&
      (used === 0 || asked >= placeCost[from + used - 1]!) &&
      (used === capacity || asked <= placeCost[from + used]!);
    if (!right) return { code: 'PRICE', mentor: j };
  }
  return undefined;
}
