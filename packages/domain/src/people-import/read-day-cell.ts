import { addDays, isPlainDate, type PlainDate, plainDate } from '../calendar/plain-date.ts';

export type DayCell = { readonly day: PlainDate; readonly centuryGuessed: boolean };

const MONTHS: readonly RegExp[] = [
  /^янв/,
  /^фев/,
  /^мар/,
  /^апр/,
  /^ма[йя]/,
  /^июн/,
  /^июл/,
  /^авг/,
  /^сен/,
  /^окт/,
  /^ноя/,
  /^дек/,
];
const TIME = '(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?)?';
const IN_FIGURES = new RegExp(`^(\\d{1,2})[./\\- ]+(\\d{1,2})[./\\- ]+(\\d{4}|\\d{2})(?:\\s?г(?:\\.|ода?)?)?${TIME}$`);
const ISO = new RegExp(`^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})${TIME}$`);
const IN_WORDS = /^(\d{1,2})\s*([а-я]{3,8})\.?,?\s*(\d{4}|\d{2})(?:\s*г(?:\.|ода?)?)?$/;
/** A sheet's serial day, whole or with a time: between 1927 and 2119, so that a year or a number is never one. */
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;

/**
 * Reads a day from a cell: «01.02.2012», «1/2/12», «2012-02-01», «1 февраля 2012 г.», a sheet's serial number, any of them
 * with a time behind. A year of two figures is the latest that is not after today. Never throws.
 * @param today `null`: only the shape is asked for, and two figures mean this century
 */
export function readDayCell(text: string, today: PlainDate | null): DayCell | 'unreadable' | 'impossible' {
  const cell = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replaceAll('ё', 'е');
  if (cell.length > 40) return 'unreadable';
  const serial = SERIAL.exec(cell);
  if (serial) {
    const days = Number(serial[1]);
    return days < 10_000 || days > 80_000 ? 'unreadable' : { day: addDays(SERIAL_ZERO, days), centuryGuessed: false };
  }
  const iso = ISO.exec(cell.toUpperCase());
  if (iso) return dayOf(iso[1] ?? '', Number(iso[2]), Number(iso[3]), today);
  const figures = IN_FIGURES.exec(cell);
  if (figures) return dayOf(figures[3] ?? '', Number(figures[2]), Number(figures[1]), today);
  const words = IN_WORDS.exec(cell);
  const month = words ? MONTHS.findIndex((name) => name.test(words[2] ?? '')) + 1 : 0;
  return words && month > 0 ? dayOf(words[3] ?? '', month, Number(words[1]), today) : 'unreadable';
}

/** Sheets count from a 1900 with a 29 February; from March 1900 on this is the day before their first. */
const SERIAL_ZERO = plainDate('1899-12-30');

function dayOf(year: string, month: number, day: number, today: PlainDate | null): DayCell | 'impossible' {
  const whole = year.length === 4 ? year : `20${year}`;
  const text = `${whole}-${two(month)}-${two(day)}`;
  const isShort = year.length === 2;
  if (isShort && today !== null && text > today) {
    const before = `19${text.slice(2)}`;
    return isPlainDate(before) ? { day: before, centuryGuessed: true } : 'impossible';
  }
  return isPlainDate(text) ? { day: text, centuryGuessed: isShort } : 'impossible';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** «01.02.2012». */
export function printDayCell(day: PlainDate): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
