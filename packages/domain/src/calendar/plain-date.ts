/** A calendar day without a time or a zone, always `YYYY-MM-DD`. */
export type PlainDate = string & { readonly plainDate: unique symbol };

/** A span of calendar days, both ends included. */
export type DateSpan = { readonly start: PlainDate; readonly end: PlainDate };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is a day that exists: `2024-02-30` is not one. */
export function isPlainDate(text: string): text is PlainDate {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`; throws a RangeError for a day that does not exist. For texts from outside ask `isPlainDate` first. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The number of days of a month, month from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(date: PlainDate): number {
  return Math.round(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000,
  );
}

/** The day with this number (see `dayNumber`). */
export function dayFromNumber(number: number): PlainDate {
  return new Date(number * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}

/** The day `count` days later; earlier when negative. */
export function addDays(date: PlainDate, count: number): PlainDate {
  return dayFromNumber(dayNumber(date) + count);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday, Monday = 1 … Sunday = 7. */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}
