import type { PlainDate } from '../calendar/plain-date.ts';

/** A span of days with an open end where the phrase gives none: «до 13.02.2023» is `{ start: null, end: '2023-02-13' }`. */
export type DeadlineWindow = { readonly start: PlainDate | null; readonly end: PlainDate | null };

/** One meaning of a deadline phrase within a period. */
export type DeadlineMeaning = {
  readonly text: string;
  /** Concrete calendar windows inside the period in date order; two separate months are two windows. */
  readonly windows: readonly DeadlineWindow[];
  /** The repetition, RFC 5545. */
  readonly recurrence: { readonly rrule: string } | null;
  /** «Постоянно», «в течение года». */
  readonly continuous: boolean;
  /** «По запросу», «при необходимости». */
  readonly onDemand: boolean;
  /** The source of the date outside the plan: «по отдельному графику». */
  readonly external: string | null;
};

/** Something in a phrase that a person has to look at. `from` and `to` are offsets in the phrase, `text` the quoted piece. */
export type DeadlineIssue = {
  readonly code: DeadlineIssueCode;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A better wording of the whole phrase, offered and never applied in silence. */
  readonly suggestion?: string;
};

export type DeadlineIssueCode =
  | 'deadline.empty'
  | 'deadline.not-understood'
  | 'deadline.partly-understood'
  | 'deadline.ambiguous'
  | 'deadline.year-looks-wrong'
  | 'deadline.outside-period'
  | 'deadline.no-such-day'
  | 'deadline.ends-before-it-starts'
  | 'deadline.convention';

/** A phrase as read within a period: the preferred meaning, other possible ones, and what to look at. */
export type DeadlineReading = DeadlineMeaning & {
  readonly alternatives: readonly DeadlineMeaning[];
  readonly issues: readonly DeadlineIssue[];
};
