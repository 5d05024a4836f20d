import fc from 'fast-check';
import highs from 'highs';
import { expect, test } from 'vitest';
import { generateRegion, regionInstance } from '../instance/generate-region.ts';
import { generateUniform } from '../instance/generate-uniform.ts';
import type { Instance } from '../instance/instance.ts';
import { newRandom } from '../instance/random.ts';
import { solveInstance } from '../instance/solve-instance.ts';
import { runs } from '../runs.testing.ts';

const instances: [string, () => Instance][] = [
  ['dense 200 x 60', () => generateUniform({ requests: 200, mentors: 60, k: 60, rho: 1.15 }, newRandom(1))],
  ['short 200 x 60', () => generateUniform({ requests: 200, mentors: 60, k: 8, rho: 0.8 }, newRandom(2))],
  ['tight 1000 x 300', () => generateUniform({ requests: 1000, mentors: 300, k: 10, rho: 1 }, newRandom(3))],
  [
    'region 1000 x 300',
    () => regionInstance(generateRegion({ requests: 1000, mentors: 300 }, newRandom(4)), 30, newRandom(5)),
  ],
];

test.each(instances)(
  'a linear programming solver finds the same coverage and the same total: %s',
  async (_name, make) => {
    const instance = make();
    const own = solveInstance(instance);
    expect({ matched: own.matched, score: own.score }).toEqual(await byLinearProgram(instance));
  },
);

test('every kind of instance passes its certificate at a size where the auction takes part', () => {
  for (const rho of [0.9, 1, 1.05, 1.15]) {
    const instance = generateUniform({ requests: 6000, mentors: 1500, k: 12, rho }, newRandom(7));
    const { matched } = solveInstance(instance);
    expect(matched).toBeLessThanOrEqual(Math.ceil(rho * 6000));
  }
  const region = regionInstance(generateRegion({ requests: 5000, mentors: 1000 }, newRandom(8)), 30, newRandom(9));
  expect(solveInstance(region).matched).toBeGreaterThan(4500);
});

test('one more place or one more candidate never lowers the coverage, nor the score at equal coverage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const random = newRandom(seed);
      const instance = generateUniform({ requests: 30, mentors: 8, k: 4, rho: 0.9 }, random);
      const before = solveInstance(instance);
      const cap = instance.cap.slice();
      cap[random.below(cap.length)]!++;
      expectNotWorse(solveInstance({ ...instance, cap }), before);
      expectNotWorse(solveInstance(withOneMoreEdge(instance, random)), before);
    }),
    runs(60),
  );
});

test('a hundred thousand equal scores, one giant group, and empty sides are no trouble', () => {
  const equal = generateUniform({ requests: 2000, mentors: 500, k: 50, rho: 1.02 }, newRandom(1));
  equal.w.fill(500);
  expect(solveInstance(equal)).toMatchObject({ matched: 2000, score: 1_000_000 });

  const giant: Instance = {
    rowPtr: Int32Array.from({ length: 30_001 }, (_, i) => i),
    col: new Int32Array(30_000),
    w: Int32Array.from({ length: 30_000 }, (_, i) => i % 1001),
    cap: Int32Array.of(20_000),
  };
  expect(solveInstance(giant).matched).toBe(20_000);

  const nobody: Instance = {
    rowPtr: Int32Array.of(0),
    col: new Int32Array(0),
    w: new Int32Array(0),
    cap: Int32Array.of(3),
  };
  expect(solveInstance(nobody)).toMatchObject({ matched: 0, score: 0 });
  const noMentors: Instance = {
    rowPtr: Int32Array.of(0, 0, 0),
    col: new Int32Array(0),
    w: new Int32Array(0),
    cap: new Int32Array(0),
  };
  expect(solveInstance(noMentors).matched).toBe(0);
  const noPlaces: Instance = {
    rowPtr: Int32Array.of(0, 1),
    col: Int32Array.of(0),
    w: Int32Array.of(1),
    cap: Int32Array.of(0),
  };
  expect(solveInstance(noPlaces).matched).toBe(0);
});

function expectNotWorse(after: { matched: number; score: number }, before: { matched: number; score: number }): void {
  expect(after.matched).toBeGreaterThanOrEqual(before.matched);
  if (after.matched === before.matched) expect(after.score).toBeGreaterThanOrEqual(before.score);
}

function withOneMoreEdge(instance: Instance, random: ReturnType<typeof newRandom>): Instance {
  const { rowPtr, col, w, cap } = instance;
  const i = random.below(rowPtr.length - 1);
  const row = [...col.subarray(rowPtr[i]!, rowPtr[i + 1]!)];
  const j = [...cap.keys()].find((one) => !row.includes(one))!;
  const at = rowPtr[i + 1]!;
  return {
    rowPtr: rowPtr.map((start, index) => (index > i ? start + 1 : start)),
    col: Int32Array.of(...col.subarray(0, at), j, ...col.subarray(at)),
    w: Int32Array.of(...w.subarray(0, at), random.below(1001), ...w.subarray(at)),
    cap,
  };
}

/** Coverage first by a reward for each pair that outweighs all scores; vertices are whole, since the matrix is unimodular. */
async function byLinearProgram({ rowPtr, col, w, cap }: Instance): Promise<{ matched: number; score: number }> {
  const solver = await (highs as unknown as () => Promise<Highs>)();
  const reward = 1001 * rowPtr.length;
  const objective: string[] = [];
  const places: string[][] = Array.from(cap, () => []);
  const limits: string[] = [];
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    const row: string[] = [];
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++) {
      objective.push(`${reward + w[e]!} x${e}`);
      row.push(`x${e}`);
      places[col[e]!]!.push(`x${e}`);
    }
    if (row.length > 0) limits.push(` r${i}: ${row.join(' + ')} <= 1`);
  }
  places.forEach((names, j) => {
    if (names.length > 0) limits.push(` m${j}: ${names.join(' + ')} <= ${cap[j]}`);
  });
  const found = solver.solve(`Maximize\n obj: ${objective.join('\n + ')}\nSubject To\n${limits.join('\n')}\nEnd\n`);
  const matched = Math.round(Object.values(found.Columns).reduce((sum, column) => sum + column.Primal, 0));
  return { matched, score: Math.round(found.ObjectiveValue) - matched * reward };
}

/** The package is typed as CommonJS but arrives as a module. */
interface Highs {
  solve(model: string): { ObjectiveValue: number; Columns: Record<string, { Primal: number }> };
}
