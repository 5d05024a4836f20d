import type { Person } from '@nastavnik/contracts/staff';
import type { Role } from '@nastavnik/domain/access/roles';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepAnAdministrator, seePerson } from './edit-people.ts';
import { personForUpdate } from './staff.queries.ts';

export async function giveRole(
  tx: Writing,
  caller: Caller,
  personId: string,
  command: { readonly role: Role; readonly scope: string | null; readonly startedOn: PlainDate | null },
): Promise<Person> {
  permit(caller, 'roles.give');
  if (!(await personForUpdate(tx, caller.tenantId, personId))) throw new Refusal('person.not-found');
  const startedOn = command.startedOn ?? caller.today;
  const held = await tx
    .selectFrom('role_assignments')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .where('role', '=', command.role)
    // The new one has no end yet, so any that reaches into its time stands against it, one ended since as well.
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', startedOn)]))
    .where((where) => (command.scope === null ? where('scope', 'is', null) : where('scope', '=', command.scope)))
    .executeTakeFirst();
  if (held) throw new Refusal('role.already-given');
  await tx
    .insertInto('role_assignments')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      person_id: personId,
      role: command.role,
      scope: command.scope,
      started_on: startedOn,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'role.given',
    object: { kind: 'person', id: personId },
    data: { role: command.role },
  });
  return seePerson(tx, caller, personId);
}

/** The role ends before today: what it allowed is refused from the next request on. */
export async function endRole(
  tx: Writing,
  caller: Caller,
  place: { personId: string; roleId: string },
): Promise<Person> {
  permit(caller, 'roles.give');
  const found = await tx
    .selectFrom('role_assignments')
    .selectAll()
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.roleId)
    .where('person_id', '=', place.personId)
    .forUpdate()
    .executeTakeFirst();
  // One that ended earlier stays as it was: history is not stretched to yesterday.
  if (!found || (found.ended_on !== null && found.ended_on < caller.today)) throw new Refusal('role.not-found');
  if (found.role === 'systemAdministrator') await keepAnAdministrator(tx, caller, place.personId);
  const yesterday = addDays(caller.today, -1);
  const named = tx
    .updateTable('role_assignments')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.roleId);
  // A role given and taken back on one day never held: nothing of it remains but the history.
  if (found.started_on > yesterday) {
    await tx
      .deleteFrom('role_assignments')
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', place.roleId)
      .execute();
  } else {
    await named.set({ ended_on: yesterday }).execute();
  }
  await recordEvent(tx, caller, {
    type: 'role.ended',
    object: { kind: 'person', id: place.personId },
    data: { role: found.role },
  });
  return seePerson(tx, caller, place.personId);
}
