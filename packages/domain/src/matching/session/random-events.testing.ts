import fc from 'fast-check';
import type { GivenScore, Snapshot } from '../input/snapshot.ts';
import { newRandom } from '../instance/random.ts';
import type { RoundEvent } from './events.ts';

/** Numbers from which `eventFor` makes events that fit the round as it stands. */
export function plans(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(), { minLength: length, maxLength: length });
}

/** Most people a test round may grow to, so that trying everything stays possible. */
const MOST_REQUESTS = 5;
const MOST_MENTORS = 4;

/** Some event that fits this round, or undefined if this kind does not fit now. */
export function eventFor(s: Snapshot, step: number): RoundEvent | undefined {
  const random = newRandom(step);
  const request = s.requests[random.below(Math.max(1, s.requests.length))]?.id;
  const mentor = s.mentors[random.below(Math.max(1, s.mentors.length))]?.id;
  const pair: [string, string] | undefined =
    request !== undefined && mentor !== undefined ? [request, mentor] : undefined;
  switch (random.below(10)) {
    case 0:
    case 1: {
      if (s.requests.length >= MOST_REQUESTS) return undefined;
      const id = `new-r${step}`;
      if (s.requests.some((one) => one.id === id)) return undefined;
      const scores = s.mentors
        .filter(() => random.chance(0.7))
        .map((one): GivenScore => ({ request: id, mentor: one.id, score: random.below(1001) }));
      return { t: 'requestJoins', r: { id, priority: random.below(3) }, scores };
    }
    case 2: {
      if (s.mentors.length >= MOST_MENTORS) return undefined;
      const id = `new-m${step}`;
      if (s.mentors.some((one) => one.id === id)) return undefined;
      const scores = s.requests
        .filter(() => random.chance(0.7))
        .map((one): GivenScore => ({ request: one.id, mentor: id, score: random.below(1001) }));
      return { t: 'mentorJoins', m: { id, capacity: random.below(3) }, scores };
    }
    case 3:
      return request === undefined ? undefined : { t: 'requestLeaves', id: request };
    case 4:
      return mentor === undefined ? undefined : { t: 'mentorLeaves', id: mentor };
    case 5:
    case 6:
      return mentor === undefined ? undefined : { t: 'capacity', mentor, value: random.below(4) };
    case 7: {
      if (!pair || s.locks.length > 0) return undefined;
      return { t: 'lock', pair };
    }
    case 8: {
      const lock = s.locks[0];
      return lock ? { t: 'unlock', pair: [lock.request, lock.mentor] } : undefined;
    }
    default:
      return pair ? { t: random.chance(0.5) ? 'exclude' : 'permit', pair } : undefined;
  }
}
