import type { Assignment, Market } from './market.ts';

/** Seats `request` at `mentor` as one more mentee; the price stays, the room above it shrinks. */
export function takePlace(market: Market, a: Assignment, request: number, mentor: number, cost: number): void {
  const at = market.placeStart[mentor]! + a.load[mentor]!;
  a.seats[at] = request;
  a.seat[request] = at;
  a.mate[request] = mentor;
  a.mateCost[request] = a.seatCost[at] = cost;
  a.load[mentor]!++;
  renewExtra(market, a, mentor);
}

/** Takes `request` away from its mentor; the last seat moves into the gap. */
export function leavePlace(market: Market, a: Assignment, request: number): void {
  const mentor = a.mate[request]!;
  const last = market.placeStart[mentor]! + --a.load[mentor]!;
  const moved = a.seats[last]!;
  const at = a.seat[request]!;
  a.seats[at] = moved;
  a.seatCost[at] = a.seatCost[last]!;
  a.seat[moved] = at;
  a.mate[request] = -1;
  renewExtra(market, a, mentor);
}

/** The room above the price; 0 for an overpriced free place, which `release` will deal with. */
export function renewExtra(market: Market, a: Assignment, mentor: number): void {
  const next = market.placeStart[mentor]! + a.load[mentor]!;
  const full = next >= market.placeEnd[mentor]!;
  a.extra[mentor] = full ? Infinity : Math.max(0, market.placeCost[next]! - a.price[mentor]!);
}

/** How far the price stands above the cost of the next free place; 0 or less when nothing is to be released. */
export function overprice(market: Market, a: Assignment, mentor: number): number {
  const next = market.placeStart[mentor]! + a.load[mentor]!;
  return next >= market.placeEnd[mentor]! ? 0 : a.price[mentor]! - market.placeCost[next]!;
}
