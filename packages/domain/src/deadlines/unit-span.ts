import {
  addDays,
  type DateSpan,
  daysBetween,
  daysInMonth,
  type PlainDate,
  plainDate,
  weekday,
} from '../calendar/plain-date.ts';
import { calendarYearSpan, schoolYearOf, schoolYearSpan } from '../calendar/school-year.ts';
import type { CalendarUnit, DeadlineContext, MonthPart, Season, YearRef } from './deadline.ts';

/** Days of a month that a part of it means; the end counts from the month's last day. By convention «начало» and «конец» are ten days. */
const MONTH_PARTS: Readonly<Record<MonthPart, readonly [from: number, to: number]>> = {
  start: [1, 10],
  middle: [11, 20],
  end: [21, 31],
  firstHalf: [1, 15],
  secondHalf: [16, 31],
  decade1: [1, 10],
  decade2: [11, 20],
  decade3: [21, 31],
  week1: [1, 7],
  week2: [8, 14],
  week3: [15, 21],
  week4: [22, 28],
  week5: [29, 31],
  lastWeek: [-7, 31],
};

const SEASON_START: Readonly<Record<Season, number>> = { autumn: 9, winter: 12, spring: 3, summer: 6 };

/**
 * The days of a unit in a calendar year (for school terms and holidays: in the calendar year they begin in). A year written in the unit
 * itself wins over `year`. Null when the unit does not exist in that year (31 September, the fifth week of February).
 */
export function unitSpan(unit: CalendarUnit, year: number, context: DeadlineContext): DateSpan | null {
  switch (unit.unit) {
    case 'day':
      return daySpan(own(unit.year, year), unit.month, unit.day);
    case 'month':
      return daysOf(own(unit.year, year), unit.month, 1, 31);
    case 'monthPart':
      return unit.month === null ? null : partSpan(own(unit.year, year), unit.month, unit.part);
    case 'weekdayOfMonth':
      return nthWeekday(own(unit.year, year), unit.month, unit.weekday, unit.nth);
    case 'quarter':
      return monthsSpan(own(unit.year, year), unit.number * 3 - 2, 3);
    case 'season':
      return monthsSpan(own(unit.year, year), SEASON_START[unit.season], 3);
    case 'halfYear':
      if (isCalendar(unit.year)) return monthsSpan(unit.year.calendar, unit.number * 6 - 5, 6);
      return termBeginningIn(year, (start) => context.terms.halves(start)[unit.number - 1]);
    case 'schoolQuarter':
      return termBeginningIn(own(unit.year, year), (start) => context.terms.quarters(start)[unit.number - 1]);
    case 'trimester':
      return termBeginningIn(own(unit.year, year), (start) => context.terms.trimesters(start)[unit.number - 1]);
    case 'holidays':
      return termBeginningIn(own(unit.year, year), (start) => context.terms.holidays(start)[unit.season]);
    case 'year':
      return yearSpan(unit.year, context);
    case 'years':
      return calendarYearSpan(unit.first, unit.last);
    case 'partOf':
      return partOfSpan(unit.part, unit.whole, year, context);
  }
}

export function isCalendar(year: YearRef): year is { readonly calendar: number } {
  return year !== null && 'calendar' in year;
}

function own(ref: YearRef, year: number): number {
  return isCalendar(ref) ? ref.calendar : year;
}

/** A school year by its name, or the plan's own period. */
export function yearSpan(ref: YearRef, context: DeadlineContext): DateSpan {
  if (ref === null) return context.period;
  if ('calendar' in ref) return calendarYearSpan(ref.calendar);
  return ref.school === null ? context.period : schoolYearSpan(ref.school, ref.last ?? ref.school + 1);
}

function daySpan(year: number, month: number, day: number): DateSpan | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const date = ymd(year, month, day);
  return { start: date, end: date };
}

function daysOf(year: number, month: number, from: number, to: number): DateSpan | null {
  const last = daysInMonth(year, month);
  const first = from < 0 ? last + from + 1 : from;
  return first > last ? null : { start: ymd(year, month, first), end: ymd(year, month, Math.min(to, last)) };
}

export function partSpan(year: number, month: number, part: MonthPart): DateSpan | null {
  const [from, to] = MONTH_PARTS[part];
  return daysOf(year, month, from, to);
}

/** The nth weekday of a month as a span of one day, -1 the last; null when there is no fifth. */
export function nthWeekday(year: number, month: number, wanted: number, nth: number): DateSpan | null {
  const first = ymd(year, month, 1);
  const firstMatch = 1 + ((wanted - weekday(first) + 7) % 7);
  const last = daysInMonth(year, month);
  const day = nth > 0 ? firstMatch + 7 * (nth - 1) : firstMatch + 7 * Math.floor((last - firstMatch) / 7);
  return day > last ? null : daySpan(year, month, day);
}

function monthsSpan(year: number, month: number, count: number): DateSpan {
  const last = month + count - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  return { start: ymd(year, month, 1), end: ymd(endYear, endMonth, daysInMonth(endYear, endMonth)) };
}

function termBeginningIn(year: number, term: (startYear: number) => DateSpan | undefined): DateSpan | null {
  for (const startYear of [year, year - 1]) {
    const span = term(startYear);
    if (span && Number(span.start.slice(0, 4)) === year) return span;
  }
  return null;
}

/** «Конец четверти» is its last ten days; of a year it is a month: September and May of a school year, January and December of a calendar year. */
function partOfSpan(
  part: 'start' | 'middle' | 'end',
  whole: CalendarUnit,
  year: number,
  context: DeadlineContext,
): DateSpan | null {
  const span = unitSpan(whole, year, context);
  if (!span) return null;
  if (daysBetween(span.start, span.end) < 200) return tenDays(span, part);
  if (span.start.endsWith('-09-01')) {
    const from = schoolYearOf(span.start);
    const to = schoolYearOf(span.end) + 1;
    if (part === 'start') return daysOf(from, 9, 1, 30);
    return part === 'end' ? daysOf(to, 5, 1, 31) : daysOf(from + 1, 1, 1, 31);
  }
  if (part === 'start') return { start: span.start, end: addDays(span.start, 30) };
  if (part === 'end') return { start: addDays(span.end, -30), end: span.end };
  const middle = addDays(span.start, Math.floor(daysBetween(span.start, span.end) / 2));
  return { start: addDays(middle, -15), end: addDays(middle, 15) };
}

/** The first, middle or last ten days of a span, or less where it is shorter. */
export function tenDays(span: DateSpan, part: 'start' | 'middle' | 'end'): DateSpan {
  const length = daysBetween(span.start, span.end) + 1;
  if (length <= 10) return span;
  if (part === 'start') return { start: span.start, end: addDays(span.start, 9) };
  if (part === 'end') {
    // Of a whole month the end begins on the 21st, whatever its length.
    const from = span.start.slice(0, 7) === span.end.slice(0, 7) ? addDays(span.start, 20) : addDays(span.end, -9);
    return { start: from, end: span.end };
  }
  const from = addDays(span.start, Math.floor((length - 10) / 2));
  return { start: from, end: addDays(from, 9) };
}

export function ymd(year: number, month: number, day: number): PlainDate {
  return plainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}
