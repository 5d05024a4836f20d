import type { DateSpan, PlainDate } from '../calendar/plain-date.ts';
import { deadlineContext } from '../deadlines/deadline.ts';
import type { DeadlineReading } from '../deadlines/deadline-reading.ts';
import { occurrencesOf } from '../deadlines/evaluate-deadline.ts';
import type { OccurrenceKind } from './item-commands.ts';

/** What has to be carried out by itself: one window of a term, work that goes on, or a standing readiness for requests. */
export type PlannedOccurrence = {
  /** Names the occurrence within its term: the same words read again give the same keys. */
  readonly key: string;
  readonly kind: OccurrenceKind;
  readonly start: PlainDate | null;
  readonly due: PlainDate | null;
};

/** LIFECYCLE 2.1 (7): a term expands into occurrences inside the cycle; each is completed by itself. */
export function plannedOccurrences(reading: DeadlineReading | null, cycle: DateSpan): PlannedOccurrence[] {
  if (reading === null) return [unplaced('unplanned')];
  const planned = new Map<string, PlannedOccurrence>();
  for (const { key, kind, start, end } of occurrencesOf(reading, deadlineContext(cycle))) {
    planned.set(key, { key, kind, start, due: end });
  }
  return planned.size > 0 ? [...planned.values()] : [unplaced('unread')];
}

/** The words were not understood or are missing: carried out, without a day of its own. */
function unplaced(key: string): PlannedOccurrence {
  return { key, kind: 'external', start: null, due: null };
}

export type StandingOccurrence = PlannedOccurrence & {
  /** Something has happened to it: a state other than planned, or evidence. */
  readonly touched: boolean;
};

export type Reconciled<Existing> = {
  /** `planned` is what the new words ask in its place; null for what stays besides them. */
  readonly keep: readonly { readonly existing: Existing; readonly planned: PlannedOccurrence | null }[];
  readonly add: readonly PlannedOccurrence[];
  readonly drop: readonly Existing[];
};

/**
 * The words of a term have changed: what stays, what is new, what falls away. What was worked on is never dropped,
 * requests that came neither. Work whose window is gone stands for the next new window, in date order: a term that
 * was moved is the same work with another day, and what is done is not asked for again.
 */
export function reconcileOccurrences<Existing extends StandingOccurrence>(
  planned: readonly PlannedOccurrence[],
  existing: readonly Existing[],
): Reconciled<Existing> {
  const byKey = new Map(planned.map((each) => [each.key, each]));
  const known = new Set(existing.map((each) => each.key));
  const fresh = byDue(planned.filter((each) => !known.has(each.key) && each.kind !== 'onDemand'));
  const moved = byDue(existing.filter((each) => !byKey.has(each.key) && each.touched && each.kind !== 'onDemand'));
  const standIn = new Map(moved.slice(0, fresh.length).map((each, at) => [each.key, fresh[at]!]));
  const taken = new Set([...standIn.values()].map((each) => each.key));
  const stays = (each: Existing) => byKey.has(each.key) || each.touched || each.key.startsWith('request:');
  return {
    keep: existing
      .filter(stays)
      .map((each) => ({ existing: each, planned: byKey.get(each.key) ?? standIn.get(each.key) ?? null })),
    add: planned.filter((each) => !known.has(each.key) && !taken.has(each.key)),
    drop: existing.filter((each) => !stays(each)),
  };
}

function byDue<Each extends PlannedOccurrence>(occurrences: readonly Each[]): Each[] {
  return occurrences.toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
}
