import type { Id, MentorIn, RequestIn, Snapshot } from '../input/snapshot.ts';
import type { Chain } from './chain.ts';
import type { RoundEvent } from './events.ts';
import type { People } from './people.ts';

/**
 * Carries an event out on an open round; `after` and `people` have the event in them, `was` is the capacity before a change of it. Sets `chain.outgrown` where only
 * a new solve can follow: locks that cannot be kept, a priority never seen, weights of words that shift with a new text.
 */
export function follow(chain: Chain, event: RoundEvent, after: Snapshot, people: People, was?: number): void {
  const before = chain.snapshot;
  chain.snapshot = after;
  if (chain.outgrown || chain.unsettled || shiftsWords(event, before)) {
    chain.outgrown = true;
    return;
  }
  switch (event.t) {
    case 'requestJoins':
      if (event.scores) chain.renewJudge();
      chain.addRequest(event.r);
      return;
    case 'requestLeaves':
      chain.forgetPublished(event.id);
      leave(chain, event.id, people);
      return;
    case 'mentorJoins':
      if (event.scores) chain.renewJudge();
      chain.addMentor(event.m);
      return;
    case 'mentorLeaves':
      if (chain.taken.get(event.id)! > 0) chain.outgrown = true;
      else {
        chain.forgetPublished(event.id);
        chain.removeMentor(event.id);
      }
      return;
    case 'capacity': {
      const mentor = people.mentor(event.mentor);
      if (mentor.capacity < chain.taken.get(mentor.id)!) chain.outgrown = true;
      else if (was === 0 || mentor.capacity === 0) comeAgain(chain, mentor);
      else chain.renewPlaces(mentor);
      return;
    }
    case 'lock':
      lock(chain, people.request(event.pair[0]), people.mentor(event.pair[1]));
      return;
    case 'unlock': {
      const [id, mentorId] = event.pair;
      if (chain.locked.get(id) !== mentorId) return;
      chain.locked.delete(id);
      chain.taken.set(mentorId, chain.taken.get(mentorId)! - 1);
      chain.renewPlaces(people.mentor(mentorId));
      chain.addRequest(people.request(id));
      return;
    }
    case 'exclude':
    case 'permit': {
      chain.renewJudge();
      const id = event.pair[0];
      if (chain.locked.has(id)) chain.outgrown = true;
      else {
        chain.removeRequest(id);
        chain.addRequest(people.request(id));
      }
      return;
    }
    case 'answersChanged':
      if ('r' in event) {
        if (chain.locked.has(event.r.id)) chain.outgrown = true;
        else {
          chain.removeRequest(event.r.id);
          chain.addRequest(event.r);
        }
      } else if (chain.taken.get(event.m.id)! > 0) chain.outgrown = true;
      else comeAgain(chain, event.m);
  }
}

function leave(chain: Chain, id: Id, people: People): void {
  const mentor = chain.locked.get(id);
  if (mentor === undefined) {
    chain.removeRequest(id);
    return;
  }
  chain.locked.delete(id);
  chain.taken.set(mentor, chain.taken.get(mentor)! - 1);
  chain.renewPlaces(people.mentor(mentor));
}

function lock(chain: Chain, request: RequestIn, mentor: MentorIn): void {
  if (chain.locked.get(request.id) === mentor.id) return;
  const verdict = chain.lockVerdict(request, mentor);
  if (verdict === 'settle-anew') {
    chain.outgrown = true;
    return;
  }
  chain.removeRequest(request.id);
  if (verdict === 'impossible') {
    chain.unsettled = true; // the request waits for a person; what may come of it later is settled anew
    return;
  }
  chain.locked.set(request.id, mentor.id);
  chain.taken.set(mentor.id, chain.taken.get(mentor.id)! + 1);
  chain.renewPlaces(mentor);
}

function comeAgain(chain: Chain, mentor: MentorIn): void {
  chain.removeMentor(mentor.id);
  chain.addMentor(mentor);
}

/** Free texts weigh by how rare their words are among all, so a new text changes the scores of others. */
function shiftsWords(event: RoundEvent, before: Snapshot): boolean {
  const counts = before.policy.criteria.some((one) => one.kind === 'text' && one.importance !== 'ignored');
  return counts && ['requestJoins', 'requestLeaves', 'mentorJoins', 'mentorLeaves', 'answersChanged'].includes(event.t);
}
