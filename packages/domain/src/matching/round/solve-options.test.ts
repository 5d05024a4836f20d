import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '../input/snapshot.ts';
import { runs } from '../runs.testing.ts';
import { verify } from '../verify/verify.ts';
import { levelWeights, placeCost, TooLargeError } from './levels.ts';
import { smallRounds } from './small-rounds.testing.ts';
import { AbortedError, type Progress, solve } from './solve.ts';

const school: Snapshot = {
  version: 1,
  seed: 1,
  mentors: [
    { id: 'm1', capacity: 3, minimum: 2 },
    { id: 'm2', capacity: 3 },
  ],
  requests: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }],
  policy: { criteria: [], mutual: 'bonus', loadBalance: 0, keepBonus: 0 },
  locks: [],
  exclusions: [],
  scores: [
    { request: 'r1', mentor: 'm1', score: 900 },
    { request: 'r1', mentor: 'm2', score: 100 },
    { request: 'r2', mentor: 'm2', score: 500 },
    { request: 'r3', mentor: 'm2', score: 500 },
  ],
};

test('a group below its minimum is closed and its members go elsewhere when nobody is left out by it', () => {
  const result = solve(school);
  expect(result.pairs.map((pair) => pair.mentor)).toEqual(['m2', 'm2', 'm2']);
  expect(result.groups).toEqual({ heuristic: true, closed: ['m1'], small: [] });
  expect(verify(school, result)).toEqual([]);
});

test('a small group stays, and is told, when closing it would leave somebody out', () => {
  const narrow = { ...school, mentors: [school.mentors[0]!, { id: 'm2', capacity: 2 }] };
  const result = solve(narrow);
  expect(result.totals.matched).toBe(3);
  expect(result.groups).toEqual({ heuristic: true, closed: [], small: ['m1'] });
});

test('minimum sizes never cost anybody a mentor', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const withMinimum = { ...snapshot, mentors: snapshot.mentors.map((one) => ({ ...one, minimum: 2 })) };
      const result = solve(withMinimum);
      expect(result.totals.matched).toBe(solve(snapshot).totals.matched);
      expect(verify(withMinimum, result)).toEqual([]);
    }),
    runs(200),
  );
});

test('a lock that cannot be kept is reported and waits for a person instead of being matched elsewhere', () => {
  const locked: Snapshot = {
    ...school,
    locks: [{ request: 'r1', mentor: 'm2' }],
    exclusions: [{ request: 'r1', mentor: 'm2', by: 'mentor' }],
  };
  const result = solve(locked);
  expect(result.lockConflicts).toEqual([{ request: 'r1', mentor: 'm2', code: 'RULE', rules: ['EXCLUDED_BY_MENTOR'] }]);
  expect(result.unmatched).toEqual([{ request: 'r1', reason: 'LOCK_CONFLICT' }]);
});

test('progress is told from stage to stage, and a caller who has had enough is obeyed', () => {
  const told: Progress[] = [];
  solve(school, { onProgress: (progress) => told.push(progress) });
  expect(told.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['candidates', 'pairs', 'result']));
  expect(() => solve(school, { signal: { aborted: true } })).toThrow(AbortedError);
});

test('a place costs more the fuller the mentor is', () => {
  expect([1, 2, 3].map((t) => placeCost(100, t, 3))).toEqual([33, 100, 167]);
  expect(placeCost(0, 5, 5)).toBe(0);
});

test('a region with mutual choice and a hundred priorities fits into exact integers, a planet is refused', () => {
  const bounds = { requests: 100_000, mentors: 20_000, keepBonus: 300, placeCost: 200, mutual: true, priorities: 100 };
  const levels = levelWeights(bounds);
  expect(levels.coverage * 2).toBeLessThan(Number.MAX_SAFE_INTEGER);
  expect(levels.mutual).toBeGreaterThan(20_000 * 1300);
  expect(() => levelWeights({ ...bounds, requests: 5_000_000, mentors: 5_000_000 })).toThrow(TooLargeError);
});
