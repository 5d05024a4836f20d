import { compareText } from '../input/order.ts';
import type { Id } from '../input/snapshot.ts';

export interface Move {
  request: Id;
  /** null: without a mentor, or not in the round. */
  from: Id | null;
  to: Id | null;
}

export interface Sums {
  matched: number;
  mutualPairs: number;
  /** Points of all pairs. */
  score: number;
  loadCost: number;
  /** Published pairs that stay. */
  kept: number;
}

/** What an event or a trial changes. */
export interface Diff {
  moves: Move[];
  before: Sums;
  after: Sums;
}

/** Who is with whom: mentor by request. */
export type Pairs = ReadonlyMap<Id, Id>;

export function movesBetween(before: Pairs, after: Pairs): Move[] {
  const moves: Move[] = [];
  for (const [request, from] of before) {
    const to = after.get(request) ?? null;
    if (to !== from) moves.push({ request, from, to });
  }
  for (const [request, to] of after) if (!before.has(request)) moves.push({ request, from: null, to });
  return moves.sort((x, y) => compareText(x.request, y.request));
}
