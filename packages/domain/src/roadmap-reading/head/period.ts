import { type DateSpan, daysInMonth, plainDate } from '../../calendar/plain-date.ts';
import { MONTH_STEMS } from './month-stems.ts';

/**
 * The period that a title names. A «учебный год» runs from 1 September to 31 August; «2023-2024 гг.» without it are
 * two calendar years. `null` where the words name no year.
 */
export function periodIn(text: string): DateSpan | null {
  const clean = text.replace(/\s+/gu, ' ');
  return byMonths(clean) ?? byYears(clean) ?? oneYear(clean);
}

/** «(сентябрь 2022 г. - май 2024 г.)» */
function byMonths(text: string): DateSpan | null {
  const match = /([а-яё]{3,})\s+(20\d\d)\s*(?:г\.?|года)?\s*[-–—]\s*([а-яё]{3,})\s+(20\d\d)/iu.exec(text);
  const [from, to] = [monthOf(match?.[1]), monthOf(match?.[3])];
  if (!match || from === 0 || to === 0) return null;
  const end = Number(match[4]);
  return span(`${match[2]}-${pad(from)}-01`, `${match[4]}-${pad(to)}-${pad(daysInMonth(end, to))}`);
}

function byYears(text: string): DateSpan | null {
  const match =
    /(?<!\d)(20\d\d)\s*(?:[-–—/]|по|и)\s*(20\d\d|\d\d(?!\d))\s*(?:-?\s*(?:г\.?\s*г?\.?|год[а-яё]*))?\s*(уч[а-яё.]*)?/iu.exec(
      text,
    );
  if (!match) return null;
  const first = Number(match[1]);
  const last = match[2]?.length === 2 ? 2000 + Number(match[2]) : Number(match[2]);
  if (last <= first || last > first + 12) return null;
  const school = match[3] !== undefined || /учебн\S*\s+(?:год|период)/iu.test(text);
  return school ? span(`${first}-09-01`, `${last}-08-31`) : span(`${first}-01-01`, `${last}-12-31`);
}

function oneYear(text: string): DateSpan | null {
  const match = /(?:^|\s)(?:на|в)\s+(20\d\d)\s*(?:г\.|год)/iu.exec(text);
  return match ? span(`${match[1]}-01-01`, `${match[1]}-12-31`) : null;
}

function monthOf(word: string | undefined): number {
  return MONTH_STEMS.findIndex((stem) => word?.toLowerCase().startsWith(stem) === true) + 1;
}

function span(start: string, end: string): DateSpan | null {
  return start < end ? { start: plainDate(start), end: plainDate(end) } : null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
