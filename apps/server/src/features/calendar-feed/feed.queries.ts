import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from '../../platform/db/pool.ts';
import type { Reading } from '../../platform/db/transactions.ts';

/** The link's secret is in the link only; the database knows its hash. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function tenantOfFeed(pool: Pool, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ tenant: string | null }>`select tenant_of_feed(${hash}) as tenant`.execute(pool);
  return rows[0]?.tenant ?? undefined;
}

/** Whose feed it is; nobody's when it was revoked or its person no longer works here or has no role any more. */
export async function ownerOfFeed(tx: Reading, tenantId: string, hash: string, now: Date) {
  return tx
    .selectFrom('calendar_feeds as f')
    .innerJoin('people as p', (join) => join.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.id', '=', 'f.person_id'))
    .innerJoin('organizations as o', 'o.tenant_id', 'f.tenant_id')
    .select(['f.person_id', 'o.time_zone', 'o.short_name'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.token_hash', '=', hash)
    .where('f.revoked_at', 'is', null)
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`exists (
        select from role_assignments r where r.tenant_id = f.tenant_id and r.person_id = f.person_id
          and (${now}::timestamptz at time zone o.time_zone)::date between r.started_on and coalesce(r.ended_on, 'infinity')
      )`,
    )
    .executeTakeFirst();
}

export async function openFeedOf(tx: Reading, tenantId: string, personId: string) {
  return tx
    .selectFrom('calendar_feeds')
    .select(['id', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}
