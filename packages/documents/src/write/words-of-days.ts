import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** «05.09.2025», the short form of a date in stamps and tables (DOCUMENTS 0.5.3). */
export function shortDay(date: PlainDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** «5 сентября 2025 г.», the long form under signatures. */
export function longDay(date: PlainDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)} г.`;
}

/** The blank that is filled in by hand where a day is not yet known. */
export const BLANK_DAY = '«___» ____________ 20___ г.';
