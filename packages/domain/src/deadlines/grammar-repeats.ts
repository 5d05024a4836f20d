import type { Repeat, RepeatPlace, RepeatUnit } from './deadline.ts';
import { attempt, type Cursor, take, takeKind, tokenAt, wordAt } from './grammar-cursor.ts';
import { readFullYear, readNumber } from './grammar-units.ts';
import { readNumberSpans } from './grammar-windows.ts';

export type YearlyItem = { readonly yearly: true; readonly since: number | null };

/** A repetition: «ежемесячно до 25 числа», «1 раз в четверть», «каждую вторую пятницу месяца»; «ежегодно» is answered apart. */
export function readRepeat(cursor: Cursor): Repeat | YearlyItem | null {
  return (
    attempt(cursor, readAdverb) ??
    attempt(cursor, readTimes) ??
    attempt(cursor, readEvery) ??
    attempt(cursor, readMonthDays) ??
    attempt(cursor, readPartOfEachMonth) ??
    attempt(cursor, readByUnits) ??
    attempt(cursor, readWeekdays)
  );
}

function repeat(unit: RepeatUnit, more: Partial<Repeat> = {}): Repeat | YearlyItem {
  const made: Repeat = { unit, interval: 1, times: 1, on: null, within: null, ...more };
  if (unit === 'year' && made.times === 1 && made.interval === 1) return { yearly: true, since: null };
  return made;
}

/** «Далее ежеквартально», «ежегодно с 2023 года». */
function readAdverb(cursor: Cursor): Repeat | YearlyItem | null {
  take(cursor, 'then');
  const adverb = take(cursor, 'adverb');
  if (!adverb) return null;
  const unit = adverb.v as RepeatUnit;
  if (unit === 'year') return { yearly: true, since: attempt(cursor, readSinceYear) };
  takeKind(cursor, 'comma');
  return repeat(unit, { on: attempt(cursor, readPlace) });
}

/** «С 2023», «начиная с 2023 года». */
function readSinceYear(cursor: Cursor): number | null {
  while (take(cursor, 'prep', 'from')) continue;
  if (!wordAt(cursor, 'prep', -1, 'from')) return null;
  const year = readFullYear(cursor);
  if (year === null || tokenAt(cursor)?.kind === 'dash') return null;
  take(cursor, 'unit', 'year');
  return year;
}

/** «1 раз в полугодие», «не реже 2 раз в месяц», «дважды в год», «раз в 2 недели», «1-2 раза в год». */
function readTimes(cursor: Cursor): Repeat | YearlyItem | null {
  if (wordAt(cursor, 'no') && wordAt(cursor, 'atLeast', 1)) cursor.at += 2;
  else {
    take(cursor, 'prep', 'upTo');
    take(cursor, 'atLeast');
  }
  if (tokenAt(cursor, 1)?.text === 'чем') takeKind(cursor, 'comma');
  if (tokenAt(cursor)?.text === 'чем') cursor.at += 1;
  const once = take(cursor, 'once');
  let times = once?.n ?? null;
  if (!once) {
    const spans = readNumberSpans(cursor);
    if (!take(cursor, 'times')) return null;
    times = spans?.[0]?.from ?? 1;
  }
  if (times === null || times < 1) return null;
  if (!take(cursor, 'prep', 'in') && !takeKind(cursor, 'slash')) return null;
  // «2 раза в течение года».
  if (take(cursor, 'over')) take(cursor, 'whole');
  take(cursor, 'every');
  const interval = attempt(cursor, readCount) ?? 1;
  take(cursor, 'current');
  take(cursor, 'school');
  take(cursor, 'calendar');
  const unit = takeUnit(cursor);
  if (!unit) return null;
  // «2 раза в 4 месяца» is «1 раз в 2 месяца».
  return times > 1 && interval % times === 0
    ? repeat(unit, { interval: interval / times })
    : repeat(unit, { times, interval });
}

/** «По полугодиям», «по четвертям»; «в конце четверти» without its number is the end of each. */
function readByUnits(cursor: Cursor): Repeat | YearlyItem | null {
  if (take(cursor, 'prep', 'upTo')) {
    const working = wordAt(cursor, 'working') !== null;
    if (!working && !/[ая]м$/.test(tokenAt(cursor)?.text ?? '')) return null;
    const unit = takeUnit(cursor);
    return unit && unit !== 'day' && unit !== 'year' ? repeat(unit) : null;
  }
  take(cursor, 'prep', 'in');
  const part = take(cursor, 'part')?.v as 'start' | 'middle' | 'end' | undefined;
  const unit = part ? takeUnit(cursor) : null;
  if (!part || !unit || unit === 'day' || unit === 'year' || unit === 'week') return null;
  return repeat(unit, { on: { kind: 'part', part } });
}

function readCount(cursor: Cursor): number | null {
  const number = readNumber(cursor);
  return number !== null && number >= 1 ? number : null;
}

const UNITS: Readonly<Record<string, RepeatUnit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  schoolQuarter: 'schoolQuarter',
  trimester: 'trimester',
  halfYear: 'halfYear',
  year: 'year',
};

function takeUnit(cursor: Cursor): RepeatUnit | null {
  if (wordAt(cursor, 'working') && wordAt(cursor, 'unit', 1, 'day')) {
    cursor.at += 2;
    return 'workingDay';
  }
  const unit = UNITS[wordAt(cursor, 'unit')?.v ?? ''];
  if (!unit) return null;
  cursor.at += 1;
  return unit;
}

/** «Каждый месяц», «каждые 2 недели», «каждую последнюю пятницу месяца», «в конце каждой четверти», «каждый понедельник и среду». */
function readEvery(cursor: Cursor): Repeat | YearlyItem | null {
  const after = wordAt(cursor, 'prep', 0, 'upTo') && wordAt(cursor, 'event', 1);
  if (after) cursor.at += 2;
  else take(cursor, 'prep', 'in');
  // «По итогам каждой четверти» is done at its end.
  const part = after ? 'end' : (take(cursor, 'part')?.v as 'start' | 'middle' | 'end' | undefined);
  if (!take(cursor, 'every')) return null;
  // «Каждый сентябрь».
  if (!part && wordAt(cursor, 'month')) return { yearly: true, since: null };
  take(cursor, 'school');
  const days = part ? null : attempt(cursor, readDaysPlace);
  if (days) return repeat('month', { on: days });
  const weekdays = part ? null : (attempt(cursor, readNthWeekday) ?? attempt(cursor, readWeekdayList));
  if (weekdays) return repeat(weekdays.nth.length > 0 ? 'month' : 'week', { on: weekdays });
  const interval = attempt(cursor, readCount) ?? 1;
  take(cursor, 'school');
  const unit = takeUnit(cursor);
  if (!unit) return null;
  if (part) return { unit, interval, times: 1, on: { kind: 'part', part }, within: null };
  takeKind(cursor, 'comma');
  return repeat(unit, { interval, on: unit === 'year' ? null : attempt(cursor, readPlace) });
}

/** Where in the unit: «до 25 числа», «15 числа», «в конце месяца», «по средам», «в последнюю пятницу». */
function readPlace(cursor: Cursor): RepeatPlace | null {
  const days = attempt(cursor, readDaysPlace) ?? attempt(cursor, readShareAlone);
  if (days) return days;
  if (take(cursor, 'prep', 'in')) {
    const part = take(cursor, 'part')?.v as 'start' | 'middle' | 'end' | undefined;
    if (part) return takeUnit(cursor) ? { kind: 'part', part } : null;
    return attempt(cursor, readNthWeekday) ?? attempt(cursor, readWeekdayList);
  }
  if (take(cursor, 'prep', 'upTo')) return attempt(cursor, readWeekdayList);
  return attempt(cursor, readNthWeekday) ?? attempt(cursor, readWeekdayList);
}

/** «Ежемесячно, последняя неделя»; with a month it is a window of its own. */
function readShareAlone(cursor: Cursor): RepeatPlace | null {
  take(cursor, 'prep', 'in');
  const share = readMonthShare(cursor);
  return share && !wordAt(cursor, 'month') ? share : null;
}

/** «До 25 числа каждого месяца», «25 числа ежемесячно», «последний день месяца». */
function readMonthDays(cursor: Cursor): Repeat | YearlyItem | null {
  const on = readDaysPlace(cursor);
  if (!on) return null;
  const quarterly = take(cursor, 'adverb', 'quarter');
  if (!quarterly) take(cursor, 'adverb', 'month');
  return repeat(quarterly ? 'quarter' : 'month', { on });
}

/** «Последняя неделя каждого месяца», «в первой половине месяца», «вторая декада месяца». */
function readPartOfEachMonth(cursor: Cursor): Repeat | YearlyItem | null {
  take(cursor, 'prep', 'in');
  const on = readMonthShare(cursor);
  const every = take(cursor, 'every');
  return on && (take(cursor, 'unit', 'month') || every) ? repeat('month', { on }) : null;
}

function readMonthShare(cursor: Cursor): RepeatPlace | null {
  const number = readNumber(cursor);
  const length = take(cursor, 'half') ? 15 : take(cursor, 'unit', 'week') ? 7 : take(cursor, 'unit', 'decade') ? 10 : 0;
  if (number === null || length === 0 || number === 0 || number * length > 35) return null;
  if (number === -1) return { kind: 'monthDaySpan', from: { 15: 16, 7: 25, 10: 21 }[length] ?? 21, to: 31 };
  const to = number * length;
  return { kind: 'monthDaySpan', from: to - length + 1, to: to >= 29 || (length === 15 && number === 2) ? 31 : to };
}

function readDaysPlace(cursor: Cursor): RepeatPlace | null {
  const by = attempt(cursor, readByWord) !== null;
  if (!by && wordAt(cursor, 'prep')) cursor.at += 1;
  const spans = readNumberSpans(cursor);
  if (!spans) return null;
  const isDay = take(cursor, 'monthDay') ?? (spans[0]?.from === -1 ? take(cursor, 'unit', 'day') : null);
  if (!isDay || spans.some((span) => !isMonthDay(span.from) || (span.to !== null && !isMonthDay(span.to)))) return null;
  if (wordAt(cursor, 'month')) return null;
  takeEveryMonth(cursor);
  const [first] = spans;
  if (first && first.to !== null) return { kind: 'monthDaySpan', from: first.from, to: first.to };
  return { kind: 'monthDays', days: spans.map((span) => span.from), by };
}

function isMonthDay(day: number): boolean {
  return day === -1 || (day >= 1 && day <= 31);
}

function readByWord(cursor: Cursor): true | null {
  if (take(cursor, 'no')) {
    if (!take(cursor, 'later')) return null;
    if (tokenAt(cursor)?.text === 'чем') cursor.at += 1;
    take(cursor, 'prep', 'by');
    return true;
  }
  attempt(cursor, (c) => {
    take(c, 'prep', 'in');
    return take(c, 'term') ? true : null;
  });
  return take(cursor, 'prep', 'by') ? true : null;
}

/** «Каждого месяца», «месяца, следующего за отчетным». */
function takeEveryMonth(cursor: Cursor): void {
  take(cursor, 'every');
  take(cursor, 'unit', 'month');
  attempt(cursor, (c) => {
    takeKind(c, 'comma');
    if (!take(c, 'next')) return null;
    take(c, 'prep', 'in');
    while (tokenAt(c)?.kind === 'word' && (tokenAt(c)?.word === null || wordAt(c, 'unit'))) c.at += 1;
    return true;
  });
}

type Weekdays = Extract<RepeatPlace, { kind: 'weekdays' }>;

/** «Последняя пятница месяца», «первый и третий вторник каждого месяца». */
function readNthWeekday(cursor: Cursor): Weekdays | null {
  const spans = readNumberSpans(cursor);
  const weekday = spans ? take(cursor, 'weekday') : null;
  if (!spans || !weekday || wordAt(cursor, 'month')) return null;
  take(cursor, 'every');
  take(cursor, 'unit', 'month');
  const nth = spans.map((span) => span.from);
  return nth.every((n) => n === -1 || (n >= 1 && n <= 5)) ? { kind: 'weekdays', weekdays: [weekday.n], nth } : null;
}

/** «Вторникам и четвергам», «пн, ср, пт», «понедельник-среда». */
function readWeekdayList(cursor: Cursor): Weekdays | null {
  const weekdays: number[] = [];
  for (;;) {
    const weekday = take(cursor, 'weekday');
    if (!weekday) break;
    const last = attempt(cursor, (c) => (takeKind(c, 'dash') ? take(c, 'weekday') : null));
    for (let day = weekday.n; day <= (last?.n ?? weekday.n); day += 1) if (!weekdays.includes(day)) weekdays.push(day);
    const more = attempt(cursor, (c) => {
      const comma = takeKind(c, 'comma');
      const and = take(c, 'and');
      if (!comma && !and) return null;
      take(c, 'every');
      return wordAt(c, 'weekday') ? true : null;
    });
    if (!more) break;
  }
  return weekdays.length > 0 ? { kind: 'weekdays', weekdays: weekdays.sort((a, b) => a - b), nth: [] } : null;
}

/** «По средам», «последняя пятница месяца», «понедельник». */
function readWeekdays(cursor: Cursor): Repeat | YearlyItem | null {
  if (!take(cursor, 'prep', 'upTo')) take(cursor, 'prep', 'in');
  const weekdays = attempt(cursor, readNthWeekday) ?? readWeekdayList(cursor);
  if (!weekdays) return null;
  take(cursor, 'adverb', weekdays.nth.length > 0 ? 'month' : 'week');
  return repeat(weekdays.nth.length > 0 ? 'month' : 'week', { on: weekdays });
}
