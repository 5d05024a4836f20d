import type { DateSpan } from '../calendar/plain-date.ts';
import type { ProductionCalendar } from '../calendar/production-calendar.ts';
import { productionCalendar } from '../calendar/production-calendar.ts';
import { defaultTerms, type SchoolTerms } from '../calendar/school-terms.ts';

/** What a deadline phrase says, before it is placed in a period. The same meaning in another word order is the same value. */
export type Deadline = {
  /** «Сентябрь», «16–31 января», «до 13.02.2023», in the order of the phrase. */
  readonly windows: readonly When[];
  /** «Ежегодно» said of the windows, or alone; `since` is the first year, `unknownStart` the «X - 1 года» of a draft norm. */
  readonly yearly: { readonly since: number | null; readonly unknownStart: boolean } | null;
  /** «Ежемесячно до 25 числа», «1 раз в четверть». */
  readonly repeats: readonly Repeat[];
  /** «Постоянно», «в течение года»: the work goes on all the time. */
  readonly continuous: Scope | null;
  /** «По запросу», and the time in which requests are taken. */
  readonly onDemand: { readonly reason: DemandReason; readonly within: Scope | null } | null;
  /** «В течение 10 рабочих дней после…». */
  readonly relative: RelativeTerm | null;
  /** A source of the date outside the plan, as written: «по отдельному графику». */
  readonly external: string | null;
};

export type DemandReason = 'request' | 'need' | 'possibility' | 'wish';

/** A stretch of the whole plan («года», «всего периода») or a named one («2023–2024 учебного года»). */
export type Scope = 'always' | 'year' | 'schoolYear' | 'period' | When;

export type When =
  | { readonly kind: 'in'; readonly unit: CalendarUnit }
  | { readonly kind: 'range'; readonly from: CalendarUnit; readonly to: CalendarUnit }
  /** Due by the end of the unit: «до 13 февраля», «до конца мая». */
  | { readonly kind: 'by'; readonly unit: CalendarUnit }
  /** Due before the unit begins: «до начала учебного года». */
  | { readonly kind: 'before'; readonly unit: CalendarUnit }
  | { readonly kind: 'since'; readonly unit: CalendarUnit };

/** The year a unit belongs to. Null: not said. A school year is named by the year of its September; null is the plan's own. */
export type YearRef = null | { readonly calendar: number } | { readonly school: number | null; readonly last?: number };

export type MonthPart =
  | 'start'
  | 'middle'
  | 'end'
  | 'firstHalf'
  | 'secondHalf'
  | 'decade1'
  | 'decade2'
  | 'decade3'
  | 'week1'
  | 'week2'
  | 'week3'
  | 'week4'
  | 'week5'
  | 'lastWeek';

export type Season = 'autumn' | 'winter' | 'spring' | 'summer';

export type CalendarUnit =
  | { readonly unit: 'day'; readonly day: number; readonly month: number; readonly year: YearRef }
  | { readonly unit: 'month'; readonly month: number; readonly year: YearRef }
  /** `month` null: the phrase forgot it («третья неделя»). */
  | { readonly unit: 'monthPart'; readonly part: MonthPart; readonly month: number | null; readonly year: YearRef }
  /** «Первый понедельник сентября»; `nth` -1 is the last. */
  | {
      readonly unit: 'weekdayOfMonth';
      readonly nth: number;
      readonly weekday: number;
      readonly month: number;
      readonly year: YearRef;
    }
  | { readonly unit: 'quarter'; readonly number: number; readonly year: YearRef }
  | { readonly unit: 'schoolQuarter'; readonly number: number; readonly year: YearRef }
  | { readonly unit: 'trimester'; readonly number: number; readonly year: YearRef }
  | { readonly unit: 'halfYear'; readonly number: number; readonly year: YearRef }
  | { readonly unit: 'holidays'; readonly season: Season; readonly year: YearRef }
  | { readonly unit: 'season'; readonly season: Season; readonly year: YearRef }
  /** «2024 г.», «2023–2024 учебный год», «учебный год»; null: «год», which is the plan's year. */
  | { readonly unit: 'year'; readonly year: YearRef }
  /** «2022–2027 годы»; for two neighbouring years `maybeSchool` says that the school year is the likelier reading. */
  | { readonly unit: 'years'; readonly first: number; readonly last: number; readonly maybeSchool: boolean }
  /** «Начало учебного года», «конец 2024 года», «конец I четверти». */
  | { readonly unit: 'partOf'; readonly part: 'start' | 'middle' | 'end'; readonly whole: CalendarUnit };

export type RepeatUnit =
  | 'day'
  | 'workingDay'
  | 'week'
  | 'month'
  | 'quarter'
  | 'schoolQuarter'
  | 'trimester'
  | 'halfYear'
  | 'year';

/** `times` times every `interval` units: «2 раза в месяц», «1 раз в 6 месяцев» (interval 6). */
export type Repeat = {
  readonly unit: RepeatUnit;
  readonly interval: number;
  readonly times: number;
  /** Where in the unit; null: anywhere. */
  readonly on: RepeatPlace | null;
  /** «С 01.12.2020, далее ежеквартально»; or the span in which it repeats: «ежемесячно с октября по май». */
  readonly within: When | null;
};

export type RepeatPlace =
  /** ISO weekdays, «по средам»; `nth` for «последняя пятница месяца». */
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[]; readonly nth: readonly number[] }
  /** Days of the month, -1 the last; `by` for «до 25 числа». */
  | { readonly kind: 'monthDays'; readonly days: readonly number[]; readonly by: boolean }
  | { readonly kind: 'monthDaySpan'; readonly from: number; readonly to: number }
  | { readonly kind: 'part'; readonly part: 'start' | 'middle' | 'end' };

export type RelativeTerm = {
  readonly amount: number;
  readonly unit: 'workingDay' | 'day' | 'week' | 'month';
  readonly direction: 'after' | 'before';
  /** The event counted from, as written; null: not named. */
  readonly anchor: string | null;
};

/** The circumstances in which a phrase is read. Make it with `deadlineContext`. */
export type DeadlineContext = {
  /** The plan's own period. */
  readonly period: DateSpan;
  /** True when nobody named the period: then a year in the phrase is never called wrong, and moves the period. */
  readonly periodIsGuessed: boolean;
  readonly terms: SchoolTerms;
  /** True when the school has not given its terms and the usual ones stand in. */
  readonly termsAreGuessed: boolean;
  readonly calendar: ProductionCalendar;
};

/** The usual circumstances of a plan: its period, the customary school terms, the production calendar. */
export function deadlineContext(
  period: DateSpan,
  given: {
    readonly periodIsGuessed?: boolean;
    readonly terms?: SchoolTerms;
    readonly calendar?: ProductionCalendar;
  } = {},
): DeadlineContext {
  return {
    period,
    periodIsGuessed: given.periodIsGuessed ?? false,
    terms: given.terms ?? defaultTerms,
    termsAreGuessed: given.terms === undefined,
    calendar: given.calendar ?? productionCalendar,
  };
}

/** A deadline that says nothing yet; the parser fills it. */
export const noDeadline: Deadline = {
  windows: [],
  yearly: null,
  repeats: [],
  continuous: null,
  onDemand: null,
  relative: null,
  external: null,
};
