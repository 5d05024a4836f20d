import type { CalendarUnit, MonthPart, YearRef } from './deadline.ts';
import { attempt, type Cursor, kindAt, take, takeKind, tokenAt, wordAt } from './grammar-cursor.ts';

/** A unit of the calendar: «16 мая 2023 г.», «конец марта», «I квартал», «осенние каникулы», «2023–2024 учебный год». */
export function readUnit(cursor: Cursor): CalendarUnit | null {
  return (
    attempt(cursor, readDate) ??
    attempt(cursor, readPart) ??
    attempt(cursor, readNumbered) ??
    attempt(cursor, readMonth) ??
    attempt(cursor, readSeason) ??
    attempt(cursor, readYears)
  );
}

function readDate(cursor: Cursor): CalendarUnit | null {
  const date = tokenAt(cursor)?.date;
  if (!date) return null;
  cursor.at += 1;
  const year = date.year === null ? readYearRef(cursor) : { calendar: date.year };
  if (date.year !== null) take(cursor, 'unit', 'year');
  return { unit: 'day', day: date.day, month: date.month, year };
}

function readMonth(cursor: Cursor): CalendarUnit | null {
  const month = take(cursor, 'month');
  if (!month) return null;
  takeMonthWord(cursor);
  return { unit: 'month', month: month.n, year: readYearRef(cursor) };
}

/** «В сентябре месяце». */
function takeMonthWord(cursor: Cursor): void {
  if (wordAt(cursor, 'unit', 0, 'month') && tokenAt(cursor)?.text !== 'мес') take(cursor, 'unit', 'month');
}

/** «Начало апреля», «конец учебного года», «середина II четверти», «первые числа мая». */
function readPart(cursor: Cursor): CalendarUnit | null {
  const part = take(cursor, 'part')?.v as 'start' | 'middle' | 'end' | undefined;
  if (!part) return null;
  const month = take(cursor, 'month');
  if (month) return { unit: 'monthPart', part, month: month.n, year: readYearRef(cursor) };
  // The calendar year ends in the last days of December.
  if (take(cursor, 'calendar') && take(cursor, 'unit', 'year')) {
    return { unit: 'monthPart', part, month: part === 'start' ? 1 : part === 'end' ? 12 : 6, year: null };
  }
  const whole = attempt(cursor, readWhole);
  return whole && whole.unit !== 'day' ? { unit: 'partOf', part, whole } : null;
}

/** What can have a beginning and an end: a unit, or «года», «учебного года» of the plan. */
function readWhole(cursor: Cursor): CalendarUnit | null {
  take(cursor, 'current');
  if (wordAt(cursor, 'school') && wordAt(cursor, 'unit', 1, 'year')) {
    cursor.at += 2;
    return { unit: 'year', year: { school: null } };
  }
  if (take(cursor, 'unit', 'year')) return { unit: 'year', year: null };
  return readUnit(cursor);
}

/** A number and what it numbers: «16 мая», «3 неделя мая», «вторая половина мая», «II квартал», «последняя пятница мая». */
function readNumbered(cursor: Cursor): CalendarUnit | null {
  const number = readNumber(cursor);
  if (number === null) return null;
  const make = readTail(cursor);
  return make ? make(number) : null;
}

/** A count or an order: `1`, «1-я», «первый», `I`; the last is -1. */
export function readNumber(cursor: Cursor): number | null {
  const token = tokenAt(cursor);
  if (!token) return null;
  if (token.kind === 'number' && token.text.length <= 2) {
    cursor.at += 1;
    attempt(cursor, readCountInWords);
    return token.n;
  }
  const word = take(cursor, 'number');
  if (word) return word.n;
  return take(cursor, 'last') ? -1 : null;
}

/** «5 (пяти) рабочих дней». */
function readCountInWords(cursor: Cursor): true | null {
  return takeKind(cursor, 'open') && take(cursor, 'number') && takeKind(cursor, 'close') ? true : null;
}

type MakeUnit = (number: number) => CalendarUnit | null;

/** What follows the numbers of a group: «…мая 2023 г.», «…квартал», «…неделя сентября». */
export function readTail(cursor: Cursor): MakeUnit | null {
  // «15 числа октября», but «в первых числах октября».
  if (kindAt(cursor, 'number', -1) && wordAt(cursor, 'monthDay') && wordAt(cursor, 'month', 1)) cursor.at += 1;
  const month = take(cursor, 'month');
  if (month) {
    const year = readYearRef(cursor);
    // «32 января» is a day that does not exist, and not January.
    return (day) => (day >= 0 ? { unit: 'day', day, month: month.n, year } : null);
  }
  return attempt(cursor, readPartTail) ?? attempt(cursor, readWeekdayTail) ?? attempt(cursor, readTermTail);
}

function readPartTail(cursor: Cursor): MakeUnit | null {
  const half = take(cursor, 'half');
  const week = half ? null : take(cursor, 'unit', 'week');
  const decade = half || week ? null : take(cursor, 'unit', 'decade');
  const days = half || week || decade ? null : take(cursor, 'monthDay');
  if (!half && !week && !decade && !days) return null;
  if (half && wordAt(cursor, 'school') && wordAt(cursor, 'unit', 1, 'year')) {
    cursor.at += 2;
    return (number) => (number === 1 || number === 2 ? { unit: 'halfYear', number, year: { school: null } } : null);
  }
  const month = take(cursor, 'month');
  if (!month && !week) return null;
  const year = month ? readYearRef(cursor) : null;
  return (number) => {
    const part = half ? halfPart(number) : week ? weekPart(number) : decade ? decadePart(number) : edgePart(number);
    return part ? { unit: 'monthPart', part, month: month?.n ?? null, year } : null;
  };
}

function halfPart(number: number): MonthPart | null {
  return number === 1 ? 'firstHalf' : number === 2 || number === -1 ? 'secondHalf' : null;
}

function weekPart(number: number): MonthPart | null {
  const parts = ['lastWeek', null, 'week1', 'week2', 'week3', 'week4', 'week5'] as const;
  return parts[number + 1] ?? null;
}

function decadePart(number: number): MonthPart | null {
  const parts = ['decade3', null, 'decade1', 'decade2', 'decade3'] as const;
  return parts[number + 1] ?? null;
}

/** «В первых числах мая», «в последних числах мая». */
function edgePart(number: number): MonthPart | null {
  return number === 1 ? 'start' : number === -1 ? 'end' : null;
}

function readWeekdayTail(cursor: Cursor): MakeUnit | null {
  const weekday = take(cursor, 'weekday');
  const month = weekday ? take(cursor, 'month') : null;
  if (!weekday || !month) return null;
  const year = readYearRef(cursor);
  return (nth) =>
    nth === -1 || (nth >= 1 && nth <= 5)
      ? { unit: 'weekdayOfMonth', nth, weekday: weekday.n, month: month.n, year }
      : null;
}

function readTermTail(cursor: Cursor): MakeUnit | null {
  const unit = take(cursor, 'unit')?.v;
  const counts: Readonly<Record<string, number>> = { quarter: 4, schoolQuarter: 4, trimester: 3, halfYear: 2 };
  const count = unit === undefined ? undefined : counts[unit];
  if (count === undefined) return null;
  const year = readYearRef(cursor);
  return (given) => {
    const number = given === -1 ? count : given;
    if (number < 1 || number > count) return null;
    return { unit: unit as 'quarter' | 'schoolQuarter' | 'trimester' | 'halfYear', number, year };
  };
}

/** «Осенние каникулы», «в каникулы» is not enough; «осенью». */
function readSeason(cursor: Cursor): CalendarUnit | null {
  const season = take(cursor, 'season')?.v as 'autumn' | 'winter' | 'spring' | 'summer' | undefined;
  if (!season) return null;
  const holidays = take(cursor, 'holidays') ?? (leadsToHolidays(cursor) ? season : null);
  if (!holidays) take(cursor, 'plan', 'period');
  if (tokenAt(cursor)?.text === 'время') cursor.at += 1;
  const year = readYearRef(cursor);
  return holidays ? { unit: 'holidays', season, year } : { unit: 'season', season, year };
}

/** «Осенние, весенние каникулы»: the word stands once for the list. */
function leadsToHolidays(cursor: Cursor): boolean {
  let ahead = 0;
  while (tokenAt(cursor, ahead)?.text === ',' || wordAt(cursor, 'and', ahead) || wordAt(cursor, 'season', ahead))
    ahead += 1;
  return ahead > 0 && wordAt(cursor, 'holidays', ahead) !== null && wordAt(cursor, 'season', ahead - 1) !== null;
}

/** The year after a unit: «2023 г.», «2023-2024 учебного года», «текущего учебного года». Answers null where there is none. */
export function readYearRef(cursor: Cursor): YearRef {
  return attempt(cursor, readWrittenYear) ?? attempt(cursor, readPlanYear);
}

function readPlanYear(cursor: Cursor): YearRef {
  takeComma(cursor);
  const current = take(cursor, 'current');
  const school = take(cursor, 'school');
  if (!take(cursor, 'unit', 'year')) return null;
  return current || school ? { school: null } : null;
}

/** «Январь, 2025»; a semicolon parts for good. */
function takeComma(cursor: Cursor): void {
  if (tokenAt(cursor)?.text === ',') cursor.at += 1;
}

function readWrittenYear(cursor: Cursor): YearRef {
  takeComma(cursor);
  const first = readFullYear(cursor) ?? readShortYear(cursor);
  if (first === null) return null;
  const last = attempt(cursor, readSecondYear(first));
  const school = take(cursor, 'school');
  const named = take(cursor, 'unit', 'year');
  if (school) return schoolRef(first, last);
  // «I полугодие 2023-2024 гг.»
  if (last !== null) return last === first + 1 ? { school: first } : null;
  if (!named && tokenAt(cursor)?.word?.is === 'month' && kindAt(cursor, 'dash', -1)) return null;
  return { calendar: first };
}

function schoolRef(first: number, last: number | null): YearRef {
  return last !== null && last > first + 1 ? { school: first, last } : { school: first };
}

export function readFullYear(cursor: Cursor): number | null {
  const token = tokenAt(cursor);
  if (token?.kind !== 'number' || token.text.length !== 4 || token.n < 1900 || token.n > 2199) return null;
  cursor.at += 1;
  return token.n;
}

/** «Сентябрь 24 г.» */
function readShortYear(cursor: Cursor): number | null {
  const token = tokenAt(cursor);
  if (token?.kind !== 'number' || token.text.length !== 2 || !wordAt(cursor, 'unit', 1, 'year')) return null;
  cursor.at += 1;
  return 2000 + token.n;
}

export function readSecondYear(first: number): (cursor: Cursor) => number | null {
  return (cursor) => {
    const glued = tokenAt(cursor)?.glued === true;
    if (!glued && !takeKind(cursor, 'dash') && !takeKind(cursor, 'slash')) return null;
    const full = readFullYear(cursor);
    if (full !== null) return full >= first ? full : null;
    const token = tokenAt(cursor);
    if (token?.kind !== 'number' || token.text.length !== 2 || token.n !== (first + 1) % 100) return null;
    if (!wordAt(cursor, 'school', 1) && !wordAt(cursor, 'unit', 1, 'year')) return null;
    cursor.at += 1;
    return first + 1;
  };
}

/** «2024 г.», «2022–2027 годы», «2023–2024 учебный год», «учебный год». */
function readYears(cursor: Cursor): CalendarUnit | null {
  const plan = attempt(cursor, (c) => {
    const current = take(c, 'current');
    if (!take(c, 'school')) return null;
    return take(c, 'unit', 'year') || current ? true : null;
  });
  const first = readFullYear(cursor);
  if (first === null) return plan ? { unit: 'year', year: { school: null } } : null;
  const last = attempt(cursor, readSecondYear(first));
  const school = take(cursor, 'school') !== null || plan !== null;
  take(cursor, 'unit', 'year');
  if (school) return { unit: 'year', year: schoolRef(first, last) };
  if (last === null || last === first) return { unit: 'year', year: { calendar: first } };
  return { unit: 'years', first, last, maybeSchool: false };
}
