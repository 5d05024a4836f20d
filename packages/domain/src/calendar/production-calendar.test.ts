import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber, plainDate, weekday } from './plain-date.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './production-calendar.ts';

test('RULE-17: a demand received on Friday 5 December 2025 with 10 working days is due on 19 December', () => {
  expect(addWorkingDays(plainDate('2025-12-05'), 10)).toBe('2025-12-19');
});

describe('days off and working Saturdays by decree', () => {
  test.each([
    ['2024-04-27', true],
    ['2024-04-29', false],
    ['2024-12-28', true],
    ['2024-12-31', false],
    ['2025-01-08', false],
    ['2025-01-09', true],
    ['2025-05-02', false],
    ['2025-05-08', false],
    ['2025-06-13', false],
    ['2025-11-01', true],
    ['2025-11-03', false],
    ['2026-01-09', false],
    ['2026-03-09', false],
    ['2026-05-11', false],
    ['2026-11-04', false],
    ['2026-12-31', false],
    ['2026-11-05', true],
  ])('%s works: %s', (day, works) => {
    expect(isWorkingDay(plainDate(day))).toBe(works);
  });
});

test('without a decree a holiday on a weekend gives the Monday after it', () => {
  expect(['2027-05-03', '2027-05-10', '2027-06-14'].map((day) => isWorkingDay(plainDate(day)))).toEqual([
    false,
    false,
    false,
  ]);
  expect(isWorkingDay(plainDate('2027-05-04'))).toBe(true);
});

describe('a year has as many working days as its published calendar', () => {
  test.each([
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i: %i', (year, count) => {
    expect(workingDaysBetween(plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`))).toBe(count);
  });
});

const days = fc
  .integer({ min: dayNumber(plainDate('2023-01-01')), max: dayNumber(plainDate('2028-12-31')) })
  .map(dayFromNumber);

test('adding working days lands on a working day with just so many between', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const due = addWorkingDays(day, count);
      expect(isWorkingDay(due)).toBe(true);
      expect(workingDaysBetween(day, due)).toBe(count);
    }),
    { numRuns: 500 },
  );
});

test('a Sunday never works, and no week is without a day off', () => {
  fc.assert(
    fc.property(days, (day) => {
      const sunday = addDays(day, 7 - weekday(day));
      expect(isWorkingDay(sunday)).toBe(false);
    }),
  );
});
