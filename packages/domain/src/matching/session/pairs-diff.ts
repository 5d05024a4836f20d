import type { Judge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import { placeCost } from '../round/levels.ts';
import { namedEachOther } from '../round/mutual.ts';

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

/** The sums of a set of pairs in a round as it stands. */
export function sumsOf(snapshot: Snapshot, judge: Judge, pairs: Pairs): Sums {
  const mentors = new Map(snapshot.mentors.map((one) => [one.id, one]));
  const published = new Map((snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]));
  const load = new Map<Id, number>();
  const sums: Sums = { matched: 0, mutualPairs: 0, score: 0, loadCost: 0, kept: 0 };
  for (const request of snapshot.requests) {
    const id = pairs.get(request.id);
    const mentor = id === undefined ? undefined : mentors.get(id);
    if (!mentor) continue;
    const t = (load.get(mentor.id) ?? 0) + 1;
    load.set(mentor.id, t);
    sums.matched++;
    sums.score += judge.score(mentor, request);
    sums.loadCost += placeCost(snapshot.policy.loadBalance, t, mentor.capacity);
    if (published.get(request.id) === mentor.id) sums.kept++;
    if (snapshot.policy.mutual !== 'ignore' && namedEachOther(snapshot, request.id, mentor.id)) sums.mutualPairs++;
  }
  return sums;
}
