import { type DateSpan, daysBetween, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { calendarYearSpan, schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';

/** Of the periods that schools plan in (a school year, two of them, a calendar year) the one whose middle is nearest to today. */
export function halfWayPeriod(today: PlainDate): DateSpan {
  const year = schoolYearOf(today);
  const periods = [
    schoolYearSpan(year),
    schoolYearSpan(year - 1, year + 1),
    schoolYearSpan(year, year + 2),
    calendarYearSpan(Number(today.slice(0, 4))),
  ];
  const fromMiddle = (period: DateSpan) =>
    Math.abs(daysBetween(period.start, today) / daysBetween(period.start, period.end) - 0.5);
  return periods.toSorted((a, b) => fromMiddle(a) - fromMiddle(b))[0]!;
}

/** «2025/26 учебный год», «2025–2027 учебные годы», «2026 год». */
export function periodWords({ start, end }: DateSpan): string {
  const [from, to] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  if (from === to) return `${from} год`;
  return to === from + 1 ? `${from}/${String(to).slice(2)} учебный год` : `${from}–${to} учебные годы`;
}
