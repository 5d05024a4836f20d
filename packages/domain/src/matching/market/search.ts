import { type Heap, newHeap } from './heap.ts';
import type { Assignment, Market } from './market.ts';

/** Scratch memory of `insert` and `release`; `dist` is Infinity everywhere between the calls. */
export interface Search {
  heap: Heap;
  dist: Float64Array;
  /** The request through which a mentor was reached, the cost of that edge, and (in `release`) the mentor it goes to. */
  via: Int32Array;
  viaCost: Int32Array;
  onto: Int32Array;
  /** Mentors with a finite `dist`, and those among them already settled. */
  touched: Int32Array;
  settled: Int32Array;
  /**
   * `insert`: two lower bounds for each request, found at the last scan of its row. Prices only rise while requests are
   * inserted, so they stay true; what a price may have fallen since is taken off: they are kept as bound + `fallen`.
   * First, of `cost + price` but for its own mentor: a row that is reached when this is too dear already need not be read
   * at all (two of three are not). Second, of the prices of all the row, known after a full scan: it stops later scans early.
   */
  floors: Float64Array;
  /**
   * The sum of the greatest falls of each `release` so far, but for the mentor it began at and those whose price fell by more
   * than `DEEP`: one number for all rows is fair only to small falls. `sunk` lists the others; see `forgetFloors`.
   */
  fallen: number;
  sunk: number[];
  /** `release`: the same from the other side, a lower bound of `outside - u` over those in the list of a mentor who are not its own mentees. */
  valueFloor: Float64Array;
  /** `release`: how many at the head of a sorted list are mentees of this very mentor. */
  ownPrefix: Int32Array;
}

export const DEEP = 50;

export function newSearch(market: Market): Search {
  return {
    heap: newHeap(),
    dist: new Float64Array(market.mentors).fill(Infinity),
    via: new Int32Array(market.mentors),
    viaCost: new Int32Array(market.mentors),
    onto: new Int32Array(market.mentors),
    touched: new Int32Array(market.mentors),
    settled: new Int32Array(market.mentors),
    floors: new Float64Array(2 * market.requests),
    fallen: 0,
    sunk: [],
    valueFloor: new Float64Array(market.mentors),
    ownPrefix: new Int32Array(market.mentors),
  };
}

/** Nothing is known about the row of a request any more: only that no cost and no price is below 0. */
export function forgetFloors(search: Search, request: number): void {
  search.floors[2 * request] = search.floors[2 * request + 1] = search.fallen;
}

/** All bounds as they stand now, so that even the first searches of an open round read only what can matter. O(E). */
export function learnFloors(search: Search, market: Market, { mate, price }: Assignment): void {
  const { rowStart, rowEnd, col, cost } = market;
  for (let i = 0; i < market.requests; i++) {
    const own = mate[i]!;
    let elsewhere = Infinity;
    let low = Infinity;
    for (let e = rowStart[i]!, end = rowEnd[i]!; e < end; e++) {
      const j = col[e]!;
      const asked = price[j]!;
      if (asked < low) low = asked;
      if (cost[e]! + asked < elsewhere && j !== own) elsewhere = cost[e]! + asked;
    }
    search.floors[2 * i] = elsewhere + search.fallen;
    search.floors[2 * i + 1] = (low < Infinity ? low : 0) + search.fallen;
  }
}
