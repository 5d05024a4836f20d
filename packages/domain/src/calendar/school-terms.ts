import type { DateSpan } from './plain-date.ts';
import { daysInMonth, plainDate } from './plain-date.ts';

export type HolidaySeason = 'autumn' | 'winter' | 'spring' | 'summer';

/** How a school divides the school year. Each function takes the year of its September. */
export type SchoolTerms = {
  /** Four teaching quarters. */
  readonly quarters: (startYear: number) => readonly DateSpan[];
  /** Three trimesters. */
  readonly trimesters: (startYear: number) => readonly DateSpan[];
  /** Two half-years. */
  readonly halves: (startYear: number) => readonly DateSpan[];
  readonly holidays: (startYear: number) => Readonly<Record<HolidaySeason, DateSpan>>;
};

/**
 * The usual division, used until the school gives its own calendar. It is a convention: each school fixes its terms by
 * order, and the ministry only recommends them. The second half-year ends on 31 May.
 */
export const defaultTerms: SchoolTerms = {
  quarters: (year) => [
    span([year, 9, 1], [year, 10, 31]),
    span([year, 11, 1], [year, 12, 31]),
    span([year + 1, 1, 1], [year + 1, 3, 31]),
    span([year + 1, 4, 1], [year + 1, 5, 31]),
  ],
  trimesters: (year) => [
    span([year, 9, 1], [year, 11, 30]),
    span([year, 12, 1], [year + 1, 2, daysInMonth(year + 1, 2)]),
    span([year + 1, 3, 1], [year + 1, 5, 31]),
  ],
  halves: (year) => [span([year, 9, 1], [year, 12, 31]), span([year + 1, 1, 1], [year + 1, 5, 31])],
  holidays: (year) => ({
    autumn: span([year, 10, 26], [year, 11, 4]),
    winter: span([year, 12, 31], [year + 1, 1, 11]),
    spring: span([year + 1, 3, 22], [year + 1, 3, 30]),
    summer: span([year + 1, 6, 1], [year + 1, 8, 31]),
  }),
};

type Ymd = readonly [year: number, month: number, day: number];

function span(from: Ymd, to: Ymd): DateSpan {
  return { start: day(from), end: day(to) };
}

function day([year, month, date]: Ymd) {
  return plainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );
}
