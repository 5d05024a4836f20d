import type { Person } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addPerson } from '../persons/door.ts';
import { viewPerson } from './person.view.ts';
import { findPeople, otherAdministrators, personForUpdate } from './staff.queries.ts';

type Names = {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export async function seePerson(tx: Reading, caller: Caller, id: string): Promise<Person> {
  permit(caller, 'staff.see');
  const [row] = await findPeople(tx, { tenantId: caller.tenantId, today: caller.today, state: 'all', id });
  if (!row) throw new Refusal('person.not-found');
  return viewPerson(caller, row);
}

export async function addColleague(
  tx: Writing,
  caller: Caller,
  { post, ...person }: Names & { post: string | null; evenSo: boolean },
): Promise<string> {
  permit(caller, 'staff.edit');
  const id = await addPerson(tx, caller, { ...person, birthDate: null, snils: null });
  await tx.insertInto('employees').values({ tenant_id: caller.tenantId, person_id: id }).execute();
  if (post) {
    await tx
      .insertInto('posts')
      .values({ tenant_id: caller.tenantId, id: newId(caller.now), person_id: id, title: post })
      .execute();
  }
  await tx
    .insertInto('role_assignments')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      person_id: id,
      role: 'staff',
      started_on: caller.today,
    })
    .execute();
  return id;
}

export async function editPerson(
  tx: Writing,
  caller: Caller,
  id: string,
  command: Names & { version: number },
): Promise<Person> {
  permit(caller, 'staff.edit');
  const person = await personForUpdate(tx, caller.tenantId, id);
  if (!person) throw new Refusal('person.not-found');
  if (person.version !== command.version) throw new Refusal('person.changed-meanwhile');
  await tx
    .updateTable('people')
    .set({ ...columns(command), version: person.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'person.changed', object: { kind: 'person', id } });
  return seePerson(tx, caller, id);
}

/** A person who has left keeps the history and loses the access at the next request. */
export async function deactivatePerson(tx: Writing, caller: Caller, id: string): Promise<Person> {
  permit(caller, 'staff.edit');
  const person = await personForUpdate(tx, caller.tenantId, id);
  if (!person) throw new Refusal('person.not-found');
  if (id === caller.personId) throw new Refusal('access.denied');
  await keepAnAdministrator(tx, caller, id);
  await setDeactivated(tx, caller, id, caller.now, 'person.deactivated');
  return seePerson(tx, caller, id);
}

export async function restorePerson(tx: Writing, caller: Caller, id: string): Promise<Person> {
  permit(caller, 'staff.edit');
  if (!(await personForUpdate(tx, caller.tenantId, id))) throw new Refusal('person.not-found');
  await setDeactivated(tx, caller, id, null, 'person.restored');
  return seePerson(tx, caller, id);
}

/** Somebody must always be able to open the settings. */
export async function keepAnAdministrator(tx: Writing, caller: Caller, leavingId: string): Promise<void> {
  // Two who take each other away at once would each count the other: the second waits here and counts after.
  await sql`select 1 from organizations where tenant_id = ${caller.tenantId} for no key update`.execute(tx);
  const [row] = await findPeople(tx, { tenantId: caller.tenantId, today: caller.today, state: 'all', id: leavingId });
  const administers = row?.roles.some((each) => each.role === 'systemAdministrator') ?? false;
  if (administers && (await otherAdministrators(tx, caller.tenantId, leavingId, caller.today)) === 0) {
    throw new Refusal('person.last-administrator');
  }
}

async function setDeactivated(tx: Writing, caller: Caller, id: string, at: Date | null, type: string): Promise<void> {
  await tx
    .updateTable('people')
    .set((p) => ({ deactivated_at: at, version: p('version', '+', 1) }))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type, object: { kind: 'person', id } });
}

export type PostCommand = {
  readonly title: string;
  readonly startedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
};

export async function savePost(
  tx: Writing,
  caller: Caller,
  place: { readonly personId: string; readonly postId: string | null },
  command: PostCommand,
): Promise<Person> {
  permit(caller, 'staff.edit');
  if (!(await personForUpdate(tx, caller.tenantId, place.personId))) throw new Refusal('person.not-found');
  if (command.startedOn && command.endedOn && command.endedOn < command.startedOn) {
    throw new Refusal('post.ends-before-it-starts');
  }
  const values = { title: command.title, started_on: command.startedOn, ended_on: command.endedOn };
  if (place.postId === null) {
    await tx
      .insertInto('posts')
      .values({ tenant_id: caller.tenantId, id: newId(caller.now), person_id: place.personId, ...values })
      .execute();
  } else {
    const changed = await tx
      .updateTable('posts')
      .set(values)
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', place.postId)
      .where('person_id', '=', place.personId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new Refusal('post.not-found');
  }
  await recordEvent(tx, caller, {
    type: 'person.post-changed',
    object: { kind: 'person', id: place.personId },
    data: { title: command.title },
  });
  return seePerson(tx, caller, place.personId);
}

export async function removePost(
  tx: Writing,
  caller: Caller,
  place: { personId: string; postId: string },
): Promise<Person> {
  permit(caller, 'staff.edit');
  const removed = await tx
    .deleteFrom('posts')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.postId)
    .where('person_id', '=', place.personId)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new Refusal('post.not-found');
  await recordEvent(tx, caller, { type: 'person.post-changed', object: { kind: 'person', id: place.personId } });
  return seePerson(tx, caller, place.personId);
}

function columns(names: Names) {
  return {
    family_name: names.familyName,
    given_name: names.givenName,
    patronymic: names.patronymic,
    email: names.email,
    phone: names.phone,
  };
}
