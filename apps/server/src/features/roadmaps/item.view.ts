import type { Item, Occurrence } from '@nastavnik/contracts/roadmaps';
import { can, type Tie } from '@nastavnik/domain/access/can';
import { daysBetween, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { decideOccurrence, type ItemCommand, knows } from '@nastavnik/domain/roadmaps/item-commands';
import { dueStateOf, isStanding, itemDueState, itemStateOf, stateOn } from '@nastavnik/domain/roadmaps/item-state';
import { isEditable } from '@nastavnik/domain/roadmaps/roadmap-commands';
import { type PeopleOfPlan, shortName } from './people-of-plan.ts';
import type { Plan, PlanEvidence, PlanItem, PlanOccurrence } from './plan.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Viewer } from './viewer.ts';

/** What decides how an item looks besides the plan: whose eyes it are, nothing of the person. */
export type ItemViewer = Pick<Viewer, 'roles' | 'today'> & {
  /** The viewer answers for the item. */
  readonly mine: boolean;
};

/** An item as the caller may see it. Evidence and its notes are for the office and for who answers for the item. */
export function viewItem(caller: ItemViewer, plan: Plan, people: PeopleOfPlan, item: PlanItem): Item {
  const { mine } = caller;
  const ties: readonly Tie[] = mine ? ['responsible'] : [];
  const inForce = plan.roadmap.state === 'inForce';
  const occurrences = item.occurrences.map((each) => viewOccurrence(caller, plan, item, each, ties));
  const nextDue = nextDueOf(item.occurrences, caller.today);
  const state = itemStateOf(item.occurrences, caller.today);
  const late = occurrences.some((each) => each.dueState === 'late');
  return {
    id: item.id,
    stageId: item.stageId,
    position: item.position,
    number: item.number,
    title: item.title,
    measure: item.measure,
    points: [...item.points],
    activityKind: item.activityKind,
    deadline: deadlineOf(item),
    responsible:
      item.responsibleText === null
        ? null
        : {
            text: item.responsibleText,
            parties: item.parties.map((party) => ({
              ...party,
              people: people.of(party).map((person) => ({ id: person.id, name: shortName(person) })),
            })),
          },
    result: resultOf(item),
    condition: item.condition,
    awake: item.awake,
    state,
    dueState: itemDueState(
      occurrences.map((each) => each.dueState),
      item.awake,
    ),
    nextDue,
    lateDays: late && nextDue ? daysBetween(nextDue, caller.today) : null,
    stateReason: item.stateReason,
    occurrences,
    mine,
    changed: item.changed,
    version: item.version,
    may: {
      edit: isEditable(plan.roadmap.state) && can(caller, 'roadmap.edit'),
      remove: isEditable(plan.roadmap.state) && can(caller, 'roadmap.edit'),
      start: occurrences.some((each) => each.may.start),
      cancel: inForce && can(caller, 'item.cancel') && item.occurrences.some((each) => knows(each.state, 'cancel')),
      wake: inForce && !item.awake && can(caller, 'item.wake'),
      setNotRequired:
        can(caller, 'item.setNotRequired') &&
        item.occurrences.some((each) => isAllowed(caller, plan, item, each, 'setNotRequired')),
      addOccurrence:
        inForce &&
        item.awake &&
        item.occurrences.some((each) => each.kind === 'onDemand') &&
        can(caller, 'item.addOccurrence', ties),
    },
  };
}

function deadlineOf(item: PlanItem): Item['deadline'] {
  if (item.deadlineText === null || item.deadline === null) return null;
  const { windows, alternatives, issues, ...rest } = item.deadline;
  return {
    text: item.deadlineText,
    reading: {
      ...rest,
      windows: [...windows],
      alternatives: alternatives.map((each) => ({ ...each, windows: [...each.windows] })),
      issues: [...issues],
    },
  };
}

function resultOf(item: PlanItem): Item['result'] {
  if (item.resultText === null) return null;
  const { documents, target } = item.result ?? { documents: [], target: null };
  return { text: item.resultText, documents: [...documents], target };
}

/** The due day of the first occurrence that is still open. */
export function nextDueOf(occurrences: readonly PlanOccurrence[], today: PlainDate): PlainDate | null {
  const open = occurrences.filter(
    (each) => !['done', 'reported', 'cancelled', 'notRequired'].includes(stateOn(each, today)),
  );
  return open.flatMap((each) => (each.due ? [each.due] : [])).toSorted()[0] ?? null;
}

function viewOccurrence(
  caller: ItemViewer,
  plan: Plan,
  item: PlanItem,
  occurrence: PlanOccurrence,
  ties: readonly Tie[],
): Occurrence {
  const allowed = (command: ItemCommand) => isAllowed(caller, plan, item, occurrence, command);
  const open = ['planned', 'inProgress', 'overdue', 'postponed'].includes(occurrence.state);
  const working = plan.roadmap.state === 'inForce' && item.awake;
  return {
    id: occurrence.id,
    kind: occurrence.kind,
    start: occurrence.start,
    due: occurrence.due,
    originalDue: occurrence.originalDue,
    state: stateOn(occurrence, caller.today),
    dueState: dueStateOf(occurrence, caller.today, item.awake, plan.settings.soonDays),
    doneOn: occurrence.doneOn,
    note: occurrence.note,
    reportedBy: occurrence.reportedBy,
    confirmedBy: occurrence.confirmedBy,
    evidence: maySeeEvidence(caller, ties) ? occurrence.evidence.map(viewEvidence) : [],
    may: {
      start: can(caller, 'item.start', ties) && allowed('start'),
      // What evidence is still missing is said by the refusal; the button stays.
      reportDone: can(caller, 'item.reportDone', ties) && working && open,
      confirm: can(caller, 'item.confirm') && allowed('confirm'),
      sendBack: can(caller, 'item.confirm') && allowed('sendBack'),
      reopen: can(caller, 'item.reopen') && allowed('reopen'),
      postpone:
        can(caller, 'item.postpone') && working && knows(occurrence.state, 'postpone') && !isStanding(occurrence),
      addEvidence:
        can(caller, 'evidence.add', ties) &&
        working &&
        occurrence.state !== 'done' &&
        (open || occurrence.state === 'reported'),
    },
  };
}

function isAllowed(
  caller: ItemViewer,
  plan: Plan,
  item: PlanItem,
  occurrence: PlanOccurrence,
  command: ItemCommand,
): boolean {
  const decided = decideOccurrence(occurrence, command, surroundingsOf(caller, plan, item, occurrence));
  return typeof decided !== 'string';
}

/** Evidence may name children: it is for the office, the working group, and who answers for the item. */
export function maySeeEvidence(caller: Pick<Viewer, 'roles'>, ties: readonly Tie[]): boolean {
  return can(caller, 'roadmap.indicators') || can(caller, 'evidence.add', ties);
}

function viewEvidence(evidence: PlanEvidence): Occurrence['evidence'][number] {
  return { ...evidence, addedAt: evidence.addedAt.toISOString() };
}
