import type { assignPageBody, fileBatchBody, filedBatchAnswer, receivedBatchAnswer } from '@nastavnik/contracts/scans';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { filePaper } from '../consents/door.ts';
import { forgetFiles } from '../erasure/door.ts';
import { recordFile, type StoredFile, storeFile } from '../files/door.ts';
import { leaveTheRest } from './leave-the-rest.ts';
import { splitBatch } from './scans.jobs.ts';
import { type BatchRow, saveBatch, waitingPages } from './scans.queries.ts';
import { fileable, visibleBatch } from './see-batches.ts';
import { cutOut } from './split-in-process.ts';

/** A pile of papers in one PDF; the same pile twice is known, and nothing is done again. */
export async function receiveBatch(
  tx: Writing,
  caller: Caller,
  file: StoredFile,
): Promise<z.infer<typeof receivedBatchAnswer>> {
  permit(caller, 'scans.file');
  const id = newId(caller.now);
  const fileId = await recordFile(tx, caller, file);
  const inserted = await tx
    .insertInto('scan_batches')
    .values({
      tenant_id: caller.tenantId,
      id,
      file_id: fileId,
      name: file.name,
      sha256: file.sha256,
      state: 'received',
      created_by: caller.personId,
      created_at: caller.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const known = await tx
      .selectFrom('scan_batches')
      .select('id')
      .where('tenant_id', '=', caller.tenantId)
      .where('sha256', '=', file.sha256)
      .executeTakeFirstOrThrow();
    return { id: known.id, known: true };
  }
  await enqueue(tx, splitBatch, { tenantId: caller.tenantId, batchId: id });
  await recordEvent(tx, caller, { type: 'scans.received', object: { kind: 'scan-batch', id } });
  return { id, known: false };
}

/** A page without a home gets one by hand, or loses a wrong one. */
export async function assignPage(
  tx: Writing,
  caller: Caller,
  id: string,
  { page, consentId }: z.infer<typeof assignPageBody>,
): Promise<void> {
  const batch = await visibleBatch(tx, caller, id, true);
  if (batch.state !== 'split') throw new Refusal('scan.batch-state');
  if (!waitingPages(batch.pages).some((each) => each.page === page)) throw new Refusal('scan.page-not-found');
  if (consentId !== null) {
    const asked = { page, consentId, by: 'hand', code: null } as const;
    if ((await fileable(tx, caller, [asked])).length === 0) throw new Refusal('consent.not-found');
  }
  const pages = batch.pages.map((each) =>
    each.page !== page
      ? each
      : consentId === null
        ? { page, consentId: null, by: null, code: 'scan.no-code' }
        : { page, consentId, by: 'hand' as const, code: null },
  );
  await saveBatch(tx, caller.tenantId, id, { pages });
  await recordEvent(tx, caller, {
    type: 'scans.page-assigned',
    object: { kind: 'scan-batch', id },
    data: { page, consentId },
  });
}

/** Papers of the pile are filed, each by itself: what the rules refuse of one keeps no other back. */
export async function fileBatch(
  deps: Deps,
  caller: Caller,
  id: string,
  { entries }: z.infer<typeof fileBatchBody>,
): Promise<z.infer<typeof filedBatchAnswer>> {
  const { batch, cuts } = await reading(deps.pool, caller, async (tx) => {
    const found = await visibleBatch(tx, caller, id);
    if (found.state !== 'split') throw new Refusal('scan.batch-state');
    const allowed = new Set((await fileable(tx, caller, waitingPages(found.pages))).map(({ consent }) => consent.id));
    return { batch: found, cuts: entries.filter(({ consentId }) => allowed.has(consentId)) };
  });
  const answer: z.infer<typeof filedBatchAnswer> = {
    filed: [],
    refused: entries
      .filter((entry) => !cuts.includes(entry))
      .map(({ consentId }) => ({ consentId, code: 'scan.no-pages' })),
  };
  if (cuts.length === 0 || batch.stored === null) return answer;
  const bytes = await deps.files.get(batch.stored);
  const pieces = await cutOut(
    bytes,
    cuts.map(({ consentId }) => placesOf(batch, consentId)),
  );
  for (const [at, entry] of cuts.entries()) {
    const pages = batch.pages.filter((each) => each.consentId === entry.consentId).map(({ page }) => page);
    const name = `${batch.name.replace(/\.pdf$/i, '')}, с. ${pages.join('-')}.pdf`;
    const scan = await storeFile(deps.files, { bytes: pieces[at]!, name }, 'application/pdf');
    try {
      const filed = await writing(deps.pool, caller, (tx) =>
        filePaper(tx, caller, entry.consentId, { ...scan, batchId: id }, entry),
      );
      answer.filed.push({ consentId: entry.consentId, state: filed.consent.state, warnings: filed.warnings });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer.refused.push({ consentId: entry.consentId, code: error.code });
    }
  }
  await leaveTheRest(deps, caller, id);
  return answer;
}

/** Where the pages of this consent lie in the file, from 0. */
function placesOf(batch: BatchRow, consentId: string): number[] {
  return waitingPages(batch.pages).flatMap((each, place) => (each.consentId === consentId ? [place] : []));
}

/** A pile brought by mistake; what has been filed from it stays with its consents. */
export async function discardBatch(tx: Writing, caller: Caller, id: string): Promise<void> {
  const batch = await visibleBatch(tx, caller, id, true);
  if (batch.state === 'filed') throw new Refusal('scan.batch-state');
  await tx
    .updateTable('consent_scans')
    .set({ batch_id: null })
    .where('tenant_id', '=', caller.tenantId)
    .where('batch_id', '=', id)
    .execute();
  await tx.deleteFrom('scan_batches').where('tenant_id', '=', caller.tenantId).where('id', '=', id).execute();
  if (batch.file_id) await forgetFiles(tx, caller, [batch.file_id]);
  await recordEvent(tx, caller, { type: 'scans.discarded', object: { kind: 'scan-batch', id } });
}
