import type { draftBody } from '@nastavnik/contracts/imports';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readImport } from './imports.jobs.ts';
import { type Import, importForUpdate, importOf, saveImport } from './imports.queries.ts';
import { recordEditing } from './record-edits.ts';

/** The import to work on, or the reason why it is not to be worked on. A conflict carries what is stored now. */
export async function openImport(tx: Writing, caller: Caller, id: string, version: number): Promise<Import> {
  permit(caller, 'import.use');
  return open(await importForUpdate(tx, caller.tenantId, id), version);
}

/** As `openImport`, for what is worked out before it is written: the lock comes with the writing. */
export async function lookedUpImport(tx: Reading, caller: Caller, id: string, version: number): Promise<Import> {
  permit(caller, 'import.use');
  return open(await importOf(tx, caller.tenantId, id), version);
}

function open(one: Import | undefined, version: number): Import {
  if (!one) throw new Refusal('import.not-found');
  if (one.state === 'applied') throw new Refusal('import.already-applied', { roadmapId: one.roadmapId });
  if (one.state === 'discarded') throw new Refusal('import.discarded');
  if (one.state !== 'read') throw new Refusal('import.not-read-yet', { state: one.state, failure: one.failure });
  if (one.version !== version) {
    throw new Refusal('import.changed-meanwhile', {
      version: one.version,
      draft: one.draft,
      settled: one.settled,
      period: one.period,
    });
  }
  return one;
}

export async function editDraft(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof draftBody>,
): Promise<void> {
  const one = await openImport(tx, caller, id, body.version);
  await saveImport(tx, caller.tenantId, id, {
    draft: body.draft as RoadmapDraft,
    settled: body.settled,
    version: one.version + 1,
  });
  await recordEditing(tx, caller, id);
}

export async function discardImport(tx: Writing, caller: Caller, id: string): Promise<void> {
  permit(caller, 'import.use');
  const one = await importForUpdate(tx, caller.tenantId, id);
  if (!one) throw new Refusal('import.not-found');
  if (one.state === 'applied') throw new Refusal('import.already-applied', { roadmapId: one.roadmapId });
  if (one.state === 'discarded') return;
  await saveImport(tx, caller.tenantId, id, { state: 'discarded', failure: null, version: one.version + 1 });
  await recordEvent(tx, caller, { type: 'import.discarded', object: { kind: 'import', id } });
}

/** Brings a discarded import back; where nothing was understood yet, or its end date has cleared it, it is read again. */
export async function restoreImport(tx: Writing, caller: Caller, id: string): Promise<void> {
  permit(caller, 'import.use');
  const one = await importForUpdate(tx, caller.tenantId, id);
  if (!one) throw new Refusal('import.not-found');
  if (one.state !== 'discarded') return;
  const version = one.version + 1;
  await saveImport(tx, caller.tenantId, id, { state: one.draft ? 'read' : 'received', version });
  if (!one.draft) await enqueue(tx, readImport, { tenantId: caller.tenantId, importId: id, version });
  await recordEvent(tx, caller, { type: 'import.restored', object: { kind: 'import', id } });
}
