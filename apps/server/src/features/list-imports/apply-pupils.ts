import { addDays } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import type { ClassName } from '@nastavnik/domain/people/class-name';
import { classKey } from '@nastavnik/domain/people/class-names';
import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { RowToApply } from './rows-to-apply.ts';
import { type Applying, changePerson, insertMany, insertPeople } from './write-people.ts';

/** Pupils of a list: the new sit in their class from the first day of the school year, the moved from today. */
export async function applyPupils(
  tx: Writing,
  applying: Applying,
  rows: readonly RowToApply<'pupils'>[],
): Promise<void> {
  const classes = await classFinder(tx, applying);
  const fresh = rows.filter(({ id }) => id === null);
  const ids = await insertPeople(
    tx,
    applying,
    fresh.map(({ values, otherThan }) => ({ ...values, otherThan })),
  );
  const { tenantId } = applying;
  await insertMany(
    tx,
    'pupils',
    { tenant_id: 'uuid', person_id: 'uuid', study_form: 'text' },
    fresh.map(({ values }, at) => ({
      tenant_id: tenantId,
      person_id: ids[at],
      study_form: values.studyForm ?? 'fullTime',
    })),
  );
  const from = schoolYearSpan(schoolYearOf(applying.today)).start;
  const places = [];
  for (const [at, { values }] of fresh.entries()) {
    places.push({
      tenant_id: tenantId,
      id: newId(applying.now),
      class_id: await classes(values.className),
      person_id: ids[at],
      started_on: from,
    });
  }
  await insertMany(
    tx,
    'class_places',
    { tenant_id: 'uuid', id: 'uuid', class_id: 'uuid', person_id: 'uuid', started_on: 'date' },
    places,
  );
  for (const row of rows) if (row.id !== null) await changePupil(tx, applying, { ...row, id: row.id }, classes);
}

async function changePupil(
  tx: Writing,
  applying: Applying,
  { id, values, changes }: RowToApply<'pupils'> & { readonly id: string },
  classes: ClassFinder,
): Promise<void> {
  const { tenantId, today } = applying;
  await changePerson(tx, applying, id, { ...values, changes });
  // Who was no pupil any more, or none yet, is one again: the list says so.
  await sql`insert into pupils (tenant_id, person_id, study_form) values (${tenantId}, ${id}, ${values.studyForm ?? 'fullTime'})
    on conflict (tenant_id, person_id) do update set left_on = null, leaving_reason = null,
      study_form = coalesce(${changes.includes('studyForm') ? values.studyForm : null}, pupils.study_form)`.execute(tx);
  if (!changes.includes('className')) return;
  const classId = await classes(values.className);
  const where = sql`tenant_id = ${tenantId} and person_id = ${id} and coalesce(ended_on, 'infinity') >= ${today}::date`;
  const { rows } = await sql<{
    classId: string;
  }>`select class_id as "classId" from class_places where ${where}`.execute(tx);
  if (rows.some((place) => place.classId === classId)) return;
  await sql`delete from class_places where ${where} and started_on >= ${today}::date`.execute(tx);
  await sql`update class_places set ended_on = ${addDays(today, -1)}::date where ${where}`.execute(tx);
  await tx
    .insertInto('class_places')
    .values({ tenant_id: tenantId, id: newId(applying.now), class_id: classId, person_id: id, started_on: today })
    .execute();
}

export type ClassFinder = (name: ClassName) => Promise<string>;

/** The class of the present school year by its name; one that is not there yet is made. */
export async function classFinder(tx: Writing, { tenantId, today, now }: Applying): Promise<ClassFinder> {
  const schoolYear = schoolYearOf(today);
  const rows = await tx
    .selectFrom('classes')
    .select(['id', 'grade', 'letter'])
    .where('tenant_id', '=', tenantId)
    .where('school_year', '=', schoolYear)
    .execute();
  const byKey = new Map(rows.map((row) => [classKey(row), row.id]));
  return async (name) => {
    const known = byKey.get(classKey(name));
    if (known) return known;
    const id = newId(now);
    await tx
      .insertInto('classes')
      .values({ tenant_id: tenantId, id, school_year: schoolYear, grade: name.grade, letter: name.letter })
      .execute();
    byKey.set(classKey(name), id);
    return id;
  };
}
