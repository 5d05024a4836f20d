import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type FileUse = {
  readonly itemId: string | null;
  /** Whose card the file hangs on. */
  readonly personId: string | null;
  readonly use: 'evidence' | 'approval' | 'import' | 'mentor';
};

/** What a file hangs on: who may see that may see the file. */
export async function usesOf(tx: Reading, tenantId: string, fileId: string): Promise<FileUse[]> {
  const { rows } = await sql<{ item_id: string | null; person_id: string | null; use: FileUse['use'] }>`
    select o.item_id, null::uuid as person_id, 'evidence' as use from evidence e
      join item_occurrences o on o.tenant_id = e.tenant_id and o.id = e.occurrence_id
      where e.tenant_id = ${tenantId} and e.file_id = ${fileId} and e.removed_at is null
    union all select null, null, 'approval' from roadmap_approvals a where a.tenant_id = ${tenantId} and a.file_id = ${fileId}
    union all select null, null, 'import' from roadmap_imports i where i.tenant_id = ${tenantId} and i.file_id = ${fileId}
    union all select null, c.person_id, 'mentor' from achievements c
      where c.tenant_id = ${tenantId} and c.proof_file_id = ${fileId}
    union all select null, t.person_id, 'mentor' from council_recommendations c
      join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
      where c.tenant_id = ${tenantId} and c.file_id = ${fileId}`.execute(tx);
  return rows.map((row) => ({ itemId: row.item_id, personId: row.person_id, use: row.use }));
}

/** Uploaded by this person: a scan that is about to be put under a decision. */
export async function isOwnUpload(tx: Reading, tenantId: string, fileId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('files')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId)
    .where('added_by', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}
