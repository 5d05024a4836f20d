import type { Item, Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';

export const day = (text: string) => text as PlainDate;

const NO_OCCURRENCE_MAY = {
  start: false,
  reportDone: false,
  confirm: false,
  sendBack: false,
  reopen: false,
  postpone: false,
  addEvidence: false,
};

export function anOccurrence(facts: Partial<Occurrence> = {}): Occurrence {
  return {
    id: 'occurrence',
    kind: 'fixed',
    start: null,
    due: null,
    originalDue: null,
    state: 'planned',
    dueState: 'open',
    doneOn: null,
    note: null,
    reportedBy: null,
    confirmedBy: null,
    evidence: [],
    may: NO_OCCURRENCE_MAY,
    ...facts,
  };
}

export function anItem(facts: Partial<Item> = {}): Item {
  return {
    id: 'item',
    stageId: 'first',
    position: 0,
    number: null,
    title: 'Издать приказ',
    measure: null,
    points: [],
    activityKind: null,
    deadline: null,
    responsible: null,
    result: null,
    condition: null,
    awake: true,
    state: 'planned',
    dueState: 'open',
    nextDue: null,
    lateDays: null,
    stateReason: null,
    occurrences: [],
    mine: false,
    changed: null,
    version: 1,
    may: {
      edit: false,
      remove: false,
      start: false,
      cancel: false,
      wake: false,
      setNotRequired: false,
      addOccurrence: false,
    },
    ...facts,
  };
}

export function aStage(facts: Partial<Roadmap['stages'][number]> = {}): Roadmap['stages'][number] {
  return { id: 'first', position: 0, number: '1', title: 'Подготовка', notes: [], done: 0, due: 0, total: 0, ...facts };
}

/** «Лугова И. Ю.» of the directory behind the words of the plan. */
export function answeredBy(...people: { id: string; name: string }[]): Item['responsible'] {
  return {
    text: people.map(({ name }) => name).join(', '),
    parties: people.map((person) => ({
      kind: 'person',
      name: person.name,
      post: null,
      personId: person.id,
      bodyId: null,
      people: [person],
    })),
  };
}
