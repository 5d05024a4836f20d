import { daysBetween, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Language } from '../texts.ts';

/**
 * The only place that words days and moments. A day is `PlainDate` and never meets a time zone; a moment is ISO 8601.
 * `today` always comes from the server's answer (the school's zone), never from this computer's clock.
 */

const LOCALE: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** «13 февраля», and «13 февраля 2027 г.» when the year is not that of `today`. */
export function dayInWords(day: PlainDate, today: PlainDate, language: Language): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  return format(day, language, { day: 'numeric', month: 'long', ...(year ? { year } : {}) });
}

/** «13.02.2027», for tables where days stand under one another. */
export function dayInFigures(day: PlainDate, language: Language): string {
  return format(day, language, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** «суббота, 21 ноября» */
export function weekdayAndDay(day: PlainDate, language: Language): string {
  return format(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** «февраль 2027 г.» → «февраль 2027»: the heading of a month. */
export function monthInWords(day: PlainDate, language: Language): string {
  return format(day, language, { month: 'long', year: 'numeric' }).replace(/\s?г\.$/, '');
}

/** «до 13 февраля» */
export function untilDay(day: PlainDate, today: PlainDate, language: Language): string {
  return language === 'ru' ? `до ${dayInWords(day, today, 'ru')}` : `by ${dayInWords(day, today, 'en')}`;
}

/** «1–13 февраля», «1 сентября – 13 февраля»; one end may be missing. */
export function spanInWords(
  span: { start: PlainDate | null; end: PlainDate | null },
  today: PlainDate,
  language: Language,
): string {
  if (span.start && span.end) {
    if (span.start === span.end) return dayInWords(span.end, today, language);
    return rangeInWords(span.start, span.end, today, language);
  }
  if (span.end) return untilDay(span.end, today, language);
  if (!span.start) return '';
  return language === 'ru' ? `с ${dayInWords(span.start, today, 'ru')}` : `from ${dayInWords(span.start, today, 'en')}`;
}

/** «1–30 сентября», «1 октября 2024 – 30 апреля 2025 г.»: what the two ends share is said once. */
function rangeInWords(start: PlainDate, end: PlainDate, today: PlainDate, language: Language): string {
  const thisYear = [start, end].every((day) => day.slice(0, 4) === today.slice(0, 4));
  const year = thisYear ? undefined : ('numeric' as const);
  return formatOf(language, { day: 'numeric', month: 'long', ...(year ? { year } : {}) })
    .formatRange(instantOf(start), instantOf(end))
    .replaceAll('\u2009', '\u00a0');
}

/** «сегодня», «завтра», «через 3 дня», «3 дня назад» */
export function daysFromToday(day: PlainDate, today: PlainDate, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  return relative.format(daysBetween(today, day), 'day');
}

/** «просрочено на 3 дня»; the count is at least one day. */
export function lateBy(days: number, language: Language): string {
  return language === 'ru' ? `просрочено на ${countDays(days, 'ru')}` : `${countDays(days, 'en')} late`;
}

/** «3 дня», «5 дней», «1 день» */
export function countDays(days: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

/** «21 ноября 2026 г., 14:05» in the zone of this computer, where the reader sits. */
export function momentInWords(moment: string, language: Language): string {
  const key = `${language} moment`;
  const known = formats.get(key);
  const words = known ?? new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short' });
  if (!known) formats.set(key, words);
  return words.format(new Date(moment)).replace(' в ', ', ');
}

/** «14:05» in the zone of this computer. */
export function timeInWords(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeStyle: 'short' }).format(new Date(moment));
}

function format(day: PlainDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatOf(language, options).format(instantOf(day));
}

function instantOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const words = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' });
  formats.set(key, words);
  return words;
}
