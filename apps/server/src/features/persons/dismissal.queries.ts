import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { ENDED_STATES, type ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

type OfTheWork = {
  readonly classes: { id: string; name: string }[];
  readonly bodies: { id: string; name: string; office: 'chair' | 'secretary' | 'member' }[];
  readonly roles: string[];
  readonly participations: { id: string; role: ParticipantRole; form: string | null }[];
};

/** Classes, bodies, roles and participations that somebody has by working here. */
export async function ofTheWork(tx: Reading, { tenantId, today }: Caller, personId: string): Promise<OfTheWork> {
  const lasts = (alias: string) => sql`${today}::date <= coalesce(${sql.ref(`${alias}.ended_on`)}, 'infinity')`;
  const whose = (alias: string) =>
    sql`${sql.ref(`${alias}.tenant_id`)} = ${tenantId} and ${sql.ref(`${alias}.person_id`)} = ${personId}`;
  const { rows } = await sql<OfTheWork>`select
    coalesce((select json_agg(json_build_object('id', c.id,
        'name', c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter) order by c.school_year, c.grade, c.letter)
      from class_teachers t join classes c on c.tenant_id = t.tenant_id and c.id = t.class_id
      where ${whose('t')} and ${lasts('t')}), '[]') as classes,
    coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'office', m.office) order by b.name)
      from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
      where ${whose('m')} and b.removed_at is null and ${lasts('m')}), '[]') as bodies,
    array(select distinct a.role from role_assignments a where ${whose('a')} and ${lasts('a')} and a.role <> 'staff'
      order by a.role) as roles,
    coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'form', f.name) order by p.role)
      from participants p left join mentoring_forms f on f.tenant_id = p.tenant_id and f.id = p.form_id
      where ${whose('p')} and p.state <> all (${sql.val([...ENDED_STATES])}::text[])), '[]') as participations`.execute(
    tx,
  );
  return rows[0]!;
}

/** Classes led end with the last day of work; those that would begin later are not led. */
export async function endClassesLed(tx: Writing, tenantId: string, personId: string, on: PlainDate): Promise<void> {
  await sql`update class_teachers set ended_on = ${on}::date where tenant_id = ${tenantId} and person_id = ${personId}
    and started_on <= ${on}::date and coalesce(ended_on, 'infinity') > ${on}::date`.execute(tx);
  await sql`delete from class_teachers where tenant_id = ${tenantId} and person_id = ${personId}
    and started_on > ${on}::date`.execute(tx);
}

/** The dismissal is taken back: a class that ended with it, in the middle of its year, and that nobody else leads since. */
export async function leadAgain(
  tx: Writing,
  tenantId: string,
  personId: string,
  dismissedOn: PlainDate,
): Promise<void> {
  if (dismissedOn === schoolYearSpan(schoolYearOf(dismissedOn)).end) return;
  await sql`update class_teachers t set ended_on = null
    where t.tenant_id = ${tenantId} and t.person_id = ${personId} and t.ended_on = ${dismissedOn}::date
      and not exists (select from class_teachers o where o.tenant_id = t.tenant_id and o.class_id = t.class_id
        and o.id <> t.id and coalesce(o.ended_on, 'infinity') >= ${addDays(dismissedOn, 1)}::date)`.execute(tx);
}
