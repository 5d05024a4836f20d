import type { Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { forgetFiles } from '../erasure/door.ts';
import { recordFile, type StoredFile, storeFile } from '../files/door.ts';
import { type BatchPage, type BatchRow, batchRows, saveBatch, waitingPages } from './scans.queries.ts';
import { cutOut } from './split-in-process.ts';

/**
 * What is filed lies with its consent, under that consent's rights and its destruction; the pile keeps only the pages that
 * still wait, and without any it keeps none. Whoever files beside us makes us look again.
 */
export async function leaveTheRest(deps: Deps, caller: Caller, id: string): Promise<void> {
  for (let settled = false; !settled; ) settled = await leaveOnce(deps, caller, id);
}

async function leaveOnce(deps: Deps, caller: Caller, id: string): Promise<boolean> {
  const found = await reading(deps.pool, caller, async (tx) => {
    const [batch] = await batchRows(tx, caller.tenantId, { id });
    return batch && { batch, pages: withFiled(batch.pages, await whatIsFiled(tx, caller.tenantId, id)) };
  });
  if (!found) return true;
  const { batch, pages } = found;
  const before = waitingPages(batch.pages);
  const rest = waitingPages(pages);
  if (rest.length === before.length || batch.stored === null) return true;
  const kept = rest.length > 0 ? await restOf(deps, batch, rest) : null;
  return writing(deps.pool, caller, async (tx) => {
    const [now] = await batchRows(tx, caller.tenantId, { id, lock: true });
    if (!now || now.file_id !== batch.file_id) return !now;
    await saveBatch(tx, caller.tenantId, id, {
      pages,
      fileId: kept && (await recordFile(tx, caller, kept)),
      ...(kept ? {} : { state: 'filed' }),
    });
    if (batch.file_id) await forgetFiles(tx, caller, [batch.file_id]);
    return true;
  });
}

async function restOf(deps: Deps, batch: BatchRow, rest: readonly BatchPage[]): Promise<StoredFile> {
  const places = waitingPages(batch.pages);
  const bytes = await deps.files.get(batch.stored!);
  const [piece] = await cutOut(bytes, [rest.map(({ page }) => places.findIndex((each) => each.page === page))]);
  return storeFile(deps.files, { bytes: piece!, name: batch.name }, 'application/pdf');
}

/** Consents with a scan out of this pile, and whether a signature is still awaited on the same paper. */
async function whatIsFiled(tx: Reading, tenantId: string, id: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx
    .selectFrom('consent_scans as s')
    .innerJoin('consents as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.consent_id'),
    )
    .select(['s.consent_id', 'c.state'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.batch_id', '=', id)
    .execute();
  return new Map(rows.map((row) => [row.consent_id, row.state === 'partiallySigned']));
}

/** A paper that lacks one of two signatures may be filed once more while others of its pile wait. */
function withFiled(pages: readonly BatchPage[], filed: ReadonlyMap<string, boolean>): BatchPage[] {
  const isThere = ({ consentId }: BatchPage) => consentId !== null && filed.has(consentId);
  const isWhole = pages.every(isThere);
  return pages.map((page) =>
    page.filed || !isThere(page) || (!isWhole && filed.get(page.consentId!) === true) ? page : { ...page, filed: true },
  );
}
