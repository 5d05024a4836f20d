import type { CalendarUnit, When } from './deadline.ts';
import { attempt, type Cursor, kindAt, take, takeKind, tokenAt, wordAt } from './grammar-cursor.ts';
import { readNumber, readTail, readUnit } from './grammar-units.ts';

type Bound = 'none' | 'in' | 'by' | 'through' | 'since' | 'before';

/** One or more windows that a preposition or a month binds together: «с 8 по 15 апреля», «до 13.02.2023», «5, 12 и 19 октября». */
export function readWindows(cursor: Cursor): When[] | null {
  return attempt(cursor, (c) => {
    const bound = readBound(c);
    const short = attempt(c, readShortRange);
    if (short) return [short];
    const group = attempt(c, readGroup);
    if (group) return boundGroup(c, group, bound);
    const edge = bound === 'by' || bound === 'before' ? attempt(c, readBeginning) : null;
    if (edge) return [{ kind: 'before', unit: edge }];
    const holidays = attempt(c, readAllHolidays);
    if (holidays && (bound === 'none' || bound === 'in')) return holidays;
    const pair = bound === 'none' || bound === 'in' ? attempt(c, readPartPair) : null;
    if (pair) return pair;
    const first = c.at;
    const unit = readUnit(c) ?? (bound === 'by' ? attempt(c, readFinish) : null);
    if (!unit) return null;
    if (unit.unit === 'holidays') {
      // «До осенних каникул» is before they begin; «после» is when they are over, which is not a window of the plan.
      if (wordAt(c, 'prep', first - 1 - c.at, 'after')) return null;
      if (bound === 'by') return [{ kind: 'before', unit }];
    }
    const when = readRangeEnd(c, bareYears(unit, bound), bound);
    return [bound === 'none' && isDecreeDate(c, first, when) ? { kind: 'by', unit } : when];
  });
}

/** «10-15.09.2024»: the first day borrows the month and the year. */
function readShortRange(cursor: Cursor): When | null {
  const first = tokenAt(cursor);
  if (first?.kind !== 'number' || first.text.length > 2) return null;
  cursor.at += 1;
  if (!takeKind(cursor, 'dash') && !take(cursor, 'prep', 'upTo')) return null;
  if (!tokenAt(cursor)?.date) return null;
  const to = readUnit(cursor);
  return to?.unit === 'day' ? { kind: 'range', from: { ...to, day: first.n }, to } : null;
}

/** «Начало и конец учебного года», «в начале и в конце года». */
function readPartPair(cursor: Cursor): When[] | null {
  const first = take(cursor, 'part')?.v as 'start' | 'middle' | 'end' | undefined;
  if (!first || (!takeKind(cursor, 'comma') && !take(cursor, 'and'))) return null;
  take(cursor, 'prep', 'in');
  const unit = readUnit(cursor);
  if (unit?.unit === 'partOf')
    return [
      { kind: 'in', unit: { ...unit, part: first } },
      { kind: 'in', unit },
    ];
  if (unit?.unit !== 'monthPart') return null;
  return [
    { kind: 'in', unit: { ...unit, part: first } },
    { kind: 'in', unit },
  ];
}

/** «До окончания учебного года» is «до конца». */
function readFinish(cursor: Cursor): CalendarUnit | null {
  if (!/^(?:окончани|завершени)/.test(tokenAt(cursor)?.text ?? '')) return null;
  cursor.at += 1;
  take(cursor, 'current');
  if (wordAt(cursor, 'school') && wordAt(cursor, 'unit', 1, 'year')) {
    cursor.at += 2;
    return { unit: 'partOf', part: 'end', whole: { unit: 'year', year: { school: null } } };
  }
  const whole = readUnit(cursor);
  return whole && whole.unit !== 'day' ? { unit: 'partOf', part: 'end', whole } : null;
}

/** «В каникулы» without a season: those inside the school year. */
function readAllHolidays(cursor: Cursor): When[] | null {
  if (!take(cursor, 'holidays')) return null;
  if (tokenAt(cursor)?.text === 'время') cursor.at += 1;
  return (['autumn', 'winter', 'spring'] as const).map((season) => ({
    kind: 'in',
    unit: { unit: 'holidays', season, year: null },
  }));
}

/**
 * «25 августа 2019 года», all in words and with the word «года», is how decrees set a due date; «25.08.2019» and «25 августа» in a
 * school's plan name the day itself.
 */
function isDecreeDate(cursor: Cursor, first: number, when: When): boolean {
  if (when.kind !== 'in' || when.unit.unit !== 'day') return false;
  const count = cursor.at - first;
  return count === 4 && wordAt(cursor, 'month', -3) !== null && tokenAt(cursor, -1)?.text === 'года';
}

/** «2023-2024 гг» alone in the cell of a school plan names a school year more often than two calendar years. */
function bareYears(unit: CalendarUnit, bound: Bound): CalendarUnit {
  return unit.unit === 'years' && unit.last === unit.first + 1 && bound === 'none'
    ? { ...unit, maybeSchool: true }
    : unit;
}

/** «До начала учебного года», «перед началом осенних каникул»: answers what begins. */
function readBeginning(cursor: Cursor): CalendarUnit | null {
  const unit = wordAt(cursor, 'part', 0, 'start') ? readUnit(cursor) : null;
  if (unit?.unit === 'partOf') return unit.whole;
  if (unit?.unit === 'monthPart') return { unit: 'month', month: unit.month ?? 1, year: unit.year };
  return null;
}

/** The words that tell how the unit bounds the deadline. */
function readBound(cursor: Cursor): Bound {
  while (take(cursor, 'filler')) continue;
  const limit = attempt(cursor, readLimit);
  if (limit) return limit;
  // «В срок до», «в период с».
  attempt(cursor, (c) => {
    take(c, 'prep', 'in');
    const lead = take(c, 'term') ?? take(c, 'plan', 'period') ?? take(c, 'whole') ?? takeDays(c);
    return lead ? true : null;
  });
  const prep = take(cursor, 'prep')?.v;
  // «До 12.00 12 марта».
  if (prep !== undefined) while (takeKind(cursor, 'time')) continue;
  const bounds: Readonly<Record<string, Bound>> = {
    in: 'in',
    from: 'since',
    by: 'by',
    upTo: 'through',
    after: 'since',
    before: 'before',
    at: 'none',
  };
  return prep === undefined ? 'none' : (bounds[prep] ?? 'none');
}

/** «В дни осенних каникул», «во время каникул». */
function takeDays(cursor: Cursor): true | null {
  const text = tokenAt(cursor)?.text;
  if ((text !== 'дни' && text !== 'время') || !wordAt(cursor, 'prep', -1)) return null;
  cursor.at += 1;
  return true;
}

/** «Не позднее», «не ранее». */
function readLimit(cursor: Cursor): Bound | null {
  if (!take(cursor, 'no')) return null;
  const limit = take(cursor, 'later');
  if (!limit) return null;
  if (tokenAt(cursor, 1)?.text === 'чем') takeKind(cursor, 'comma');
  if (tokenAt(cursor)?.text === 'чем') cursor.at += 1;
  return limit.n === 1 ? 'since' : 'by';
}

/** The second end of a range, where there is one. */
function readRangeEnd(cursor: Cursor, from: CalendarUnit, bound: Bound): When {
  const to =
    bound === 'by' || bound === 'through' || bound === 'before'
      ? null
      : attempt(cursor, (c) => (takeRangeSign(c, bound) ? readUnit(c) : null));
  if (to) {
    take(cursor, 'inclusive');
    return { kind: 'range', from, to };
  }
  const inclusive = take(cursor, 'inclusive');
  // «По октябрь», «до октября включительно» leave no doubt about October.
  if (from.unit === 'month' && (bound === 'through' || (inclusive && bound === 'by')))
    return { kind: 'by', unit: { unit: 'monthPart', part: 'end', month: from.month, year: from.year } };
  return single(from, bound);
}

function takeRangeSign(cursor: Cursor, bound: Bound): boolean {
  if (takeKind(cursor, 'dash')) {
    take(cursor, 'prep', 'upTo');
    return true;
  }
  // «Сентябрьдекабрь»: the dash was lost where the word broke.
  if (tokenAt(cursor)?.glued && tokenAt(cursor, -1)?.from === tokenAt(cursor)?.from) return true;
  if (wordAt(cursor, 'prep', 0, 'upTo') || (bound === 'since' && wordAt(cursor, 'prep', 0, 'by'))) {
    cursor.at += 1;
    return true;
  }
  return false;
}

function single(unit: CalendarUnit, bound: Bound): When {
  if (bound === 'through') return { kind: 'by', unit };
  if (bound === 'by' || bound === 'since' || bound === 'before') return { kind: bound, unit };
  return { kind: 'in', unit };
}

type Span = { readonly from: number; readonly to: number | null };
type Group = { readonly spans: readonly Span[]; readonly make: (number: number) => CalendarUnit | null };

/** Numbers that share what follows them: «16-31 января», «5, 12 и 19 октября», «I, III квартал», «1-2 неделя сентября». */
function readGroup(cursor: Cursor): Group | null {
  const spans = readNumberSpans(cursor);
  const make = spans && (spans.length > 1 || spans[0]?.to !== null) ? readTail(cursor) : null;
  if (!spans || !make) return null;
  const fits = spans.every((span) => make(span.from) && (span.to === null || make(span.to)));
  return fits ? { spans, make } : null;
}

/** `16`, `16-31`, `с 8 по 15`, `5, 12 и 19`. */
export function readNumberSpans(cursor: Cursor): Span[] | null {
  const spans: Span[] = [];
  do {
    const from = readNumber(cursor);
    if (from === null) break;
    const to = attempt(cursor, (c) => {
      const sign = takeKind(c, 'dash') || take(c, 'prep', 'upTo') || take(c, 'prep', 'by');
      if (!sign) return null;
      take(c, 'prep', 'upTo');
      return readNumber(c);
    });
    spans.push({ from, to });
  } while (attempt(cursor, takeListSign));
  return spans.length > 0 ? spans : null;
}

function takeListSign(cursor: Cursor): true | null {
  const comma = takeKind(cursor, 'comma');
  const and = take(cursor, 'and');
  if (!comma && !and) return null;
  return kindAt(cursor, 'number') || wordAt(cursor, 'number') || wordAt(cursor, 'last') ? true : null;
}

function boundGroup(cursor: Cursor, { spans, make }: Group, bound: Bound): When[] | null {
  const windows: When[] = [];
  spans.forEach((span, index) => {
    const from = make(span.from);
    const to = span.to === null ? null : make(span.to);
    if (from && to) windows.push({ kind: 'range', from, to });
    else if (from && index === spans.length - 1) windows.push(readRangeEnd(cursor, from, bound));
    else if (from) windows.push(single(from, bound));
  });
  take(cursor, 'inclusive');
  return windows;
}
