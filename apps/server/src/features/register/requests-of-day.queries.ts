import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

/** A request over before its last day was written down (`ended_on`) tells nothing of when: it is left out. */
const asked = (on: PlainDate): RawBuilder<boolean> => sql<boolean>`(r.found_on <= ${on}::date
  and (r.ended_on > ${on}::date or (r.ended_on is null and r.state not in ('closed', 'cancelled', 'redirected'))))`;

/**
 * B5, C4: by participant the themes of that day: of a mentee what was asked, of a mentor what the mentor was taken for.
 */
export async function requestsOfDay(
  tx: Reading,
  tenantId: string,
  on: PlainDate,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const ids = sql`any (${sql.val([...participantIds])}::uuid[])`;
  const { rows } = await sql<{ id: string; themes: string[] }>`
    select found.id, array_agg(distinct h.name order by h.name) as themes from (
      select r.participant_id as id, r.theme_id from mentee_requests r
        where r.tenant_id = ${tenantId} and r.participant_id = ${ids} and ${asked(on)}
      union all
      select a.mentor_id, r.theme_id from request_answers a
        join mentee_requests r on r.tenant_id = a.tenant_id and r.id = a.request_id
        where a.tenant_id = ${tenantId} and a.mentor_id = ${ids} and a.proposed_on <= ${on}::date
          and coalesce(a.taken_back_on, 'infinity') > ${on}::date and ${asked(on)}
    ) found join request_themes h on h.tenant_id = ${tenantId} and h.id = found.theme_id
    group by found.id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.themes]));
}
