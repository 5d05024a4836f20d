import type { Deadline, Repeat, Scope, When } from './deadline.ts';
import type { DeadlineIssue } from './deadline-reading.ts';

/** What a phrase says: the meaning or null, other meanings its words allow, and what to look at. */
export type ParsedDeadline = {
  readonly deadline: Deadline | null;
  /** Meanings with the same words and another structure: «Февраль апрель» as a range. */
  readonly alternatives: readonly Deadline[];
  readonly issues: readonly DeadlineIssue[];
  /** The relative term as written: «не позднее чем за день до проведения». */
  readonly relativeWords?: string | null;
};

/** What has been read of a phrase so far, piece by piece. */
export type Draft = {
  windows: When[];
  /** Where each window began and ended among the tokens. */
  places: { first: number; last: number }[];
  yearly: Deadline['yearly'];
  repeats: Repeat[];
  /** True for «12 апреля (суббота)»: a weekday by itself, without «по», «каждый», «еженедельно». */
  bareWeekday: boolean;
  continuous: Scope | null;
  demand: NonNullable<Deadline['onDemand']>['reason'] | null;
  relative: Deadline['relative'];
  /** The words of the relative term, as written. */
  relativeWords: string | null;
  external: string[];
  unknown: { first: number; last: number }[];
};

export function emptyDraft(): Draft {
  return {
    windows: [],
    places: [],
    yearly: null,
    repeats: [],
    bareWeekday: false,
    continuous: null,
    demand: null,
    relative: null,
    relativeWords: null,
    external: [],
    unknown: [],
  };
}
