import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type ClosedCycle = {
  readonly id: string;
  readonly title: string;
  readonly endedOn: PlainDate;
  readonly depersonalisedAt: Date | null;
  readonly depersonalisedBy: string | null;
  readonly participants: number;
  readonly people: number;
  /** Participations that run: nobody of them can lose the name yet. */
  readonly running: number;
  readonly texts: number;
};

/** Cycles with what stands in them, the newest first: one by its id, or those over before a day. */
export async function closedCycles(
  tx: Reading,
  tenantId: string,
  which: { readonly id: string; readonly lock: true } | { readonly before: PlainDate },
): Promise<ClosedCycle[]> {
  const { rows } = await sql<ClosedCycle>`
    select c.id, c.title, c.ended_on as "endedOn", c.depersonalised_at as "depersonalisedAt",
      d.family_name || ' ' || d.given_name as "depersonalisedBy",
      (select count(*)::int from participants t where t.tenant_id = c.tenant_id and t.cycle_id = c.id) as participants,
      (select count(distinct t.person_id)::int from participants t
        where t.tenant_id = c.tenant_id and t.cycle_id = c.id) as people,
      (select count(*)::int from participants t where t.tenant_id = c.tenant_id and t.cycle_id = c.id
        and t.state in ('assigned', 'active', 'suspended')) as running,
      (select count(*)::int from mentee_requests r join participants t using (tenant_id)
        where t.id = r.participant_id and t.cycle_id = c.id and r.tenant_id = c.tenant_id
          and (r.description <> '' or r.wished_result <> '' or r.note is not null))
      + (select count(*)::int from interviews i join participants t using (tenant_id)
        where t.id = i.participant_id and t.cycle_id = c.id and i.tenant_id = c.tenant_id and i.note is not null)
      + (select count(*)::int from participant_changes h join participants t using (tenant_id)
        where t.id = h.participant_id and t.cycle_id = c.id and h.tenant_id = c.tenant_id and h.reason is not null)
      + (select count(*)::int from sign_ups s join participants t using (tenant_id)
        where t.id = s.participant_id and t.cycle_id = c.id and s.tenant_id = c.tenant_id and s.full_name <> '') as texts
    from program_cycles c
    left join people d on d.tenant_id = c.tenant_id and d.id = c.depersonalised_by
    where c.tenant_id = ${tenantId}
      and ${'id' in which ? sql`c.id = ${which.id}` : sql`c.ended_on < ${which.before}`}
    order by c.ended_on desc, c.id
    ${'id' in which ? sql`for update of c` : sql``}`.execute(tx);
  return rows;
}
