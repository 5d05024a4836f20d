import { END, extendHead, LIMIT, START, WHOLE } from './heads.ts';
import type { Market } from './market.ts';

export interface AuctionResult {
  /** Mentor of each request, -1 for those who hold no place when the auction ends. */
  mate: Int32Array;
  /** The bid on the cheapest place of each mentor. */
  price: Float64Array;
}

/**
 * Starting prices: an auction (Bertsekas 1988, persons and similar objects) of one round with a small epsilon. Who holds
 * no place bids for the best place so much that it is no longer better than the second best, plus `epsilon`; who held
 * it bids again. Pairs end within epsilon of their best at these prices, so the exact steps that follow repair only a
 * tenth of them. It proves nothing by itself and may stop early: after `patience` bids per request it gives up, since
 * prices that climb slowly (a long fight about few places) cost more than they save. Requests with `member[i] >= 0` stay away.
 */
export function auction(market: Market, member: Int32Array, epsilon: number, patience: number): AuctionResult {
  const { requests: n, mentors: m, rowStart, rowEnd, heads, placeStart, placeEnd } = market;
  const { span } = heads;
  let { col, cost } = heads;
  const bid = Float64Array.from(market.placeCost);
  const holder = new Int32Array(market.places).fill(-1);
  const mate = new Int32Array(n).fill(-1);
  const price = new Float64Array(m);
  const cheapest = new Int32Array(m);
  const floor = new Float64Array(n);
  const queue = new Int32Array(n);
  for (let j = 0; j < m; j++) renew(j);

  let waiting = 0;
  for (let i = n - 1; i >= 0; i--) if (member[i]! < 0 && rowEnd[i]! > rowStart[i]!) queue[waiting++] = i;
  for (let bids = waiting * patience; waiting > 0 && bids > 0; bids--) {
    const i = queue[--waiting]!;
    let best = Infinity;
    let second = Infinity;
    let mentor = -1;
    let low = Infinity;
    let e = span[4 * i + START]!;
    let end = span[4 * i + END]!;
    const lowest = floor[i]!; // prices only rise, so this bound from the last full look still holds
    for (; ; e++) {
      if (e === end) {
        const limit = span[4 * i + LIMIT]!;
        if (limit === WHOLE || limit + 1 + lowest >= second) break;
        const read = e - span[4 * i + START]!;
        extendHead(market, i);
        ({ col, cost } = heads);
        e = span[4 * i + START]! + read;
        end = span[4 * i + END]!;
      }
      if (cost[e]! + lowest >= second) break;
      const p = price[col[e]!]!;
      if (p < low) low = p;
      const value = cost[e]! + p;
      if (value < best) {
        second = best;
        best = value;
        mentor = col[e]!;
      } else if (value < second) second = value;
    }
    if (best === Infinity) continue; // only mentors without places
    if (e === end && span[4 * i + LIMIT] === WHOLE) floor[i] = low;
    const place = cheapest[mentor]!;
    const ousted = holder[place]!;
    if (ousted >= 0) {
      mate[ousted] = -1;
      queue[waiting++] = ousted;
    }
    holder[place] = i;
    mate[i] = mentor;
    bid[place] = price[mentor]! + (second === Infinity ? 0 : second - best) + epsilon;
    renew(mentor);
  }
  return { mate, price };

  /** Finds the cheapest place again; linear, since mentors have a few places (see `optimize` for the others). */
  function renew(j: number): void {
    let low = Infinity;
    let at = placeStart[j]!;
    for (let t = at; t < placeEnd[j]!; t++) {
      if (bid[t]! < low) {
        low = bid[t]!;
        at = t;
      }
    }
    price[j] = low;
    cheapest[j] = at;
  }
}
