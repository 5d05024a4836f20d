import { addDays, type PlainDate, weekday } from './plain-date.ts';
import { transfersByYear } from './production-calendar-data.ts';

/** Which days are working days in a five-day week. */
export type ProductionCalendar = {
  /** True for a day on which work is done: a weekday that is no holiday, or a Saturday made a working day by decree. */
  readonly isWorkingDay: (day: PlainDate) => boolean;
  /** Years whose transfers are decreed; in other years only the holidays of the Labour Code and its automatic transfers are known. */
  readonly decreedYears: readonly number[];
};

/**
 * Labour Code art. 112: the holidays as `MM-DD`. A day off that coincides with a holiday moves to the next working day,
 * except for those of 1–8 January, which the government moves by decree.
 */
const HOLIDAYS = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'];
const MOVING_HOLIDAYS = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];

/** The calendar of Russia: the Labour Code, and the decrees on transferred days where there are any. */
export const productionCalendar: ProductionCalendar = {
  isWorkingDay,
  decreedYears: Object.keys(transfersByYear).map(Number),
};

/** True when the day is a working day of the five-day week in Russia. */
export function isWorkingDay(day: PlainDate): boolean {
  const transfers = transfersByYear[Number(day.slice(0, 4))];
  if (transfers?.working.includes(day)) return true;
  if (transfers?.daysOff.includes(day)) return false;
  if (isHoliday(day) || weekday(day) >= 6) return false;
  return transfers !== undefined || !isAutomaticDayOff(day);
}

/**
 * The day `count` working days after `day`; the day itself is not counted (RULE-17: a demand received on Friday
 * 2025-12-05 with 10 working days is due on 2025-12-19). Negative counts go back.
 */
export function addWorkingDays(
  day: PlainDate,
  count: number,
  calendar: ProductionCalendar = productionCalendar,
): PlainDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(count));
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (calendar.isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: ProductionCalendar = productionCalendar,
): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (calendar.isWorkingDay(at)) count += 1;
  return count;
}

function isHoliday(day: PlainDate): boolean {
  const monthDay = day.slice(5);
  return HOLIDAYS.includes(monthDay) || MOVING_HOLIDAYS.includes(monthDay);
}

/** In a year without a decree: the Monday after a movable holiday that fell on the weekend. */
function isAutomaticDayOff(day: PlainDate): boolean {
  if (weekday(day) !== 1) return false;
  return [addDays(day, -1), addDays(day, -2)].some((weekend) => MOVING_HOLIDAYS.includes(weekend.slice(5)));
}
