import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../input/digest.ts';
import { profileRounds } from '../input/profile-rounds.testing.ts';
import { readSnapshot } from '../input/read-snapshot.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { newRandom } from '../instance/random.ts';
import { runs } from '../runs.testing.ts';
import { smallRounds } from './small-rounds.testing.ts';
import { solve } from './solve.ts';

test('the order of rows and fields changes no byte of the result', () => {
  fc.assert(
    fc.property(fc.oneof(smallRounds(), profileRounds), fc.nat(), (snapshot, seed) => {
      expect(JSON.stringify(solve(shuffled(snapshot, seed)))).toBe(JSON.stringify(solve(snapshot)));
    }),
    runs(400),
  );
});

test('fields the engine does not know change no byte of the result', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const noisy = {
        ...snapshot,
        note: 'черновик',
        mentors: snapshot.mentors.map((one, at) => ({ ...one, room: at })),
      };
      const read = readSnapshot(JSON.parse(JSON.stringify(noisy)));
      expect('snapshot' in read && JSON.stringify(solve(read.snapshot))).toBe(JSON.stringify(solve(snapshot)));
    }),
    runs(200),
  );
});

test('another seed may choose other pairs, but every total stays the same', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const { digest, totals } = solve(snapshot);
      const other = solve({ ...snapshot, seed: snapshot.seed + 1 });
      const { moved: _, ...sums } = totals;
      expect(other.totals.matched).toBe(sums.matched);
      expect(other.totals.mutualPairs).toBe(sums.mutualPairs);
      const value = (t: typeof totals): number => t.score - t.loadCost - snapshot.policy.keepBonus * t.moved;
      expect(value(other.totals)).toBe(value(totals));
      expect(other.digest).not.toBe(digest);
    }),
    runs(300),
  );
});

test('the digest follows what the engine reads', () => {
  const base: Snapshot = {
    version: 1,
    seed: 1,
    mentors: [{ id: 'm1', capacity: 1 }],
    requests: [{ id: 'r1' }],
    policy: { criteria: [], mutual: 'bonus', loadBalance: 0, keepBonus: 0 },
    locks: [],
    exclusions: [],
  };
  const digests = [
    base,
    { ...base, seed: 2 },
    { ...base, mentors: [{ id: 'm1', capacity: 2 }] },
    { ...base, locks: [{ request: 'r1', mentor: 'm1' }] },
    { ...base, scores: [] },
    { ...base, policy: { ...base.policy, keepBonus: 1 } },
  ].map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
});

/** The same snapshot with every list of people and pairs in another order, and fields in reverse. */
function shuffled(snapshot: Snapshot, seed: number): Snapshot {
  const random = newRandom(seed);
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => ({ one, at: random.next() }))
      .sort((x, y) => x.at - y.at)
      .map(({ one }) => one);
  const turned = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
  return turned({
    ...snapshot,
    mentors: mix(snapshot.mentors).map(turned),
    requests: mix(snapshot.requests).map(turned),
    locks: mix(snapshot.locks),
    exclusions: mix(snapshot.exclusions),
    ...(snapshot.published ? { published: mix(snapshot.published) } : {}),
    ...(snapshot.scores ? { scores: mix(snapshot.scores) } : {}),
  });
}
