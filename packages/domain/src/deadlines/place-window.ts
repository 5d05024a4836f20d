import { addDays, type DateSpan, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { beginsWithSchoolYear, schoolYearSpan } from '../calendar/school-year.ts';
import type { CalendarUnit, DeadlineContext, When, YearRef } from './deadline.ts';
import type { DeadlineWindow } from './deadline-reading.ts';
import { isCalendar, unitSpan, ymd } from './unit-span.ts';

/** Where a window may lie, the likeliest first; empty when no such day exists. */
export type Placement = {
  readonly candidates: readonly DeadlineWindow[];
  /** All places inside the period in date order, for what repeats every year. */
  readonly every: readonly DeadlineWindow[];
  /** The year stands in the phrase, so it was not placed by the period. */
  readonly written: boolean;
  /** Where it is not in the period at all. */
  readonly outside: boolean;
  readonly backwards: boolean;
};

const NOWHERE: Placement = { candidates: [], every: [], written: false, outside: false, backwards: false };

/**
 * Places a window in the plan. A month without a year lies in the period; August before a period that begins on 1 September is its month
 * of preparation and comes first. In a plan of several years the latest place is preferred, and the others are alternatives.
 */
export function placeWindow(when: When, context: DeadlineContext): Placement {
  const years = unitsOf(when).map(yearOf);
  const written = years.find(isCalendar);
  if (written) return placeWritten(when, written.calendar, context);
  const school = years.find((year) => year !== null && 'school' in year);
  const named = school && 'school' in school && school.school !== null ? school : null;
  if (unitsOf(when).every((unit) => isWholeYear(unit))) return placeWritten(when, 0, context);
  const period =
    named !== null && named.school !== null
      ? schoolYearSpan(named.school, named.last ?? named.school + 1)
      : context.period;
  return placeInPeriod(when, period, context, named !== null);
}

function unitsOf(when: When): readonly CalendarUnit[] {
  return when.kind === 'range' ? [when.from, when.to] : [when.unit];
}

/** The year said in a unit; a range of years counts by its first. */
export function yearOf(unit: CalendarUnit): YearRef {
  if (unit.unit === 'years') return { calendar: unit.first };
  return unit.unit === 'partOf' ? yearOf(unit.whole) : unit.year;
}

function isWholeYear(unit: CalendarUnit): boolean {
  return unit.unit === 'year' || (unit.unit === 'partOf' && isWholeYear(unit.whole));
}

function placeWritten(when: When, year: number, context: DeadlineContext): Placement {
  // «13.10-15.10.2014», «октябрь 2023 - апрель»: the end without a year lies on the side that keeps the order.
  const lone = when.kind === 'range' && (yearOf(when.from) === null) !== (yearOf(when.to) === null);
  const years =
    lone && when.kind === 'range' ? (yearOf(when.from) === null ? [year, year - 1] : [year, year + 1]) : [year];
  let backwards = false;
  for (const base of years) {
    const placed = windowAt(when, base, context, false);
    if (placed === 'backwards') backwards = true;
    else if (placed)
      return { candidates: [placed.window], every: [placed.window], written: true, outside: false, backwards: false };
  }
  return { ...NOWHERE, written: true, backwards };
}

type Placed = { readonly window: DeadlineWindow; readonly core: DateSpan };

function placeInPeriod(when: When, period: DateSpan, context: DeadlineContext, named: boolean): Placement {
  const floor = beginsWithSchoolYear(period) ? ymd(Number(period.start.slice(0, 4)), 8, 1) : period.start;
  const all: Placed[] = [];
  for (let year = Number(period.start.slice(0, 4)) - 1; year <= Number(period.end.slice(0, 4)) + 1; year += 1) {
    const placed = windowAt(when, year, context, true);
    if (placed && placed !== 'backwards') all.push(placed);
  }
  const inside = all.filter(({ core }) => core.start >= floor && core.end <= period.end);
  const touching = all.filter((placed) => inside.includes(placed) || overlaps(placed.core, period));
  if (touching.length === 0) return outsidePlacement(all, period);
  const severalYears = daysBetween(period.start, period.end) > 400;
  const preferred = (severalYears ? inside.at(-1) : inside[0]) ?? touching[0];
  const candidates = preferred ? [preferred, ...touching.filter((placed) => placed !== preferred)] : [];
  const every = severalYears ? inside : preferred ? [preferred] : [];
  return {
    candidates: candidates.map(({ window }) => window),
    every: every.map(({ window }) => window),
    written: named,
    outside: false,
    backwards: false,
  };
}

function outsidePlacement(all: readonly Placed[], period: DateSpan): Placement {
  const near = [...all].sort((a, b) => distance(a.core, period) - distance(b.core, period))[0];
  if (!near) return NOWHERE;
  return { candidates: [near.window], every: [], written: false, outside: true, backwards: false };
}

function overlaps(a: DateSpan, b: DateSpan): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function distance(core: DateSpan, period: DateSpan): number {
  return core.start > period.end ? daysBetween(period.end, core.start) : daysBetween(core.end, period.start);
}

/** The window when its first unit lies in this calendar year, with the days by which it is placed. */
function windowAt(when: When, year: number, context: DeadlineContext, rolls: boolean): Placed | 'backwards' | null {
  if (when.kind === 'range') return rangeAt(when, year, context, rolls);
  const span = unitSpan(when.unit, year, context);
  if (!span) return null;
  switch (when.kind) {
    case 'in':
      return { window: span, core: span };
    case 'by':
      return { window: { start: null, end: span.end }, core: point(span.end) };
    case 'before': {
      const eve = addDays(span.start, -1);
      return { window: { start: null, end: eve }, core: point(eve) };
    }
    case 'since':
      return { window: { start: span.start, end: null }, core: point(span.start) };
  }
}

function rangeAt(
  when: Extract<When, { kind: 'range' }>,
  year: number,
  context: DeadlineContext,
  rolls: boolean,
): Placed | 'backwards' | null {
  const from = unitSpan(when.from, year, context);
  if (!from) return null;
  const tries = rolls || yearOf(when.to) === null ? [year, year + 1] : [year];
  let seen = false;
  for (const toYear of tries) {
    const to = unitSpan(when.to, toYear, context);
    if (!to) continue;
    seen = true;
    if (to.end >= from.start) {
      const span = { start: from.start, end: to.end };
      return { window: span, core: span };
    }
  }
  return seen ? 'backwards' : null;
}

function point(day: PlainDate): DateSpan {
  return { start: day, end: day };
}
