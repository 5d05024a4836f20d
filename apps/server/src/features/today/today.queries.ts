import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export async function unfinishedImports(tx: Reading, tenantId: string) {
  const rows = await tx
    .selectFrom('roadmap_imports')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', ['received', 'reading', 'read'])
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ kind: 'import' as const, title: row.name, roadmapId: null, importId: row.id }));
}

export async function unreadNotices(tx: Reading, tenantId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notices where tenant_id = ${tenantId} and person_id = ${personId} and read_at is null`.execute(
    tx,
  );
  return rows[0]!.n;
}
