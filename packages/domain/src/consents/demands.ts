import type { PlainDate } from '../calendar/plain-date.ts';
import type { ProductionCalendar } from '../calendar/production-calendar.ts';
import { type DayTerm, extensionOf, legalDeadline } from '../legal-terms/legal-deadline.ts';

/** DOC-35: what a person may ask of the operator, and a finding of unlawful processing. */
export const DEMAND_KINDS = [
  'withdrawal',
  'stopProcessing',
  'stopDissemination',
  'information',
  'correction',
  'unlawful',
] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** RULE-14…19, 36, 37 with PRIVACY §4. Withdrawal stops at once; its term is the one for destroying. */
const TERMS: Record<DemandKind, DayTerm> = {
  withdrawal: 'withdrawal',
  stopProcessing: 'stopProcessing',
  stopDissemination: 'stopDissemination',
  information: 'subjectRequest',
  correction: 'wrongData',
  unlawful: 'unlawfulProcessing',
};

export type DemandRefusal =
  | 'demand.no-extension'
  | 'demand.reason-missing'
  | 'demand.too-late-to-extend'
  | 'demand.extended';

/** The last day for the answer; the day of receipt is day 0. */
export function demandDueOn(
  kind: DemandKind,
  receivedOn: PlainDate,
  calendar?: ProductionCalendar,
  extended = false,
): PlainDate {
  return legalDeadline(TERMS[kind], receivedOn, calendar, extended);
}

/** RULE-17, RULE-36: five working days more, once, by a notice with reasons that goes out before the term is over. */
export function extendDemand(
  demand: { readonly kind: DemandKind; readonly receivedOn: PlainDate; readonly extended: boolean },
  reason: string,
  today: PlainDate,
  calendar?: ProductionCalendar,
): PlainDate | DemandRefusal {
  if (extensionOf(TERMS[demand.kind]) === 0) return 'demand.no-extension';
  if (demand.extended) return 'demand.extended';
  if (reason.trim() === '') return 'demand.reason-missing';
  if (today > demandDueOn(demand.kind, demand.receivedOn, calendar)) return 'demand.too-late-to-extend';
  return demandDueOn(demand.kind, demand.receivedOn, calendar, true);
}
