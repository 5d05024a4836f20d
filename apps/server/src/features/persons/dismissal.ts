import type { dismissalAnswer, dismissBody } from '@nastavnik/contracts/persons';
import { liveOccurrences } from '@nastavnik/domain/roadmaps/item-state';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { type Plan, peopleOfPlan } from '../roadmaps/door.ts';
import { keepAnAdministrator } from '../staff/door.ts';
import { endClassesLed, leadAgain, ofTheWork } from './dismissal.queries.ts';
import { closeOfDismissed } from './dismissed-participations.ts';
import { demandOrder } from './employees.ts';
import { employmentOf } from './person-card.queries.ts';
import { demandOpen, lockPerson, touchPerson } from './person-for-edit.ts';
import { personSides } from './person-sides.queries.ts';

const MOST_TASKS = 20;

/** What hangs on somebody's work here, to be seen before the dismissal. @param plans those at work */
export async function seeDismissal(
  tx: Reading,
  caller: Caller,
  personId: string,
  plans: readonly Plan[],
): Promise<z.infer<typeof dismissalAnswer>> {
  const sides = await personSides(tx, { tenantId: caller.tenantId, personId });
  if (!sides) throw new Refusal('person.not-found');
  permit(caller, 'employee.edit', (await tiesTo(tx, caller, [personId])).get(personId));
  if (!sides.isEmployee) throw new Refusal('person.not-employee');
  const tasks = plans.flatMap((plan) => openTasks(plan, personId));
  return {
    tasks: tasks.toSorted((one, other) => ((one.due ?? '9') < (other.due ?? '9') ? -1 : 1)).slice(0, MOST_TASKS),
    taskCount: tasks.length,
    ...(await ofTheWork(tx, caller, personId)),
  };
}

function openTasks(plan: Plan, personId: string) {
  const people = peopleOfPlan(plan.directory);
  return plan.items
    .filter((item) => people.isResponsible(item, personId))
    .flatMap((item) => {
      const [open] = liveOccurrences(item.occurrences).filter(({ state }) => state !== 'done' && state !== 'reported');
      return open ? [{ roadmapId: plan.roadmap.id, itemId: item.id, title: item.title, due: open.due }] : [];
    });
}

/**
 * The last day of work: from the next day on the roles of the work hold no more, classes led end with it, and
 * participations are closed. Null takes it back: roles and the classes that nobody has taken over return, what was closed
 * stays closed. @throws person.last-administrator
 */
export async function dismiss(
  tx: Writing,
  caller: Caller,
  personId: string,
  { on, version }: z.infer<typeof dismissBody>,
): Promise<void> {
  const { sides, ties } = await lockPerson(tx, caller, personId);
  // Whoever keeps the employees keeps those who left as well: the dismissal may be taken back.
  permit(caller, 'employee.edit', sides.isEmployee ? [...ties, 'employee'] : ties);
  demandOpen(sides, version);
  if (!sides.isEmployee) throw new Refusal('person.not-employee');
  if (on !== null && personId === caller.personId) throw new Refusal('access.denied');
  const { tenantId } = caller;
  const before = await employmentOf(tx, { tenantId, personId, today: caller.today });
  await demandOrder(tx, caller, personId, { dismissedOn: on });
  if (on !== null) await keepAnAdministrator(tx, caller, personId);
  await tx
    .updateTable('employees')
    .set({ dismissed_on: on })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
  if (before?.dismissedOn) await leadAgain(tx, tenantId, personId, before.dismissedOn);
  if (on !== null) await endClassesLed(tx, tenantId, personId, on);
  await closeOfDismissed(tx, caller, caller.today, personId);
  await touchPerson(tx, tenantId, personId);
  await recordEvent(tx, caller, {
    type: on === null ? 'employee.dismissal-taken-back' : 'employee.dismissed',
    object: { kind: 'person', id: personId },
    data: { on },
  });
}
