import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noDeadline } from './deadline.ts';
import { deadlines } from './deadline-arbitraries.testing.ts';
import { parseDeadline } from './parse-deadline.ts';
import { printDeadline } from './print-deadline.ts';

// Longer runs: DEADLINE_RUNS=200000 npx vitest run --testTimeout 300000 --project pure print-deadline
const runs = Number(process.env['DEADLINE_RUNS'] ?? 4000);

test('what is printed reads back as the same deadline', () => {
  fc.assert(
    fc.property(deadlines, (deadline) => {
      expect(parseDeadline(printDeadline(deadline)).deadline).toEqual(deadline);
    }),
    { numRuns: runs },
  );
});

test.each([
  [
    { ...noDeadline, windows: [{ kind: 'by', unit: { unit: 'day', day: 13, month: 2, year: { calendar: 2023 } } }] },
    'до 13 февраля 2023 г.',
  ],
  [
    {
      ...noDeadline,
      windows: [{ kind: 'in', unit: { unit: 'month', month: 9, year: null } }],
      onDemand: { reason: 'request', within: 'year' },
    },
    'сентябрь, в течение года по запросу',
  ],
  [
    {
      ...noDeadline,
      windows: [
        {
          kind: 'range',
          from: { unit: 'day', day: 16, month: 1, year: { calendar: 2023 } },
          to: { unit: 'day', day: 31, month: 1, year: { calendar: 2023 } },
        },
      ],
    },
    '16–31 января 2023 г.',
  ],
] as const)('a deadline is printed as a school writes it: %#', (deadline, text) => {
  expect(printDeadline(deadline)).toBe(text);
});
