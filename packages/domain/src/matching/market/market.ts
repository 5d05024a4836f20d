import { type Heads, newHeads } from './heads.ts';

/** Candidates of each request in any order: `col/cost[rowPtr[i] .. rowPtr[i+1])`. Nobody changes them. */
export interface Rows {
  rowPtr: Int32Array;
  col: Int32Array;
  cost: Int32Array;
}

/**
 * The numeric form of a round: who may go to whom and at what cost. Everything is an exact integer.
 *
 * Requests and mentors are numbered from 0. The row of request `i` is `col/cost[rowStart[i] .. rowEnd[i])`, in any
 * order; `heads` has the cheapest of them in order. `placeCost[placeStart[j] + t]` is the cost of the (t+1)-th place of mentor `j`, t below
 * `placeEnd[j] - placeStart[j]`; it never falls with `t` (convex load cost). `places` is the room that all blocks need. `outside[i]` is the cost of leaving request `i` without a mentor.
 */
export interface Market {
  requests: number;
  mentors: number;
  rowStart: Int32Array;
  rowEnd: Int32Array;
  col: Int32Array;
  cost: Int32Array;
  heads: Heads;
  places: number;
  placeStart: Int32Array;
  placeEnd: Int32Array;
  placeCost: Int32Array;
  outside: Float64Array;
  /** Not above any of `outside`. */
  leastOutside: number;
}

/**
 * Pairs and prices. Invariants that every step of the engine keeps (complementary slackness of the assignment LP):
 * 1. for each edge `cost + price[mentor] >= u[request]`, where `u` is `mateCost + price[mate]`, or `outside` if alone;
 * 2. `u[request] <= outside[request]`;
 * 3. `price[j]` lies between the cost of the last used and of the next place of `j`; a full mentor has no upper bound.
 * Together they prove that no other set of pairs is cheaper (Ahuja, Magnanti, Orlin, Network Flows, theorem 9.4).
 */
export interface Assignment {
  /** Mentor of a request, -1 if none. */
  mate: Int32Array;
  /** Cost of the edge to `mate`. */
  mateCost: Int32Array;
  /** Where the request sits in `seats`. */
  seat: Int32Array;
  /** Requests of mentor `j`: `seats[placeStart[j] .. placeStart[j] + load[j])`. */
  seats: Int32Array;
  /** Cost of the edge by which each seat is held: `mateCost`, once more beside the seats. */
  seatCost: Int32Array;
  load: Int32Array;
  price: Float64Array;
  /** Cost of the next place above the price; Infinity when the mentor is full. */
  extra: Float64Array;
}

/** Nobody is paired, each mentor costs as much as the first place. */
export function emptyAssignment(market: Market): Assignment {
  const { requests, mentors, placeStart, placeEnd, placeCost } = market;
  const assignment: Assignment = {
    mate: new Int32Array(requests).fill(-1),
    mateCost: new Int32Array(requests),
    seat: new Int32Array(requests),
    seats: new Int32Array(market.places),
    seatCost: new Int32Array(market.places),
    load: new Int32Array(mentors),
    price: new Float64Array(mentors),
    extra: new Float64Array(mentors),
  };
  for (let j = 0; j < mentors; j++) {
    if (placeEnd[j]! > placeStart[j]!) assignment.price[j] = placeCost[placeStart[j]!]!;
    else assignment.extra[j] = Infinity;
  }
  return assignment;
}

/** A market over rows that it leaves as they are. `placeCost[j]` lists the costs of the places of mentor `j`, rising. */
export function newMarket(rows: Rows, placeCosts: readonly (readonly number[])[], outside: Float64Array): Market {
  const requests = rows.rowPtr.length - 1;
  const mentors = placeCosts.length;
  const placePtr = new Int32Array(mentors + 1);
  placeCosts.forEach((costs, j) => {
    placePtr[j + 1] = placePtr[j]! + costs.length;
  });
  const places = placePtr[mentors]!;
  const placeCost = new Int32Array(places);
  placeCosts.forEach((costs, j) => {
    placeCost.set(costs, placePtr[j]);
  });
  return {
    requests,
    mentors,
    rowStart: rows.rowPtr.subarray(0, requests),
    rowEnd: rows.rowPtr.subarray(1),
    col: rows.col,
    cost: rows.cost,
    heads: newHeads(requests, rows.col.length),
    places,
    placeStart: placePtr.subarray(0, mentors),
    placeEnd: placePtr.subarray(1),
    placeCost,
    outside,
    leastOutside: outside.reduce((least, one) => Math.min(least, one), Infinity),
  };
}

/** Number of places of mentor `j`. */
export function capacityOf(market: Market, j: number): number {
  return market.placeEnd[j]! - market.placeStart[j]!;
}
