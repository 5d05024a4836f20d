import { type PlainDate } from '../calendar/plain-date.ts';
import type { ItemState, RoadmapState } from './roadmap-states.ts';

/** LIFECYCLE 4.2: the commands on one occurrence of an item. `markOverdue` is the clock's. */
export const ITEM_COMMANDS = [
  'start',
  'reportDone',
  'confirm',
  'sendBack',
  'reopen',
  'postpone',
  'cancel',
  'setNotRequired',
  'markOverdue',
] as const;
export type ItemCommand = (typeof ITEM_COMMANDS)[number];

export type OccurrenceKind = 'fixed' | 'continuous' | 'onDemand' | 'external';

/** An occurrence as the rules see it. Days are calendar days of the school. */
export type OccurrenceFacts = {
  readonly kind: OccurrenceKind;
  readonly state: ItemState;
  readonly due: PlainDate | null;
  readonly doneOn: PlainDate | null;
};

/** What surrounds the occurrence on the day of the command. */
export type Surroundings = {
  readonly roadmapState: RoadmapState;
  readonly cycleStart: PlainDate;
  readonly cycleEnd: PlainDate;
  readonly awake: boolean;
  readonly today: PlainDate;
  readonly byCurator: boolean;
  readonly byDirector: boolean;
  /** Pieces of evidence that are not removed. */
  readonly evidence: number;
  /** Requests that have come for an on-request item, besides its standing occurrence. */
  readonly requests: number;
};

export type Given = {
  readonly doneOn?: PlainDate;
  readonly newDue?: PlainDate;
};

export type ItemRefusal =
  | 'item.state'
  | 'item.frozen'
  | 'item.asleep'
  | 'item.evidence-missing'
  | 'item.done-in-future'
  | 'item.done-before-period'
  | 'item.after-cycle-needs-director'
  | 'item.not-on-request';

/** From which states the table of 4.2 knows a command. Where it leads is decided below. */
const FROM: Record<ItemCommand, readonly ItemState[]> = {
  start: ['planned', 'postponed'],
  // «planned» and «postponed» too: who reports at once has begun; the action records both steps.
  reportDone: ['inProgress', 'overdue', 'planned', 'postponed'],
  confirm: ['reported'],
  sendBack: ['reported'],
  reopen: ['done'],
  postpone: ['planned', 'inProgress', 'overdue', 'postponed'],
  cancel: ['planned', 'inProgress', 'reported', 'overdue', 'postponed', 'notRequired'],
  setNotRequired: ['planned'],
  // A new term that has passed too is late again.
  markOverdue: ['planned', 'inProgress', 'postponed'],
};

export function knows(state: ItemState, command: ItemCommand): boolean {
  return FROM[command].includes(state);
}

/** Plans are carried out between their enactment and their closing. */
const CARRIED_OUT: RoadmapState = 'inForce';

/** What becomes of the occurrence, or why not. */
export function decideOccurrence(
  occurrence: OccurrenceFacts,
  command: ItemCommand,
  around: Surroundings,
  given: Given = {},
): OccurrenceFacts | ItemRefusal {
  if (around.roadmapState !== CARRIED_OUT) return 'item.frozen';
  if (!knows(occurrence.state, command)) return 'item.state';
  if (!around.awake && command !== 'cancel' && command !== 'setNotRequired') return 'item.asleep';
  switch (command) {
    case 'start':
      return { ...occurrence, state: 'inProgress' };
    case 'reportDone':
      return reported(occurrence, around, given.doneOn ?? around.today);
    case 'confirm':
      return around.evidence > 0 ? { ...occurrence, state: 'done' } : 'item.evidence-missing';
    case 'sendBack':
    case 'reopen':
      return { ...occurrence, state: 'inProgress', doneOn: null };
    case 'postpone':
      return postponed(occurrence, around, given.newDue ?? null);
    case 'cancel':
      return { ...occurrence, state: 'cancelled', doneOn: null };
    case 'setNotRequired':
      return notRequired(occurrence, around);
    case 'markOverdue':
      return isPast(occurrence, around.today) ? { ...occurrence, state: 'overdue' } : 'item.state';
  }
}

/** G-EVID; the day is not in the future; what somebody else reports waits for the curator. */
function reported(occurrence: OccurrenceFacts, around: Surroundings, doneOn: PlainDate): OccurrenceFacts | ItemRefusal {
  if (around.evidence === 0) return 'item.evidence-missing';
  if (doneOn > around.today) return 'item.done-in-future';
  // Preparation may precede the cycle by a school year, not by more: a slip of the pen in the year.
  if (doneOn < yearBefore(around.cycleStart)) return 'item.done-before-period';
  return { ...occurrence, state: around.byCurator ? 'done' : 'reported', doneOn };
}

function postponed(
  occurrence: OccurrenceFacts,
  around: Surroundings,
  due: PlainDate | null,
): OccurrenceFacts | ItemRefusal {
  if (due === null) return 'item.state';
  if (due > around.cycleEnd && !around.byDirector) return 'item.after-cycle-needs-director';
  return { ...occurrence, state: 'postponed', due };
}

/** Only for what waits for a request, at the end of the cycle, when none has come. */
function notRequired(occurrence: OccurrenceFacts, around: Surroundings): OccurrenceFacts | ItemRefusal {
  const conditional = !around.awake;
  if (occurrence.kind !== 'onDemand' && !conditional) return 'item.not-on-request';
  if (around.requests > 0 || around.today < around.cycleEnd) return 'item.state';
  return { ...occurrence, state: 'notRequired' };
}

/** True when the term has passed: the day of the term itself is still in time. */
export function isPast(occurrence: Pick<OccurrenceFacts, 'due'>, today: PlainDate): boolean {
  return occurrence.due !== null && occurrence.due < today;
}

function yearBefore(day: PlainDate): PlainDate {
  return `${Number(day.slice(0, 4)) - 1}-01-01` as PlainDate;
}
