import type { DateSpan, PlainDate } from './plain-date.ts';
import { plainDate } from './plain-date.ts';

/** The year in which the school year of this day began: 2024 for 2025-03-01 and for 2025-08-31. LIFECYCLE 2.1 (2): 1 September – 31 August. */
export function schoolYearOf(day: PlainDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}

/** The cycle that begins on 1 September of `startYear`; `endYear` for several school years in one. */
export function schoolYearSpan(startYear: number, endYear: number = startYear + 1): DateSpan {
  return { start: plainDate(`${pad(startYear)}-09-01`), end: plainDate(`${pad(endYear)}-08-31`) };
}

/** The cycle that a day lies in. */
export function cycleOf(day: PlainDate): DateSpan {
  return schoolYearSpan(schoolYearOf(day));
}

/** «2024–2025 учебный год» as schools write it: `2024–2025`. */
export function schoolYearName(startYear: number): string {
  return `${startYear}–${startYear + 1}`;
}

/** The calendar year as a span. */
export function calendarYearSpan(year: number, lastYear: number = year): DateSpan {
  return { start: plainDate(`${pad(year)}-01-01`), end: plainDate(`${pad(lastYear)}-12-31`) };
}

/** A period that begins on 1 September has August before it as its month of preparation. */
export function beginsWithSchoolYear(period: DateSpan): boolean {
  return period.start.slice(5) === '09-01';
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}
