import type { DateSpan, PlainDate } from '../calendar/plain-date.ts';
import type { DeadlineReading, DeadlineWindow } from '../deadlines/deadline-reading.ts';
import type { OccurrenceKind } from './item-commands.ts';

/** What has to be carried out by itself: one window of a term, work that goes on, or a standing readiness for requests. */
export type PlannedOccurrence = {
  /** Names the occurrence within its term: the same words read again give the same keys. */
  readonly key: string;
  readonly kind: OccurrenceKind;
  readonly start: PlainDate | null;
  readonly due: PlainDate | null;
};

/** A weekly item of a three-year programme has 156; beyond this a phrase is not a plan. */
const MOST = 400;

/** LIFECYCLE 2.1 (7): a term expands into occurrences inside the cycle; each is completed by itself. */
export function plannedOccurrences(reading: DeadlineReading | null, cycle: DateSpan): PlannedOccurrence[] {
  if (reading === null) return [unplaced('unplanned')];
  const planned = new Map<string, PlannedOccurrence>();
  const add = (occurrence: PlannedOccurrence) => planned.set(occurrence.key, occurrence);
  for (const window of reading.windows.slice(0, MOST)) {
    if (reading.onDemand && coversCycle(window, cycle)) continue;
    add(reading.continuous && reading.recurrence === null && coversCycle(window, cycle) ? lasting(window, cycle) : fixed(window, cycle));
  }
  if (reading.continuous && planned.size === 0 && !reading.onDemand) add(lasting({ start: null, end: null }, cycle));
  if (reading.onDemand) add({ key: 'standing', kind: 'onDemand', start: null, due: null });
  if (reading.external !== null && planned.size === 0) add(unplaced('external'));
  if (planned.size === 0) add(unplaced('unread'));
  return [...planned.values()];
}

/** The date comes from outside the plan, or the words were not understood: carried out, without a day of its own. */
function unplaced(key: string): PlannedOccurrence {
  return { key, kind: 'external', start: null, due: null };
}

/** IND-01: what goes on «постоянно» is due at the cycle's end. */
function lasting(window: DeadlineWindow, cycle: DateSpan): PlannedOccurrence {
  return { key: 'continuous', kind: 'continuous', start: window.start ?? cycle.start, due: window.end ?? cycle.end };
}

function fixed(window: DeadlineWindow, cycle: DateSpan): PlannedOccurrence {
  const key = `${window.start ?? ''}..${window.end ?? ''}`;
  if (window.end === null) return { key, kind: 'continuous', start: window.start, due: cycle.end };
  return { key, kind: 'fixed', start: window.start, due: window.end };
}

function coversCycle(window: DeadlineWindow, cycle: DateSpan): boolean {
  return (window.start ?? cycle.start) <= cycle.start && (window.end ?? cycle.end) >= cycle.end;
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
