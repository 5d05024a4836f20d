import type { scanBatch, scanBatchesAnswer, scanBatchSummary } from '@nastavnik/contracts/scans';
import { can } from '@nastavnik/domain/access/can';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { consentsById, frozenDocumentsOf, type StoredConsent, summariesOf } from '../consents/door.ts';
import { type BatchPage, type BatchRow, batchRows } from './scans.queries.ts';

type Boxes = z.infer<typeof scanBatch>['consents'][number]['boxes'];

/** The office sees all piles; a class teacher or personnel officer those they brought. */
export async function seeBatches(tx: Reading, caller: Caller): Promise<z.infer<typeof scanBatchesAnswer>> {
  permit(caller, 'scans.file');
  const createdBy = seesAll(caller) ? undefined : caller.personId;
  return { batches: (await batchRows(tx, caller.tenantId, { createdBy })).map(summary) };
}

/** @throws scan.batch-not-found also for a pile that somebody else brought */
export async function visibleBatch(tx: Reading, caller: Caller, id: string, lock = false): Promise<BatchRow> {
  permit(caller, 'scans.file');
  const [batch] = await batchRows(tx, caller.tenantId, { id, lock });
  if (!batch || (!seesAll(caller) && batch.created_by !== caller.personId)) throw new Refusal('scan.batch-not-found');
  return batch;
}

/** Whose papers the caller files anyway. */
function seesAll(caller: Caller): boolean {
  return can(caller, 'consent.file');
}

export async function seeBatch(tx: Reading, caller: Caller, id: string): Promise<z.infer<typeof scanBatch>> {
  const batch = await visibleBatch(tx, caller, id);
  const found = await fileable(tx, caller, batch.pages);
  const summaries = await summariesOf(tx, caller, found);
  const ids = found.map(({ consent }) => consent.id);
  const filed = await withScans(tx, caller.tenantId, ids);
  const documents = await frozenDocumentsOf(tx, caller.tenantId, ids);
  const isOpen = batch.state === 'split';
  return {
    ...summary(batch),
    pageList: batch.pages.map(({ filed: _filed, ...page }) => withheld(page, found)),
    consents: summaries.map((consent) => ({
      consent,
      pages: batch.pages.filter(({ consentId }) => consentId === consent.id).map(({ page }) => page),
      boxes: boxesOf(documents.get(consent.id)!.template),
      alreadyFiled: filed.has(consent.id),
    })),
    may: { assign: isOpen, file: isOpen, discard: batch.state !== 'filed' },
  };
}

// Lists of the rules are read-only, those of the wire are not; the answer is checked by its shape.
function boxesOf({ purposes, dataItems, resources }: ConsentTemplate): Boxes {
  return { purposes, dataItems, resources } as Boxes;
}

/** Documents in the pile that the caller may file: a class teacher's pile names nobody of another class. */
export async function fileable(tx: Reading, caller: Caller, pages: readonly BatchPage[]): Promise<StoredConsent[]> {
  const ids = [...new Set(pages.flatMap(({ consentId }) => consentId ?? []))];
  const all = await consentsById(tx, caller.tenantId, ids);
  const ties = await tiesTo(tx, caller, [...new Set(all.map(({ consent }) => consent.subjectId))]);
  return all.filter(({ consent }) => can(caller, 'consent.file', ties.get(consent.subjectId) ?? []));
}

function withheld(page: BatchPage, found: readonly StoredConsent[]): BatchPage {
  if (page.consentId === null || found.some(({ consent }) => consent.id === page.consentId)) return page;
  return { ...page, consentId: null, by: null, code: 'scan.not-yours' };
}

async function withScans(tx: Reading, tenantId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('consent_scans')
    .select('consent_id')
    .where('tenant_id', '=', tenantId)
    .where('consent_id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.consent_id));
}

function summary(batch: BatchRow): z.infer<typeof scanBatchSummary> {
  return {
    id: batch.id,
    name: batch.name,
    state: batch.state,
    donePages: batch.done_pages,
    pages: batch.total_pages,
    homeless: batch.pages.filter(({ consentId }) => consentId === null).length,
    failure: batch.failure,
    createdAt: batch.created_at.toISOString(),
    createdBy: batch.created_by_name,
  };
}
