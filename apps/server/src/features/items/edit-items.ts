import type { editItemBody, itemBody } from '@nastavnik/contracts/roadmaps';
import { plannedOccurrences } from '@nastavnik/domain/roadmaps/planned-occurrences';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  editablePlan,
  insertItems,
  itemWords,
  type NewItem,
  occurrenceRow,
  type Plan,
  type PlanItem,
  partyRows,
  readingsIn,
  reconcile,
} from '../roadmaps/door.ts';
import { inOrder, setPositions } from './items.queries.ts';

type ItemBody = z.infer<typeof itemBody>;

export async function addItem(tx: Writing, caller: Caller, roadmapId: string, body: ItemBody): Promise<string> {
  const plan = await editablePlan(tx, caller, roadmapId);
  demandStage(plan, body.stageId);
  const item = wordsRead(body, plan, null);
  const [id] = await insertItems(tx, caller, { roadmapId, cycle: plan.cycle }, [
    { item, stageId: body.stageId, position: 0 },
  ]);
  await placeItem(tx, caller, plan, { id: id!, stageId: body.stageId, position: body.position });
  await recordEvent(tx, caller, { type: 'item.added', object: { kind: 'item', id: id! }, data: { title: body.title } });
  return id!;
}

export async function editItem(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  itemId: string,
  body: z.infer<typeof editItemBody>,
): Promise<void> {
  const plan = await editablePlan(tx, caller, roadmapId);
  const before = itemOf(plan, itemId);
  if (before.version !== body.version)
    throw new Refusal('item.changed-meanwhile', { version: before.version, item: bodyOf(before) });
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const words: ItemBody = { ...bodyOf(before), ...given };
  demandStage(plan, words.stageId);
  const item = wordsRead(words, plan, before);
  await tx
    .updateTable('roadmap_items')
    .set({
      ...itemWords(item),
      stage_id: words.stageId,
      changed: item.changed,
      version: before.version + 1,
      awake: item.condition === null || (before.condition !== null && before.awake),
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', itemId)
    .execute();
  if (item.responsibleText !== before.responsibleText) await replaceParties(tx, caller, itemId, item);
  if (item.deadlineText !== before.deadlineText) await replan(tx, caller, plan, before, item);
  await placeItem(tx, caller, plan, { id: itemId, stageId: words.stageId, position: words.position });
  await recordEvent(tx, caller, {
    type: 'item.edited',
    object: { kind: 'item', id: itemId },
    data: { changes: changesOf(bodyOf(before), words) },
  });
}

export async function removeItem(tx: Writing, caller: Caller, roadmapId: string, itemId: string): Promise<void> {
  const plan = await editablePlan(tx, caller, roadmapId);
  const item = itemOf(plan, itemId);
  await tx.deleteFrom('roadmap_items').where('tenant_id', '=', caller.tenantId).where('id', '=', itemId).execute();
  await recordEvent(tx, caller, {
    type: 'item.removed',
    object: { kind: 'roadmap', id: roadmapId },
    data: { title: item.title, number: item.number },
  });
}

function itemOf(plan: Plan, itemId: string): PlanItem {
  const item = plan.items.find((each) => each.id === itemId);
  if (!item) throw new Refusal('item.not-found');
  return item;
}

function demandStage(plan: Plan, stageId: string): void {
  if (!plan.stages.some((stage) => stage.id === stageId)) throw new Refusal('stage.not-found');
}

/** An item in the words of its form. */
function bodyOf(item: PlanItem): ItemBody {
  return {
    stageId: item.stageId,
    position: item.position,
    number: item.number,
    title: item.title,
    measure: item.measure,
    points: [...item.points],
    deadline: item.deadlineText,
    responsible: item.responsibleText,
    result: item.resultText,
    condition: item.condition,
    activityKind: item.activityKind,
  };
}

/** Typed words with what they are read to mean. In an amendment what differs is marked. */
function wordsRead(body: ItemBody, plan: Plan, before: PlanItem | null): NewItem {
  const readings = readingsIn(plan.cycle);
  const sameDeadline = before !== null && before.deadlineText === body.deadline;
  const amends = plan.roadmap.amends !== null;
  return {
    number: body.number,
    title: body.title,
    measure: body.measure,
    points: body.points,
    activityKind: body.activityKind,
    deadlineText: body.deadline,
    deadline: sameDeadline ? before.deadline : body.deadline === null ? null : readings.deadline(body.deadline),
    responsibleText: body.responsible,
    parties: body.responsible === null ? [] : readings.responsible(body.responsible).parties,
    resultText: body.result,
    result: body.result === null ? null : readings.result(body.result),
    condition: body.condition,
    changed: amends ? (before === null || before.changed === 'added' ? 'added' : 'changed') : null,
  };
}

async function replaceParties(tx: Writing, caller: Caller, itemId: string, item: NewItem): Promise<void> {
  await tx.deleteFrom('item_parties').where('tenant_id', '=', caller.tenantId).where('item_id', '=', itemId).execute();
  const rows = partyRows(caller, itemId, item.parties);
  if (rows.length > 0) await tx.insertInto('item_parties').values(rows).execute();
}

/** New words of a term: occurrences that were worked on stay, the others follow the words. */
async function replan(tx: Writing, caller: Caller, plan: Plan, before: PlanItem, item: NewItem): Promise<void> {
  const settled = reconcile(before.occurrences, plannedOccurrences(item.deadline, plan.cycle));
  for (const each of settled.drop) {
    await tx
      .deleteFrom('item_occurrences')
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', each.id)
      .execute();
  }
  for (const { existing, planned } of settled.keep) {
    // The same work under another day; what was postponed keeps the day it was postponed to.
    if (planned === null || planned.key === existing.key) continue;
    const day = existing.state === 'postponed' ? {} : { starts_on: planned.start, due_on: planned.due };
    const state = existing.state === 'overdue' ? { state: 'inProgress' } : {};
    await tx
      .updateTable('item_occurrences')
      .set({ key: planned.key, ...day, ...state })
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', existing.id)
      .execute();
  }
  if (settled.add.length > 0) {
    await tx
      .insertInto('item_occurrences')
      .values(settled.add.map((each) => occurrenceRow(caller, before.id, each)))
      .execute();
  }
}

async function placeItem(
  tx: Writing,
  caller: Caller,
  plan: Plan,
  place: { readonly id: string; readonly stageId: string; readonly position: number },
): Promise<void> {
  const others = plan.items
    .filter((item) => item.stageId === place.stageId && item.id !== place.id)
    .map((item) => item.id);
  await setPositions(tx, caller.tenantId, 'roadmap_items', inOrder(others, place.id, place.position));
}

function changesOf(before: ItemBody, after: ItemBody): { field: string; before: unknown; after: unknown }[] {
  return (Object.keys(before) as (keyof ItemBody)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
