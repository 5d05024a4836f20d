import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { deadlineContext } from './deadline.ts';
import { deadlines } from './deadline-arbitraries.testing.ts';
import { deadlineStateOn, nextDueOn, type Occurrence, occurrencesOf, spanOfOccurrences } from './evaluate-deadline.ts';
import { readDeadline } from './read-deadline.ts';

const plan = deadlineContext({ start: plainDate('2024-09-01'), end: plainDate('2025-08-31') });
const occurrences = (phrase: string) => occurrencesOf(readDeadline(phrase, plan), plan);

test('a recurring term is completed occurrence by occurrence', () => {
  expect(occurrences('Ежегодно, май и декабрь')).toEqual([
    { key: '2024-12-01/2024-12-31', start: '2024-12-01', end: '2024-12-31', kind: 'fixed' },
    { key: '2025-05-01/2025-05-31', start: '2025-05-01', end: '2025-05-31', kind: 'fixed' },
  ]);
  expect(occurrences('1 раз в полугодие').map(({ end }) => end)).toEqual(['2024-12-31', '2025-08-31']);
});

test('continuous work is due at the end of the cycle', () => {
  expect(occurrences('Постоянно')).toEqual([
    { key: 'continuous', start: '2024-09-01', end: '2025-08-31', kind: 'continuous' },
  ]);
});

test('work on request has no due date, and keeps the fixed part beside it', () => {
  expect(occurrences('Сентябрь, в течение года по запросу')).toEqual([
    { key: '2024-09-01/2024-09-30', start: '2024-09-01', end: '2024-09-30', kind: 'fixed' },
    { key: 'onDemand', start: '2024-10-01', end: null, kind: 'onDemand' },
  ]);
});

test('what is dated outside the plan has one occurrence without days', () => {
  expect(occurrences('по отдельному графику')).toEqual([{ key: 'external', start: null, end: null, kind: 'external' }]);
});

test('a task of every day is one continuous item, not hundreds', () => {
  expect(occurrences('ежедневно')).toHaveLength(1);
});

test('what is not understood has no occurrence', () => {
  expect(occurrences('ежекадрово')).toEqual([]);
});

const october: Occurrence = { key: 'k', start: plainDate('2024-10-01'), end: plainDate('2024-10-31'), kind: 'fixed' };

describe('the state of an item due in October', () => {
  test.each([
    ['2024-09-20', false, 'ahead'],
    ['2024-10-01', false, 'open'],
    ['2024-10-23', false, 'open'],
    ['2024-10-24', false, 'dueSoon'],
    ['2024-10-31', false, 'dueSoon'],
    ['2024-11-01', false, 'late'],
    ['2024-11-01', true, 'done'],
  ] as const)('on %s, done %s: %s', (day, done, state) => {
    expect(deadlineStateOn(october, plainDate(day), { done })).toBe(state);
  });
});

test('how soon is soon can be set', () => {
  expect(deadlineStateOn(october, plainDate('2024-10-20'), { done: false, soonDays: 14 })).toBe('dueSoon');
});

test('the next due date is the earliest of what is not done, late ones included', () => {
  const all = occurrences('1 раз в четверть');
  expect(nextDueOn(all, new Set())).toBe('2024-10-31');
  expect(nextDueOn(all, new Set([all[0]?.key ?? '']))).toBe('2024-12-31');
  expect(nextDueOn(all, new Set(all.map(({ key }) => key)))).toBeNull();
  expect(spanOfOccurrences(all)).toEqual({ start: '2024-09-01', end: '2025-08-31' });
});

test('occurrences of any deadline have keys of their own, ordered days, and a state on any day', () => {
  fc.assert(
    fc.property(deadlines, fc.integer({ min: -400, max: 800 }), (deadline, shift) => {
      const all = occurrencesOf(deadline, plan);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      for (const occurrence of all) {
        const { start, end } = occurrence;
        if (start !== null && end !== null) expect(start <= end).toBe(true);
        const state = deadlineStateOn(occurrence, addDays(plan.period.start, shift), { done: false });
        expect(state === 'late').toBe(
          end !== null && addDays(plan.period.start, shift) > end && occurrence.kind !== 'onDemand',
        );
      }
    }),
    { numRuns: 1500 },
  );
});
