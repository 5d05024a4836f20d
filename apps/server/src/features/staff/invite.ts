import { createHash } from 'node:crypto';
import { can } from '@nastavnik/domain/access/can';
import type { Role } from '@nastavnik/domain/access/roles';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import { createAccount, replacePassword } from '../../platform/auth/accounts.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { newId, newToken } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personForUpdate } from './staff.queries.ts';

const DAYS = 14;

/** A link that is shown once; an earlier one that was not used stops working. */
export async function invite(
  tx: Writing,
  caller: Caller,
  personId: string,
): Promise<{ token: string; expiresAt: Date }> {
  permit(caller, 'staff.invite');
  const person = await personForUpdate(tx, caller.tenantId, personId);
  if (!person) throw new Refusal('person.not-found');
  if (person.deactivated_at) throw new Refusal('person.inactive');
  await demandRightToGive(tx, caller, personId);
  await revokeOpen(tx, caller, personId);
  const invitation = await createInvitation(tx, caller, personId);
  await recordEvent(tx, caller, { type: 'person.invited', object: { kind: 'person', id: personId } });
  return invitation;
}

/**
 * Whoever makes the link sees it, and could come in by it. So a person with roles beyond an employee's is invited only
 * by those who may give roles: nobody becomes a director by inviting one.
 */
async function demandRightToGive(tx: Writing, caller: Caller, personId: string): Promise<void> {
  if (!(await mayInvite(tx, caller, personId))) permit(caller, 'roles.give');
}

/** No role is held by the person that the caller neither holds nor may give. */
export async function mayInvite(tx: Writing, caller: Caller, personId: string): Promise<boolean> {
  const held = await tx
    .selectFrom('role_assignments')
    .select('role')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', caller.today)]))
    .execute();
  const beyond = held.some(({ role }) => role !== 'staff' && !caller.roles.includes(role as Role));
  return !beyond || can(caller, 'roles.give');
}

/** The row behind a link; `by.tenantId` is the organisation that the person is invited to. */
export async function createInvitation(
  tx: Writing,
  by: Pick<Caller, 'tenantId' | 'personId' | 'now'>,
  personId: string,
  wish: {
    readonly token?: string;
    readonly days?: number;
    readonly purpose?: 'first' | 'recovery';
    readonly suggestedLogin?: string;
  } = {},
): Promise<{ token: string; expiresAt: Date }> {
  const token = wish.token ?? newToken();
  const expiresAt = new Date(by.now.getTime() + (wish.days ?? DAYS) * 86_400_000);
  await tx
    .insertInto('invitations')
    .values({
      tenant_id: by.tenantId,
      id: newId(by.now),
      person_id: personId,
      token_hash: hash(token),
      created_by: by.personId,
      created_at: by.now,
      expires_at: expiresAt,
      purpose: wish.purpose ?? 'first',
      suggested_login: wish.suggestedLogin ?? null,
    })
    .execute();
  return { token, expiresAt };
}

/** The token stands in the fragment: browsers do not send it, so no log of a server or proxy holds it. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/invitation#${token}`;
}

export async function revokeInvitation(tx: Writing, caller: Caller, personId: string): Promise<void> {
  permit(caller, 'staff.invite');
  if (!(await personForUpdate(tx, caller.tenantId, personId))) throw new Refusal('person.not-found');
  await revokeOpen(tx, caller, personId);
  await recordEvent(tx, caller, { type: 'person.invitation-revoked', object: { kind: 'person', id: personId } });
}

/** A new link makes the old one worthless. */
export async function revokeOpen(tx: Writing, caller: Caller, personId: string): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export type OpenInvitation = {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly organization: string;
  readonly purpose: 'first' | 'recovery';
  /** As it stands on the slip; null where none was printed. */
  readonly suggestedLogin: string | null;
};

/** @throws invitation.not-found, invitation.used, invitation.expired */
export async function seeInvitation(deps: Deps, token: string): Promise<OpenInvitation> {
  const tenantId = await tenantOf(deps, token);
  return reading(deps.pool, { tenantId }, (tx) => openInvitation(tx, tenantId, token, deps.clock.now()));
}

/** An account of one's own, tied to the person who was invited. */
export async function acceptInvitation(
  deps: Deps,
  token: string,
  account: { readonly login: string; readonly password: string },
): Promise<void> {
  const tenantId = await tenantOf(deps, token);
  const now = deps.clock.now();
  await writing(deps.pool, { tenantId }, async (tx) => {
    const open = await openInvitation(tx, tenantId, token, now, true);
    if (open.purpose === 'recovery') throw new Refusal('invitation.used');
    const userId = await createAccount(
      tx,
      deps.auth,
      { ...account, name: open.name, email: open.email },
      now,
      'invitation.login-taken',
    );
    await join(tx, open, userId, now);
  });
}

/** One who signs in already (to another organisation here) takes the invitation with that account. */
export async function joinByInvitation(deps: Deps, token: string, userId: string): Promise<string> {
  const tenantId = await tenantOf(deps, token);
  const now = deps.clock.now();
  await writing(deps.pool, { tenantId }, async (tx) => {
    await join(tx, await openInvitation(tx, tenantId, token, now, true), userId, now);
  });
  return tenantId;
}

/** The code of a class teacher or curator: the owner chooses a new password, every other sign-in of the account ends. */
export async function recoverAccount(deps: Deps, token: string, password: string): Promise<string> {
  const tenantId = await tenantOf(deps, token);
  const now = deps.clock.now();
  return writing(deps.pool, { tenantId }, async (tx) => {
    const open = await openInvitation(tx, tenantId, token, now, true);
    const member = await tx
      .selectFrom('memberships')
      .select('user_id')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', open.personId)
      .executeTakeFirst();
    if (open.purpose !== 'recovery' || !member) throw new Refusal('invitation.not-found');
    const login = await replacePassword(tx, deps.auth, member.user_id, { password, name: open.name }, now);
    await tx
      .updateTable('invitations')
      .set({ accepted_at: now })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', open.id)
      .execute();
    await recordEvent(
      tx,
      { tenantId, personId: open.personId, name: open.name, now },
      { type: 'person.password-recovered', object: { kind: 'person', id: open.personId } },
    );
    return login;
  });
}

async function join(tx: Writing, open: OpenInvitation, userId: string, now: Date): Promise<void> {
  const member = await tx
    .selectFrom('memberships')
    .select('user_id')
    .where('tenant_id', '=', open.tenantId)
    .where((where) => where.or([where('user_id', '=', userId), where('person_id', '=', open.personId)]))
    .executeTakeFirst();
  if (member) throw new Refusal('invitation.used');
  await tx
    .insertInto('memberships')
    .values({ tenant_id: open.tenantId, user_id: userId, person_id: open.personId, created_at: now })
    .execute();
  await tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('tenant_id', '=', open.tenantId)
    .where('id', '=', open.id)
    .execute();
  await recordEvent(
    tx,
    { tenantId: open.tenantId, personId: open.personId, name: open.name, now },
    { type: 'person.joined', object: { kind: 'person', id: open.personId } },
  );
}

async function tenantOf(deps: Deps, token: string): Promise<string> {
  const { rows } = await sql<{ tenant: string | null }>`select tenant_of_invitation(${hash(token)}) as tenant`.execute(
    deps.pool,
  );
  if (!rows[0]?.tenant) throw new Refusal('invitation.not-found');
  return rows[0].tenant;
}

async function openInvitation(
  tx: Reading,
  tenantId: string,
  token: string,
  now: Date,
  lock = false,
): Promise<OpenInvitation> {
  let query = tx
    .selectFrom('invitations as i')
    .innerJoin('people as p', (on) => on.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.id', '=', 'i.person_id'))
    .innerJoin('organizations as o', 'o.tenant_id', 'i.tenant_id')
    .select([
      'i.id',
      'i.purpose',
      'i.suggested_login',
      'i.person_id',
      'i.accepted_at',
      'i.revoked_at',
      'i.expires_at',
      'o.short_name',
    ])
    .select(['p.family_name', 'p.given_name', 'p.email', 'p.deactivated_at'])
    .where('i.tenant_id', '=', tenantId)
    .where('i.token_hash', '=', hash(token));
  if (lock) query = query.forUpdate('i');
  const row = await query.executeTakeFirst();
  if (!row || row.revoked_at || row.deactivated_at) throw new Refusal('invitation.not-found');
  if (row.accepted_at) throw new Refusal('invitation.used');
  if (row.expires_at <= now) throw new Refusal('invitation.expired');
  return {
    tenantId,
    id: row.id,
    personId: row.person_id,
    name: `${row.family_name} ${row.given_name}`,
    email: row.email,
    organization: row.short_name,
    purpose: row.purpose as OpenInvitation['purpose'],
    suggestedLogin: row.suggested_login,
  };
}

/** A code that is typed in comes with blanks and dashes; they are nobody's secret. */
function hash(token: string): string {
  const meant = /^[\d\s-]+$/.test(token) ? token.replace(/[\s-]/g, '') : token;
  return createHash('sha256').update(meant).digest('hex');
}
