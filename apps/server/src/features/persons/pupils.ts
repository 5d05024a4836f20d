import type { leaveBody, movePupilBody, newPupilBody, pupilBody } from '@nastavnik/contracts/persons';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addPerson } from './add-person.ts';
import { classOf, demandDayInYear, endPlaces, placeAfter, sitAgain, takePlace } from './class-places.queries.ts';
import { closeParticipations } from './close-participations.ts';
import { enrolmentOf } from './person-card.queries.ts';
import { anybodyForEdit, personForEdit, touchPerson } from './person-for-edit.ts';

export async function addPupil(tx: Writing, caller: Caller, body: z.infer<typeof newPupilBody>): Promise<string> {
  permit(caller, 'pupil.edit');
  const personId = await addPerson(tx, caller, body);
  await tx
    .insertInto('pupils')
    .values({
      tenant_id: caller.tenantId,
      person_id: personId,
      study_form: body.studyForm,
      enrolled_on: body.enrolledOn,
    })
    .execute();
  if (body.classId !== null) {
    const schoolClass = await classOf(tx, caller.tenantId, body.classId);
    const from = body.enrolledOn ?? caller.today;
    await takePlace(tx, caller, { personId, classId: schoolClass.id, from: within(from, schoolClass.span) });
  }
  await recordEvent(tx, caller, { type: 'pupil.added', object: { kind: 'person', id: personId } });
  return personId;
}

/** A class of the coming year begins with it; who came years ago sits in this year's class from its first day. */
function within(day: PlainDate, span: { readonly start: PlainDate; readonly end: PlainDate }): PlainDate {
  return day < span.start || day > span.end ? span.start : day;
}

export async function editPupil(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof pupilBody>,
): Promise<void> {
  const { sides } = await anybodyForEdit(tx, caller, personId, { action: 'pupil.edit', version: body.version });
  const values = { study_form: body.studyForm, enrolled_on: body.enrolledOn };
  if (sides.isPupil) {
    const now = await enrolmentOf(tx, { tenantId: caller.tenantId, personId, today: caller.today });
    if (now?.leftOn && body.enrolledOn && now.leftOn < body.enrolledOn) throw new Refusal('pupil.leaves-before-coming');
    await tx
      .updateTable('pupils')
      .set(values)
      .where('tenant_id', '=', caller.tenantId)
      .where('person_id', '=', personId)
      .execute();
  } else {
    await tx
      .insertInto('pupils')
      .values({ tenant_id: caller.tenantId, person_id: personId, ...values })
      .execute();
  }
  await touchPerson(tx, caller.tenantId, personId);
  await recordEvent(tx, caller, {
    type: sides.isPupil ? 'pupil.changed' : 'pupil.added',
    object: { kind: 'person', id: personId },
  });
}

/** From this day on in another class, or in none: the old place ends on the eve. */
export async function movePupil(
  tx: Writing,
  caller: Caller,
  personId: string,
  { classId, on }: z.infer<typeof movePupilBody>,
): Promise<void> {
  const { sides } = await personForEdit(tx, caller, personId, { action: 'pupil.edit' });
  if (!sides.isPupil) throw new Refusal('person.not-pupil');
  const enrolment = await enrolmentOf(tx, { tenantId: caller.tenantId, personId, today: caller.today });
  if (enrolment?.leftOn && on > enrolment.leftOn) throw new Refusal('pupil.has-left');
  if (await placeAfter(tx, caller.tenantId, personId, on)) throw new Refusal('pupil.place-overlaps');
  await endPlaces(tx, caller.tenantId, [personId], addDays(on, -1));
  if (classId !== null) {
    const schoolClass = await classOf(tx, caller.tenantId, classId);
    demandDayInYear(schoolClass, on);
    await takePlace(tx, caller, { personId, classId, from: on });
  }
  await touchPerson(tx, caller.tenantId, personId);
  await recordEvent(tx, caller, {
    type: 'pupil.moved',
    object: { kind: 'person', id: personId },
    data: { classId, on },
  });
}

/** The last day here: the place in the class ends, and so do participations that have not ended by themselves. */
export async function leaveSchool(
  tx: Writing,
  caller: Caller,
  personId: string,
  { on, reason }: z.infer<typeof leaveBody>,
): Promise<void> {
  const { sides } = await personForEdit(tx, caller, personId, { action: 'pupil.edit' });
  if (!sides.isPupil) throw new Refusal('person.not-pupil');
  const enrolment = await enrolmentOf(tx, { tenantId: caller.tenantId, personId, today: caller.today });
  if (enrolment?.leftOn) throw new Refusal('pupil.has-left');
  if (enrolment?.enrolledOn && on < enrolment.enrolledOn) throw new Refusal('pupil.leaves-before-coming');
  await tx
    .updateTable('pupils')
    .set({ left_on: on, leaving_reason: reason })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .execute();
  await endPlaces(tx, caller.tenantId, [personId], on);
  await closeParticipations(tx, caller, { personIds: [personId], onDay: on, reason: `left:${reason}` });
  await touchPerson(tx, caller.tenantId, personId);
  await recordEvent(tx, caller, {
    type: 'pupil.left',
    object: { kind: 'person', id: personId },
    data: { on, reason },
  });
}

/**
 * The leaving was a mistake, or the pupil is back: into the class that ended with the leaving, if it is of this school
 * year. Participations stay closed.
 */
export async function returnToSchool(tx: Writing, caller: Caller, personId: string): Promise<void> {
  const { sides } = await personForEdit(tx, caller, personId, { action: 'pupil.edit' });
  if (!sides.isPupil) throw new Refusal('person.not-pupil');
  const enrolment = await enrolmentOf(tx, { tenantId: caller.tenantId, personId, today: caller.today });
  if (enrolment?.leftOn) await sitAgain(tx, caller, personId, enrolment.leftOn);
  await tx
    .updateTable('pupils')
    .set({ left_on: null, leaving_reason: null })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .execute();
  await touchPerson(tx, caller.tenantId, personId);
  await recordEvent(tx, caller, { type: 'pupil.returned', object: { kind: 'person', id: personId } });
}
