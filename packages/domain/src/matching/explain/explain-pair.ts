import { newJudge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { Id, MentorIn } from '../input/snapshot.ts';
import type { LiveRound } from '../session/live-round.ts';
import type { ExchangePrice, PairExplanation } from './explanations.ts';
import { personIn } from './people.ts';

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
