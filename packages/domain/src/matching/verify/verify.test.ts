import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newJudge } from '../input/judge-pair.ts';
import type { Result } from '../round/result.ts';
import { smallRounds } from '../round/small-rounds.testing.ts';
import { solve } from '../round/solve.ts';
import { runs } from '../runs.testing.ts';
import { readResult } from './read-result.ts';
import { verify } from './verify.ts';

test('what the engine proposes is found right by a check that shares no code with the search', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const result = solve(snapshot);
      expect(verify(snapshot, result)).toEqual([]);
      expect(readResult(JSON.parse(JSON.stringify(result)))).toEqual({ result });
    }),
    runs(400),
  );
});

/** Each spoils a result in its way, or returns undefined where there is nothing to spoil. */
const SPOILERS: [string, (result: Result, snapshot: Parameters<typeof solve>[0]) => Result | undefined][] = [
  ['a pair is dropped', (r) => (r.pairs.length > 0 ? { ...r, pairs: r.pairs.slice(1) } : undefined)],
  ['a pair stands twice', (r) => (r.pairs[0] ? { ...r, pairs: [r.pairs[0], ...r.pairs] } : undefined)],
  [
    'a score is embellished',
    (r) =>
      r.pairs[0] ? { ...r, pairs: [{ ...r.pairs[0], score: r.pairs[0].score + 1 }, ...r.pairs.slice(1)] } : undefined,
  ],
  ['a total is embellished', (r) => ({ ...r, totals: { ...r.totals, score: r.totals.score + 1 } })],
  [
    'the digest is of another round',
    (r) => ({ ...r, digest: r.digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
  ],
  [
    'a stranger gets a mentor',
    (r) => (r.pairs[0] ? { ...r, pairs: [{ ...r.pairs[0], request: 'nobody' }, ...r.pairs.slice(1)] } : undefined),
  ],
  ['a lock is lost', (r) => (r.pairs.some((pair) => pair.source === 'lock') ? withoutLock(r) : undefined)],
  [
    'a shortage hides a place',
    (r) =>
      r.shortages[0]
        ? { ...r, shortages: [{ ...r.shortages[0], places: r.shortages[0].places + 1 }, ...r.shortages.slice(1)] }
        : undefined,
  ],
  [
    'a shortage forgets a mentor',
    (r) =>
      r.shortages[0]?.mentors[0]
        ? {
            ...r,
            shortages: [{ ...r.shortages[0], mentors: r.shortages[0].mentors.slice(1) }, ...r.shortages.slice(1)],
          }
        : undefined,
  ],
  [
    'two people change places at a loss',
    (r, s) => {
      const [one, other] = r.pairs;
      if (!one || !other || one.mentor === other.mentor || one.source === 'lock' || other.source === 'lock')
        return undefined;
      const pairs = [
        { ...one, mentor: other.mentor },
        { ...other, mentor: one.mentor },
      ].map((pair) => ({ ...pair, score: scoreIn(s, pair) }));
      const score = r.totals.score - one.score - other.score + pairs[0]!.score + pairs[1]!.score;
      const worse = score < r.totals.score && s.policy.mutual === 'ignore' && s.policy.keepBonus === 0;
      return worse ? { ...r, pairs: [...pairs, ...r.pairs.slice(2)], totals: { ...r.totals, score } } : undefined;
    },
  ],
  [
    'a mentor gets more than the places',
    (r, s) => {
      const full = r.pairs.find((pair) => s.mentors.find((one) => one.id === pair.mentor)!.capacity === 1);
      const other = r.pairs.find((pair) => pair !== full);
      if (!full || !other) return undefined;
      const moved = { ...other, mentor: full.mentor, score: scoreIn(s, { ...other, mentor: full.mentor }) };
      return { ...r, pairs: r.pairs.map((pair) => (pair === other ? moved : pair)) };
    },
  ],
];

test.each(SPOILERS)('a spoiled result is found out: %s', (_how, spoil) => {
  let spoiled = 0;
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const result = spoil(solve(snapshot), snapshot);
      if (!result) return;
      spoiled++;
      expect(verify(snapshot, result)).not.toEqual([]);
    }),
    runs(150),
  );
  expect(spoiled).toBeGreaterThan(0);
});

function withoutLock(result: Result): Result {
  const lock = result.pairs.find((pair) => pair.source === 'lock')!;
  return {
    ...result,
    pairs: result.pairs.filter((pair) => pair !== lock),
    unmatched: [...result.unmatched, { request: lock.request, reason: 'NO_CANDIDATES' }],
  };
}

function scoreIn(snapshot: Parameters<typeof solve>[0], pair: { request: string; mentor: string }): number {
  const request = snapshot.requests.find((one) => one.id === pair.request)!;
  const mentor = snapshot.mentors.find((one) => one.id === pair.mentor)!;
  return newJudge(snapshot).score(mentor, request);
}
