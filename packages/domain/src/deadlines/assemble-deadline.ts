import type { Deadline, Repeat, When } from './deadline.ts';
import type { Draft, ParsedDeadline } from './deadline-draft.ts';
import type { DeadlineIssue } from './deadline-reading.ts';
import type { Token } from './deadline-tokens.ts';
import { nothingIssues, unknownIssues, wholeIssue } from './parse-issues.ts';
import { isCalendar } from './unit-span.ts';

/** Puts the pieces of a phrase together: which window bounds which repetition, which year and which «до» hold for a whole list. */
export function assembleDeadline(draft: Draft, tokens: readonly Token[], text: string): ParsedDeadline {
  const issues = unknownIssues(draft.unknown, tokens, text);
  const { windows, since } = withoutSince(draft);
  const repeats = joinedRepeats(draft.repeats);
  const spread = spreadBounds(spreadYears(spreadMonths(windows, draft, tokens), draft, tokens), draft, tokens);
  let kept = spread;
  let yearly = draft.yearly ? { ...draft.yearly, since: draft.yearly.since ?? since } : null;
  // «С 01.12.2020, далее ежеквартально»; «ежемесячно с октября по май»: the window bounds the repetition.
  const [only] = kept;
  const [repeat] = repeats;
  if (repeats.length === 1 && repeat && saysWhatWindowsSay(repeat, kept, draft.bareWeekday)) {
    repeats.pop();
    if (repeat.unit !== 'week') yearly ??= { since: null, unknownStart: false };
  } else if (repeats.length === 1 && repeat && kept.length === 1 && only) {
    const days = daysOfMonth(repeat, only);
    kept = days ?? [];
    if (days) repeats.pop();
    else repeats[0] = { ...repeat, within: boundOf(repeat, only) };
  }
  const openScope = draft.demand && draft.continuous !== 'always' ? draft.continuous : null;
  const deadline: Deadline = {
    windows: kept,
    yearly,
    repeats,
    continuous: openScope || (repeats.length > 0 && draft.continuous) ? null : draft.continuous,
    onDemand: draft.demand ? { reason: draft.demand, within: openScope } : null,
    relative: draft.relative,
    external: draft.external.length > 0 ? draft.external.join('; ') : null,
  };
  if (isNothing(deadline)) return { deadline: null, alternatives: [], issues: nothingIssues(issues, tokens, text) };
  return { deadline, relativeWords: draft.relativeWords, ...joinIssues(draft, deadline, tokens, text, issues) };
}

/** «1 раз в квартал, до 10 числа», «еженедельно (пятница)»: the second says where in the unit of the first. */
function joinedRepeats(repeats: readonly Repeat[]): Repeat[] {
  const [first, second] = repeats;
  if (repeats.length !== 2 || !first || !second || !second.on || first.on || first.times > 1) return [...repeats];
  const fits =
    first.unit === second.unit ||
    (first.unit === 'quarter' && second.unit === 'month' && second.on.kind !== 'weekdays');
  return fits ? [{ ...first, on: second.on }] : [...repeats];
}

/**
 * «12 апреля (суббота)»: the weekday only confirms the day. «2 раза в год (май, декабрь)»: the months are the two times, and come each
 * year.
 */
function saysWhatWindowsSay(repeat: Repeat, windows: readonly When[], bareWeekday: boolean): boolean {
  if (repeat.unit === 'week') {
    return (
      bareWeekday &&
      windows.length > 0 &&
      windows.every((window) => window.kind !== 'range' && window.unit.unit === 'day')
    );
  }
  const long = repeat.unit !== 'day' && repeat.unit !== 'workingDay' && repeat.unit !== 'month';
  return long && repeat.on === null && windows.length > 1 && windows.every((window) => window.kind !== 'since');
}

/** «Май 2023, 2024 гг.»: the month of each year. */
function spreadMonths(windows: readonly When[], draft: Draft, tokens: readonly Token[]): When[] {
  const spread = [...windows];
  for (let i = 1; i < spread.length; i += 1) {
    const [before, here] = [spread[i - 1], spread[i]];
    if (before?.kind !== 'in' || before.unit.unit !== 'month' || !isCalendar(before.unit.year)) continue;
    if (here?.kind !== 'in' || here.unit.unit !== 'year' || !isCalendar(here.unit.year)) continue;
    if (!isParted(i - 1, draft, tokens)) spread[i] = { kind: 'in', unit: { ...before.unit, year: here.unit.year } };
  }
  return spread;
}

/** «До 20 мая, 20 декабря»: the «до» said once holds for the days after it. */
function spreadBounds(windows: readonly When[], draft: Draft, tokens: readonly Token[]): When[] {
  const spread = [...windows];
  for (let i = 1; i < spread.length; i += 1) {
    const [before, here, place, next] = [spread[i - 1], spread[i], draft.places[i - 1], draft.places[i]];
    if (before?.kind !== 'by' || before.unit.unit !== 'day') continue;
    if (here?.kind !== 'in' || here.unit.unit !== 'day' || !place || !next) continue;
    const between = tokens.slice(place.last + 1, next.first);
    const listed = between.length === 1 && between.every((token) => token.text === ',' || token.word?.is === 'and');
    if (listed && tokens[next.first]?.word?.is !== 'prep') spread[i] = { kind: 'by', unit: here.unit };
  }
  return spread;
}

/** «Май, до 25 числа»: the days of that month and no repetition. */
function daysOfMonth(repeat: Repeat, window: When): When[] | null {
  if (
    repeat.unit !== 'month' ||
    repeat.on?.kind !== 'monthDays' ||
    window.kind !== 'in' ||
    window.unit.unit !== 'month'
  )
    return null;
  const { month, year } = window.unit;
  const { by, days } = repeat.on;
  if (days.some((day) => day < 1)) return null;
  return days.map((day) => ({ kind: by ? 'by' : 'in', unit: { unit: 'day', day, month, year } }));
}

/** «Сентябрь, далее ежеквартально» begins in September; «I полугодие, ежемесячно» stays inside the half-year. */
function boundOf(repeat: Repeat, window: When): When {
  if (window.kind !== 'in') return window;
  const length = { day: 1, weekdayOfMonth: 1, monthPart: 10, month: 30 }[window.unit.unit as string] ?? 100;
  const step = { day: 1, workingDay: 1, week: 7, month: 30 }[repeat.unit as string] ?? 90;
  return length <= step * repeat.interval ? { kind: 'since', unit: window.unit } : window;
}

/** «Май, ежегодно с 2023»: the year is where the repetition starts. */
function withoutSince(draft: Draft): { windows: When[]; since: number | null } {
  if (!draft.yearly) return { windows: draft.windows, since: null };
  const at = draft.windows.findIndex(
    (window) =>
      window.kind === 'since' &&
      window.unit.unit === 'year' &&
      window.unit.year !== null &&
      'calendar' in window.unit.year,
  );
  const window = draft.windows[at];
  if (
    window?.kind !== 'since' ||
    window.unit.unit !== 'year' ||
    !window.unit.year ||
    !('calendar' in window.unit.year)
  ) {
    return { windows: draft.windows, since: null };
  }
  return { windows: draft.windows.filter((_, index) => index !== at), since: window.unit.year.calendar };
}

/** «Май, июнь 2024 г.»: the year said at the end holds for the list before it. */
function spreadYears(windows: readonly When[], draft: Draft, tokens: readonly Token[]): When[] {
  const spread = [...windows];
  for (let i = spread.length - 2; i >= 0; i -= 1) {
    const [here, next] = [spread[i], spread[i + 1]];
    if (here?.kind !== 'in' || next?.kind !== 'in' || isParted(i, draft, tokens)) continue;
    if (!('month' in here.unit) || !('month' in next.unit) || here.unit.year !== null || next.unit.year === null)
      continue;
    if (!('calendar' in next.unit.year)) {
      spread[i] = { kind: 'in', unit: { ...here.unit, year: next.unit.year } };
      continue;
    }
    const later = (here.unit.month ?? 0) > (next.unit.month ?? 0);
    spread[i] = { kind: 'in', unit: { ...here.unit, year: { calendar: next.unit.year.calendar - (later ? 1 : 0) } } };
  }
  return spread;
}

/** A semicolon between two windows parts them. */
function isParted(index: number, draft: Draft, tokens: readonly Token[]): boolean {
  const place = draft.places[index];
  return place !== undefined && tokens[place.last + 1]?.text === ';';
}

function isNothing(deadline: Deadline): boolean {
  return (
    deadline.windows.length === 0 &&
    deadline.yearly === null &&
    deadline.repeats.length === 0 &&
    deadline.continuous === null &&
    deadline.onDemand === null &&
    deadline.relative === null &&
    deadline.external === null
  );
}

/** Two months or days side by side without a sign: a list, or a range whose dash was lost. */
function joinIssues(
  draft: Draft,
  deadline: Deadline,
  tokens: readonly Token[],
  text: string,
  issues: DeadlineIssue[],
): { alternatives: Deadline[]; issues: DeadlineIssue[] } {
  const glued = tokens.some(
    (token, i) => token.glued && token.word?.is === 'month' && tokens[i - 1]?.from === token.from,
  );
  const [only] = deadline.windows;
  if (glued && deadline.windows.length === 1 && only?.kind === 'range') {
    const list: When[] = [
      { kind: 'in', unit: only.from },
      { kind: 'in', unit: only.to },
    ];
    return {
      alternatives: [{ ...deadline, windows: list }],
      issues: [...issues, wholeIssue('deadline.ambiguous', text)],
    };
  }
  const [a, b] = deadline.windows;
  const [placeA, placeB] = draft.places;
  const adjacent = deadline.windows.length === 2 && placeA && placeB && placeA.last + 1 === placeB.first;
  if (!adjacent || a?.kind !== 'in' || b?.kind !== 'in' || a.unit.unit !== b.unit.unit)
    return { alternatives: [], issues };
  if (a.unit.unit !== 'month' && a.unit.unit !== 'day') return { alternatives: [], issues };
  if (/[.;]\s*$/.test(text.slice(0, tokens[placeB.first]?.from)) && a.unit.unit === 'month')
    return { alternatives: [], issues };
  const range: When = { kind: 'range', from: a.unit, to: b.unit };
  return {
    alternatives: [{ ...deadline, windows: [range] }],
    issues: [...issues, wholeIssue('deadline.ambiguous', text)],
  };
}
