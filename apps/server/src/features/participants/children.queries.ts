import { can } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { needsRepresentative } from '../../platform/needs-representative.ts';

/** Whom the caller represents today by a paper that was seen, in the order of their names. */
export async function childrenOf(tx: Reading, caller: Caller): Promise<{ id: string; name: string }[]> {
  if (!can(caller, 'myData.see', ['ownChild'])) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.family_name || ' ' || c.given_name as name
    from representations r join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
    where r.tenant_id = ${caller.tenantId} and r.representative_id = ${caller.personId}
      and r.verified_on is not null and ${caller.today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
      and ${needsRepresentative('c', caller.today)}
      and c.erased_at is null
    order by c.family_name, c.given_name, c.id`.execute(tx);
  return rows;
}

/** Does somebody say the caller represents them by a paper that nobody has seen yet (RULE-08)? Whom, is not told. */
export async function powerUnchecked(tx: Reading, { tenantId, personId, today }: Caller): Promise<boolean> {
  const { rows } = await sql`
    select from representations r join people c on c.tenant_id = r.tenant_id and c.id = r.child_id and c.erased_at is null
    where r.tenant_id = ${tenantId} and r.representative_id = ${personId} and r.verified_on is null
      and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity') limit 1`.execute(tx);
  return rows.length > 0;
}
