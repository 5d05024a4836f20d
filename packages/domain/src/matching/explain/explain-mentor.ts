import { newJudge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { Id } from '../input/snapshot.ts';
import type { LiveRound } from '../session/live-round.ts';
import type { MentorExplanation } from './explanations.ts';
import { personIn } from './people.ts';

/** Why this load, who else could come, and the effect of one more place. */
export function explainMentor(round: LiveRound, id: Id): MentorExplanation {
  const { snapshot } = round;
  const judge = newJudge(snapshot);
  const mentor = personIn(snapshot.mentors, id);
  const pairs = round.pairs();
  const scored = snapshot.requests
    .map((request) => ({ request, score: judge.score(mentor, request) }))
    .sort((x, y) => y.score - x.score || compareText(x.request.id, y.request.id));
  return {
    mentor: id,
    capacity: mentor.capacity,
    mentees: scored
      .filter(({ request }) => pairs.get(request.id) === id)
      .map(({ request, score }) => ({ request: request.id, score })),
    couldCome: scored
      .filter(({ request }) => pairs.get(request.id) !== id && judge.firstFailed(mentor, request) === undefined)
      .map(({ request, score }) => ({ request: request.id, score, now: pairs.get(request.id) ?? null })),
    oneMorePlace: round.whatIf({ events: [{ t: 'capacity', mentor: id, value: mentor.capacity + 1 }] }),
  };
}
