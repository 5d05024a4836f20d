import { newJudge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { Id } from '../input/snapshot.ts';
import type { LiveRound } from '../session/live-round.ts';
import type { ShortageView, UnmatchedExplanation } from './explanations.ts';
import { personIn } from './people.ts';

/** Trials on a copy of the round for one answer; more would take too long to wait for. */
const MOST_TRIED = 20;

/** Why a request has no mentor, from the snapshot and the pairs of the round. */
export function explainUnmatched(round: LiveRound, id: Id): UnmatchedExplanation {
  const { snapshot } = round;
  const request = personIn(snapshot.requests, id);
  const judge = newJudge(snapshot);
  const failed = snapshot.mentors.map((mentor) => judge.failed(mentor, request));
  const candidates = failed.filter((codes) => codes.length === 0).length;
  const funnel = judge.codes
    .map((code) => ({
      code,
      failedFirst: failed.filter((codes) => codes[0] === code).length,
      ifRelaxed: candidates + failed.filter((codes) => codes.length === 1 && codes[0] === code).length,
    }))
    .filter((step) => step.failedFirst > 0 || step.ifRelaxed > candidates);
  const reason = reasonFor(round, id, candidates);
  return {
    request: id,
    reason,
    candidates,
    funnel,
    ...(reason === 'SHORTAGE' ? { shortage: shortageFrom(round, id) } : {}),
    lockedOutBy: reason === 'SHORTAGE' ? lockedOutBy(round, id) : [],
  };
}

function reasonFor(round: LiveRound, id: Id, candidates: number): UnmatchedExplanation['reason'] {
  const { snapshot } = round;
  if (round.pairs().has(id)) return 'MATCHED';
  if (snapshot.locks.some((lock) => lock.request === id)) return 'LOCK_CONFLICT';
  if (candidates === 0) return 'NO_CANDIDATES';
  const listed = snapshot.policy.mutual === 'stable' && Object.hasOwn(snapshot.preferences?.ofRequest ?? {}, id);
  return listed ? 'LIST_EXHAUSTED' : 'SHORTAGE';
}

/** Alternating walk from the request: its mentors, their mentees, the mentors of those… All are full, or the request would not be alone. */
function shortageFrom(round: LiveRound, id: Id): ShortageView {
  const { snapshot } = round;
  const judge = newJudge(snapshot);
  const pairs = round.pairs();
  const fixed = new Set(snapshot.locks.map((lock) => lock.request));
  if (snapshot.policy.mutual === 'stable')
    for (const one of Object.keys(snapshot.preferences?.ofRequest ?? {})) fixed.add(one);
  const menteesOf = new Map<Id, Id[]>();
  const places = new Map(snapshot.mentors.map((one) => [one.id, one.capacity]));
  for (const [request, mentor] of pairs) {
    if (fixed.has(request)) places.set(mentor, places.get(mentor)! - 1);
    else menteesOf.set(mentor, [...(menteesOf.get(mentor) ?? []), request]);
  }
  const reached = new Set([id]);
  const mentors = new Set<Id>();
  for (const one of reached) {
    const request = personIn(snapshot.requests, one);
    for (const mentor of snapshot.mentors) {
      if (mentors.has(mentor.id) || judge.firstFailed(mentor, request) !== undefined) continue;
      mentors.add(mentor.id);
      for (const mentee of menteesOf.get(mentor.id) ?? []) reached.add(mentee);
    }
  }
  const priorityOf = (one: Id): number => personIn(snapshot.requests, one).priority ?? 0;
  const own = priorityOf(id);
  return {
    requests: [...reached].sort(compareText),
    mentors: [...mentors].sort(compareText),
    places: [...mentors].reduce((sum, one) => sum + places.get(one)!, 0),
    ahead: [...reached]
      .filter((one) => one !== id)
      .map((one) => ({ request: one, priority: priorityOf(one) }))
      .sort((x, y) => y.priority - x.priority || compareText(x.request, y.request)),
    ownPriority: own,
    oneMorePlaceAt: [...mentors]
      .sort(compareText)
      .slice(0, MOST_TRIED)
      .filter((mentor) => helps(round, id, mentor)),
  };
}

/** With several alone in the group the place may go to somebody with more priority, so it is tried and not assumed. */
function helps(round: LiveRound, id: Id, mentor: Id): boolean {
  const value = personIn(round.snapshot.mentors, mentor).capacity + 1;
  const { moves } = round.whatIf({ events: [{ t: 'capacity', mentor, value }] });
  return moves.some((move) => move.request === id && move.to !== null);
}

function lockedOutBy(round: LiveRound, id: Id): { request: Id; mentor: Id }[] {
  return round.snapshot.locks
    .filter((lock) => round.pairs().get(lock.request) === lock.mentor)
    .slice(0, MOST_TRIED)
    .filter((lock) => {
      const { moves } = round.whatIf({ events: [{ t: 'unlock', pair: [lock.request, lock.mentor] }] });
      return moves.some((move) => move.request === id && move.to !== null);
    })
    .map(({ request, mentor }) => ({ request, mentor }));
}
