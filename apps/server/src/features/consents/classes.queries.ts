import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The pupils of a class today, in the order of the alphabet. @throws class.not-found */
export async function pupilsOfClass(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  classId: string,
): Promise<string[]> {
  await classNamed(tx, caller.tenantId, classId);
  const { rows } = await sql<{ id: string }>`
    select p.id from class_places cp
    join people p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
    where cp.tenant_id = ${caller.tenantId} and cp.class_id = ${classId} and p.erased_at is null and p.merged_into is null
      and p.blocked_at is null
      and ${caller.today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
    order by p.family_name, p.given_name, p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Whoever takes part or has a consent on its way or in force, and sits in no class today. */
export async function peopleBesideClasses(
  tx: Reading,
  { tenantId, today }: Pick<Caller, 'tenantId' | 'today'>,
  reach: 'everybody' | 'employees',
): Promise<string[]> {
  const isEmployee = sql`exists (
    select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
      and ${today}::date <= coalesce(e.dismissed_on, 'infinity'))`;
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
    where p.tenant_id = ${tenantId} and p.erased_at is null and p.merged_into is null and p.blocked_at is null
      and ${reach === 'everybody' ? sql`true` : isEmployee}
      and (
        exists (select from participants t where t.tenant_id = p.tenant_id and t.person_id = p.id
          and t.state not in ('completed', 'refused', 'rejected', 'withdrawn', 'excluded'))
        or exists (select from consents c where c.tenant_id = p.tenant_id and c.person_id = p.id
          and c.state in ('issued', 'partiallySigned', 'valid')))
      and not exists (select from class_places cp where cp.tenant_id = p.tenant_id and cp.person_id = p.id
        and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity'))
    order by p.family_name, p.given_name, p.id limit 1000`.execute(tx);
  return rows.map(({ id }) => id);
}

/** «7А». @throws class.not-found */
export async function classNamed(tx: Reading, tenantId: string, classId: string): Promise<string> {
  const row = await tx
    .selectFrom('classes')
    .select(['grade', 'letter'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', classId)
    .executeTakeFirst();
  if (!row) throw new Refusal('class.not-found');
  return `${row.grade}${row.letter}`;
}
