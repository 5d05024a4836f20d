import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { enqueue, handler, type JobHandler, jobKind } from '../../platform/jobs/jobs.ts';

/** Bytes that nobody speaks of any more leave the store, after the transaction that let them go. */
const forgetBytes = jobKind('files.forget', z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }));

export function forgetHandlers(deps: Deps): JobHandler[] {
  return [
    handler(forgetBytes, async ({ sha256 }) => {
      const { rows } = await sql<{ used: boolean }>`select file_is_used(${sha256}) as used`.execute(deps.pool);
      if (rows[0]?.used === false) await deps.files.remove(sha256);
    }),
  ];
}

/** Everything a file may hang on; what something else still needs stays. */
const HOLDERS = [
  ['evidence', 'file_id'],
  ['roadmap_approvals', 'file_id'],
  ['roadmap_imports', 'file_id'],
  ['achievements', 'proof_file_id'],
  ['council_recommendations', 'file_id'],
  ['list_imports', 'file_id'],
  ['scan_batches', 'file_id'],
  ['consent_scans', 'file_id'],
  ['consent_signers', 'signature_file_id'],
] as const;

export async function forgetFiles(tx: Writing, actor: Actor, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const held = HOLDERS.map(
    ([table, column]) => sql`exists (
      select from ${sql.table(table)} h where h.tenant_id = f.tenant_id and h.${sql.ref(column)} = f.id)`,
  );
  const { rows } = await sql<{ sha256: string }>`
    delete from files f
    where f.tenant_id = ${actor.tenantId} and f.id = any (${sql.val([...fileIds])}::uuid[])
      and not (${sql.join(held, sql` or `)})
    returning f.sha256`.execute(tx);
  for (const { sha256 } of rows) await enqueue(tx, forgetBytes, { sha256 });
}
