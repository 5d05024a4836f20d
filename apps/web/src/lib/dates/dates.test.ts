import { dayFromNumber, plainDate } from '@nastavnik/domain/calendar/plain-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDays, dayInFigures, dayInWords, daysFromToday, lateBy, spanInWords, untilDay } from './dates.ts';

const today = plainDate('2026-02-10');

describe('a day is said as a colleague says it', () => {
  test('a deadline of this year is «до 13 февраля»', () => {
    expect(untilDay(plainDate('2026-02-13'), today, 'ru')).toBe('до 13 февраля');
    expect(untilDay(plainDate('2026-02-13'), today, 'en')).toBe('by 13 February');
  });

  test('the year is named when it is another one', () => {
    expect(dayInWords(plainDate('2027-05-31'), today, 'ru')).toBe('31 мая 2027 г.');
  });

  test.each([
    ['2026-02-10', 'сегодня'],
    ['2026-02-11', 'завтра'],
    ['2026-02-13', 'через 3 дня'],
    ['2026-02-15', 'через 5 дней'],
    ['2026-03-03', 'через 21 день'],
  ])('%s is «%s»', (day, words) => {
    expect(daysFromToday(plainDate(day), today, 'ru')).toBe(words);
  });

  test.each([
    [1, 'просрочено на 1 день'],
    [3, 'просрочено на 3 дня'],
    [11, 'просрочено на 11 дней'],
    [21, 'просрочено на 21 день'],
  ])('%i days late is «%s»', (days, words) => {
    expect(lateBy(days, 'ru')).toBe(words);
  });

  test('English counts days too', () => {
    expect(countDays(1, 'en')).toBe('1 day');
    expect(lateBy(2, 'en')).toBe('2 days late');
  });

  test('a span names both ends, a half-open one the end it has', () => {
    const [start, end] = [plainDate('2026-02-01'), plainDate('2026-02-13')];
    expect(spanInWords({ start, end }, today, 'ru')).toBe('1–13 февраля');
    expect(spanInWords({ start: null, end }, today, 'ru')).toBe('до 13 февраля');
    expect(spanInWords({ start, end: null }, today, 'ru')).toBe('с 1 февраля');
    expect(spanInWords({ start: end, end }, today, 'ru')).toBe('13 февраля');
  });
});

test('no time zone moves a day: the figures of any day are the day itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber), (day) => {
      const [year, month, date] = day.split('-');
      expect(dayInFigures(day, 'ru')).toBe(`${date}.${month}.${year}`);
    }),
  );
});
