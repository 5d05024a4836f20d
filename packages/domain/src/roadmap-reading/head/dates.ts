import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import { MONTH_STEMS } from './month-stems.ts';

export type FoundDate = { readonly date: PlainDate; readonly from: number; readonly to: number };

/** The full dates of a text in their order: «10.09.2024», «" 10 " февраля 2023г.», «25 декабря 2019 года». Other things are left out. */
export function datesIn(text: string): FoundDate[] {
  const shape =
    /(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4})(?!\d)|(?<!\d)["«“'_\s]{0,4}(\d{1,2})["»”'_\s]{0,4}(январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s*,?\s*(\d{4})/giu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const word = match[5]?.toLowerCase() ?? '';
    const month = match[2] ? Number(match[2]) : MONTH_STEMS.findIndex((stem) => word.startsWith(stem)) + 1;
    const date = [match[3] ?? match[6], pad(month), pad(Number(match[1] ?? match[4]))].join('-');
    const from = match.index ?? 0;
    return isPlainDate(date) ? [{ date, from, to: from + match[0].length }] : [];
  });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
