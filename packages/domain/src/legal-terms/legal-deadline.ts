import { addDays, daysInMonth, type PlainDate } from '../calendar/plain-date.ts';
import { addWorkingDays, type ProductionCalendar, productionCalendar } from '../calendar/production-calendar.ts';
import type { LegalTerm } from './legal-term-kinds.ts';

/** How long a term is. `extension`: so many units more by a reasoned notice. Hours run from a moment, not from a day. */
export type TermLength = {
  readonly unit: 'days' | 'workingDays' | 'hours' | 'months' | 'years';
  readonly count: number;
  readonly extension: number;
  /** `before`: the day by which something has to be said ahead of the event. */
  readonly direction: 'after' | 'before';
};

/** PRIVACY §4, a line each. */
export const LEGAL_TERM_LENGTHS: Record<LegalTerm, TermLength> = {
  withdrawal: after(30, 'days'),
  purposeReached: after(30, 'days'),
  stopProcessing: after(10, 'workingDays', 5),
  // At once; the day itself.
  stopDissemination: after(0, 'days'),
  thirdPartiesStopDissemination: after(3, 'workingDays'),
  publishConditions: after(3, 'workingDays'),
  unlawfulProcessing: after(3, 'workingDays'),
  cannotBeMadeLawful: after(10, 'workingDays'),
  wrongData: after(7, 'workingDays'),
  unlawfullyObtained: after(7, 'workingDays'),
  subjectRequest: after(10, 'workingDays', 5),
  impossibleToDestroy: after(6, 'months'),
  leakNotice: after(24, 'hours'),
  leakInquiry: after(72, 'hours'),
  keepConsent: after(3, 'years'),
  keepDestructionAct: after(3, 'years'),
  employerCancelsMentoring: { unit: 'workingDays', count: 3, extension: 0, direction: 'before' },
};

/** Hours are counted by `legalMoment`. */
export type DayTerm = Exclude<LegalTerm, 'leakNotice' | 'leakInquiry'>;
export type HourTerm = Exclude<LegalTerm, DayTerm>;

/**
 * The last day of a term. The day of receipt is day 0; a term in calendar days that ends on a day off keeps that day,
 * the earlier and stricter one [DEC]. RULE-17: Friday 2025-12-05 and 10 working days give 2025-12-19.
 * @param receivedOn day of receipt; for `employerCancelsMentoring` the day on which the mentoring is to end
 * @param extended   the notice with reasons has been sent; ignored where the law knows no extension
 */
export function legalDeadline(
  term: DayTerm,
  receivedOn: PlainDate,
  calendar: ProductionCalendar = productionCalendar,
  extended = false,
): PlainDate {
  const { unit, count, extension, direction } = LEGAL_TERM_LENGTHS[term];
  const length = (count + (extended ? extension : 0)) * (direction === 'before' ? -1 : 1);
  switch (unit) {
    case 'workingDays':
      return addWorkingDays(receivedOn, length, calendar);
    case 'months':
      return addMonths(receivedOn, length);
    case 'years':
      return addMonths(receivedOn, length * 12);
    case 'days':
      return addDays(receivedOn, length);
    case 'hours':
      throw new RangeError(`${term} is counted in hours`);
  }
}

/** RULE-35: hours from the moment of detection, to the minute; both in milliseconds since 1970. */
export function legalMoment(term: HourTerm, detectedAt: number): number {
  return detectedAt + LEGAL_TERM_LENGTHS[term].count * 3_600_000;
}

/** How many units a reasoned notice may add; 0 where there is no extension. */
export function extensionOf(term: LegalTerm): number {
  return LEGAL_TERM_LENGTHS[term].extension;
}

/** The same day of a later month, or its last day: 31 August and six months are the end of February. */
function addMonths(day: PlainDate, count: number): PlainDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(last)}` as PlainDate;
}

function after(count: number, unit: TermLength['unit'], extension = 0): TermLength {
  return { unit, count, extension, direction: 'after' };
}
