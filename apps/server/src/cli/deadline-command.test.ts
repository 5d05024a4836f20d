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

test('an alternative has the shape of a reading without alternatives', async () => {
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
    'issues',
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
  expect(out).toBe('внимание, не понято: «ежекадрово» (возможно: ежеквартально)\n');
});

test('without --json a person reads days and words', async () => {
  const { out } = await run(['parse', 'август', '--period', '2024-09-01..2025-08-31']);
  expect(out).toBe(
    'срок: 01.08.2024 – 31.08.2024\nили: 01.08.2025 – 31.08.2025\nвнимание, можно понять по-разному: «август»\n',
  );
  const daily = await run(['parse', 'ежедневно', '--period', '2024-09-01..2025-08-31']);
  expect(daily.out.split('\n').length).toBeLessThan(10);
});

test('lines may end in CR LF, be very long or hold bytes that are no letters', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('май\r\n'), 0xff, 0xd0, 0x0a]);
  const { code, out } = await run(['parse', '-'], [bytes, 'июнь '.repeat(50_000), '\n']);
  const texts = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).text);
  expect(code).toBe(0);
  expect(texts).toHaveLength(3);
  expect(texts[0]).toBe('май');
});

test('when the reader of the output has gone, the command ends quietly', async () => {
  let fail: (error: unknown) => void = () => undefined;
  let written = 0;
  const code = await deadlineCommand(['parse', '-'], {
    stdin: chunks(['май\n'.repeat(100)]),
    stdout: {
      write: () => {
        written += 1;
        queueMicrotask(() => fail(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })));
        return false;
      },
      on: (event, listener) => {
        if (event === 'error') fail = listener;
      },
    },
    stderr: { write: () => undefined },
  });
  expect([code, written]).toEqual([0, 1]);
});

test('help is no mistake', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
});

test.each([
  ['no action', []],
  ['an unknown action', ['print', 'май']],
  ['no phrase', ['parse']],
  ['two phrases', ['parse', 'май', 'июнь']],
  ['an unknown key', ['parse', 'май', '--yaml']],
  ['a period that does not exist', ['parse', 'май', '--period', '2024-02-30..2025-08-31']],
  ['a period without a value', ['parse', 'май', '--period']],
  ['a period that ends before it starts', ['parse', 'май', '--period', '2025-09-01..2025-08-31']],
] as const)('%s is wrong usage', async (_what, args) => {
  const { code, out, err } = await run(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('nastavnik deadline parse');
});
