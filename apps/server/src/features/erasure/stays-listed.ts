import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ErasureGround } from '@nastavnik/domain/consents/erasure';
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';

type Today = Actor & { readonly today: PlainDate };

/**
 * Who stays on the lists of the school though the mentoring data go: employment, learning and the power of a parent rest on
 * other bases (RULE-16, RULE-43). A nominee who said no stays on the class list; a participant who withdrew asked for all
 * of it to go.
 */
export async function staysListed(
  tx: Writing,
  actor: Today,
  { personId, ground }: { readonly personId: string; readonly ground: ErasureGround },
): Promise<boolean> {
  const { tenantId, today } = actor;
  const { rows } = await sql<{ stays: boolean }>`
    select exists (
      select from employees where tenant_id = ${tenantId} and person_id = ${personId}
        and ${today}::date <= coalesce(dismissed_on, 'infinity')
    ) or (${ground === 'refusal'} and exists (
      select from pupils where tenant_id = ${tenantId} and person_id = ${personId}
        and ${today}::date <= coalesce(left_on, 'infinity')
    )) or exists (
      select from representations r
      join people c on c.tenant_id = r.tenant_id and c.id = r.child_id and c.erased_at is null
      where r.tenant_id = ${tenantId} and r.representative_id = ${personId}
        and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
    ) as stays`.execute(tx);
  return rows[0]?.stays ?? false;
}
