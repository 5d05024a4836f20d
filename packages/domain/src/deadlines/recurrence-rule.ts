import type { CalendarUnit, Deadline, MonthPart, Repeat, When } from './deadline.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The repetition of a deadline as an RFC 5545 rule; null when it does not repeat. */
export function recurrenceRule(deadline: Deadline): string | null {
  const [repeat] = deadline.repeats;
  if (repeat) return repeatRule(repeat);
  if (deadline.yearly) return yearlyRule(deadline.windows);
  return isMonthList(deadline) ? yearlyRule(deadline.windows) : null;
}

/** «Май, декабрь»: months side by side without a year come again each year of the plan; a range or a single month does not. */
export function isMonthList(deadline: Deadline): boolean {
  return (
    deadline.windows.length > 1 &&
    deadline.windows.every(
      ({ kind, ...when }) => kind === 'in' && 'unit' in when && when.unit.unit === 'month' && when.unit.year === null,
    )
  );
}

function repeatRule(repeat: Repeat): string {
  const every = repeat.interval > 1 ? `;INTERVAL=${repeat.interval}` : '';
  switch (repeat.unit) {
    case 'day':
      return `FREQ=DAILY${every}`;
    case 'workingDay':
      return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
    case 'week':
      return `FREQ=WEEKLY${every}${place(repeat)}`;
    case 'month':
      return `FREQ=MONTHLY${every}${place(repeat) || (repeat.times === 2 ? ';BYMONTHDAY=15,-1' : '')}`;
    case 'quarter':
      return `FREQ=MONTHLY;INTERVAL=${3 * repeat.interval}${place(repeat)}`;
    // The months in which the usual terms end: it is to be done by the end of each.
    case 'schoolQuarter':
      return `FREQ=YEARLY${every};BYMONTH=10,12,3,5`;
    case 'trimester':
      return `FREQ=YEARLY${every};BYMONTH=11,2,5`;
    case 'halfYear':
      return `FREQ=YEARLY${every};BYMONTH=12,5`;
    case 'year':
      if (repeat.times > 1 && (12 * repeat.interval) % repeat.times === 0) {
        return `FREQ=MONTHLY;INTERVAL=${(12 * repeat.interval) / repeat.times}`;
      }
      return `FREQ=YEARLY${every}`;
  }
}

function place({ on }: Repeat): string {
  if (!on) return '';
  switch (on.kind) {
    case 'weekdays': {
      const days = on.nth.length === 0 ? [''] : on.nth.map(String);
      return `;BYDAY=${days.flatMap((nth) => on.weekdays.map((day) => `${nth}${WEEKDAYS[day - 1] ?? 'MO'}`)).join(',')}`;
    }
    case 'monthDays':
      return `;BYMONTHDAY=${on.days.join(',')}`;
    case 'monthDaySpan':
      return `;BYMONTHDAY=${on.from}`;
    case 'part':
      return { start: ';BYMONTHDAY=1', middle: ';BYMONTHDAY=15', end: ';BYMONTHDAY=-1' }[on.part];
  }
}

/** Whole months give BYMONTH alone; anything else is anchored at its first day (or at its due day), when one rule can say it. */
function yearlyRule(windows: readonly When[]): string {
  if (windows.length === 0) return 'FREQ=YEARLY';
  const anchors = windows.map(anchorOf);
  const months = anchors.map((anchor) => anchor?.month);
  if (anchors.some((anchor) => !anchor)) return 'FREQ=YEARLY';
  const byMonth = `FREQ=YEARLY;BYMONTH=${[...new Set(months)].join(',')}`;
  const days = [...new Set(anchors.map((anchor) => anchor?.day))];
  const sameMonth = new Set(months).size === 1;
  if (days.length === 1 && days[0] === null) return byMonth;
  const oneDay = days.length === 1 || sameMonth;
  return oneDay && days.every((day) => typeof day === 'number')
    ? `${byMonth};BYMONTHDAY=${days.join(',')}`
    : 'FREQ=YEARLY';
}

type Anchor = { readonly month: number; readonly day: number | null } | null;

function anchorOf(when: When): Anchor {
  if (when.kind === 'range') {
    const from = unitAnchor(when.from);
    return from && { month: from.month, day: from.day ?? 1 };
  }
  const anchor = unitAnchor(when.unit);
  if (!anchor || anchor.day !== null || when.kind === 'in') return anchor;
  return when.kind === 'by' ? { month: anchor.month, day: -1 } : { month: anchor.month, day: 1 };
}

const PART_DAYS: Readonly<Record<MonthPart, number>> = {
  start: 1,
  middle: 11,
  end: 21,
  firstHalf: 1,
  secondHalf: 16,
  decade1: 1,
  decade2: 11,
  decade3: 21,
  week1: 1,
  week2: 8,
  week3: 15,
  week4: 22,
  week5: 29,
  lastWeek: -7,
};

function unitAnchor(unit: CalendarUnit): Anchor {
  switch (unit.unit) {
    case 'day':
      return { month: unit.month, day: unit.day };
    case 'month':
      return { month: unit.month, day: null };
    case 'monthPart':
      return unit.month === null ? null : { month: unit.month, day: PART_DAYS[unit.part] };
    case 'quarter':
      return { month: unit.number * 3 - 2, day: 1 };
    case 'season':
      return { month: { autumn: 9, winter: 12, spring: 3, summer: 6 }[unit.season], day: 1 };
    default:
      return null;
  }
}
