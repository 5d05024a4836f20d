import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParticipantRole, ParticipantState } from './participant-states.ts';

/** One dated line of a participant's history: the state from this day on, until the next line. */
export type StatusLine = {
  readonly participantId: string;
  readonly on: PlainDate;
  /** Order of lines of one day, as they were written. */
  readonly sequence: number;
  readonly state: ParticipantState;
};

/** What does not change with the days, and what the counts are made by. */
export type RegisterParticipant = {
  readonly id: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  /** Forms with their days: a pair may begin later than the bank. `to` included; `null`: still runs. */
  readonly forms: readonly { readonly form: string; readonly from: PlainDate; readonly to: PlainDate | null }[];
};

/** DOC-30 on a day: who stood in the register, and how. */
export type RegisterRow = {
  readonly participantId: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly state: ParticipantState;
  /** Since when in this state. */
  readonly since: PlainDate;
  /** The first day in the bank in this record. */
  readonly enteredOn: PlainDate | null;
  readonly forms: readonly string[];
};
