import fc from 'fast-check';
import type { GivenScore, Snapshot } from '../input/snapshot.ts';

export interface Size {
  requests: number;
  mentors: number;
  capacity: number;
}

export const SMALL: Size = { requests: 6, mentors: 4, capacity: 3 };

/** Rounds of a few people with given scores: every structure of candidates, few and many different scores, all levels. */
export function smallRounds(size: Size = SMALL): fc.Arbitrary<Snapshot> {
  return fc
    .record({
      seed: fc.integer({ min: 0, max: 1000 }),
      requests: fc.array(fc.record({ priority: fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }) }), {
        maxLength: size.requests,
      }),
      mentors: fc.array(fc.integer({ min: 0, max: size.capacity }), { maxLength: size.mentors }),
      density: fc.integer({ min: 2, max: 10 }),
      scores: fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
      coarse: fc.boolean(),
      mutual: fc.constantFrom('ignore' as const, 'bonus' as const),
      loadBalance: fc.constantFrom(0, 0, 100, 400),
      keepBonus: fc.constantFrom(0, 50, 300),
      names: fc.array(fc.nat(1000), { maxLength: 12 }),
      exclusions: fc.array(fc.nat(1000), { maxLength: 3 }),
      published: fc.array(fc.nat(1000), { maxLength: 5 }),
      lock: fc.option(fc.nat(1000), { nil: undefined }),
    })
    .map((drawn) => {
      const requests = drawn.requests.map(({ priority }, at) => ({
        id: `r${at}`,
        ...(priority === undefined ? {} : { priority }),
      }));
      const mentors = drawn.mentors.map((capacity, at) => ({ id: `m${at}`, capacity }));
      const all = requests.flatMap((request) => mentors.map((mentor) => ({ request: request.id, mentor: mentor.id })));
      const pick = (numbers: readonly number[]): typeof all =>
        all.length === 0 ? [] : [...new Set(numbers.map((number) => all[number % all.length]!))];
      const scores: GivenScore[] = all.flatMap((pair, at) => {
        const raw = drawn.scores[(at * 7) % drawn.scores.length]!;
        if (raw % 10 >= drawn.density) return [];
        return [{ ...pair, score: drawn.coarse ? 100 * (raw % 4) : raw }];
      });
      const named = pick(drawn.names);
      const published = pick(drawn.published).filter(
        (pair, at, list) => list.findIndex((other) => other.request === pair.request) === at,
      );
      const snapshot: Snapshot = {
        version: 1,
        seed: drawn.seed,
        requests,
        mentors,
        policy: {
          criteria: [],
          mutual: drawn.mutual,
          loadBalance: drawn.loadBalance,
          keepBonus: drawn.keepBonus,
        },
        locks: drawn.lock === undefined ? [] : pick([drawn.lock]),
        exclusions: pick(drawn.exclusions).map((pair) => ({ ...pair, by: 'mentee' as const })),
        preferences: {
          ofRequest: Object.fromEntries(requests.map((one) => [one.id, listsOf(named, 'request', one.id, 'mentor')])),
          ofMentor: Object.fromEntries(
            mentors.map((one) => [one.id, listsOf(named.slice(1), 'mentor', one.id, 'request')]),
          ),
        },
        published,
        scores,
      };
      return snapshot;
    });
}

type Side = 'request' | 'mentor';

function listsOf(
  named: readonly { request: string; mentor: string }[],
  side: Side,
  id: string,
  other: Side,
): string[][] {
  const list = named.filter((pair) => pair[side] === id).map((pair) => pair[other]);
  return list.length > 0 ? [list] : [];
}
