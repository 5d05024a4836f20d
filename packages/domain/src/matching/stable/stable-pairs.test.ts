import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRounds } from '../explain/compare.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { solve } from '../round/solve.ts';
import { runs } from '../runs.testing.ts';
import { verify } from '../verify/verify.ts';

/** Rounds where everyone ranks some of the others, with ties and gaps. */
const listRounds: fc.Arbitrary<Snapshot> = fc
  .record({
    seed: fc.nat(100),
    requests: fc.integer({ min: 0, max: 5 }),
    capacities: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }),
    ranks: fc.array(fc.nat(5), { minLength: 60, maxLength: 60 }),
    silent: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ seed, requests, capacities, ranks, silent }) => {
    const r = Array.from({ length: requests }, (_, i) => `r${i}`);
    const m = capacities.map((_, j) => `m${j}`);
    // Rank 4 and 5: not on the list.
    const lists = (owners: string[], others: string[], from: number): Record<string, string[][]> =>
      Object.fromEntries(
        owners.map((owner, at) => {
          const groups: string[][] = [[], [], [], []];
          others.forEach((other, place) => groups[ranks[(from + at * 7 + place) % 60]!]?.push(other));
          return [owner, groups.filter((group) => group.length > 0)];
        }),
      );
    const ofMentor = Object.fromEntries(
      Object.entries(lists(m, r, 30)).filter((_, at) => !(silent[at] && silent[at + 4])),
    );
    return {
      version: 1,
      seed,
      requests: r.map((id) => ({ id })),
      mentors: m.map((id, j) => ({ id, capacity: capacities[j]! })),
      policy: { criteria: [], mutual: 'stable', loadBalance: 0, keepBonus: 0 },
      locks: [],
      exclusions: [],
      preferences: { ofRequest: lists(r, m, 0), ofMentor },
    };
  });

test('stable pairs have no blocking pair, by the check that shares no code with the search', () => {
  fc.assert(
    fc.property(listRounds, (snapshot) => {
      const result = solve(snapshot);
      expect(result.totals.blockingPairs).toBe(0);
      expect(verify(snapshot, result)).toEqual([]);
    }),
    runs(600),
  );
});

test('stable pairs are at least two thirds of the largest stable set, found by trying all', () => {
  fc.assert(
    fc.property(listRounds, (snapshot) => {
      expect(3 * solve(snapshot).totals.matched).toBeGreaterThanOrEqual(2 * largestStable(snapshot));
    }),
    runs(400),
  );
});

test('those without a list are served by score on the places that are left', () => {
  const snapshot: Snapshot = {
    version: 1,
    seed: 1,
    requests: [{ id: 'r1' }, { id: 'r2' }],
    mentors: [
      { id: 'm1', capacity: 1 },
      { id: 'm2', capacity: 1 },
    ],
    policy: { criteria: [], mutual: 'stable', loadBalance: 0, keepBonus: 0 },
    locks: [],
    exclusions: [],
    preferences: { ofRequest: { r1: [['m1']] }, ofMentor: {} },
    scores: [
      { request: 'r1', mentor: 'm1', score: 100 },
      { request: 'r2', mentor: 'm1', score: 900 },
      { request: 'r2', mentor: 'm2', score: 200 },
    ],
  };
  expect(solve(snapshot).pairs.map((pair) => `${pair.request} ${pair.mentor}`)).toEqual(['r1 m1', 'r2 m2']);
});

test('two answers to the same wishes stand side by side: coverage first serves nobody less, stable blocks nobody', () => {
  fc.assert(
    fc.property(listRounds, (snapshot) => {
      const { coverageFirst, stable, difference } = compareRounds(snapshot);
      expect(stable.totals.blockingPairs).toBe(0);
      expect(difference.matched).toBeLessThanOrEqual(0);
      expect(coverageFirst.totals.matched).toBeGreaterThanOrEqual(stable.totals.matched);
    }),
    runs(150),
  );
});

/** The size of the largest stable set of listed pairs, by trying every set. */
function largestStable(snapshot: Snapshot): number {
  const { ofRequest, ofMentor } = snapshot.preferences!;
  const rank = (lists: Record<string, string[][]>, owner: string, other: string): number => {
    if (!lists[owner]) return 0;
    const found = lists[owner].findIndex((group) => group.includes(other));
    return found < 0 ? Infinity : found;
  };
  const listed = (i: string, j: string): boolean => rank(ofRequest, i, j) < Infinity && rank(ofMentor, j, i) < Infinity;
  const capacity = new Map(snapshot.mentors.map((one) => [one.id, one.capacity]));
  let best = 0;
  const pairs = new Map<string, string>();
  const isStable = (): boolean =>
    snapshot.requests.every(({ id: i }) =>
      snapshot.mentors.every(({ id: j }) => {
        if (!listed(i, j) || capacity.get(j) === 0) return true;
        const own = pairs.get(i);
        if (own !== undefined && rank(ofRequest, i, own) <= rank(ofRequest, i, j)) return true;
        const group = [...pairs].filter(([, mentor]) => mentor === j).map(([request]) => request);
        return group.length >= capacity.get(j)! && group.every((one) => rank(ofMentor, j, one) <= rank(ofMentor, j, i));
      }),
    );
  const visit = (at: number): void => {
    const request = snapshot.requests[at];
    if (!request) {
      if (pairs.size > best && isStable()) best = pairs.size;
      return;
    }
    visit(at + 1);
    for (const { id: j } of snapshot.mentors) {
      if (!listed(request.id, j) || [...pairs.values()].filter((one) => one === j).length >= capacity.get(j)!) continue;
      pairs.set(request.id, j);
      visit(at + 1);
      pairs.delete(request.id);
    }
  };
  visit(0);
  return best;
}
