import { type Contribution, newJudge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { RuleCode } from '../input/rules.ts';
import type { Id, MentorIn } from '../input/snapshot.ts';
import type { LiveRound } from '../session/session.ts';
import { personIn } from './people.ts';

/** A candidate that is better for the request than the one in question. */
export interface Better {
  mentor: Id;
  score: number;
  /** All places of this mentor are given. */
  full: boolean;
  /** The request, or a group of its list, names this mentor. */
  wished: boolean;
}

/** What the exchange would cost the whole: exact, found by forcing the pair on a copy of the round. */
export interface ExchangePrice {
  mentor: Id;
  /** Requests that would lose their place altogether (positive) or find one (negative). */
  coverage: number;
  mutual: number;
  /** Points of score and load together that are lost. */
  points: number;
  /** Other people who would have to move. */
  moved: Id[];
}

export interface PairExplanation {
  request: Id;
  mentor: Id;
  score: number;
  /** Empty if the pair is a candidate. */
  failed: RuleCode[];
  contributions: Contribution[];
  mutual: boolean;
  locked: boolean;
  proposed: boolean;
  /** Place among the candidates of the request, from 1; those with equal scores share the better place. 0: not a candidate. */
  position: number;
  candidates: number;
  better: Better[];
  /** For the better candidates and for every wish that was not fulfilled; at most `MOST_PRICES`, best first. */
  prices: ExchangePrice[];
}

/** Each price is a trial on a copy of the round. */
export const MOST_PRICES = 10;

/** Why this pair, and what the others would cost. Every number can be found again from the snapshot. */
export function explainPair(round: LiveRound, requestId: Id, mentorId: Id): PairExplanation {
  const { snapshot } = round;
  const judge = newJudge(snapshot);
  const request = personIn(snapshot.requests, requestId);
  const mentor = personIn(snapshot.mentors, mentorId);
  const failed = judge.failed(mentor, request);
  const score = judge.score(mentor, request);
  const wishes = wishesOf(round, requestId);
  const candidates = snapshot.mentors
    .filter((one) => judge.firstFailed(one, request) === undefined)
    .map((one) => ({ mentor: one, score: judge.score(one, request) }))
    .sort((x, y) => y.score - x.score || compareText(x.mentor.id, y.mentor.id));
  const load = new Map<Id, number>();
  for (const id of round.pairs().values()) load.set(id, (load.get(id) ?? 0) + 1);
  const isFull = (one: MentorIn): boolean => (load.get(one.id) ?? 0) >= one.capacity;
  const better = candidates
    .filter((one) => one.score > score)
    .map((one) => ({
      mentor: one.mentor.id,
      score: one.score,
      full: isFull(one.mentor),
      wished: wishes.has(one.mentor.id),
    }));
  const own = round.pairs().get(requestId);
  const asked = candidates
    .map((one) => one.mentor.id)
    .filter((id) => id !== own && (wishes.has(id) || better.some((one) => one.mentor === id)))
    .sort((x, y) => Number(wishes.has(y)) - Number(wishes.has(x)));
  return {
    request: requestId,
    mentor: mentorId,
    score,
    failed,
    contributions: judge.contributions(mentor, request),
    mutual: wishes.has(mentorId) && namesRequest(round, mentorId, requestId),
    locked: snapshot.locks.some((lock) => lock.request === requestId && lock.mentor === mentorId),
    proposed: own === mentorId,
    position: failed.length > 0 ? 0 : candidates.filter((one) => one.score > score).length + 1,
    candidates: candidates.length,
    better,
    prices: asked.slice(0, MOST_PRICES).map((id) => exchangePrice(round, requestId, id)),
  };
}

export function exchangePrice(round: LiveRound, request: Id, mentor: Id): ExchangePrice {
  const { before, after, moves } = round.whatIf({ force: [request, mentor] });
  return {
    mentor,
    coverage: before.matched - after.matched,
    mutual: before.mutualPairs - after.mutualPairs,
    points: before.score - before.loadCost - (after.score - after.loadCost),
    moved: moves.map((move) => move.request).filter((id) => id !== request),
  };
}

function wishesOf({ snapshot }: LiveRound, request: Id): Set<Id> {
  const lists = snapshot.preferences?.ofRequest ?? {};
  return new Set(Object.hasOwn(lists, request) ? lists[request]!.flat() : []);
}

function namesRequest({ snapshot }: LiveRound, mentor: Id, request: Id): boolean {
  const lists = snapshot.preferences?.ofMentor ?? {};
  return Object.hasOwn(lists, mentor) && lists[mentor]!.flat().includes(request);
}
