import type { auditQuery, auditRow } from '@nastavnik/contracts/audit';
import { TYPES_OF_GROUP } from '@nastavnik/domain/access/audit-groups';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Reading } from '../../platform/db/transactions.ts';

export type AuditRow = z.infer<typeof auditRow>;
export type AuditFilter = Omit<z.infer<typeof auditQuery>, 'after' | 'limit'>;
type Asked = AuditFilter & {
  readonly tenantId: string;
  /** Names of pupils, parents and those whose data lie still are for the officer alone; others see colleagues. */
  readonly seesEverybody: boolean;
  readonly after: string | undefined;
  readonly limit: number;
};

/** An id holds the moment it was made: the newest first needs no other order than the key's. */
export async function auditEvents(tx: Reading, asked: Asked): Promise<AuditRow[]> {
  const { tenantId } = asked;
  const { rows } = await sql<Stored>`
    with found as materialized (
      select a.* from audit_events a where a.tenant_id = ${tenantId} and ${conditions(asked)}
      order by a.id desc limit ${asked.limit}
    )
    select a.id, a.at, a.type, a.object_kind as "objectKind", a.actor_person_id as "actorId",
      case when a.actor_person_id is null then nullif(a.actor_name, '')
        when actor.id is null then nullif(a.actor_name, '') else ${shown('actor', asked)} end as "actorName",
      a.actor_name like '%(просмотр от имени)' as impersonated,
      about.id as "personId", ${shown('about', asked)} as "personName"
    from found a
    left join people actor on actor.tenant_id = a.tenant_id and actor.id = a.actor_person_id
    left join people about on about.tenant_id = a.tenant_id and about.id = ${aboutWhom}
    order by a.id desc`.execute(tx);
  return rows.map(({ actorId, actorName, personId, personName, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    person: personId === null ? null : { id: personId, name: personName },
  }));
}

type Stored = Pick<AuditRow, 'id' | 'type' | 'objectKind' | 'impersonated'> & {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
};

/** The name of today, or the code that took its place. */
function shown(row: 'actor' | 'about', { seesEverybody }: Asked): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  const name = sql`nullif(concat_ws(' ', ${column('family_name')}, nullif(${column('given_name')}, ''), ${column('patronymic')}), '')`;
  if (seesEverybody) return sql<string | null>`${name}`;
  return sql<
    string | null
  >`case when ${column('erased_at')} is not null or (${column('blocked_at')} is null and exists (
    select from employees e where e.tenant_id = ${column('tenant_id')} and e.person_id = ${column('id')}))
    then ${name} end`;
}

const aboutWhom = sql`case a.object_kind
  when 'person' then a.object_id
  when 'participant' then (select t.person_id from participants t where t.tenant_id = a.tenant_id and t.id = a.object_id)
  when 'consent' then (select c.person_id from consents c where c.tenant_id = a.tenant_id and c.id = a.object_id)
  when 'demand' then (select d.person_id from subject_demands d where d.tenant_id = a.tenant_id and d.id = a.object_id)
  when 'erasure' then (select e.person_id from erasures e where e.tenant_id = a.tenant_id and e.id = a.object_id)
  when 'representation' then (select r.child_id from representations r where r.tenant_id = a.tenant_id and r.id = a.object_id)
  when 'request' then (select t.person_id from mentee_requests r
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    where r.tenant_id = a.tenant_id and r.id = a.object_id)
  end`;

function conditions({ tenantId, group, personId, actorId, from, to, after }: Asked): RawBuilder<unknown> {
  const zone = sql`(select time_zone from organizations where tenant_id = ${tenantId})`;
  const types = group && sql.val([...TYPES_OF_GROUP[group]]);
  return sql.join(
    [
      sql`true`,
      ...(after ? [sql`a.id < ${after}::uuid`] : []),
      ...(types ? [sql`(a.type = any (${types}::text[]) or split_part(a.type, '.', 1) = any (${types}::text[]))`] : []),
      ...(actorId ? [sql`a.actor_person_id = ${actorId}::uuid`] : []),
      ...(personId ? [sql`${aboutWhom} = ${personId}::uuid`] : []),
      ...(from ? [sql`a.at >= ${from}::date::timestamp at time zone ${zone}`] : []),
      ...(to ? [sql`a.at < (${to}::date + 1)::timestamp at time zone ${zone}`] : []),
    ],
    sql` and `,
  );
}
