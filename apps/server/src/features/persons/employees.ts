import type { employeeBody, newEmployeeBody, personnelBody } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addPerson } from './add-person.ts';
import { employmentOf } from './person-card.queries.ts';
import { anybodyForEdit, personForEdit, touchPerson } from './person-for-edit.ts';

type Details = Pick<
  z.infer<typeof newEmployeeBody>,
  'subjects' | 'category' | 'categoryUntil' | 'extraCategories' | 'teachingSince'
>;

export async function addEmployee(tx: Writing, caller: Caller, body: z.infer<typeof newEmployeeBody>): Promise<string> {
  // Whoever edits employees adds them: the new one will be an employee of this organisation.
  permit(caller, 'employee.edit', ['employee']);
  const personId = await addPerson(tx, caller, body);
  await becomeEmployee(tx, caller, personId, body);
  if (body.post !== null) {
    await tx
      .insertInto('posts')
      .values({ tenant_id: caller.tenantId, id: newId(caller.now), person_id: personId, title: body.post })
      .execute();
  }
  return personId;
}

export async function editEmployee(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof employeeBody>,
): Promise<void> {
  const { sides } = await anybodyForEdit(tx, caller, personId, { action: 'employee.edit', version: body.version });
  if (sides.isEmployee) {
    await tx
      .updateTable('employees')
      .set(columns(body))
      .where('tenant_id', '=', caller.tenantId)
      .where('person_id', '=', personId)
      .execute();
    await recordEvent(tx, caller, { type: 'employee.changed', object: { kind: 'person', id: personId } });
  } else {
    await becomeEmployee(tx, caller, personId, body);
  }
  await touchPerson(tx, caller.tenantId, personId);
}

async function becomeEmployee(tx: Writing, caller: Caller, personId: string, details: Details): Promise<void> {
  await tx
    .insertInto('employees')
    .values({ tenant_id: caller.tenantId, person_id: personId, ...columns(details) })
    .execute();
  await tx
    .insertInto('role_assignments')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      person_id: personId,
      role: 'staff',
      started_on: caller.today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(tx, caller, { type: 'employee.added', object: { kind: 'person', id: personId } });
}

function columns(details: Details) {
  return {
    subjects: [...new Set(details.subjects)],
    category: details.category,
    category_until: details.categoryUntil,
    extra_categories: [...new Set(details.extraCategories)],
    teaching_since: details.teachingSince,
  };
}

/** RULE-43: what the personnel office keeps is written by it alone. */
export async function editPersonnel(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof personnelBody>,
): Promise<void> {
  const { sides, ties } = await personForEdit(tx, caller, personId, { action: 'employee.edit', version: body.version });
  permit(caller, 'employee.seePersonnel', ties);
  if (!sides.isEmployee) throw new Refusal('person.not-employee');
  await demandOrder(tx, caller, personId, { employedOn: body.employedOn });
  await tx
    .updateTable('employees')
    .set({ personnel_number: body.personnelNumber, education: body.education, employed_on: body.employedOn })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .execute();
  await touchPerson(tx, caller.tenantId, personId);
  await recordEvent(tx, caller, { type: 'employee.personnel-changed', object: { kind: 'person', id: personId } });
}

/** Nobody is dismissed before the first day of work. @throws post.ends-before-it-starts */
export async function demandOrder(
  tx: Writing,
  caller: Caller,
  personId: string,
  changed: { readonly employedOn?: PlainDate | null; readonly dismissedOn?: PlainDate | null },
): Promise<void> {
  const now = await employmentOf(tx, { tenantId: caller.tenantId, personId, today: caller.today });
  const { employedOn, dismissedOn } = { employedOn: now?.employedOn, dismissedOn: now?.dismissedOn, ...changed };
  if (employedOn && dismissedOn && dismissedOn < employedOn) throw new Refusal('post.ends-before-it-starts');
}
