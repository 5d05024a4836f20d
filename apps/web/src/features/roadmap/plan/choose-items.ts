import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { PlanSearch, Sort, StateFilter } from '../plan-search.ts';

type Plan = Pick<Roadmap, 'items' | 'stages'>;

/** Who answers for an item: people of the directory by their id, words that resolve to nobody by themselves. */
export function responsiblesOf(item: Pick<Item, 'responsible'>): { key: string; name: string }[] {
  const found = new Map<string, string>();
  for (const party of item.responsible?.parties ?? []) {
    for (const person of party.people) found.set(person.id, person.name);
    const words = party.name ?? party.post;
    if (party.people.length === 0 && words) found.set(words, words);
  }
  if (found.size === 0 && item.responsible) found.set(item.responsible.text, item.responsible.text);
  return [...found].map(([key, name]) => ({ key, name }));
}

/** Everybody named in the plan, by name. */
export function allResponsibles(items: readonly Item[]): { key: string; name: string }[] {
  const found = new Map(items.flatMap(responsiblesOf).map(({ key, name }) => [key, name]));
  return [...found]
    .map(([key, name]) => ({ key, name }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

export function isInState(item: Pick<Item, 'dueState' | 'state'>, wanted: StateFilter): boolean {
  if (wanted === 'waiting') return item.state === 'reported';
  if (wanted === 'done') return item.dueState === 'done' && item.state !== 'reported';
  return item.dueState === wanted;
}

/** The items the address asks for, in the order it asks for: of the plan unless said. */
export function chooseItems(plan: Plan, search: PlanSearch): Item[] {
  const words = plain(search.search ?? '')
    .split(' ')
    .filter(Boolean);
  const chosen = inPlanOrder(plan).filter(
    (item) =>
      (search.state === undefined || isInState(item, search.state)) &&
      (search.stage === undefined || item.stageId === search.stage) &&
      (search.mine === undefined || item.mine) &&
      (search.who === undefined || responsiblesOf(item).some(({ key }) => key === search.who)) &&
      words.every((word) => textOf(item).includes(word)),
  );
  if (!search.sort) return chosen;
  const sorted = chosen.toSorted(by(search.sort));
  return search.down ? sorted.toReversed() : sorted;
}

export function inPlanOrder({ items, stages }: Plan): Item[] {
  const order = new Map(stages.map((stage) => [stage.id, stage.position]));
  return items.toSorted(
    (one, other) => (order.get(one.stageId) ?? 0) - (order.get(other.stageId) ?? 0) || one.position - other.position,
  );
}

const collator = new Intl.Collator('ru', { numeric: true });
/** What is urgent first. */
const URGENCY: readonly Item['dueState'][] = [
  'late',
  'dueSoon',
  'open',
  'ahead',
  'onRequest',
  'asleep',
  'done',
  'closed',
];
/** After every day. */
const NEVER = '9999-12-31';

function by(sort: Sort): (one: Item, other: Item) => number {
  switch (sort) {
    case 'number':
      return (one, other) => collator.compare(one.number ?? '', other.number ?? '');
    case 'content':
      return (one, other) => collator.compare(one.title, other.title);
    case 'deadline':
      return (one, other) => (dueOf(one) ?? NEVER).localeCompare(dueOf(other) ?? NEVER);
    case 'responsible':
      return (one, other) => collator.compare(one.responsible?.text ?? '', other.responsible?.text ?? '');
    case 'state':
      return (one, other) => URGENCY.indexOf(one.dueState) - URGENCY.indexOf(other.dueState);
  }
}

/** The day that places an item in time: the next due one, else the last there was. */
export function dueOf(item: Pick<Item, 'nextDue' | 'occurrences'>): PlainDate | null {
  return (
    item.nextDue ??
    item.occurrences
      .flatMap(({ due }) => (due ? [due] : []))
      .toSorted((one, other) => one.localeCompare(other))
      .at(-1) ??
    null
  );
}

function textOf(item: Item): string {
  const people = responsiblesOf(item).map(({ name }) => name);
  return plain(
    [
      item.number,
      item.title,
      item.measure,
      ...item.points,
      item.deadline?.text,
      item.responsible?.text,
      ...people,
      item.result?.text,
    ].join(' '),
  );
}

function plain(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е').trim();
}
