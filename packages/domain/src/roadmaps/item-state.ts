import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { isPast, type OccurrenceFacts } from './item-commands.ts';
import type { ItemState } from './roadmap-states.ts';

/** How something stands towards its term on a day. */
export type DueState = 'ahead' | 'open' | 'dueSoon' | 'late' | 'onRequest' | 'asleep' | 'done' | 'closed';

type Placed = OccurrenceFacts & { readonly start: PlainDate | null };

const LEFT_OUT: readonly ItemState[] = ['cancelled', 'notRequired'];
const CAN_BE_LATE: readonly ItemState[] = ['planned', 'inProgress', 'postponed'];

/** The state as of the day, whether or not the nightly sweep has already written it down. */
export function stateOn(occurrence: OccurrenceFacts, today: PlainDate): ItemState {
  return CAN_BE_LATE.includes(occurrence.state) && isPast(occurrence, today) ? 'overdue' : occurrence.state;
}

/**
 * LIFECYCLE 4.2 for a whole item out of its occurrences. What is cancelled or not required is left out; the standing
 * occurrence of an on-request item is left out too once requests have come.
 */
export function itemStateOf(occurrences: readonly OccurrenceFacts[], today: PlainDate): ItemState {
  const live = liveOccurrences(occurrences);
  const states = live.map((each) => stateOn(each, today));
  if (states.length === 0)
    return occurrences.some((each) => each.state === 'notRequired') ? 'notRequired' : fallback(occurrences);
  if (states.every((state) => state === 'done')) return 'done';
  for (const state of ['overdue', 'reported', 'inProgress'] as const) if (states.includes(state)) return state;
  if (states.includes('done')) return 'inProgress';
  return states.includes('planned') ? 'planned' : 'postponed';
}

function fallback(occurrences: readonly OccurrenceFacts[]): ItemState {
  return occurrences.some((each) => each.state === 'cancelled') ? 'cancelled' : 'planned';
}

/** Those that the item's state depends on. */
export function liveOccurrences<Each extends OccurrenceFacts>(occurrences: readonly Each[]): Each[] {
  const live = occurrences.filter((each) => !LEFT_OUT.includes(each.state));
  const asked = live.filter((each) => !isStanding(each));
  return asked.length > 0 ? asked : live;
}

/** Waits for a request that has not come. */
export function isStanding(occurrence: OccurrenceFacts): boolean {
  return occurrence.kind === 'onDemand' && occurrence.state === 'planned' && occurrence.due === null;
}

/** @param soonDays how many days before the term «soon» begins, a setting of the school */
export function dueStateOf(occurrence: Placed, today: PlainDate, awake: boolean, soonDays: number): DueState {
  const state = stateOn(occurrence, today);
  if (state === 'done' || state === 'reported') return 'done';
  if (state === 'cancelled' || state === 'notRequired') return 'closed';
  if (!awake) return 'asleep';
  if (state === 'overdue') return 'late';
  if (isStanding(occurrence)) return 'onRequest';
  if (occurrence.due !== null && daysBetween(today, occurrence.due) <= soonDays) return 'dueSoon';
  return occurrence.start !== null && occurrence.start > today ? 'ahead' : 'open';
}

const URGENCY: readonly DueState[] = ['late', 'dueSoon', 'open', 'ahead', 'onRequest', 'asleep', 'done', 'closed'];

/** The most urgent of the occurrences' states; `asleep` for a sleeping item without any. */
export function itemDueState(states: readonly DueState[], awake: boolean): DueState {
  return URGENCY.find((state) => states.includes(state)) ?? (awake ? 'open' : 'asleep');
}
