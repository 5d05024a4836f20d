import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newJudge } from '../input/judge-pair.ts';
import { runs } from '../runs.testing.ts';
import { bestValue, valueOfResult } from './exhaustive.testing.ts';
import { smallRounds } from './small-rounds.testing.ts';
import { solve } from './solve.ts';

test('the result is the best whole on every level: coverage, priorities, mutual choice, score with load and kept pairs', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const result = solve(snapshot);
      expect(result.certificate).toBe('verified');
      expect(valueOfResult(snapshot, result)).toEqual(bestValue(snapshot));
    }),
    runs(1500),
  );
});

test('every pair passes the hard rules, no mentor has more mentees than places, locks are kept or reported', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const result = solve(snapshot);
      const judge = newJudge(snapshot);
      const load = new Map<string, number>();
      for (const pair of result.pairs) {
        load.set(pair.mentor, (load.get(pair.mentor) ?? 0) + 1);
        const request = snapshot.requests.find((one) => one.id === pair.request)!;
        const mentor = snapshot.mentors.find((one) => one.id === pair.mentor)!;
        const failed = judge.failed(mentor, request);
        expect(pair.source === 'lock' ? failed.filter((code) => code !== 'NOT_LISTED') : failed).toEqual([]);
      }
      for (const mentor of snapshot.mentors) expect(load.get(mentor.id) ?? 0).toBeLessThanOrEqual(mentor.capacity);
      for (const lock of snapshot.locks) {
        const kept = result.pairs.some((pair) => pair.request === lock.request && pair.mentor === lock.mentor);
        const reported = result.lockConflicts.some((one) => one.request === lock.request && one.mentor === lock.mentor);
        expect([kept, reported]).toContain(true);
        expect(kept && reported).toBe(false);
      }
    }),
    runs(500),
  );
});

test('each shortage group proves itself: requests minus places of their only mentors stay out, no more and no less', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const result = solve(snapshot);
      result.shortages.forEach((group, number) => {
        const out = result.unmatched.filter((one) => one.group === number);
        expect(group.requests.length - group.places).toBe(out.length);
        expect(out.length).toBeGreaterThan(0);
      });
      expect(result.pairs.length + result.unmatched.length).toBe(snapshot.requests.length);
    }),
    runs(500),
  );
});
