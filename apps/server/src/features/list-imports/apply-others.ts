import { addDays } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import type { RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import type { Kinship } from '@nastavnik/domain/people-import/import-row';
import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { saveCounts } from '../classes/door.ts';
import { consentsLookAgain } from '../consents/door.ts';
import { classFinder } from './apply-pupils.ts';
import type { RowToApply } from './rows-to-apply.ts';
import { type Applying, changePerson, insertPeople } from './write-people.ts';

/** A foster parent acts as guardian (СК art. 153); «иной» is refused when the row is read. */
const KIND: Record<Kinship, RepresentationKind> = {
  mother: 'mother',
  father: 'father',
  adoptiveParent: 'adoptiveParent',
  guardian: 'guardian',
  trustee: 'trustee',
  fosterParent: 'guardian',
  other: 'authority',
};

/** Representatives of a list. A mother of two stands in two rows and becomes one person; nobody is verified by a list. */
export async function applyRepresentatives(
  tx: Writing,
  applying: Applying,
  rows: readonly RowToApply<'representatives'>[],
  /** The person of each row written before, of earlier parts of the list too. */
  byRow: Map<number, string>,
): Promise<void> {
  for (const { row, values, related, id, changes, otherThan } of rows) {
    const earlier = related.sameAsRow === undefined ? undefined : byRow.get(related.sameAsRow);
    const known = id ?? related.personId ?? earlier;
    const personId = known ?? (await insertPeople(tx, applying, [{ ...values, otherThan }]))[0]!;
    byRow.set(row, personId);
    if (id !== null) await changePerson(tx, applying, id, { ...values, changes });
    const kind = KIND[values.kinship ?? 'other'];
    const { tenantId, today } = applying;
    const childId = related.childId;
    if (childId === undefined || childId === personId) continue;
    // What somebody has checked by its document, a list does not change.
    await sql`update representations set kind = ${kind}, document_kind = coalesce(${values.authority}, document_kind),
        document_number = case when ${values.authority}::text is null then document_number end
      where tenant_id = ${tenantId} and representative_id = ${personId} and child_id = ${childId}
        and verified_on is null and ended_on is null`.execute(tx);
    await sql`insert into representations (tenant_id, id, representative_id, child_id, kind, document_kind, started_on)
      select ${tenantId}, ${newId(applying.now)}, ${personId}, ${childId}, ${kind}, ${values.authority}, ${today}::date
      where not exists (select from representations where tenant_id = ${tenantId} and representative_id = ${personId}
        and child_id = ${childId} and coalesce(ended_on, 'infinity') >= ${today}::date)`.execute(tx);
    await enqueue(tx, consentsLookAgain, { tenantId, personId: childId }, { key: `look-again:${tenantId}:${childId}` });
  }
}

/** Classes of the present year with their teachers: a new one leads from today, the one before until yesterday. */
export async function applyClasses(
  tx: Writing,
  applying: Applying,
  rows: readonly RowToApply<'classes'>[],
): Promise<void> {
  const { tenantId, now, today } = applying;
  const classes = await classFinder(tx, applying);
  for (const { values, related, id } of rows) {
    const classId = id ?? (await classes(values.className));
    const personId = related.classTeacherId;
    if (personId === undefined) continue;
    const others = sql`tenant_id = ${tenantId} and class_id = ${classId} and person_id <> ${personId}
      and coalesce(ended_on, 'infinity') >= ${today}::date`;
    await sql`delete from class_teachers where ${others} and started_on >= ${today}::date`.execute(tx);
    await sql`update class_teachers set ended_on = ${addDays(today, -1)}::date where ${others}`.execute(tx);
    const from = id === null ? schoolYearSpan(schoolYearOf(today)).start : today;
    await sql`insert into class_teachers (tenant_id, id, class_id, person_id, started_on)
      select ${tenantId}, ${newId(now)}, ${classId}, ${personId}, ${from}::date
      where not exists (select from class_teachers where tenant_id = ${tenantId} and class_id = ${classId}
        and person_id = ${personId} and coalesce(ended_on, 'infinity') >= ${from}::date)`.execute(tx);
  }
}

/** Children by age: the list stands for today, ages it does not name keep the counts they had. */
export async function applyContingent(
  tx: Writing,
  applying: Applying,
  rows: readonly RowToApply<'contingent'>[],
): Promise<void> {
  const { tenantId, today } = applying;
  const { rows: before } = await sql<{ age: number; count: number }>`
    select age, number as count from contingent_counts where tenant_id = ${tenantId} and on_day = (
      select max(on_day) from contingent_counts where tenant_id = ${tenantId}
        and on_day between ${addDays(today, -365)}::date and ${today}::date)`.execute(tx);
  const counts = new Map(before.map(({ age, count }) => [age, count]));
  for (const { values } of rows) counts.set(values.age, values.count);
  await saveCounts(
    tx,
    applying,
    today,
    [...counts].map(([age, count]) => ({ age, count })),
  );
}
