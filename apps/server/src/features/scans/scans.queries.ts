import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

export type BatchPage = {
  /** From 1. */
  readonly page: number;
  readonly consentId: string | null;
  readonly by: 'code' | 'hand' | 'neighbour' | null;
  readonly code: string | null;
  /** Lies with its consent and no longer in the pile. */
  readonly filed?: true;
};

/** Pages that the file of the pile still holds, in its order. */
export function waitingPages(pages: readonly BatchPage[]): readonly BatchPage[] {
  return pages.filter(({ filed }) => !filed);
}

export type BatchRow = {
  readonly id: string;
  readonly name: string;
  readonly file_id: string | null;
  /** Where the bytes of the waiting pages lie; null: none wait. */
  readonly stored: string | null;
  readonly state: 'received' | 'splitting' | 'split' | 'filed' | 'failed';
  readonly pages: readonly BatchPage[];
  readonly done_pages: number;
  readonly total_pages: number | null;
  readonly failure: string | null;
  readonly created_by: string;
  readonly created_by_name: string;
  readonly created_at: Date;
};

export async function batchRows(
  tx: Reading,
  tenantId: string,
  where: { readonly id?: string; readonly createdBy?: string | undefined; readonly lock?: boolean },
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select b.id, b.name, b.file_id, f.sha256 as stored, b.state, coalesce(b.result -> 'pages', '[]') as pages, b.done_pages,
      b.total_pages, b.failure, b.created_by, p.family_name || ' ' || p.given_name as created_by_name, b.created_at
    from scan_batches b
    left join files f on f.tenant_id = b.tenant_id and f.id = b.file_id
    join people p on p.tenant_id = b.tenant_id and p.id = b.created_by
    where b.tenant_id = ${tenantId}
      ${where.id ? sql`and b.id = ${where.id}` : sql``}
      ${where.createdBy ? sql`and b.created_by = ${where.createdBy}` : sql``}
    order by b.created_at desc, b.id limit 100 ${where.lock ? sql`for update of b` : sql``}`.execute(tx);
  return rows;
}

export type BatchChange = {
  readonly state?: BatchRow['state'];
  readonly pages?: readonly BatchPage[];
  readonly fileId?: string | null;
  readonly donePages?: number;
  readonly failure?: string | null;
};

export async function saveBatch(tx: Writing, tenantId: string, id: string, change: BatchChange): Promise<void> {
  await tx
    .updateTable('scan_batches')
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.pages ? { result: JSON.stringify({ pages: change.pages }), total_pages: change.pages.length } : {}),
      ...(change.fileId === undefined ? {} : { file_id: change.fileId }),
      ...(change.donePages === undefined ? {} : { done_pages: change.donePages }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
