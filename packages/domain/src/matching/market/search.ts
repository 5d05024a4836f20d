import { type Heap, newHeap } from './heap.ts';
import type { Market } from './market.ts';

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
   * inserted, so they stay true; after a price has fallen they must be forgotten.
   * First, of `cost + price` but for its own mentor: a row that is reached when this is too dear already need not be read
   * at all (two of three are not). Second, of the prices of all the row, known after a full scan: it stops later scans early.
   */
  floors: Float64Array;
  /** `release`: the same from the other side, a lower bound of `outside - u` over those in the list of a mentor who are not its own mentees. */
  valueFloor: Float64Array;
  /** `release`: how many at the head of a sorted list are mentees of this very mentor. */
  ownPrefix: Int32Array;
}

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
    valueFloor: new Float64Array(market.mentors),
    ownPrefix: new Int32Array(market.mentors),
  };
}
