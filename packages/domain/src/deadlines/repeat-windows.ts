import { addDays, type DateSpan, daysBetween, daysInMonth, type PlainDate, weekday } from '../calendar/plain-date.ts';
import type { DeadlineContext, Repeat, RepeatPlace } from './deadline.ts';
import { nthWeekday, tenDays, ymd } from './unit-span.ts';

/** The concrete windows of a repetition inside a span, in date order, cut at its edges. */
export function repeatWindows(repeat: Repeat, span: DateSpan, context: DeadlineContext): DateSpan[] {
  const wholes = wholesOf(repeat, span, context);
  const placed = wholes.flatMap((whole) => placedIn(repeat, whole));
  return placed.flatMap((window) => {
    const cut = { start: later(window.start, span.start), end: earlier(window.end, span.end) };
    return cut.start <= cut.end ? [cut] : [];
  });
}

/** One whole per repetition: the week, the month, the term in which it is to be done. */
function wholesOf(repeat: Repeat, span: DateSpan, context: DeadlineContext): DateSpan[] {
  switch (repeat.unit) {
    case 'day':
      return days(span, repeat.interval, () => true);
    case 'workingDay':
      return days(span, repeat.interval, context.calendar.isWorkingDay);
    case 'week':
      return weeks(span, repeat.interval);
    case 'month':
      return months(span, repeat.interval, repeat.on !== null);
    case 'quarter':
      return repeat.on?.kind === 'monthDays' || repeat.on?.kind === 'monthDaySpan'
        ? months(span, 1, true).filter(({ start }) => Number(start.slice(5, 7)) % 3 === 1)
        : months(span, 3 * repeat.interval, false);
    case 'year':
      return repeat.times > 1 && (12 * repeat.interval) % repeat.times === 0
        ? months(span, (12 * repeat.interval) / repeat.times, false)
        : months(span, 12 * repeat.interval, false);
    case 'schoolQuarter':
      return terms(span, context.terms.quarters, repeat);
    case 'trimester':
      return terms(span, context.terms.trimesters, repeat);
    case 'halfYear':
      return terms(span, context.terms.halves, repeat);
  }
}

function days(span: DateSpan, interval: number, counts: (day: PlainDate) => boolean): DateSpan[] {
  const found: DateSpan[] = [];
  for (let day = span.start; day <= span.end; day = addDays(day, interval))
    if (counts(day)) found.push({ start: day, end: day });
  return found;
}

function weeks(span: DateSpan, interval: number): DateSpan[] {
  const found: DateSpan[] = [];
  for (
    let monday = addDays(span.start, 1 - weekday(span.start));
    monday <= span.end;
    monday = addDays(monday, 7 * interval)
  ) {
    found.push({ start: monday, end: addDays(monday, 7 * interval - 1) });
  }
  return found;
}

/** Blocks of months; whole calendar months when a day of the month is named, else counted from the month the span begins in. */
function months(span: DateSpan, count: number, single: boolean): DateSpan[] {
  const found: DateSpan[] = [];
  let year = Number(span.start.slice(0, 4));
  let month = Number(span.start.slice(5, 7));
  for (;;) {
    const start = ymd(year, month, 1);
    if (start > span.end) return found;
    const last = month - 1 + (single ? 0 : count - 1);
    const [endYear, endMonth] = [year + Math.floor(last / 12), (last % 12) + 1];
    found.push({ start, end: ymd(endYear, endMonth, daysInMonth(endYear, endMonth)) });
    const next = month - 1 + count;
    [year, month] = [year + Math.floor(next / 12), (next % 12) + 1];
  }
}

/** «1 раз в полугодие» may be done until the next half-year begins, so the terms tile the year; «в конце четверти» needs their own ends. */
function terms(
  span: DateSpan,
  of: (startYear: number) => readonly DateSpan[],
  { interval, times, on }: Repeat,
): DateSpan[] {
  const found: DateSpan[] = [];
  for (let year = Number(span.start.slice(0, 4)) - 1; year <= Number(span.end.slice(0, 4)) + 1; year += 1)
    found.push(...of(year));
  const tiles = on === null && times === 1;
  const wholes = found.map((term, index) => {
    const next = found[index + 1];
    return tiles && next ? { start: term.start, end: addDays(next.start, -1) } : term;
  });
  const inside = wholes.filter(({ start, end }) => start <= span.end && end >= span.start);
  return inside.filter((_, index) => index % interval === 0);
}

/** Where in the whole: all of it, its shares when it is to be done several times, or the named days. */
function placedIn(repeat: Repeat, whole: DateSpan): DateSpan[] {
  if (repeat.on) return namedPlace(repeat.on, whole);
  const shared = repeat.unit === 'year' && (12 * repeat.interval) % repeat.times === 0;
  return shared || repeat.times === 1 ? [whole] : shares(whole, repeat.times);
}

function shares(whole: DateSpan, times: number): DateSpan[] {
  const length = daysBetween(whole.start, whole.end) + 1;
  const count = Math.min(times, length);
  return Array.from({ length: count }, (_, index) => ({
    start: addDays(whole.start, Math.floor((length * index) / count)),
    end: addDays(whole.start, Math.floor((length * (index + 1)) / count) - 1),
  }));
}

function namedPlace(on: RepeatPlace, whole: DateSpan): DateSpan[] {
  const [year, month] = [Number(whole.start.slice(0, 4)), Number(whole.start.slice(5, 7))];
  switch (on.kind) {
    case 'part':
      return [tenDays(whole, on.part)];
    case 'monthDays':
      return on.days.map((day) => {
        const end = ymd(year, month, dayOfMonth(day, year, month));
        return { start: on.by ? whole.start : end, end };
      });
    case 'monthDaySpan':
      return [
        {
          start: ymd(year, month, dayOfMonth(on.from, year, month)),
          end: ymd(year, month, dayOfMonth(on.to, year, month)),
        },
      ];
    case 'weekdays':
      if (on.nth.length > 0) {
        return on.nth.flatMap((nth) => on.weekdays.flatMap((day) => nthWeekday(year, month, day, nth) ?? []));
      }
      return days(whole, 1, (day) => on.weekdays.includes(weekday(day)));
  }
}

/** The 31st of a shorter month is its last day. */
function dayOfMonth(day: number, year: number, month: number): number {
  const last = daysInMonth(year, month);
  return day < 0 ? last : Math.min(day, last);
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
