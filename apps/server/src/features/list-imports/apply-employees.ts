import { turnsOn } from '@nastavnik/domain/people/age';
import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { RowToApply } from './rows-to-apply.ts';
import { type Applying, changePerson, insertMany, insertPeople } from './write-people.ts';

/** Employees of a list, with their post and their method association. */
export async function applyEmployees(
  tx: Writing,
  applying: Applying,
  rows: readonly RowToApply<'employees'>[],
): Promise<void> {
  const { tenantId, now, today } = applying;
  const fresh = rows.filter(({ id }) => id === null);
  const ids = await insertPeople(
    tx,
    applying,
    fresh.map(({ values, otherThan }) => ({ ...values, otherThan })),
  );
  const all = [
    ...fresh.map((row, at) => ({ ...row, id: ids[at]!, isNew: true })),
    ...rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id, isNew: false }])),
  ];
  await insertMany(
    tx,
    'role_assignments',
    { tenant_id: 'uuid', id: 'uuid', person_id: 'uuid', role: 'text', started_on: 'date' },
    ids.map((personId) => ({
      tenant_id: tenantId,
      id: newId(now),
      person_id: personId,
      role: 'staff',
      started_on: today,
    })),
  );
  for (const { id, values, changes, isNew } of all) {
    if (!isNew) await changePerson(tx, applying, id, { ...values, changes });
    const since = values.experienceYears === null ? null : turnsOn(today, -values.experienceYears);
    const has = (field: string) => isNew || changes.includes(field);
    await sql`insert into employees (tenant_id, person_id, subjects, category, teaching_since, employed_on)
      values (${tenantId}, ${id}, ${sql.val([...values.subjects])}::text[], ${values.category}, ${since}::date, ${values.startedOn}::date)
      on conflict (tenant_id, person_id) do update set
        subjects = ${has('subjects') ? sql`excluded.subjects` : sql`employees.subjects`},
        category = ${has('category') ? sql`coalesce(excluded.category, employees.category)` : sql`employees.category`},
        teaching_since = ${has('experienceYears') ? sql`coalesce(excluded.teaching_since, employees.teaching_since)` : sql`employees.teaching_since`},
        employed_on = ${has('startedOn') ? sql`coalesce(excluded.employed_on, employees.employed_on)` : sql`employees.employed_on`},
        dismissed_on = null`.execute(tx);
    if (values.post !== null && has('post')) await setPost(tx, applying, id, values.post);
    if (values.association !== null && has('association')) await joinAssociation(tx, applying, id, values.association);
  }
}

/** A post of another name ends today; one who had none gets it without a beginning. */
async function setPost(
  tx: Writing,
  { tenantId, now, today }: Applying,
  personId: string,
  title: string,
): Promise<void> {
  await sql`update posts set ended_on = greatest(${today}::date - 1, coalesce(started_on, ${today}::date - 1))
    where tenant_id = ${tenantId} and person_id = ${personId} and ended_on is null and lower(title) <> lower(${title})`.execute(
    tx,
  );
  await sql`insert into posts (tenant_id, id, person_id, title, started_on)
    select ${tenantId}, ${newId(now)}, ${personId}, ${title},
      case when exists (select from posts where tenant_id = ${tenantId} and person_id = ${personId}) then ${today}::date end
    where not exists (select from posts where tenant_id = ${tenantId} and person_id = ${personId}
      and ended_on is null and lower(title) = lower(${title}))`.execute(tx);
}

/** The association of this name, made where it is not there yet; who was in another stays in both until somebody ends it. */
async function joinAssociation(
  tx: Writing,
  { tenantId, now, today }: Applying,
  personId: string,
  name: string,
): Promise<void> {
  await sql`insert into bodies (tenant_id, id, kind, name) values (${tenantId}, ${newId(now)}, 'methodAssociation', ${name})
    on conflict do nothing`.execute(tx);
  await sql`insert into body_members (tenant_id, id, body_id, person_id, office, started_on)
    select ${tenantId}, ${newId(now)}, b.id, ${personId}, 'member', ${today}::date from bodies b
    where b.tenant_id = ${tenantId} and lower(b.name) = lower(${name}) and b.removed_at is null
    on conflict do nothing`.execute(tx);
}
