import { addDays, type DateSpan, type PlainDate, weekday } from '@nastavnik/domain/calendar/plain-date';

/** The weeks that a month touches, each from Monday to Sunday. `first` is the month's first day. */
export function weeksOf(first: PlainDate): PlainDate[][] {
  const weeks: PlainDate[][] = [];
  for (
    let monday = addDays(first, 1 - weekday(first));
    monday.slice(0, 7) <= first.slice(0, 7);
    monday = addDays(monday, 7)
  ) {
    const start = monday;
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)));
  }
  return weeks;
}

/** `YYYY-MM`, some months later or earlier. */
export function monthAfter(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The month of the address, else this one, else the end of the plan's period that is nearest to it. */
export function monthShown(asked: string | undefined, period: DateSpan, today: PlainDate): string {
  if (asked) return asked;
  const day = today < period.start ? period.start : today > period.end ? period.end : today;
  return day.slice(0, 7);
}
