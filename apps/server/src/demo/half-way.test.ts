import { addDays, daysBetween, plainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test } from 'vitest';
import { halfWayPeriod, periodWords } from './half-way.ts';

test('whatever the day, the demonstration is between a third and two thirds of its period', () => {
  for (let at = 0; at < 730; at += 1) {
    const today = addDays(plainDate('2026-01-01'), at);
    const { start, end } = halfWayPeriod(today);
    const share = daysBetween(start, today) / daysBetween(start, end);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  }
});

test('periods are named as schools name them', () => {
  expect(periodWords({ start: plainDate('2025-09-01'), end: plainDate('2026-08-31') })).toBe('2025/26 учебный год');
  expect(periodWords({ start: plainDate('2025-09-01'), end: plainDate('2027-08-31') })).toBe('2025–2027 учебные годы');
  expect(periodWords({ start: plainDate('2026-01-01'), end: plainDate('2026-12-31') })).toBe('2026 год');
});
