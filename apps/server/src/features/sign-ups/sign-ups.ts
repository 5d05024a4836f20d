import { createHash } from 'node:crypto';
import type { signUpBody, signUpEvent, signUpEventBody } from '@nastavnik/contracts/sign-ups';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { newId, newToken } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { cycleOfBanks, named, nominateOne, type SummaryRow, summaryColumns } from '../participants/door.ts';

type EventView = z.infer<typeof signUpEvent>;
/** A school's hall at most; beyond it somebody plays with the form. */
const MOST_SIGN_UPS = 2000;

export async function seeEvents(tx: Reading, caller: Caller, origin: string): Promise<EventView[]> {
  permit(caller, 'events.edit');
  const { rows } = await sql<{
    id: string;
    title: string;
    held_on: PlainDate;
    place: string | null;
    role: ParticipantRole;
    code: string;
    opens_at: Date;
    closes_at: Date;
    signed_up: number;
    waiting: number;
  }>`
    select e.id, e.title, e.held_on, e.place, e.role, e.code, e.opens_at, e.closes_at,
      (select count(*)::int from sign_ups s where s.tenant_id = e.tenant_id and s.event_id = e.id) as signed_up,
      (select count(*)::int from sign_ups s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.state = 'new') as waiting
    from sign_up_events e where e.tenant_id = ${caller.tenantId} order by e.held_on desc, e.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    role: row.role,
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    open: row.opens_at <= caller.now && caller.now < row.closes_at,
    link: `${origin}/sign-up#${row.code}`,
    signedUp: row.signed_up,
    waiting: row.waiting,
  }));
}

type EventBody = z.infer<typeof signUpEventBody>;

export async function addEvent(tx: Writing, caller: Caller, body: EventBody): Promise<string> {
  permit(caller, 'events.edit');
  const id = newId(caller.now);
  const code = newToken();
  await tx
    .insertInto('sign_up_events')
    .values({
      tenant_id: caller.tenantId,
      id,
      ...columns(body),
      code,
      code_hash: hash(code),
      created_by: caller.personId,
    })
    .execute();
  await recordEvent(tx, caller, { type: 'event.added', object: { kind: 'event', id } });
  return id;
}

export async function editEvent(tx: Writing, caller: Caller, id: string, body: EventBody): Promise<void> {
  permit(caller, 'events.edit');
  const changed = await tx
    .updateTable('sign_up_events')
    .set(columns(body))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Refusal('event.not-found');
  await recordEvent(tx, caller, { type: 'event.changed', object: { kind: 'event', id } });
}

function columns(body: EventBody) {
  return {
    title: body.title,
    held_on: body.heldOn,
    place: body.place,
    role: body.role,
    opens_at: new Date(body.opensAt),
    closes_at: new Date(body.closesAt),
  };
}

function hash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** What a visitor with the poster's code sees; whose event it is tells nothing else of the organisation. */
export async function viewByCode(deps: Deps, code: string) {
  const tenantId = await tenantOf(deps, code);
  return reading(deps.pool, { tenantId }, async (tx) => {
    const event = await openEvent(tx, code, deps.clock.now());
    return {
      tenantId,
      organization: event.short_name,
      title: event.title,
      heldOn: event.held_on,
      place: event.place,
      role: event.role as ParticipantRole,
    };
  });
}

/** A visitor signs up: what is written is a name, a class or post, and an adult's contact (RULE-03). */
export async function signUp(deps: Deps, body: z.infer<typeof signUpBody>): Promise<void> {
  const now = deps.clock.now();
  const tenantId = await tenantOf(deps, body.code);
  await writing(deps.pool, { tenantId }, async (tx) => {
    const event = await openEvent(tx, body.code, now);
    // One after the other: two taps of one finger are one entry, and a hundred telephones at once stop at the limit.
    await sql`select from sign_up_events where tenant_id = ${tenantId} and id = ${event.id} for update`.execute(tx);
    const { rows } = await sql<{ count: number; same: boolean }>`
      select count(*)::int as count, coalesce(bool_or(state = 'new' and lower(full_name) = lower(${body.fullName})
        and coalesce(place, '') = ${body.place ?? ''}), false) as same
      from sign_ups where tenant_id = ${tenantId} and event_id = ${event.id}`.execute(tx);
    const [known] = rows;
    // Sent twice by an impatient finger: once is enough, and the second hears the same yes.
    if (known?.same) return;
    if ((known?.count ?? 0) >= MOST_SIGN_UPS) throw new Refusal('request.too-many');
    await tx
      .insertInto('sign_ups')
      .values({
        tenant_id: tenantId,
        id: newId(now),
        event_id: event.id,
        full_name: body.fullName,
        place: body.place,
        adult_contact: body.adultContact,
        created_at: now,
        state: 'new',
      })
      .execute();
  });
}

async function tenantOf(deps: Deps, code: string): Promise<string> {
  const { rows } = await sql<{ tenant: string | null }>`select tenant_of_sign_up(${hash(code)}) as tenant`.execute(
    deps.pool,
  );
  if (!rows[0]?.tenant) throw new Refusal('sign-up.not-found');
  return rows[0].tenant;
}

async function openEvent(tx: Reading, code: string, now: Date) {
  const event = await tx
    .selectFrom('sign_up_events as e')
    .innerJoin('organizations as o', 'o.tenant_id', 'e.tenant_id')
    .select(['e.id', 'e.title', 'e.held_on', 'e.place', 'e.role', 'e.opens_at', 'e.closes_at', 'o.short_name'])
    .where('e.code_hash', '=', hash(code))
    .executeTakeFirst();
  if (!event) throw new Refusal('sign-up.not-found');
  if (now < event.opens_at || now >= event.closes_at) throw new Refusal('sign-up.closed');
  return event;
}

/** Who signed up, each with the people of ours whom the name may mean. */
export async function seeSignUps(tx: Reading, caller: Caller, eventId: string) {
  permit(caller, 'events.edit');
  const event = await tx
    .selectFrom('sign_up_events')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) throw new Refusal('event.not-found');
  const rows = await tx
    .selectFrom('sign_ups')
    .select(['id', 'full_name', 'place', 'adult_contact', 'created_at', 'state'])
    .where('tenant_id', '=', caller.tenantId)
    .where('event_id', '=', eventId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const seen = [];
  for (const row of rows) {
    seen.push({
      id: row.id,
      fullName: row.full_name,
      place: row.place,
      adultContact: row.adult_contact,
      createdAt: row.created_at.toISOString(),
      state: row.state as 'new' | 'taken' | 'refused',
      matches: row.state === 'new' ? await matchesOf(tx, caller, row.full_name) : [],
    });
  }
  return seen;
}

async function matchesOf(tx: Reading, caller: Caller, fullName: string) {
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns(caller.today)} from people p
    where p.tenant_id = ${caller.tenantId} and p.deactivated_at is null and p.merged_into is null
      and p.erased_at is null and p.blocked_at is null and ${named(fullName)}
    order by p.search_name, p.id limit 5`.execute(tx);
  return rows.map((row) => ({ personId: row.person_id, name: row.name, place: row.place }));
}

/** The office has recognised the visitor: the sign-up becomes a nomination. */
export async function takeSignUp(
  tx: Writing,
  caller: Caller,
  place: { readonly eventId: string; readonly signUpId: string },
  choice: { readonly personId: string; readonly formId: string | null },
): Promise<string> {
  permit(caller, 'events.edit');
  const { role } = await newSignUp(tx, caller, place);
  const participantId =
    (await existing(tx, caller, choice.personId, role)) ??
    (await nominateOne(tx, caller, { ...choice, role }, 'event'));
  await decide(tx, caller, place.signUpId, { state: 'taken', participant_id: participantId });
  return participantId;
}

/** Who was proposed already, by the class teacher perhaps, is the same participant. */
async function existing(tx: Writing, caller: Caller, personId: string, role: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('participants')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('cycle_id', '=', (await cycleOfBanks(tx, caller)).id)
    .executeTakeFirst();
  return row?.id;
}

export async function refuseSignUp(
  tx: Writing,
  caller: Caller,
  place: { readonly eventId: string; readonly signUpId: string },
): Promise<void> {
  permit(caller, 'events.edit');
  await newSignUp(tx, caller, place);
  await decide(tx, caller, place.signUpId, { state: 'refused', participant_id: null });
}

async function newSignUp(
  tx: Writing,
  caller: Caller,
  place: { readonly eventId: string; readonly signUpId: string },
): Promise<{ readonly role: ParticipantRole }> {
  const row = await tx
    .selectFrom('sign_ups as s')
    .innerJoin('sign_up_events as e', (join) =>
      join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'),
    )
    .select(['s.state', 'e.role'])
    .where('s.tenant_id', '=', caller.tenantId)
    .where('s.id', '=', place.signUpId)
    .where('s.event_id', '=', place.eventId)
    .forUpdate('s')
    .executeTakeFirst();
  if (!row) throw new Refusal('sign-up.not-found');
  if (row.state !== 'new') throw new Refusal('sign-up.decided');
  return { role: row.role as ParticipantRole };
}

/** What the visitor wrote has served; from here on the person's own record speaks (RULE-16). */
async function decide(
  tx: Writing,
  caller: Caller,
  id: string,
  outcome: { readonly state: 'taken' | 'refused'; readonly participant_id: string | null },
): Promise<void> {
  await tx
    .updateTable('sign_ups')
    .set({ ...outcome, decided_by: caller.personId, adult_contact: null })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, {
    type: outcome.state === 'taken' ? 'sign-up.taken' : 'sign-up.refused',
    object: { kind: 'event', id },
  });
}
