import type { addOccurrenceBody } from '@nastavnik/contracts/roadmaps';
import { decideOccurrence, type ItemRefusal, knows } from '@nastavnik/domain/roadmaps/item-commands';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { occurrenceRow, surroundingsOf } from '../roadmaps/door.ts';
import { outcomeOf } from './command-occurrence.ts';
import { type ItemContext, itemForUpdate } from './item-context.ts';
import { saveOccurrence, touchItem } from './items.queries.ts';

/** 4.2 cancel: all of the item that is not done, by the director; it leaves the completion's denominator. */
export async function cancelItem(tx: Writing, caller: Caller, itemId: string, reason: string): Promise<void> {
  const context = await itemForUpdate(tx, caller, itemId);
  permit(caller, 'item.cancel', context.ties);
  demandInForce(context);
  await forAll(tx, caller, context, 'cancel', reason);
  await touchItem(tx, caller.tenantId, itemId, { reason });
  await recordEvent(tx, caller, {
    type: 'item.cancelled',
    object: { kind: 'item', id: itemId },
    data: { reason, to: 'cancelled' },
  });
}

/** 4.2 setNotRequired: nobody asked until the cycle's end. */
export async function setNotRequired(tx: Writing, caller: Caller, itemId: string): Promise<void> {
  const context = await itemForUpdate(tx, caller, itemId);
  permit(caller, 'item.setNotRequired', context.ties);
  demandInForce(context);
  await forAll(tx, caller, context, 'setNotRequired', null);
  await touchItem(tx, caller.tenantId, itemId);
  await recordEvent(tx, caller, {
    type: 'item.not-required',
    object: { kind: 'item', id: itemId },
    data: { to: 'notRequired' },
  });
}

/** At least one occurrence takes the command; the reason of the first refusal is told otherwise. */
async function forAll(
  tx: Writing,
  caller: Caller,
  { plan, item }: ItemContext,
  command: 'cancel' | 'setNotRequired',
  reason: string | null,
): Promise<void> {
  let refusal: ItemRefusal | undefined;
  let changed = 0;
  for (const occurrence of item.occurrences.filter((each) => knows(each.state, command))) {
    const decided = decideOccurrence(occurrence, command, surroundingsOf(caller, plan, item, occurrence));
    if (typeof decided === 'string') {
      refusal ??= decided;
      continue;
    }
    changed += 1;
    await saveOccurrence(tx, caller.tenantId, occurrence.id, {
      ...outcomeOf(decided),
      reason,
      reportedBy: null,
      confirmedBy: null,
    });
  }
  if (changed === 0) throw new Refusal(refusal ?? 'item.state', { title: item.title });
}

/** A conditional item («при наличии наставляемых») wakes: its condition has come true. */
export async function wakeItem(tx: Writing, caller: Caller, itemId: string): Promise<void> {
  const context = await itemForUpdate(tx, caller, itemId);
  permit(caller, 'item.wake', context.ties);
  demandInForce(context);
  if (context.item.awake) throw new Refusal('item.state', { awake: true });
  await touchItem(tx, caller.tenantId, itemId, { awake: true });
  await recordEvent(tx, caller, {
    type: 'item.woken',
    object: { kind: 'item', id: itemId },
    data: { condition: context.item.condition },
  });
}

/** A request has come for an item «по запросу»: an occurrence of its own, with its own term. */
export async function addOccurrence(
  tx: Writing,
  caller: Caller,
  itemId: string,
  body: z.infer<typeof addOccurrenceBody>,
): Promise<void> {
  const context = await itemForUpdate(tx, caller, itemId);
  permit(caller, 'item.addOccurrence', context.ties);
  demandInForce(context);
  if (!context.item.awake) throw new Refusal('item.asleep');
  if (!context.item.occurrences.some((each) => each.kind === 'onDemand')) throw new Refusal('item.not-on-request');
  if (body.start && body.due && body.start > body.due) throw new Refusal('request.malformed');
  const key = `request:${newId(caller.now)}`;
  await tx
    .insertInto('item_occurrences')
    .values({
      ...occurrenceRow(caller, itemId, { key, kind: 'onDemand', start: body.start, due: body.due }),
      note: body.note,
    })
    .execute();
  await touchItem(tx, caller.tenantId, itemId);
  await recordEvent(tx, caller, { type: 'item.requested', object: { kind: 'item', id: itemId }, data: { ...body } });
}

function demandInForce({ plan }: ItemContext): void {
  if (plan.roadmap.state !== 'inForce') throw new Refusal('item.frozen', { roadmapState: plan.roadmap.state });
}
