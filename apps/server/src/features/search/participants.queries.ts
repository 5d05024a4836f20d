import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { cycleOfBanksIfAny, named } from '../participants/door.ts';
import { within } from '../persons/door.ts';
import type { Hit } from './search.queries.ts';

const LOOKED_AT = 40;

/**
 * Pupils and participants of the cycle by name: those alone whom the caller may see (RULE-25), so that a minor's name
 * reaches nobody else by its first letters. Who waits for a second factor finds none (RULE-33).
 */
export async function findParticipants(tx: Reading, caller: Caller, text: string): Promise<Hit[]> {
  if (caller.secondFactorNeeded) return [];
  const cycle = await cycleOfBanksIfAny(tx, caller);
  const { rows } = await sql<Hit>`
    select case when t.id is null then 'pupil' else 'participant' end as kind, coalesce(t.id, p.id) as id,
      p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as title,
      coalesce(
        (select c.grade || c.letter from class_places cp join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
          where cp.tenant_id = p.tenant_id and cp.person_id = p.id
            and ${caller.today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1),
        (select s.title from posts s where s.tenant_id = p.tenant_id and s.person_id = p.id and s.ended_on is null limit 1),
        '') as place,
      null as "roadmapId", word_similarity(translate(lower(${text}), 'ё', 'е'), p.search_name) as near
    from people p
    left join participants t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.cycle_id = ${cycle?.id ?? null}
      and ${within(caller, 'participant.see')}
    where p.tenant_id = ${caller.tenantId} and p.deactivated_at is null and p.merged_into is null
      and p.erased_at is null and p.blocked_at is null and ${named(text)}
      and (t.id is not null or (${within(caller, 'pupil.see')} and exists (
        select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id
          and ${caller.today}::date <= coalesce(u.left_on, 'infinity'))))
    order by near desc, title, id limit ${LOOKED_AT}`.execute(tx);
  return rows;
}
