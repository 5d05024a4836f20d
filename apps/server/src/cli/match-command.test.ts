import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchCommand } from './match-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'match-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(args: readonly string[], input = '') {
  let out = '';
  let err = '';
  const code = await matchCommand(args, {
    stdin: chunks(input),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

async function* chunks(input: string) {
  yield input;
}

async function file(name: string, content: unknown): Promise<string> {
  const where = path.join(folder, name);
  await writeFile(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

const school = {
  version: 1,
  seed: 1,
  mentors: [
    { id: 'm1', capacity: 1 },
    { id: 'm2', capacity: 1 },
  ],
  requests: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3', priority: -1 }],
  policy: { criteria: [], mutual: 'bonus', loadBalance: 0, keepBonus: 0 },
  locks: [],
  exclusions: [],
  scores: [
    { request: 'r1', mentor: 'm1', score: 900 },
    { request: 'r1', mentor: 'm2', score: 800 },
    { request: 'r2', mentor: 'm1', score: 700 },
    { request: 'r3', mentor: 'm1', score: 1000 },
  ],
};

test('a snapshot is solved into the best whole as JSON', async () => {
  const { code, out } = await run(['solve', await file('s.json', school), '--json']);
  expect(code).toBe(0);
  const result = JSON.parse(out);
  expect(result.pairs).toEqual([
    { request: 'r1', mentor: 'm2', score: 800, source: 'score', kept: false },
    { request: 'r2', mentor: 'm1', score: 700, source: 'score', kept: false },
  ]);
  expect(result.unmatched).toEqual([{ request: 'r3', reason: 'SHORTAGE', group: 0 }]);
  expect(result.shortages).toEqual([{ requests: ['r2', 'r3'], mentors: ['m1'], places: 1 }]);
  expect(result.certificate).toBe('verified');
});

test('a snapshot from standard input gives the same bytes as from a file', async () => {
  const fromFile = await run(['solve', await file('s.json', school), '--json']);
  expect(await run(['solve', '-', '--json'], JSON.stringify(school))).toEqual(fromFile);
});

test('a result is verified, and a spoiled one is found out', async () => {
  const snapshot = await file('s.json', school);
  const { out } = await run(['solve', snapshot, '--json']);
  expect((await run(['verify', snapshot, await file('r.json', out)])).code).toBe(0);
  const spoiled = JSON.parse(out);
  spoiled.pairs.pop();
  const found = await run(['verify', snapshot, await file('bad.json', spoiled), '--json']);
  expect(found.code).toBe(1);
  expect(JSON.parse(found.out).valid).toBe(false);
});

test('a pair and somebody without one are explained', async () => {
  const snapshot = await file('s.json', school);
  const result = await file('r.json', (await run(['solve', snapshot, '--json'])).out);
  const pair = JSON.parse((await run(['explain', snapshot, result, '--request', 'r1', '--json'])).out);
  expect(pair).toMatchObject({
    mentor: 'm2',
    position: 2,
    candidates: 2,
    better: [{ mentor: 'm1', score: 900, full: true }],
  });
  expect(pair.prices).toEqual([{ mentor: 'm1', coverage: 1, mutual: 0, points: 600, moved: ['r2'] }]);
  const alone = await run(['explain', snapshot, result, '--request', 'r3', '--text']);
  expect(alone.out).toContain('Не хватает мест: 2 человека претендуют на 1 наставника, мест — 1.');
  expect(JSON.parse((await run(['explain', snapshot, result, '--mentor', 'm1', '--json'])).out).mentees).toEqual([
    { request: 'r2', score: 700 },
  ]);
});

test.each([
  ['no command that exists', ['play']],
  ['no file', ['solve']],
  ['an unknown option', ['solve', 's.json', '--fast']],
  ['nothing to explain', ['explain', 's.json', 'r.json']],
  ['an unknown kind', ['generate', '--kind', 'moon', '--mentees', '3', '--mentors', '2']],
  ['a size that is no number', ['generate', '--kind', 'region', '--mentees', 'many', '--mentors', '2']],
])('%s: usage, exit code 2', async (_what, args) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).toContain('nastavnik match solve');
});

test('a stranger to explain is a wrong use', async () => {
  const snapshot = await file('s.json', school);
  const result = await file('r.json', (await run(['solve', snapshot, '--json'])).out);
  expect((await run(['explain', snapshot, result, '--request', 'r9'])).code).toBe(2);
});

test.each([
  ['a file that is not there', undefined, 'ENOENT'],
  ['a file that is no JSON', '{"version":', 'JSON'],
  ['a mentor twice', { ...school, mentors: [school.mentors[0], school.mentors[0]] }, 'mentors[1].id: duplicate'],
  [
    'a negative capacity',
    { ...school, mentors: [{ id: 'm1', capacity: -2 }, school.mentors[1]] },
    'mentors[0].capacity: out-of-range',
  ],
  [
    'a list that names a stranger',
    { ...school, preferences: { ofRequest: { r1: [['m9']] }, ofMentor: {} } },
    'preferences.ofRequest["r1"][0][0]: unknown-mentor',
  ],
])('%s: refused with the path of the fault, exit code 3', async (_what, content, message) => {
  const where = content === undefined ? path.join(folder, 'absent.json') : await file('refused.json', content);
  const { code, out, err } = await run(['solve', where, '--json']);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(message);
});

test('a result of another snapshot is not explained', async () => {
  const result = await file('r.json', (await run(['solve', await file('s.json', school), '--json'])).out);
  const { code, err } = await run([
    'explain',
    await file('other.json', { ...school, seed: 2 }),
    result,
    '--request',
    'r1',
  ]);
  expect(code).toBe(3);
  expect(err).toContain('digest');
});

test('a generated region is the same every time, and is solved and verified', async () => {
  const args = ['generate', '--kind', 'region', '--mentees', '120', '--mentors', '30', '--seed', '5'];
  const { out } = await run(args);
  expect((await run(args)).out).toBe(out);
  const snapshot = await file('region.json', out);
  const result = await file('result.json', (await run(['solve', snapshot, '--json'])).out);
  expect((await run(['verify', snapshot, result])).code).toBe(0);
});

test('an instance written to files is measured, proved and compared with what is expected', async () => {
  const instance = path.join(folder, 'instance');
  expect(
    (await run(['generate', '--kind', 'tight', '--mentees', '200', '--mentors', '50', '--out', instance])).code,
  ).toBe(0);
  expect((await readFile(path.join(instance, 'rowPtr.bin'))).readInt32LE(4)).toBe(30);
  const { code, out } = await run(['bench', '--instance', instance, '--rounds', '1', '--json']);
  expect(code).toBe(0);
  const [figures] = JSON.parse(out).runs;
  expect(figures).toMatchObject({ requests: 200, mentors: 50, edges: 6000, certificate: 'verified' });
  const expected = { matched: figures.matched, score: figures.score };
  await writeFile(path.join(instance, 'expected.json'), JSON.stringify(expected));
  const again = await run(['bench', '--instance', instance, '--rounds', '1', '--json']);
  expect(JSON.parse(again.out).runs[0].expected).toEqual({ ...expected, agrees: true });
  await writeFile(path.join(instance, 'expected.json'), JSON.stringify({ ...expected, score: 1 }));
  expect((await run(['bench', '--instance', instance, '--rounds', '1', '--json'])).code).toBe(1);
}, 30_000);

test('an instance that contradicts itself is refused with the place of the fault', async () => {
  const instance = path.join(folder, 'broken');
  await run(['generate', '--kind', 'uniform', '--mentees', '20', '--mentors', '5', '--out', instance]);
  const col = await readFile(path.join(instance, 'col.bin'));
  col.writeInt32LE(77, 8);
  await writeFile(path.join(instance, 'col.bin'), col);
  const { code, err } = await run(['bench', '--instance', instance]);
  expect(code).toBe(3);
  expect(err).toContain('col[2]: unknown-mentor');
});
