import type { SchoolClass } from '@nastavnik/contracts/classes';
import { can } from '@nastavnik/domain/access/can';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { printClassName } from '@nastavnik/domain/people/class-names';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ClassRow, findClasses, yearsOfClasses } from './classes.queries.ts';

export async function seeClasses(tx: Reading, caller: Caller, asked: number | undefined) {
  permit(caller, 'classes.see');
  const present = schoolYearOf(caller.today);
  const years = new Set([...(await yearsOfClasses(tx, caller.tenantId)), present]);
  const schoolYear = asked ?? present;
  return {
    schoolYear,
    schoolYears: [...years].toSorted((one, other) => other - one),
    classes: (await findClasses(tx, caller, { schoolYear })).map((row) => viewClass(caller, row)),
    may: {
      add: can(caller, 'classes.edit'),
      import: can(caller, 'pupils.import'),
      rollOver: can(caller, 'year.rollOver'),
    },
  };
}

export async function seeClass(tx: Reading, caller: Caller, id: string): Promise<SchoolClass> {
  permit(caller, 'classes.see');
  const [row] = await findClasses(tx, caller, { id });
  if (!row) throw new Refusal('class.not-found');
  return viewClass(caller, row);
}

function viewClass(caller: Caller, { held, ...row }: ClassRow): SchoolClass {
  const own = row.teachers.some(
    ({ personId, startedOn, endedOn }) =>
      personId === caller.personId && startedOn <= caller.today && (endedOn === null || endedOn >= caller.today),
  );
  const edit = can(caller, 'classes.edit');
  return {
    ...row,
    name: printClassName(row),
    own,
    may: {
      edit,
      remove: edit && !held,
      setTeacher: edit,
      seePupils: can(caller, 'pupil.see', own ? ['ownClass'] : []),
    },
  };
}

type Name = { readonly grade: number; readonly letter: string };

export async function addClass(tx: Writing, caller: Caller, body: Name & { schoolYear: number }): Promise<string> {
  permit(caller, 'classes.edit');
  const id = newId(caller.now);
  const made = await tx
    .insertInto('classes')
    .values({ tenant_id: caller.tenantId, id, school_year: body.schoolYear, grade: body.grade, letter: body.letter })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new Refusal('class.name-taken');
  await recordEvent(tx, caller, { type: 'class.added', object: { kind: 'class', id }, data: { ...body } });
  return id;
}

export async function editClass(tx: Writing, caller: Caller, id: string, body: Name): Promise<void> {
  permit(caller, 'classes.edit');
  const row = await classForUpdate(tx, caller.tenantId, id);
  const { rows } = await sql`select 1 from classes where tenant_id = ${caller.tenantId} and id <> ${id}
    and school_year = ${row.school_year} and grade = ${body.grade} and lower(letter) = lower(${body.letter})`.execute(
    tx,
  );
  if (rows.length > 0) throw new Refusal('class.name-taken');
  await tx
    .updateTable('classes')
    .set({ grade: body.grade, letter: body.letter })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'class.changed', object: { kind: 'class', id }, data: { ...body } });
}

/** A class in which nobody ever sat was a slip; one with pupils is history. */
export async function removeClass(tx: Writing, caller: Caller, id: string): Promise<void> {
  permit(caller, 'classes.edit');
  await classForUpdate(tx, caller.tenantId, id);
  const { rows } = await sql`select 1 from class_places where tenant_id = ${caller.tenantId} and class_id = ${id}
    union all select 1 from classes where tenant_id = ${caller.tenantId} and previous_id = ${id} limit 1`.execute(tx);
  if (rows.length > 0) throw new Refusal('class.not-empty');
  for (const table of ['class_teachers', 'classes'] as const) {
    const column = sql.ref(table === 'classes' ? 'id' : 'class_id');
    await sql`delete from ${sql.table(table)} where tenant_id = ${caller.tenantId} and ${column} = ${id}`.execute(tx);
  }
  await recordEvent(tx, caller, { type: 'class.removed', object: { kind: 'class', id } });
}

export type ClassTeacherCommand = {
  readonly personId: string;
  readonly startedOn: PlainDate;
  readonly insteadOf: string | null;
  readonly leavesOtherClasses: boolean;
};

/**
 * A class teacher from a day on. Who is replaced leads the class until the eve; whoever changes classes loses the old
 * ones from the day the new one begins.
 */
export async function setClassTeacher(
  tx: Writing,
  caller: Caller,
  classId: string,
  { personId, startedOn, insteadOf, leavesOtherClasses }: ClassTeacherCommand,
): Promise<void> {
  permit(caller, 'classes.edit');
  const row = await classForUpdate(tx, caller.tenantId, classId);
  const span = schoolYearSpan(row.school_year);
  if (startedOn < span.start || startedOn > span.end) throw new Refusal('class.day-outside-year', span);
  await demandEmployee(tx, caller, personId);
  if (insteadOf !== null) await endTeaching(tx, caller, { classId, personId: insteadOf }, addDays(startedOn, -1));
  if (leavesOtherClasses) await endTeaching(tx, caller, { notClassId: classId, personId }, addDays(startedOn, -1));
  const { rows } = await sql`select 1 from class_teachers where tenant_id = ${caller.tenantId} and class_id = ${classId}
    and person_id = ${personId} and coalesce(ended_on, 'infinity') >= ${startedOn}::date`.execute(tx);
  if (rows.length > 0) throw new Refusal('class.teacher-twice');
  await tx
    .insertInto('class_teachers')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      class_id: classId,
      person_id: personId,
      started_on: startedOn,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'class.teacher-set',
    object: { kind: 'class', id: classId },
    data: { personId, startedOn, insteadOf },
  });
}

export async function endClassTeacher(
  tx: Writing,
  caller: Caller,
  place: { readonly classId: string; readonly teacherId: string },
  endedOn: PlainDate,
): Promise<void> {
  permit(caller, 'classes.edit');
  await classForUpdate(tx, caller.tenantId, place.classId);
  const row = await tx
    .selectFrom('class_teachers')
    .select(['person_id', 'started_on'])
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.teacherId)
    .where('class_id', '=', place.classId)
    .executeTakeFirst();
  if (!row) throw new Refusal('class.teacher-not-found');
  await endTeaching(tx, caller, { classId: place.classId, personId: row.person_id }, endedOn);
  await recordEvent(tx, caller, {
    type: 'class.teacher-ended',
    object: { kind: 'class', id: place.classId },
    data: { personId: row.person_id, endedOn },
  });
}

/** Teaching that reaches beyond the day ends on it; what would begin after it never was. */
async function endTeaching(
  tx: Writing,
  { tenantId }: Caller,
  whose: { readonly classId?: string; readonly notClassId?: string; readonly personId: string },
  lastDay: PlainDate,
): Promise<void> {
  const where = sql`tenant_id = ${tenantId} and person_id = ${whose.personId}
    and ${whose.classId === undefined ? sql`class_id <> ${whose.notClassId}` : sql`class_id = ${whose.classId}`}`;
  await sql`delete from class_teachers where ${where} and started_on > ${lastDay}::date`.execute(tx);
  await sql`update class_teachers set ended_on = ${lastDay}::date
    where ${where} and coalesce(ended_on, 'infinity') > ${lastDay}::date`.execute(tx);
}

async function demandEmployee(tx: Reading, { tenantId, today }: Caller, personId: string): Promise<void> {
  const { rows } = await sql<{ works: boolean }>`
    select exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
      and ${today}::date <= coalesce(e.dismissed_on, 'infinity')) as works
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId} and p.merged_into is null`.execute(tx);
  if (!rows[0]) throw new Refusal('person.not-found');
  if (!rows[0].works) throw new Refusal('person.not-employee');
}

async function classForUpdate(tx: Writing, tenantId: string, id: string) {
  const row = await tx
    .selectFrom('classes')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('class.not-found');
  return row;
}
