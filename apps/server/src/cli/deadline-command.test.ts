import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test } from 'vitest';
import { deadlineCommand } from './deadline-command.ts';

async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []) {
  let out = '';
  let err = '';
  const code = await deadlineCommand(args, {
    stdin: chunks(input),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    today: plainDate('2025-02-10'),
  });
  return { code, out, err };
}

async function* chunks(input: readonly (string | Uint8Array)[]) {
  yield* input;
}

test('a phrase is answered with the JSON of its deadline and nothing else', async () => {
  const { code, out, err } = await run(['parse', 'до 13.02.2023', '--json']);
  expect(code).toBe(0);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({
    text: 'до 13.02.2023',
    windows: [{ start: null, end: '2023-02-13' }],
    recurrence: null,
    continuous: false,
    onDemand: false,
    external: null,
    alternatives: [],
    issues: [],
  });
});

test('an alternative has neither alternatives nor issues of its own', async () => {
  const { out } = await run(['parse', 'август', '--period', '2024-09-01..2025-08-31', '--json']);
  const reading = JSON.parse(out);
  expect(reading.windows).toEqual([{ start: '2024-08-01', end: '2024-08-31' }]);
  expect(Object.keys(reading.alternatives[0])).toEqual([
    'text',
    'windows',
    'recurrence',
    'continuous',
    'onDemand',
    'external',
  ]);
});

test('a dash reads a phrase a line, also where a letter is cut between two chunks, and answers one JSON a line', async () => {
  const bytes = new TextEncoder().encode('май\n\nпо запросу');
  const { code, out } = await run(
    ['parse', '-', '--period=2024-09-01..2025-08-31'],
    [bytes.slice(0, 3), bytes.slice(3)],
  );
  const readings = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(readings.map(({ text }) => text)).toEqual(['май', '', 'по запросу']);
  expect(readings[1].issues[0].code).toBe('deadline.empty');
  expect(readings[2].onDemand).toBe(true);
});

test('without a period the current school year is meant', async () => {
  const { out } = await run(['parse', 'март', '--json']);
  expect(JSON.parse(out).windows).toEqual([{ start: '2025-03-01', end: '2025-03-31' }]);
});

test('a phrase that is not understood is still read: the issue says so', async () => {
  const { code, out } = await run(['parse', 'ежекадрово']);
  expect(code).toBe(0);
  expect(out).toContain('возможно: ежеквартально');
});

test.each([
  ['no action', []],
  ['an unknown action', ['print', 'май']],
  ['no phrase', ['parse']],
  ['two phrases', ['parse', 'май', 'июнь']],
  ['an unknown key', ['parse', 'май', '--yaml']],
  ['a period that does not exist', ['parse', 'май', '--period', '2024-02-30..2025-08-31']],
  ['a period that ends before it starts', ['parse', 'май', '--period', '2025-09-01..2025-08-31']],
] as const)('%s is wrong usage', async (_what, args) => {
  const { code, out, err } = await run(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('nastavnik deadline parse');
});
