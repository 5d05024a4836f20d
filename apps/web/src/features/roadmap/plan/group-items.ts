import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Grouping } from '../plan-search.ts';
import { dueOf, responsiblesOf } from './choose-items.ts';

/** What a group stands under. A responsible or a month that is not known is null. */
export type GroupHead =
  | { readonly kind: 'stage'; readonly stage: Roadmap['stages'][number] }
  | { readonly kind: 'responsible'; readonly name: string | null }
  /** `month` is its first day. */
  | { readonly kind: 'month'; readonly month: PlainDate | null };

export type Group = {
  readonly key: string;
  readonly head: GroupHead;
  readonly items: readonly Item[];
  /** How many there are, where the rest follows in a moment. */
  readonly whole?: number;
};

/**
 * The chosen items under their heads, the items in the order given. Stages stand in the order of the plan, empty ones
 * only where `keepEmpty`; an item with three responsibles stands under each of them.
 */
export function groupItems(
  items: readonly Item[],
  grouping: Grouping,
  stages: Roadmap['stages'],
  keepEmpty: boolean,
): Group[] {
  switch (grouping) {
    case 'stage':
      return stages
        .toSorted((one, other) => one.position - other.position)
        .map((stage) => ({
          key: stage.id,
          head: { kind: 'stage' as const, stage },
          items: items.filter((item) => item.stageId === stage.id),
        }))
        .filter((group) => keepEmpty || group.items.length > 0);
    case 'responsible':
      return gathered<{ key: string; name: string | null }>(items, (item) => {
        const names = responsiblesOf(item);
        return names.length > 0 ? names : [{ key: '', name: null }];
      })
        .toSorted((one, other) => collator.compare(one.value.name ?? LAST, other.value.name ?? LAST))
        .map(({ value, items: own }) => ({
          key: `who:${value.key}`,
          head: { kind: 'responsible', name: value.name },
          items: own,
        }));
    case 'month':
      return gathered(items, (item) => {
        const due = dueOf(item);
        return [{ key: due?.slice(0, 7) ?? '', month: due ? (`${due.slice(0, 7)}-01` as PlainDate) : null }];
      })
        .toSorted((one, other) => (one.value.key || LAST).localeCompare(other.value.key || LAST))
        .map(({ value, items: own }) => ({
          key: `month:${value.key}`,
          head: { kind: 'month', month: value.month },
          items: own,
        }));
  }
}

/** The groups cut off after so many items. A group that is cut says how many it has. */
export function firstOf(groups: readonly Group[], count: number): Group[] {
  const first: Group[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    first.push(
      group.items.length <= left ? group : { ...group, items: group.items.slice(0, left), whole: group.items.length },
    );
    left -= group.items.length;
  }
  return first;
}

const collator = new Intl.Collator('ru', { numeric: true });
/** Sorts after every name and every month. */
const LAST = '\u{10FFFD}';

function gathered<Value extends { key: string }>(items: readonly Item[], of: (item: Item) => readonly Value[]) {
  const groups = new Map<string, { value: Value; items: Item[] }>();
  for (const item of items) {
    for (const value of of(item)) {
      const known = groups.get(value.key);
      if (known) known.items.push(item);
      else groups.set(value.key, { value, items: [item] });
    }
  }
  return [...groups.values()];
}
