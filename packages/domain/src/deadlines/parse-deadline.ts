import { assembleDeadline } from './assemble-deadline.ts';
import { noDeadline, type Repeat, type Scope } from './deadline.ts';
import { type Draft, emptyDraft, type ParsedDeadline } from './deadline-draft.ts';
import { type Token, tokenizeDeadline } from './deadline-tokens.ts';
import { attempt, type Cursor, take, takeKind, textSince, tokenAt } from './grammar-cursor.ts';
import { readContinuous, readDemand, readExternal, readRelative } from './grammar-outside.ts';
import { readRepeat, type YearlyItem } from './grammar-repeats.ts';
import { readWindows } from './grammar-windows.ts';
import { wholeIssue } from './parse-issues.ts';
import { withPartsFirst } from './parts-first.ts';
import { readQuarterMarks } from './quarter-marks.ts';

/** Reads a deadline phrase of a plan into its structure. Never throws; a text without a meaning gives null and an issue. */
export function parseDeadline(text: string): ParsedDeadline {
  if (text.trim() === '') return { deadline: null, alternatives: [], issues: [wholeIssue('deadline.empty', text)] };
  const marks = readQuarterMarks(text);
  if (marks) return { deadline: { ...noDeadline, windows: marks }, alternatives: [], issues: [] };
  const tokens = withPartsFirst(tokenizeDeadline(text.length > LONGEST ? text.slice(0, LONGEST) : text));
  const cursor: Cursor = { tokens, original: text, at: 0 };
  const draft = emptyDraft();
  while (cursor.at < tokens.length) readItem(cursor, draft);
  return assembleDeadline(draft, tokens, text);
}

/** A deadline cell is short; what is longer is not one, and is not worth the time. */
const LONGEST = 2000;

function readItem(cursor: Cursor, draft: Draft): void {
  const first = cursor.at;
  if (attempt(cursor, readReference)) {
    draft.unknown.push({ first, last: cursor.at - 1 });
    return;
  }
  if (tokenAt(cursor)?.kind !== 'word' && !startsNumber(tokenAt(cursor))) {
    cursor.at += 1;
    return;
  }
  const repeat = readRepeat(cursor);
  if (repeat) {
    draft.bareWeekday ||= cursor.tokens[first]?.word?.is === 'weekday';
    return addRepeat(draft, repeat);
  }
  const demand = readDemand(cursor);
  if (demand) {
    draft.demand ??= demand;
    return;
  }
  const relative = readRelative(cursor);
  if (relative) {
    draft.relativeWords ??= textSince(cursor, first);
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

/** «Приказ № 15 от 18.02.2022»: the date of a paper is not a day of the plan. */
function readReference(cursor: Cursor): true | null {
  // «Пункт 2.3», «п. 3.1».
  if (PLACE.test(tokenAt(cursor)?.text ?? '') && tokenAt(cursor, 1)?.kind === 'date') {
    cursor.at += 2;
    return true;
  }
  const paper = PAPER.test(tokenAt(cursor)?.text ?? '');
  if (paper) cursor.at += 1;
  const numbered = takeKind(cursor, 'noise');
  if (!paper && !numbered && tokenAt(cursor)?.text !== 'от') return null;
  if (tokenAt(cursor)?.text === 'от') cursor.at += 1;
  else if (!numbered) return null;
  const dated = takeKind(cursor, 'date');
  if (dated) take(cursor, 'unit', 'year');
  const after = takeKind(cursor, 'noise');
  return dated && (paper || numbered || after) ? true : null;
}

const PLACE = /^(?:п|пп|пункт[а-я]*|раздел[а-я]*|глав[а-я]|стать[а-я]|приложени[а-я]|таблиц[а-я])$/;
const PAPER = /^(?:приказ|протокол|распоряжени|постановлени|письм|решени)/;

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

/** No cell says more; each may have thousands of windows. */
const MOST_REPEATS = 4;

/** The same repetition said twice is said once. */
function addRepeat(draft: Draft, item: Repeat | YearlyItem): void {
  const said = JSON.stringify(item);
  if ('yearly' in item)
    draft.yearly = {
      since: item.since ?? draft.yearly?.since ?? null,
      unknownStart: draft.yearly?.unknownStart ?? false,
    };
  else if (draft.repeats.length < MOST_REPEATS && !draft.repeats.some((known) => JSON.stringify(known) === said)) {
    draft.repeats.push(item);
  }
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
