/** A round whose numbers would leave exact arithmetic: too many people for so many levels of the objective. */
export class TooLargeError extends Error {}

/** Weights that turn the levels of the objective into one number; see `levelWeights`. */
export interface Levels {
  /** Price of a pair that is not mutual. */
  mutual: number;
  /** Price of one step of priority. */
  priority: number;
  /** Price of a request without a mentor. */
  coverage: number;
  /** No edge costs as much as this. */
  costBound: number;
}

export interface LevelBounds {
  requests: number;
  mentors: number;
  keepBonus: number;
  /** No place costs more: twice lambda. */
  placeCost: number;
  /** Whether mutual pairs count. */
  mutual: boolean;
  /** Number of different priorities. */
  priorities: number;
}

/**
 * Strictly lexicographic levels as one sum. Two assignments differ by simple alternating paths and cycles, each of which
 * enters and leaves a mentor at most once: at most `swaps` = min(requests, mentors) + 1 edges each way, and changes the
 * load of its two ends by one. If an assignment is better on a higher level, some single path gains at least 1 there (the
 * upper levels are sums over pairs, load costs are convex), while below it can lose no more than
 * `swaps * (range of an edge) + dearest place`. A weight greater than that keeps the order of the levels.
 * All sums stay below 2^53; costs of edges fit 31 bits. Throws `TooLargeError` otherwise.
 */
export function levelWeights(bounds: LevelBounds): Levels {
  const swaps = Math.min(bounds.requests, bounds.mentors) + 1;
  const scoreRange = 1000 + bounds.keepBonus;
  const mutual = bounds.mutual ? swaps * scoreRange + bounds.placeCost + 1 : 0;
  const range = scoreRange + mutual;
  const priority = swaps * range + bounds.placeCost + 1;
  const coverage = priority * Math.max(1, bounds.priorities) + priority;
  // Distances of the search are sums of an `outside` cost, a price (at most the same) and the swing of a path.
  if (range >= 0x7fffffff || coverage * 2 + priority * 2 > Number.MAX_SAFE_INTEGER) {
    throw new TooLargeError(`levels leave exact integers: range ${range}, coverage ${coverage}`);
  }
  return { mutual, priority, coverage, costBound: range + 1 };
}

/** Cost of the t-th place (t from 1) of a mentor with `capacity` places: `round(lambda * (2t - 1) / capacity)`, halves up. */
export function placeCost(lambda: number, t: number, capacity: number): number {
  return Math.floor((2 * lambda * (2 * t - 1) + capacity) / (2 * capacity));
}
