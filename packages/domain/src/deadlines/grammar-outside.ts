import type { DemandReason, RelativeTerm, Scope } from './deadline.ts';
import type { Token } from './deadline-tokens.ts';
import {
  attempt,
  type Cursor,
  kindAt,
  take,
  takeKind,
  textSince,
  tokenAt,
  unknownAt,
  wordAt,
} from './grammar-cursor.ts';
import { readNumber, readUnit } from './grammar-units.ts';

/** «Постоянно», «в течение учебного года», «весь период», «на всех этапах». */
export function readContinuous(cursor: Cursor): Scope | null {
  return attempt(cursor, readAlways) ?? attempt(cursor, readStages) ?? attempt(cursor, readOver);
}

function readAlways(cursor: Cursor): Scope | null {
  attempt(cursor, (c) => (take(c, 'prep', 'in') && wordAt(c, 'always') ? true : null));
  if (!take(cursor, 'always')) return null;
  if (tokenAt(cursor)?.text.startsWith('основ')) cursor.at += 1;
  return 'always';
}

function readStages(cursor: Cursor): Scope | null {
  take(cursor, 'prep', 'in');
  take(cursor, 'whole');
  if (!take(cursor, 'plan', 'stages')) return null;
  takeTail(cursor);
  return 'always';
}

/** «В течение …», «на протяжении всего …», «весь …», «в период реализации …». */
function readOver(cursor: Cursor): Scope | null {
  take(cursor, 'prep', 'in');
  const over = take(cursor, 'over');
  const whole = take(cursor, 'whole');
  take(cursor, 'current');
  if (!over && !whole && !wordAt(cursor, 'plan', 0, 'period')) return null;
  if (take(cursor, 'plan') || (whole && take(cursor, 'term')) || (over && takeCarryingOut(cursor))) {
    // «За период 2022-2027 годов», «в период с 1 по 5 мая», «в период каникул» name a window themselves.
    const next = tokenAt(cursor);
    if (!over && !whole && isOwnBusiness(next)) return null;
    if (!over && !whole && (next?.kind === 'number' || next?.kind === 'date' || isCalendarWord(next?.word?.is)))
      return null;
    takeTail(cursor);
    return 'period';
  }
  if (wordAt(cursor, 'school') && wordAt(cursor, 'unit', 1, 'year') && !kindAt(cursor, 'number', 2)) {
    cursor.at += 2;
    return 'schoolYear';
  }
  take(cursor, 'calendar');
  if (take(cursor, 'unit', 'year')) return 'year';
  const unit = readUnit(cursor);
  return unit ? { kind: 'in', unit } : null;
}

/** «На протяжении реализации программы». */
function takeCarryingOut(cursor: Cursor): boolean {
  return /^(?:реализ|внедр)/.test(tokenAt(cursor)?.text ?? '') && take(cursor, 'known') !== null;
}

/** «В период аттестации» is the time of that other thing; «в период реализации программы» is the plan's own. */
function isOwnBusiness(next: Token | undefined): boolean {
  if (next?.kind !== 'word') return false;
  return next.word === null
    ? !/^(?:реализ|внедр|действ|работ|функцион|проект|цмн)/.test(next.text)
    : next.word.is === 'known' && !/^(?:реализ|внедр)/.test(next.text);
}

function isCalendarWord(is: string | undefined): boolean {
  return is !== undefined && ['prep', 'holidays', 'season', 'month', 'number', 'part', 'last'].includes(is);
}

/** The words that belong to the period: «реализации целевой модели». */
function takeTail(cursor: Cursor): void {
  for (;;) {
    const word = tokenAt(cursor)?.word;
    const belongs = unknownAt(cursor) || word?.is === 'known' || word?.is === 'plan' || word?.is === 'filler';
    if (!belongs) return;
    cursor.at += 1;
  }
}

/** «По запросу», «при необходимости», «по мере поступления заявок», «при наличии запросов». */
export function readDemand(cursor: Cursor): DemandReason | null {
  return attempt(cursor, (c) => {
    const prep = wordAt(c, 'prep');
    if (!prep && !wordAt(c, 'event')) return wordAt(c, 'demand', 0, 'need') ? takeDemand(c) : null;
    if (prep && !['upTo', 'at', 'in'].includes(prep.v)) return null;
    if (prep) c.at += 1;
    take(c, 'event');
    if (!wordAt(c, 'demand') && wordAt(c, 'demand', 1) && tokenAt(c)?.kind === 'word') c.at += 1;
    return takeDemand(c);
  });
}

function takeDemand(cursor: Cursor): DemandReason | null {
  // «При поступлении на работу» is no request.
  if (tokenAt(cursor)?.text.startsWith('поступл') && wordAt(cursor, 'prep', 1, 'in')) return null;
  const demand = take(cursor, 'demand');
  if (!demand) return null;
  while (unknownAt(cursor) || wordAt(cursor, 'demand') || wordAt(cursor, 'known')) cursor.at += 1;
  return demand.v as DemandReason;
}

const WRITTEN_TERM =
  /^(?:(одно|двух|трех|четырех|пяти|шести|десяти)-?)?(дневный|дневного|недельный|месячный|годичный)$/;
const COUNTS: Readonly<Record<string, number>> = {
  одно: 1,
  двух: 2,
  трех: 3,
  четырех: 4,
  пяти: 5,
  шести: 6,
  десяти: 10,
};

/** «В течение 10 рабочих дней после…», «за 3 дня до…», «в трехмесячный срок», «не позднее чем за день до…». */
export function readRelative(cursor: Cursor): RelativeTerm | null {
  return attempt(cursor, readWrittenTerm) ?? attempt(cursor, readCountedTerm);
}

function readWrittenTerm(cursor: Cursor): RelativeTerm | null {
  take(cursor, 'prep', 'in');
  const number = kindAt(cursor, 'number') ? readNumber(cursor) : null;
  if (number !== null) takeKind(cursor, 'dash');
  const token = tokenAt(cursor);
  const written = WRITTEN_TERM.exec(token?.text ?? '');
  if (!token || !written || (number === null && written[2]?.startsWith('дн') && !written[1])) return null;
  cursor.at += 1;
  if (!take(cursor, 'term')) return null;
  const stem = written[2] ?? '';
  const count = number ?? COUNTS[written[1] ?? 'одно'] ?? 1;
  const unit = stem.startsWith('дн') ? 'day' : stem.startsWith('нед') ? 'week' : 'month';
  const amount = stem.startsWith('год') ? 12 * count : count;
  return { amount, unit, direction: 'after', anchor: attempt(cursor, readAfter)?.anchor ?? null };
}

function readCountedTerm(cursor: Cursor): RelativeTerm | null {
  let led = false;
  if (take(cursor, 'no')) {
    if (!take(cursor, 'later') && !take(cursor, 'atLeast')) return null;
    if (tokenAt(cursor, 1)?.text === 'чем') takeKind(cursor, 'comma');
    led = true;
  }
  if (tokenAt(cursor)?.text === 'чем' || tokenAt(cursor)?.text === 'более') cursor.at += 1;
  let through = false;
  if (take(cursor, 'prep', 'in') || isThrough(cursor)) {
    through = isThrough(cursor);
    if (through) cursor.at += 1;
    led = true;
  }
  const over = take(cursor, 'over') !== null || through;
  if (take(cursor, 'plan')) return null;
  const counted = attempt(cursor, readNumber);
  const amount = counted ?? 1;
  const working = take(cursor, 'working');
  take(cursor, 'calendar');
  const unit = take(cursor, 'unit')?.v;
  const measured = unit === 'day' && working ? 'workingDay' : unit;
  if (!led && !working && amount < 1) return null;
  if (amount < 1 || !isRelativeUnit(measured)) return null;
  const anchor = attempt(cursor, readAfter);
  // «В течение недели» stands by itself; «2 дня» without a lead or an event says nothing.
  if (!anchor && !led && !working) return null;
  if (!anchor && !over && counted === null) return null;
  // «На первой неделе», «в день знаний» are not terms.
  if (!anchor && (unknownAt(cursor) || wordAt(cursor, 'month'))) return null;
  return { amount, unit: measured, direction: anchor?.direction ?? 'after', anchor: anchor?.anchor ?? null };
}

function isThrough(cursor: Cursor): boolean {
  return tokenAt(cursor)?.text === 'через' || tokenAt(cursor)?.text === 'спустя';
}

function isRelativeUnit(unit: string | undefined): unit is RelativeTerm['unit'] {
  return unit === 'workingDay' || unit === 'day' || unit === 'week' || unit === 'month';
}

/** «После подписания», «со дня поступления», «с момента издания», «до начала занятий». */
function readAfter(cursor: Cursor): { direction: 'after' | 'before'; anchor: string } | null {
  const prep = take(cursor, 'prep')?.v;
  if (prep === undefined || !['after', 'from', 'by', 'before'].includes(prep)) return null;
  if (prep === 'from') attempt(cursor, (c) => take(c, 'event') ?? take(c, 'unit', 'day') ?? take(c, 'monthDay'));
  const first = cursor.at;
  takeUntilBreak(cursor);
  if (cursor.at === first) return null;
  return { direction: prep === 'after' || prep === 'from' ? 'after' : 'before', anchor: textSince(cursor, first) };
}

/** A source of the date outside the plan, as written: «по отдельному графику», «после защиты проектов», «в установленные сроки». */
export function readExternal(cursor: Cursor): string | null {
  const first = cursor.at;
  return attempt(cursor, (c) => {
    take(c, 'filler');
    const kind = attempt(c, readSetTerms) ?? externalLead(c);
    if (!kind) return null;
    if (kind === 'schedule') takeSchedule(c);
    else {
      // Its own first word may look like the beginning of another meaning: «при поступлении на работу».
      c.at += 1;
      takeUntilBreak(c);
    }
    takeAppendix(c);
    return c.at > first ? textSince(c, first) : null;
  });
}

/** «В сроки, установленные учредителем». */
function readSetTerms(cursor: Cursor): 'schedule' | null {
  take(cursor, 'prep', 'in');
  if (!take(cursor, 'term') || !takeKind(cursor, 'comma')) return null;
  return wordAt(cursor, 'schedule') ? 'schedule' : null;
}

function externalLead(cursor: Cursor): 'schedule' | 'event' | null {
  const prep = wordAt(cursor, 'prep');
  // Up to three words may stand between the preposition and the word that matters: «по отдельному утвержденному графику».
  for (let ahead = 0; ahead <= 4; ahead += 1) {
    const token = tokenAt(cursor, ahead);
    if (token?.kind !== 'word') break;
    const is = token.word?.is;
    if (is === 'schedule') return 'schedule';
    if (is === 'event' && (ahead <= 1 || prep)) return 'event';
    const neutral =
      token.word === null ||
      is === 'prep' ||
      is === 'term' ||
      is === 'school' ||
      is === 'known' ||
      is === 'unit' ||
      is === 'filler' ||
      is === 'plan';
    if (!neutral || (ahead > 0 && !prep)) break;
  }
  if (!prep) return null;
  const next = tokenAt(cursor, 1);
  if (next?.kind !== 'word') return null;
  // «В период аттестации», «в сроки проведения мониторинга», «до проведения педсовета».
  if (prep.v === 'in' && (next.word?.is === 'plan' || next.word?.is === 'term') && tokenAt(cursor, 2)?.kind === 'word')
    return 'event';
  if (prep.v === 'by' && next.word?.is === 'known') return 'event';
  if (prep.v === 'after' || prep.v === 'before' || prep.v === 'at') return next.word?.is === 'month' ? null : 'event';
  if (next.word === null && (prep.v === 'by' || prep.v === 'upTo')) return 'event';
  // «В день открытых дверей», «ко дню учителя», «до начала занятий».
  const led = next.word?.is === 'unit' && next.word.v === 'day' ? 2 : next.word?.is === 'part' ? 2 : 0;
  return led > 0 && tokenAt(cursor, led)?.kind === 'word' && tokenAt(cursor, led)?.word?.is !== 'month'
    ? 'event'
    : null;
}

function takeSchedule(cursor: Cursor): void {
  for (;;) {
    // «Согласно приказу от 12.09.2024 № 15».
    if (kindAt(cursor, 'noise') || (kindAt(cursor, 'date') && tokenAt(cursor, -1)?.text === 'от')) {
      cursor.at += 1;
      continue;
    }
    if (tokenAt(cursor)?.kind !== 'word' || startsAnother(cursor)) return;
    if (wordAt(cursor, 'month') && !wordAt(cursor, 'prep', -1)) return;
    cursor.at += 1;
  }
}

function takeUntilBreak(cursor: Cursor): void {
  for (;;) {
    const token = tokenAt(cursor);
    if (!token || token.kind === 'comma' || token.kind === 'close' || token.kind === 'open' || startsAnother(cursor))
      return;
    cursor.at += 1;
  }
}

/** A repetition, «постоянно», «в течение», «по запросу» begin a meaning of their own. */
function startsAnother(cursor: Cursor): boolean {
  if (wordAt(cursor, 'adverb') || wordAt(cursor, 'always')) return true;
  if (wordAt(cursor, 'prep') && (wordAt(cursor, 'over', 1) || wordAt(cursor, 'demand', 1))) return true;
  return false;
}

/** «(Приложение № 1)» after the name of the timetable. */
function takeAppendix(cursor: Cursor): void {
  attempt(cursor, (c) => {
    if (!takeKind(c, 'open') || !unknownAt(c)) return null;
    while (tokenAt(c) && !kindAt(c, 'close')) {
      if (wordAt(c, 'month') || kindAt(c, 'date')) return null;
      c.at += 1;
    }
    takeKind(c, 'close');
    return true;
  });
}
