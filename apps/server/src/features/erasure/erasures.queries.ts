import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ErasureGround } from '@nastavnik/domain/consents/erasure';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type ErasureRow = {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly ground: ErasureGround;
  readonly due_on: PlainDate;
  readonly warned_at: Date | null;
  /** Another basis has come since: a consent that holds, a participation that runs. */
  readonly held_by: 'consent' | 'participation' | null;
};

/** Planned destructions under a condition over `erasures e`. */
export async function plannedErasures(
  tx: Reading,
  tenantId: string,
  condition: RawBuilder<unknown>,
  lock = false,
): Promise<ErasureRow[]> {
  const { rows } = await sql<ErasureRow>`
    select e.id, e.person_id, p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name,
      e.ground, e.due_on, e.warned_at,
      case
        when exists (select from consents c where c.tenant_id = e.tenant_id and c.person_id = e.person_id
          and c.kind = 'processing' and c.state = 'valid') then 'consent'
        when e.ground = 'refusal' and exists (select from participants t where t.tenant_id = e.tenant_id
          and t.person_id = e.person_id
          and t.state not in ('completed', 'refused', 'rejected', 'withdrawn', 'excluded')) then 'participation'
      end as held_by
    from erasures e
    join people p on p.tenant_id = e.tenant_id and p.id = e.person_id
    where e.tenant_id = ${tenantId} and e.run_id is null and e.cancelled_at is null and ${condition}
    order by e.due_on, e.id ${lock ? sql`for update of e` : sql``}`.execute(tx);
  return rows;
}

export async function runRows(tx: Reading, tenantId: string, runId?: string) {
  const { rows } = await sql<{
    id: string;
    number: number;
    ran_at: Date;
    ran_by: string | null;
    subjects: number;
    act_file_id: string | null;
    log_file_id: string | null;
    keep_until: PlainDate;
    record: unknown;
  }>`
    select r.id, r.number, r.ran_at, r.subjects, r.act_file_id, r.log_file_id, r.keep_until, r.record,
      p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') as ran_by
    from destruction_runs r
    left join people p on p.tenant_id = r.tenant_id and p.id = r.ran_by
    where r.tenant_id = ${tenantId} ${runId ? sql`and r.id = ${runId}` : sql``}
    order by r.number desc`.execute(tx);
  return rows;
}
