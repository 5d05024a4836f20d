import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '../input/snapshot.ts';
import { generateRegion } from '../instance/generate-region.ts';
import { newRandom, type Random } from '../instance/random.ts';
import { regionSnapshot } from '../instance/region-snapshot.ts';
import { solve } from '../round/solve.ts';
import { runs } from '../runs.testing.ts';
import type { RoundEvent } from './events.ts';
import type { LiveRound } from './live-round.ts';
import { openSession } from './session.ts';

test('a round of some hundred people, open for forty events and as many trials, stays as good as a full solve', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1 }),
      fc.integer({ min: 20, max: 160 }),
      fc.integer({ min: 5, max: 40 }),
      fc.constantFrom(0, 100),
      (seed, requests, mentors, loadBalance) => {
        const random = newRandom(seed);
        const region = regionSnapshot(generateRegion({ requests, mentors }, random), seed);
        const snapshot: Snapshot = {
          ...region,
          policy: { ...region.policy, loadBalance },
          requests: region.requests.map((one) => ({ ...one, priority: random.below(2) })),
        };
        const round = openSession(snapshot);
        for (let at = 0; at < 40; at++) {
          const trial = someEvent(round.snapshot, random, `trial${at}`);
          const before = round.pairs().size;
          round.whatIf({ events: [trial] });
          expect(round.pairs().size).toBe(before);
          round.apply([someEvent(round.snapshot, random, `new${at}`)]);
          if (at % 8 === 7) expect(worthOf(round)).toEqual(worthOfSolved(round.snapshot));
        }
      },
    ),
    runs(12),
  );
});

function someEvent({ requests, mentors }: Snapshot, random: Random, id: string): RoundEvent {
  const request = requests[random.below(requests.length)]!;
  const mentor = mentors[random.below(mentors.length)]!;
  switch (random.below(requests.length < 5 || mentors.length < 3 ? 2 : 7)) {
    case 0:
      return { t: 'requestJoins', r: { ...request, id, priority: random.below(2) } };
    case 1:
      return { t: 'mentorJoins', m: { ...mentor, id, capacity: random.below(4) } };
    case 2:
      return { t: 'requestLeaves', id: request.id };
    case 3:
      return { t: 'mentorLeaves', id: mentor.id };
    case 4:
      return { t: 'answersChanged', r: { ...request, subjects: mentor.subjects ?? [] } };
    default:
      return { t: 'capacity', mentor: mentor.id, value: Math.max(0, mentor.capacity + random.below(5) - 2) };
  }
}

function worthOf(round: LiveRound): { matched: number; worth: number } {
  const { matched, score, loadCost } = round.whatIf({ events: [] }).after;
  return { matched, worth: score - loadCost };
}

function worthOfSolved(snapshot: Snapshot): { matched: number; worth: number } {
  const { matched, score, loadCost } = solve(snapshot).totals;
  return { matched, worth: score - loadCost };
}
