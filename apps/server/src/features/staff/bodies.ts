import type { BodyKind, CollectiveBody } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { shortName } from './person.view.ts';

type BodyCommand = {
  readonly kind: BodyKind;
  readonly name: string;
  readonly orderNumber: string | null;
  readonly orderDate: PlainDate | null;
};

export async function seeBodies(tx: Reading, caller: Caller, id?: string): Promise<CollectiveBody[]> {
  permit(caller, 'staff.see');
  let query = tx
    .selectFrom('bodies as b')
    .where('b.tenant_id', '=', caller.tenantId)
    .where('b.removed_at', 'is', null)
    .select((b) => [
      'b.id',
      'b.kind',
      'b.name',
      'b.order_number',
      'b.order_date',
      jsonArrayFrom(
        b
          .selectFrom('body_members as m')
          .innerJoin('people as p', (on) =>
            on.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'),
          )
          .select(['m.id', 'm.person_id', 'm.office', 'm.started_on', 'm.ended_on'])
          .select(['p.family_name', 'p.given_name', 'p.patronymic'])
          .select(
            sql<string | null>`(select s.title from posts s where s.tenant_id = p.tenant_id and s.person_id = p.id
              and coalesce(s.ended_on, 'infinity') >= ${caller.today} order by s.started_on nulls first limit 1)`.as(
              'post',
            ),
          )
          .whereRef('m.tenant_id', '=', 'b.tenant_id')
          .whereRef('m.body_id', '=', 'b.id')
          .orderBy(sql`case m.office when 'chair' then 0 when 'secretary' then 1 else 2 end`)
          .orderBy(sql`p.family_name collate "ru-x-icu"`),
      ).as('members'),
    ])
    .orderBy(sql`b.name collate "ru-x-icu"`);
  if (id) query = query.where('b.id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as BodyKind,
    name: row.name,
    orderNumber: row.order_number,
    orderDate: row.order_date,
    members: row.members.map((member) => ({
      id: member.id,
      personId: member.person_id,
      name: shortName({ familyName: member.family_name, givenName: member.given_name, patronymic: member.patronymic }),
      post: member.post,
      office: member.office as 'chair' | 'secretary' | 'member',
      startedOn: member.started_on,
      endedOn: member.ended_on,
    })),
    may: { edit: can(caller, 'bodies.edit') },
  }));
}

export async function addBody(tx: Writing, caller: Caller, command: BodyCommand): Promise<string> {
  permit(caller, 'bodies.edit');
  await demandFreeName(tx, caller, command.name);
  const id = newId(caller.now);
  await tx
    .insertInto('bodies')
    .values({ tenant_id: caller.tenantId, id, ...columns(command) })
    .execute();
  await recordEvent(tx, caller, { type: 'body.added', object: { kind: 'body', id }, data: { name: command.name } });
  return id;
}

export async function editBody(tx: Writing, caller: Caller, id: string, command: BodyCommand): Promise<CollectiveBody> {
  permit(caller, 'bodies.edit');
  await lockBody(tx, caller, id);
  await demandFreeName(tx, caller, command.name, id);
  await named(tx, caller, id).set(columns(command)).execute();
  return tell(tx, caller, id, 'body.changed', { name: command.name });
}

/** The body disappears from lists; what it once adopted stays in the history. */
export async function removeBody(tx: Writing, caller: Caller, id: string): Promise<void> {
  permit(caller, 'bodies.edit');
  await lockBody(tx, caller, id);
  await named(tx, caller, id).set({ removed_at: caller.now }).execute();
  await recordEvent(tx, caller, { type: 'body.removed', object: { kind: 'body', id } });
}

export type MemberCommand = {
  readonly personId: string;
  readonly office: 'chair' | 'secretary' | 'member';
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
};

export async function addMember(
  tx: Writing,
  caller: Caller,
  bodyId: string,
  command: MemberCommand,
): Promise<CollectiveBody> {
  permit(caller, 'bodies.edit');
  await lockBody(tx, caller, bodyId);
  const person = await tx
    .selectFrom('people')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', command.personId)
    .executeTakeFirst();
  if (!person) throw new Refusal('person.not-found');
  if (command.endedOn && command.endedOn < command.startedOn) throw new Refusal('post.ends-before-it-starts');
  const overlapping = await tx
    .selectFrom('body_members')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('body_id', '=', bodyId)
    .where('person_id', '=', command.personId)
    .where(
      sql<boolean>`daterange(started_on, ended_on, '[]') && daterange(${command.startedOn}::date, ${command.endedOn}::date, '[]')`,
    )
    .executeTakeFirst();
  if (overlapping) throw new Refusal('body.member-twice');
  await tx
    .insertInto('body_members')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      body_id: bodyId,
      person_id: command.personId,
      office: command.office,
      started_on: command.startedOn,
      ended_on: command.endedOn,
    })
    .execute();
  return tell(tx, caller, bodyId, 'body.member-added', { personId: command.personId });
}

export async function endMembership(
  tx: Writing,
  caller: Caller,
  place: { readonly bodyId: string; readonly memberId: string },
  endedOn: PlainDate,
): Promise<CollectiveBody> {
  permit(caller, 'bodies.edit');
  await lockBody(tx, caller, place.bodyId);
  const member = await memberOf(tx, caller, place);
  if (endedOn < member.started_on) throw new Refusal('post.ends-before-it-starts');
  await tx
    .updateTable('body_members')
    .set({ ended_on: endedOn })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.memberId)
    .execute();
  return tell(tx, caller, place.bodyId, 'body.member-ended', { personId: member.person_id, endedOn });
}

/** For a member entered by mistake; who really left is ended with a date. */
export async function removeMember(
  tx: Writing,
  caller: Caller,
  place: { readonly bodyId: string; readonly memberId: string },
): Promise<CollectiveBody> {
  permit(caller, 'bodies.edit');
  await lockBody(tx, caller, place.bodyId);
  const member = await memberOf(tx, caller, place);
  await tx
    .deleteFrom('body_members')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.memberId)
    .execute();
  return tell(tx, caller, place.bodyId, 'body.member-removed', { personId: member.person_id });
}

async function memberOf(tx: Writing, caller: Caller, place: { bodyId: string; memberId: string }) {
  const member = await tx
    .selectFrom('body_members')
    .selectAll()
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', place.memberId)
    .where('body_id', '=', place.bodyId)
    .executeTakeFirst();
  if (!member) throw new Refusal('body.member-not-found');
  return member;
}

async function lockBody(tx: Writing, caller: Caller, id: string): Promise<void> {
  const body = await tx
    .selectFrom('bodies')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!body) throw new Refusal('body.not-found');
}

async function demandFreeName(tx: Writing, caller: Caller, name: string, except?: string): Promise<void> {
  const same = await tx
    .selectFrom('bodies')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (same && same.id !== except) throw new Refusal('body.name-taken');
}

function named(tx: Writing, caller: Caller, id: string) {
  return tx.updateTable('bodies').where('tenant_id', '=', caller.tenantId).where('id', '=', id);
}

async function tell(
  tx: Writing,
  caller: Caller,
  id: string,
  type: string,
  data: Record<string, unknown>,
): Promise<CollectiveBody> {
  await recordEvent(tx, caller, { type, object: { kind: 'body', id }, data });
  const [body] = await seeBodies(tx, caller, id);
  if (!body) throw new Refusal('body.not-found');
  return body;
}

function columns(command: BodyCommand) {
  return {
    kind: command.kind,
    name: command.name,
    order_number: command.orderNumber,
    order_date: command.orderDate,
  };
}
