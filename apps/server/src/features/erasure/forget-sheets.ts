import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { forgetFiles } from './forget-files.ts';

/**
 * Sheets that were imported hold everybody in them. Those that are done with have had their service; one that still waits
 * goes too if the person stands in it, and is brought anew without them. Called before the name is gone.
 */
export async function forgetSheets(tx: Writing, actor: Actor, personIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; file_id: string }>`
    select i.id, i.file_id from list_imports i
    where i.tenant_id = ${actor.tenantId} and (
      i.state in ('applied', 'failed', 'discarded')
      or (i.state in ('received', 'checked') and exists (
        select from list_import_rows r join people p on p.tenant_id = r.tenant_id
        where r.tenant_id = i.tenant_id and r.import_id = i.id and p.id = any (${sql.val([...personIds])}::uuid[])
          and position(lower(p.family_name) in lower(array_to_string(r.cells, ' '))) > 0
          and position(lower(p.given_name) in lower(array_to_string(r.cells, ' '))) > 0)))
    for update of i`.execute(tx);
  if (rows.length === 0) return;
  const ids = sql.val(rows.map(({ id }) => id));
  await sql`delete from list_import_rows where tenant_id = ${actor.tenantId} and import_id = any (${ids}::uuid[])`.execute(
    tx,
  );
  await sql`delete from list_imports where tenant_id = ${actor.tenantId} and id = any (${ids}::uuid[])`.execute(tx);
  await forgetFiles(
    tx,
    actor,
    rows.map((row) => row.file_id),
  );
}

/**
 * A pile of scans in which the person lies goes when each of its pages is filed with its consent or belongs to somebody
 * who is gone. The papers themselves are kept apart from it, each with its consent (RULE-18).
 */
export async function forgetPiles(tx: Writing, actor: Actor): Promise<void> {
  const { rows } = await sql<{ id: string; file_id: string | null }>`
    with pages as (
      select b.id, (page ->> 'consentId')::uuid as consent_id
      from scan_batches b, jsonb_array_elements(coalesce(b.result -> 'pages', '[]')) page
      where b.tenant_id = ${actor.tenantId} and b.state in ('split', 'filed')
    ), known as (
      select g.id, p.erased_at is not null as gone, p.erased_at is not null or exists (
        select from consent_scans s where s.tenant_id = ${actor.tenantId} and s.batch_id = g.id and s.consent_id = g.consent_id
      ) as settled
      from pages g
      left join consents c on c.tenant_id = ${actor.tenantId} and c.id = g.consent_id
      left join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
    )
    select b.id, b.file_id from scan_batches b
    where b.tenant_id = ${actor.tenantId}
      and b.id in (select k.id from known k group by k.id having bool_or(k.gone) and bool_and(k.settled))
    for update of b`.execute(tx);
  if (rows.length === 0) return;
  const ids = sql.val(rows.map(({ id }) => id));
  await sql`update consent_scans set batch_id = null
    where tenant_id = ${actor.tenantId} and batch_id = any (${ids}::uuid[])`.execute(tx);
  await sql`delete from scan_batches where tenant_id = ${actor.tenantId} and id = any (${ids}::uuid[])`.execute(tx);
  await forgetFiles(
    tx,
    actor,
    rows.flatMap((row) => row.file_id ?? []),
  );
}
