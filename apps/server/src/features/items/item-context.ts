import type { Item } from '@nastavnik/contracts/roadmaps';
import type { Tie } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  directoryOn,
  headOf,
  itemOfOccurrence,
  itemsOf,
  type PeopleOfPlan,
  type Plan,
  type PlanItem,
  type PlanOccurrence,
  peopleOfPlan,
  roadmapOfItem,
  viewItem,
} from '../roadmaps/door.ts';

/** An item with what decides about it: its roadmap, its cycle, the people it names, and what the caller is to it. */
export type ItemContext = {
  readonly plan: Plan;
  readonly item: PlanItem;
  readonly people: PeopleOfPlan;
  readonly ties: readonly Tie[];
};

export async function itemContext(tx: Reading, caller: Caller, itemId: string): Promise<ItemContext> {
  const roadmapId = await roadmapOfItem(tx, caller.tenantId, itemId);
  const head = roadmapId === undefined ? undefined : await headOf(tx, caller.tenantId, roadmapId);
  const item = (await itemsOf(tx, caller.tenantId, { itemId }))[0];
  if (!head || !item) throw new Refusal('item.not-found');
  const directory = await directoryOn(tx, caller.tenantId, caller.today);
  const people = peopleOfPlan(directory);
  const ties: readonly Tie[] = people.isResponsible(item, caller.personId) ? ['responsible'] : [];
  return { plan: { ...head, stages: [], items: [item], approvals: [], directory }, item, people, ties };
}

/** The same with the item locked, and its roadmap kept from changing its state. Two people on two items do not wait for each other. */
export async function itemForUpdate(tx: Writing, caller: Caller, itemId: string): Promise<ItemContext> {
  await sql`
    select 1 from roadmaps r join roadmap_items i on i.tenant_id = r.tenant_id and i.roadmap_id = r.id
    where i.tenant_id = ${caller.tenantId} and i.id = ${itemId} for share of r`.execute(tx);
  await sql`select 1 from roadmap_items where tenant_id = ${caller.tenantId} and id = ${itemId} for update`.execute(tx);
  return itemContext(tx, caller, itemId);
}

export async function occurrenceForUpdate(
  tx: Writing,
  caller: Caller,
  occurrenceId: string,
): Promise<ItemContext & { readonly occurrence: PlanOccurrence }> {
  const itemId = await itemOfOccurrence(tx, caller.tenantId, occurrenceId);
  if (itemId === undefined) throw new Refusal('occurrence.not-found');
  const context = await itemForUpdate(tx, caller, itemId);
  const occurrence = context.item.occurrences.find((each) => each.id === occurrenceId);
  if (!occurrence) throw new Refusal('occurrence.not-found');
  return { ...context, occurrence };
}

export async function seeItem(tx: Reading, caller: Caller, itemId: string): Promise<Item> {
  permit(caller, 'roadmap.see');
  const { plan, item, people, ties } = await itemContext(tx, caller, itemId);
  return viewItem({ ...caller, mine: ties.includes('responsible') }, plan, people, item);
}
