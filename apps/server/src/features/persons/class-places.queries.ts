import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';

export type ClassOfPlaces = {
  readonly id: string;
  readonly grade: number;
  readonly letter: string;
  readonly schoolYear: number;
  readonly span: DateSpan;
};

export async function classOf(tx: Reading, tenantId: string, classId: string): Promise<ClassOfPlaces> {
  const row = await tx
    .selectFrom('classes')
    .select(['id', 'grade', 'letter', 'school_year'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', classId)
    .executeTakeFirst();
  if (!row) throw new Refusal('class.not-found');
  return {
    id: row.id,
    grade: row.grade,
    letter: row.letter,
    schoolYear: row.school_year,
    span: schoolYearSpan(row.school_year),
  };
}

export function demandDayInYear({ span }: ClassOfPlaces, day: PlainDate): void {
  if (day < span.start || day > span.end) throw new Refusal('class.day-outside-year', span);
}

/** A place that begins on this day or later: it would have to be rewritten, not ended. */
export async function placeAfter(tx: Reading, tenantId: string, personId: string, day: PlainDate): Promise<boolean> {
  const row = await tx
    .selectFrom('class_places')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('started_on', '>', day)
    .executeTakeFirst();
  return row !== undefined;
}

export async function takePlace(
  tx: Writing,
  caller: Pick<Caller, 'tenantId' | 'now'>,
  place: { readonly personId: string; readonly classId: string; readonly from: PlainDate },
): Promise<void> {
  await tx
    .insertInto('class_places')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      class_id: place.classId,
      person_id: place.personId,
      started_on: place.from,
    })
    .execute();
}

/** Places that reach beyond the day end on it; those that would begin after it never were. */
export async function endPlaces(
  tx: Writing,
  tenantId: string,
  personIds: readonly string[],
  lastDay: PlainDate,
): Promise<void> {
  const ids = sql.val([...personIds]);
  await sql`delete from class_places where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])
    and started_on > ${lastDay}::date`.execute(tx);
  await sql`update class_places set ended_on = ${lastDay}::date
    where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])
      and (ended_on is null or ended_on > ${lastDay}::date)`.execute(tx);
}

/** The place that ended with the leaving lasts again, in a class of the present school year; else there is none. */
export async function sitAgain(
  tx: Writing,
  { tenantId, today }: Pick<Caller, 'tenantId' | 'today'>,
  personId: string,
  leftOn: PlainDate,
): Promise<void> {
  await sql`update class_places s set ended_on = null from classes c
    where s.tenant_id = ${tenantId} and s.person_id = ${personId} and s.ended_on = ${leftOn}::date
      and c.tenant_id = s.tenant_id and c.id = s.class_id and c.school_year = ${schoolYearOf(today)}`.execute(tx);
}
