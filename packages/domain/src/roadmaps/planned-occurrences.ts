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

/**
 * The words of a term have changed: what stays, what is new, what falls away. What was worked on is never dropped,
 * requests that came neither.
 */
export function reconcileOccurrences<Existing extends StandingOccurrence>(
  planned: readonly PlannedOccurrence[],
  existing: readonly Existing[],
): { keep: { existing: Existing; planned: PlannedOccurrence | null }[]; add: PlannedOccurrence[]; drop: Existing[] } {
  const byKey = new Map(planned.map((each) => [each.key, each]));
  const known = new Set(existing.map((each) => each.key));
  const stays = (each: Existing) => byKey.has(each.key) || each.touched || each.key.startsWith('request:');
  return {
    keep: existing.filter(stays).map((each) => ({ existing: each, planned: byKey.get(each.key) ?? null })),
    add: planned.filter((each) => !known.has(each.key)),
    drop: existing.filter((each) => !stays(each)),
  };
}
