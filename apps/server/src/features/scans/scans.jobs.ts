import { ScanRefusal } from '@nastavnik/documents/consents/scan-refusal';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { handler, type JobHandler, jobKind } from '../../platform/jobs/jobs.ts';
import { type BatchPage, batchRows, saveBatch } from './scans.queries.ts';
import { lookThrough } from './split-in-process.ts';
import type { PlacedPage } from './splitting-task.ts';

export const splitBatch = jobKind('scans.split', z.strictObject({ tenantId: z.uuid(), batchId: z.uuid() }));

export function scanHandlers(deps: Deps): JobHandler[] {
  return [handler(splitBatch, (payload) => carryOutSplitting(deps, payload))];
}

/** Looks through the pile and says where each page belongs. A second run finds the work done and leaves it. */
async function carryOutSplitting(
  deps: Deps,
  { tenantId, batchId }: z.infer<(typeof splitBatch)['payload']>,
): Promise<void> {
  const [batch] = await reading(deps.pool, { tenantId }, (tx) => batchRows(tx, tenantId, { id: batchId }));
  if (!batch?.stored || !['received', 'splitting'].includes(batch.state)) return;
  const save = (change: Parameters<typeof saveBatch>[3]) =>
    writing(deps.pool, { tenantId }, (tx) => saveBatch(tx, tenantId, batchId, change));
  await save({ state: 'splitting', donePages: 0 });
  try {
    const told: Promise<void>[] = [];
    const bytes = await deps.files.get(batch.stored);
    const placed = await lookThrough(bytes, (donePages) => told.push(save({ donePages })));
    await Promise.all(told);
    const pages = await reading(deps.pool, { tenantId }, (tx) => atHome(tx, tenantId, placed));
    await save({ state: 'split', pages, donePages: pages.length, failure: null });
  } catch (error) {
    if (!(error instanceof ScanRefusal)) throw error;
    await save({ state: 'failed', failure: error.code });
  }
}

/** Only documents of this organisation are a home; another school's code says so, and nothing is filed under it. */
async function atHome(tx: Reading, tenantId: string, placed: readonly PlacedPage[]): Promise<BatchPage[]> {
  const ids = [...new Set(placed.flatMap(({ documentId }) => documentId ?? []))];
  const { rows } = await sql<{ id: string }>`
    select id from consents where tenant_id = ${tenantId} and id = any (${sql.val(ids)}::uuid[])`.execute(tx);
  const own = new Set(rows.map(({ id }) => id));
  return placed.map(({ documentId, by, reason }, at) => {
    const page = at + 1;
    if (documentId === null) return { page, consentId: null, by: null, code: CODES[reason ?? 'nothing-before'] };
    if (!own.has(documentId)) return { page, consentId: null, by: null, code: 'scan.other-school' };
    return { page, consentId: documentId, by, code: null };
  });
}

const CODES = {
  'nothing-before': 'scan.no-code',
  'foreign-code': 'scan.foreign-code',
  'two-documents': 'scan.two-documents',
} as const;
