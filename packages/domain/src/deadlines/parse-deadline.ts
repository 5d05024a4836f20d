import { type Deadline, noDeadline, type Repeat, type Scope, type When } from './deadline.ts';
import type { DeadlineIssue } from './deadline-reading.ts';
import { type Token, tokenizeDeadline } from './deadline-tokens.ts';
import { attempt, type Cursor, take, tokenAt } from './grammar-cursor.ts';
import { readContinuous, readDemand, readExternal, readRelative } from './grammar-outside.ts';
import { readRepeat, type YearlyItem } from './grammar-repeats.ts';
import { readWindows } from './grammar-windows.ts';
import { nothingIssues, unknownIssues, wholeIssue } from './parse-issues.ts';
import { readQuarterMarks } from './quarter-marks.ts';

/** What a phrase says: the meaning or null, other meanings its words allow, and what to look at. */
export type ParsedDeadline = {
  readonly deadline: Deadline | null;
  /** Meanings with the same words and another structure: «Февраль апрель» as a range. */
  readonly alternatives: readonly Deadline[];
  readonly issues: readonly DeadlineIssue[];
};

type Draft = {
  windows: When[];
  /** Where each window began and ended among the tokens. */
  places: { first: number; last: number }[];
  yearly: Deadline['yearly'];
  repeats: Repeat[];
  continuous: Scope | null;
  demand: NonNullable<Deadline['onDemand']>['reason'] | null;
  relative: Deadline['relative'];
  external: string[];
  unknown: { first: number; last: number }[];
};

/** Reads a deadline phrase of a plan into its structure. Never throws; a text without a meaning gives null and an issue. */
export function parseDeadline(text: string): ParsedDeadline {
  if (text.trim() === '') return { deadline: null, alternatives: [], issues: [wholeIssue('deadline.empty', text)] };
  const marks = readQuarterMarks(text);
  if (marks) return { deadline: { ...noDeadline, windows: marks }, alternatives: [], issues: [] };
  const tokens = tokenizeDeadline(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const cursor: Cursor = { tokens, original: text, at: 0 };
  const draft = emptyDraft();
  while (cursor.at < tokens.length) readItem(cursor, draft);
  return assemble(draft, tokens, text);
}

/** A deadline cell is short; what is longer is not one, and is not worth the time. */
const LONGEST = 2000;

function emptyDraft(): Draft {
  return {
    windows: [],
    places: [],
    yearly: null,
    repeats: [],
    continuous: null,
    demand: null,
    relative: null,
    external: [],
    unknown: [],
  };
}

function readItem(cursor: Cursor, draft: Draft): void {
  const first = cursor.at;
  if (tokenAt(cursor)?.kind !== 'word' && !startsNumber(tokenAt(cursor))) {
    cursor.at += 1;
    return;
  }
  const repeat = readRepeat(cursor);
  if (repeat) return addRepeat(draft, repeat);
  const demand = readDemand(cursor);
  if (demand) {
    draft.demand ??= demand;
    return;
  }
  const relative = readRelative(cursor);
  if (relative) {
    draft.relative ??= relative;
    return;
  }
  const scope = readContinuous(cursor);
  if (scope) return addScope(draft, scope, first, cursor.at);
  const windows = readWindows(cursor);
  if (windows) {
    for (const window of windows) {
      draft.windows.push(window);
      draft.places.push({ first, last: cursor.at - 1 });
    }
    return;
  }
  if (attempt(cursor, readUnknownStart)) {
    draft.yearly = { since: null, unknownStart: true };
    return;
  }
  const external = readExternal(cursor);
  if (external) {
    draft.external.push(external);
    return;
  }
  skipOne(cursor, draft);
}

function startsNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'date';
}

/** «X - 1 года»: the first year is a variable of a draft norm. */
function readUnknownStart(cursor: Cursor): true | null {
  if (tokenAt(cursor)?.text !== 'x' && tokenAt(cursor)?.text !== 'х') return null;
  cursor.at += 1;
  if (tokenAt(cursor)?.kind === 'dash') cursor.at += 1;
  if (tokenAt(cursor)?.kind === 'number') cursor.at += 1;
  return take(cursor, 'unit', 'year') ? true : null;
}

function addRepeat(draft: Draft, item: Repeat | YearlyItem): void {
  if ('yearly' in item)
    draft.yearly = {
      since: item.since ?? draft.yearly?.since ?? null,
      unknownStart: draft.yearly?.unknownStart ?? false,
    };
  else draft.repeats.push(item);
}

/** «В течение сентября» is a window; years and the plan's own spans are continuous work. */
function addScope(draft: Draft, scope: Scope, first: number, end: number): void {
  if (typeof scope !== 'string' && scope.kind === 'in' && scope.unit.unit !== 'year' && scope.unit.unit !== 'years') {
    draft.windows.push(scope);
    draft.places.push({ first, last: end - 1 });
  } else {
    draft.continuous ??= scope;
  }
}

/** Words without a weight of their own are stepped over; the rest is remembered as not understood. */
function skipOne(cursor: Cursor, draft: Draft): void {
  const token = tokenAt(cursor);
  const at = cursor.at;
  cursor.at += 1;
  const light =
    token?.word &&
    ['prep', 'and', 'filler', 'known', 'clock', 'room', 'current', 'then', 'inclusive', 'term'].includes(token.word.is);
  if (light) {
    // The number of a room is not a date.
    if (token.word?.is === 'room' && tokenAt(cursor)?.kind === 'number') cursor.at += 1;
    return;
  }
  const last = draft.unknown.at(-1);
  if (last && last.last === at - 1) last.last = at;
  else draft.unknown.push({ first: at, last: at });
}

function assemble(draft: Draft, tokens: readonly Token[], text: string): ParsedDeadline {
  const issues = unknownIssues(draft.unknown, tokens, text);
  const { windows, since } = withoutSince(draft);
  const yearly = draft.yearly ? { ...draft.yearly, since: draft.yearly.since ?? since } : null;
  const repeats = joinedRepeats(draft.repeats);
  let kept = spreadYears(windows, draft, tokens);
  // «С 01.12.2020, далее ежеквартально»; «ежемесячно с октября по май»: the window bounds the repetition.
  const [only] = kept;
  const [repeat] = repeats;
  if (repeats.length === 1 && repeat && kept.length === 1 && only) {
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
  return { deadline, ...joinIssues(draft, deadline, tokens, text, issues) };
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
