import type { ResourceState } from '@nastavnik/domain/consents/resource-catalogue';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

export type ResourceRow = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly owner: string;
  readonly country: string;
  readonly state: ResourceState;
  readonly proposed_by: string | null;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly wordings: number;
};

/** The whole catalogue, what is closed last; `wordings` counts those in use that offer the place. */
export async function resourceRows(tx: Reading, tenantId: string): Promise<ResourceRow[]> {
  const { rows } = await sql<ResourceRow>`
    select r.id, r.name, r.address, r.owner, r.country, r.state, r.proposed_at, r.decided_at, r.decision_reason,
      p.family_name || ' ' || p.given_name as proposed_by, d.family_name || ' ' || d.given_name as decided_by,
      (select count(*)::int from consent_templates t
        where t.tenant_id = r.tenant_id and t.in_use_since is not null and t.retired_at is null
          and exists (select from jsonb_array_elements(t.template->'resources') place
            where place->>'address' = r.address)) as wordings
    from resources r
    left join people p on p.tenant_id = r.tenant_id and p.id = r.proposed_by
    left join people d on d.tenant_id = r.tenant_id and d.id = r.decided_by
    where r.tenant_id = ${tenantId}
    order by r.state = 'closed', r.country <> 'RU', lower(r.name), r.id`.execute(tx);
  return rows;
}

export async function resourceForUpdate(
  tx: Writing,
  tenantId: string,
  id: string,
): Promise<{ readonly state: ResourceState } | undefined> {
  const row = await tx
    .selectFrom('resources')
    .select('state')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { state: row.state as ResourceState };
}

export type KnownPlace = Pick<ResourceRow, 'name' | 'address' | 'owner' | 'country'>;

/** What may be offered today (RULE-24). */
export async function allowedPlaces(tx: Reading, tenantId: string): Promise<KnownPlace[]> {
  return tx
    .selectFrom('resources')
    .select(['name', 'address', 'owner', 'country'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'allowed')
    .orderBy('name')
    .execute();
}
