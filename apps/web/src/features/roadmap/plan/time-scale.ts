import {
  addDays,
  type DateSpan,
  daysBetween,
  daysInMonth,
  type PlainDate,
} from '@nastavnik/domain/calendar/plain-date';

/** A piece of the scale, in parts of the whole: 0 is the first day of the period, 1 the day after its last. */
export type Piece = { readonly from: number; readonly width: number };
export type Month = Piece & { readonly first: PlainDate };

/** The months that a period touches, the first and last ones cut. */
export function monthsOf(period: DateSpan): Month[] {
  const months: Month[] = [];
  for (let day = period.start; day <= period.end; ) {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    const last = `${day.slice(0, 8)}${String(daysInMonth(year, month)).padStart(2, '0')}` as PlainDate;
    const end = last < period.end ? last : period.end;
    months.push({ first: `${day.slice(0, 7)}-01` as PlainDate, ...pieceOf({ start: day, end }, period) });
    day = addDays(last, 1);
  }
  return months;
}

/** Where a term lies in the period; what has only a last day is a mark of a week before it. Undefined without days. */
export function barOf(
  { start, due }: { readonly start: PlainDate | null; readonly due: PlainDate | null },
  period: DateSpan,
): Piece | undefined {
  const end = due ?? (start ? period.end : null);
  if (end === null) return undefined;
  const from = start ?? addDays(end, -6);
  const inside = {
    start: from < period.start ? period.start : from > period.end ? period.end : from,
    end: end > period.end ? period.end : end < period.start ? period.start : end,
  };
  return pieceOf(inside.start <= inside.end ? inside : { start: inside.end, end: inside.end }, period);
}

function pieceOf(span: DateSpan, period: DateSpan): Piece {
  const whole = daysBetween(period.start, period.end) + 1;
  return {
    from: daysBetween(period.start, span.start) / whole,
    width: (daysBetween(span.start, span.end) + 1) / whole,
  };
}
