import { addDays, type DateSpan, daysBetween, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { cycleOf, schoolYearSpan } from '../calendar/school-year.ts';
import type { Deadline, DeadlineContext, Repeat, Scope, When } from './deadline.ts';
import type { DeadlineIssueCode, DeadlineMeaning, DeadlineWindow } from './deadline-reading.ts';
import { type Placement, placeWindow, yearOf } from './place-window.ts';
import { printRelative } from './print-relative.ts';
import { isMonthList, recurrenceRule } from './recurrence-rule.ts';
import { repeatWindows } from './repeat-windows.ts';
import { isCalendar } from './unit-span.ts';

/** A deadline placed in its period. */
export type ResolvedDeadline = {
  readonly meaning: DeadlineMeaning;
  /** Which of the windows is the span of continuous work, and which the time in which requests are taken. */
  readonly spans: { readonly continuous: DeadlineWindow | null; readonly onDemand: DeadlineWindow | null };
  /** How many places each choice left open; 1 when nothing was to choose. */
  readonly choices: number;
  readonly problems: readonly { readonly code: DeadlineIssueCode; readonly shift?: number }[];
};

/** The phrase itself, and its relative term as written, where there is one. */
export type SaidWords = { readonly text: string; readonly relativeWords?: string | null | undefined };

/** Places a deadline; `choice` takes the next likely place instead of the likeliest, for the alternatives. */
export function resolveDeadline(
  deadline: Deadline,
  given: DeadlineContext,
  { text, relativeWords }: SaidWords,
  choice = 0,
): ResolvedDeadline {
  const context = ownPeriod(deadline, given);
  const problems: { code: DeadlineIssueCode; shift?: number }[] = [];
  const windows: DeadlineWindow[] = [];
  let choices = 1;
  const external: string[] = deadline.external === null ? [] : [deadline.external];
  const repeated = deadline.yearly !== null || isMonthList(deadline);

  for (const when of deadline.windows) {
    if (needsOwnTerms(when, context)) {
      external.push(text.trim());
      continue;
    }
    if (when.kind !== 'range' && isMonthless(when)) {
      problems.push({ code: 'deadline.partly-understood' });
      continue;
    }
    if (deadline.yearly?.unknownStart) continue;
    const placements = readingsOf(when, context).map((reading) => placeWindow(reading, context));
    const candidates = placements.flatMap((placement) => placement.candidates);
    choices = Math.max(choices, candidates.length);
    const [placement] = placements;
    if (!placement) continue;
    problems.push(...placementProblems(placement, when, context));
    if (repeated && choice === 0 && placement.every.length > 1) {
      windows.push(...placement.every.filter((window) => !beforeSince(window, deadline)));
    } else {
      const chosen = candidates[Math.min(choice, candidates.length - 1)];
      if (chosen) windows.push(chosen);
    }
  }
  if (deadline.yearly && deadline.windows.length === 0 && external.length === 0 && !deadline.relative) {
    windows.push(...repeatWindows(yearRepeat, context.period, context));
  }
  for (const repeat of deadline.repeats) windows.push(...windowsOfRepeat(repeat, context));
  const continuous = deadline.continuous ? scopeWindows(deadline.continuous, context) : [];
  const demand = deadline.onDemand?.within ? demandWindows(deadline.onDemand.within, windows, context) : [];
  windows.push(...continuous, ...demand);
  if (deadline.relative) external.push(relativeWords ?? printRelative(deadline.relative));

  const rrule = recurrenceRule(deadline);
  return {
    meaning: {
      text,
      windows: inDateOrder(windows),
      recurrence: rrule === null ? null : { rrule },
      continuous: deadline.continuous !== null,
      onDemand: deadline.onDemand !== null,
      external: external.length > 0 ? external.join('; ') : null,
    },
    spans: { continuous: continuous[0] ?? null, onDemand: demand[0] ?? null },
    choices,
    problems,
  };
}

const yearRepeat: Repeat = { unit: 'year', interval: 1, times: 1, on: null, within: null };

/** When nobody named the period, a year in the phrase moves it: «Сентябрь 2023 г., май» is about 2023/24. */
function ownPeriod(deadline: Deadline, context: DeadlineContext): DeadlineContext {
  if (!context.periodIsGuessed) return context;
  const since = deadline.yearly?.since ?? null;
  if (since !== null) {
    const cycle = schoolYearSpan(since - 1);
    const next = schoolYearSpan(since);
    const first = deadline.windows[0];
    const inCycle = first ? placeWindow(first, { ...context, period: cycle }).candidates[0] : undefined;
    const named = (inCycle?.start ?? inCycle?.end)?.startsWith(String(since));
    return { ...context, period: named ? cycle : next };
  }
  for (const when of deadline.windows) {
    const units = when.kind === 'range' ? [when.from, when.to] : [when.unit];
    if (!units.some((unit) => isCalendar(yearOf(unit)))) continue;
    const placed = placeWindow(when, context).candidates[0];
    const day = placed?.start ?? placed?.end;
    if (day && deadline.windows.length > 1) return { ...context, period: cycleOf(day) };
  }
  return context;
}

/** The readings of a window whose words allow two: «до мая» before or with May, «2023-2024» as years or as a school year. */
function readingsOf(when: When, context: DeadlineContext): When[] {
  if (when.kind === 'range') return [when];
  const { unit } = when;
  if (unit.unit === 'years' && unit.last === unit.first + 1) {
    const school: When = { ...when, unit: { unit: 'year', year: { school: unit.first } } };
    const years = schoolYearSpan(unit.first);
    const planIsSchool = context.period.start === years.start && context.period.end === years.end;
    const planIsCalendar = context.period.start === plainDate(`${unit.first}-01-01`);
    return planIsSchool || (unit.maybeSchool && !planIsCalendar) ? [school, when] : [when, school];
  }
  if (unit.unit === 'halfYear' && isCalendar(unit.year))
    return halfReadings(when, unit.number, unit.year.calendar, context);
  // «До конца года» may mean December.
  if (
    when.kind === 'by' &&
    unit.unit === 'partOf' &&
    unit.part === 'end' &&
    unit.whole.unit === 'year' &&
    unit.whole.year === null
  ) {
    return [when, { kind: 'by', unit: { unit: 'monthPart', part: 'end', month: 12, year: null } }];
  }
  if (when.kind === 'by' && unit.unit === 'month') return [when, { kind: 'before', unit }];
  if (when.kind === 'by' && unit.unit === 'year' && isCalendar(unit.year)) {
    const school: When = { kind: 'by', unit: { unit: 'year', year: { school: unit.year.calendar - 1 } } };
    return [when, school];
  }
  return [when];
}

/** «I полугодие 2024 года»: of the calendar year, or the school's half-year that lies in it; the one inside the plan comes first. */
function halfReadings(
  when: Exclude<When, { kind: 'range' }>,
  number: number,
  year: number,
  context: DeadlineContext,
): When[] {
  const start = number === 1 ? year : year - 1;
  const school: When = { ...when, unit: { unit: 'halfYear', number, year: { school: start } } };
  const { period } = context;
  const schoolYear = schoolYearSpan(start);
  return period.start === schoolYear.start && period.end === schoolYear.end ? [school, when] : [when, school];
}

/** Holidays differ from school to school: «перед осенними каникулами» has no day until the school gives its calendar. */
function needsOwnTerms(when: When, context: DeadlineContext): boolean {
  return context.termsAreGuessed && when.kind === 'before' && when.unit.unit === 'holidays';
}

function isMonthless(when: Exclude<When, { kind: 'range' }>): boolean {
  return when.unit.unit === 'monthPart' && when.unit.month === null;
}

function beforeSince(window: DeadlineWindow, deadline: Deadline): boolean {
  const since = deadline.yearly?.since ?? null;
  return since !== null && (window.end ?? window.start ?? '') < `${since}-01-01`;
}

function placementProblems(
  placement: Placement,
  when: When,
  context: DeadlineContext,
): { code: DeadlineIssueCode; shift?: number }[] {
  if (placement.backwards) return [{ code: 'deadline.ends-before-it-starts' }];
  const [window] = placement.candidates;
  if (!window) return [{ code: 'deadline.no-such-day' }];
  if (placement.outside) return [{ code: 'deadline.outside-period' }];
  if (placement.written && !context.periodIsGuessed && !isYearOfPlan(when, context.period)) {
    return yearProblem(window, context.period);
  }
  if (context.termsAreGuessed && when.kind !== 'range' && when.unit.unit === 'holidays')
    return [{ code: 'deadline.convention' }];
  return [];
}

/** «До 2025 года» in a plan for 2024/25. */
function isYearOfPlan(when: When, period: DateSpan): boolean {
  if (when.kind === 'range' || when.unit.unit !== 'year' || !isCalendar(when.unit.year)) return false;
  const year = String(when.unit.year.calendar);
  return period.start.slice(0, 4) <= year && year <= period.end.slice(0, 4);
}

/** A year in the phrase that lies outside the plan. The month before the plan is preparation and passes. */
function yearProblem(window: DeadlineWindow, period: DateSpan): { code: DeadlineIssueCode; shift?: number }[] {
  const start = window.start ?? window.end;
  const end = window.end ?? window.start;
  if (!start || !end) return [];
  const floor = addDays(period.start, -31);
  if (end >= floor && start <= period.end) return [];
  for (const shift of [1, -1]) {
    const moved = [movedYear(start, shift), movedYear(end, shift)];
    if (moved.every((day) => day >= period.start && day <= period.end))
      return [{ code: 'deadline.year-looks-wrong', shift }];
  }
  return [{ code: 'deadline.outside-period' }];
}

/** Only compared, never shown: 29 February may move to a day that does not exist. */
function movedYear(day: PlainDate, shift: number): string {
  return `${String(Number(day.slice(0, 4)) + shift).padStart(4, '0')}${day.slice(4)}`;
}

function windowsOfRepeat(repeat: Repeat, context: DeadlineContext): DeadlineWindow[] {
  if (!repeat.within) return repeatWindows(repeat, context.period, context);
  const [window] = placeWindow(repeat.within, context).candidates;
  if (!window) return [];
  const { period } = context;
  if (window.start !== null && window.end !== null)
    return repeatWindows(repeat, { start: window.start, end: window.end }, context);
  if (window.start === null)
    return window.end === null ? [] : repeatWindows(repeat, { ...period, end: window.end }, context);
  if (window.start > period.end || (context.periodIsGuessed && window.start < period.start)) return [window];
  const all = repeatWindows(repeat, { start: window.start, end: period.end }, context);
  return all.filter(({ end }) => end >= period.start);
}

function scopeWindows(scope: Scope, context: DeadlineContext): DeadlineWindow[] {
  if (typeof scope === 'string') return [context.period];
  return readingsOf(scope, context)
    .slice(0, 1)
    .flatMap((reading) => placeWindow(reading, context).candidates.slice(0, 1));
}

/** «Сентябрь, в течение года по запросу»: requests are taken after the fixed part, until the end. */
function demandWindows(within: Scope, fixed: readonly DeadlineWindow[], context: DeadlineContext): DeadlineWindow[] {
  const [whole] = scopeWindows(within, context);
  const lastFixed = fixed.reduce<PlainDate | null>(
    (last, { end }) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );
  if (!whole?.start || !whole.end || lastFixed === null) return whole ? [whole] : [];
  const next = addDays(lastFixed, 1);
  if (next > whole.end) return [];
  return daysBetween(next, whole.start) > 0 ? [whole] : [{ start: next, end: whole.end }];
}

function inDateOrder(windows: readonly DeadlineWindow[]): DeadlineWindow[] {
  const seen = new Set<string>();
  const unique = windows.filter(({ start, end }) => {
    const key = `${start ?? ''}/${end ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
  // An open beginning counts by its end, as a reader of the plan would sort it.
  return unique.sort((a, b) => compare(a.start ?? a.end, b.start ?? b.end) || compare(a.end, b.end));
}

function compare(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
