import type { categoriesBody } from '@nastavnik/contracts/persons';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personForEdit, touchPerson } from './person-for-edit.ts';

/** PB1: the categories that somebody gives to a teacher as a mentee; what the rules tell is not among them. */
export async function markCategories(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof categoriesBody>,
): Promise<void> {
  const { sides } = await personForEdit(tx, caller, personId, { action: 'employee.edit', version: body.version });
  if (!sides.isEmployee) throw new Refusal('person.not-employee');
  const marked = [...new Set(body.marked)];
  const { tenantId } = caller;
  await tx
    .deleteFrom('teacher_categories')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .$if(marked.length > 0, (query) => query.where('category', 'not in', marked))
    .execute();
  if (marked.length > 0) {
    await tx
      .insertInto('teacher_categories')
      .values(
        marked.map((category) => ({
          tenant_id: tenantId,
          person_id: personId,
          category,
          marked_by: caller.personId,
          marked_on: caller.today,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await touchPerson(tx, tenantId, personId);
  await recordEvent(tx, caller, { type: 'employee.categories-marked', object: { kind: 'person', id: personId } });
}
