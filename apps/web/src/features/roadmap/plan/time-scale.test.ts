import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthAfter, monthShown, weeksOf } from './month-days.ts';
import { barOf, monthsOf } from './time-scale.ts';

const year = { start: '2026-09-01' as PlainDate, end: '2027-08-31' as PlainDate };

test('a school year has twelve months that fill it', () => {
  const months = monthsOf(year);
  expect(months.map(({ first }) => first.slice(0, 7))).toEqual([
    ...['09', '10', '11', '12'].map((month) => `2026-${month}`),
    ...['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2027-${month}`),
  ]);
  expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 9);
});

test('a term without days has no bar; one with a last day alone is a week before it', () => {
  expect(barOf({ start: null, due: null }, year)).toBeUndefined();
  expect(barOf({ start: null, due: '2026-10-10' as PlainDate }, year)?.width).toBeCloseTo(7 / 365, 9);
});

test('no bar leaves the period, wherever its days lie', () => {
  const days = fc.option(fc.integer({ min: -400, max: 800 }).map((shift) => addDays(year.start, shift)));
  fc.assert(
    fc.property(days, days, (start, due) => {
      const bar = barOf({ start, due }, year);
      if (!bar) return;
      expect(bar.from).toBeGreaterThanOrEqual(0);
      expect(bar.width).toBeGreaterThan(0);
      expect(bar.from + bar.width).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test('the weeks of a month begin on Mondays and hold all its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (months) => {
      const month = monthAfter('2000-01', months);
      const weeks = weeksOf(`${month}-01` as PlainDate);
      const days = weeks.flat().filter((each) => each.startsWith(month));
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(days.length).toBeGreaterThanOrEqual(28);
      expect(days.at(0)).toBe(`${month}-01`);
      expect(addDays(days.at(-1)!, 1).slice(0, 7)).toBe(monthAfter(month, 1));
    }),
  );
});

test('a month forth and back is the same month', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), (count) => {
      expect(monthAfter(monthAfter('2026-11', count), -count)).toBe('2026-11');
    }),
  );
});

test('the calendar opens at the address, else today, else the nearest end of the plan', () => {
  expect(monthShown('2027-02', year, '2026-11-21' as PlainDate)).toBe('2027-02');
  expect(monthShown(undefined, year, '2026-11-21' as PlainDate)).toBe('2026-11');
  expect(monthShown(undefined, year, '2026-01-10' as PlainDate)).toBe('2026-09');
  expect(monthShown(undefined, year, '2028-01-10' as PlainDate)).toBe('2027-08');
});
