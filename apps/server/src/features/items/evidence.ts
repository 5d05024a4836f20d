import type { evidenceBody } from '@nastavnik/contracts/roadmaps';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSafeLink } from '../../platform/safe-link.ts';
import { recordFile, type StoredFile } from '../files/door.ts';
import { itemOfOccurrence } from '../roadmaps/door.ts';
import { type ItemContext, itemContext, occurrenceForUpdate } from './item-context.ts';

export type NewEvidence =
  | z.infer<typeof evidenceBody>
  | { readonly kind: 'file'; readonly title: string; readonly file: StoredFile };

/** Whether the caller could attach a proof now, before its bytes are taken in. */
export async function demandMayAdd(tx: Reading, caller: Caller, occurrenceId: string): Promise<void> {
  const itemId = await itemOfOccurrence(tx, caller.tenantId, occurrenceId);
  if (itemId === undefined) throw new Refusal('occurrence.not-found');
  permit(caller, 'evidence.add', (await itemContext(tx, caller, itemId)).ties);
}

/** Attaches a proof to an occurrence that is not done yet. Returns the id of the item. */
export async function addEvidence(
  tx: Writing,
  caller: Caller,
  occurrenceId: string,
  given: NewEvidence,
): Promise<string> {
  const context = await occurrenceForUpdate(tx, caller, occurrenceId);
  permit(caller, 'evidence.add', context.ties);
  demandOpen(context, context.occurrence.state);
  if (given.kind === 'link' && !isSafeLink(given.url)) throw new Refusal('evidence.link-unsafe');
  const id = newId(caller.now);
  await tx
    .insertInto('evidence')
    .values({
      tenant_id: caller.tenantId,
      id,
      occurrence_id: occurrenceId,
      kind: given.kind,
      title: given.title,
      url: given.kind === 'link' ? given.url : null,
      file_id: given.kind === 'file' ? await recordFile(tx, caller, given.file) : null,
      document_number: given.kind === 'document' ? given.number : null,
      document_date: given.kind === 'document' ? given.date : null,
      added_by: caller.personId,
      added_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'evidence.added',
    object: { kind: 'item', id: context.item.id },
    data: { evidenceId: id, kind: given.kind, title: given.title, occurrenceId },
  });
  return context.item.id;
}

/** Takes a proof away, or brings it back, while the item is not done: what a confirmation rests on stays. */
export async function setEvidenceRemoved(
  tx: Writing,
  caller: Caller,
  evidenceId: string,
  removed: boolean,
): Promise<string> {
  const found = await tx
    .selectFrom('evidence')
    .select(['occurrence_id', 'title'])
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', evidenceId)
    .executeTakeFirst();
  if (!found) throw new Refusal('evidence.not-found');
  const context = await occurrenceForUpdate(tx, caller, found.occurrence_id);
  permit(caller, 'evidence.add', context.ties);
  demandOpen(context, context.occurrence.state);
  await tx
    .updateTable('evidence')
    .set({ removed_at: removed ? caller.now : null })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', evidenceId)
    .execute();
  await recordEvent(tx, caller, {
    type: removed ? 'evidence.removed' : 'evidence.restored',
    object: { kind: 'item', id: context.item.id },
    data: { evidenceId, title: found.title },
  });
  return context.item.id;
}

function demandOpen({ plan, item }: ItemContext, state: string): void {
  if (plan.roadmap.state !== 'inForce') throw new Refusal('item.frozen', { roadmapState: plan.roadmap.state });
  if (!item.awake) throw new Refusal('item.asleep');
  if (state === 'done') throw new Refusal('evidence.of-done-item');
  if (state === 'cancelled' || state === 'notRequired') throw new Refusal('item.state', { state });
}
