import type { Role } from '@nastavnik/domain/access/roles';
import { ROLES } from '@nastavnik/domain/access/roles';
import { APIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Auth } from '../auth/auth.ts';
import type { Caller } from '../caller.ts';
import { type Clock, dayIn } from '../clock.ts';
import { plannedOnce } from '../db/planned-once.ts';
import type { Pool } from '../db/pool.ts';
import { asAccount, type Reading, reading } from '../db/transactions.ts';
import { Refusal } from '../refusal.ts';
import { isOpenWithoutSecondFactor, SECOND_FACTOR_ROLES } from './second-factor.ts';

export type Account = {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly login: string | null;
  readonly email: string | null;
  readonly twoFactor: boolean;
  readonly activeTenantId: string | null;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Present on routes with access `account` or `member`. */
    account: Account;
    /** Present on routes with access `member`. */
    caller: Caller;
  }
}

/** The one command that a look through another's eyes knows. */
const END_OF_LOOKING = '/api/v1/impersonation/end';

export type SessionParts = { readonly auth: Auth; readonly pool: Pool; readonly clock: Clock };

/** Finds out who calls, before any handler, as the route's declared access demands. */
export function knowCallers(
  app: FastifyInstance,
  parts: SessionParts & { readonly publicUrl: string | undefined },
): void {
  app.decorateRequest('account', null as unknown as Account);
  app.decorateRequest('caller', null as unknown as Caller);
  app.addHook('onRequest', async (request) => {
    // `[` or «a b» as a Host: no address can be made of it, here or in the sign-in library.
    if (!URL.canParse(`${request.protocol}://${request.host}`)) throw new Refusal('request.malformed');
    refuseForeignOrigin(request, parts.publicUrl);
    const access = request.routeOptions.config.access;
    if (access !== 'account' && access !== 'member') return;
    const account = await accountOf(request, parts.auth);
    if (!account) throw new Refusal('session.required');
    request.account = account;
    if (access === 'account') return;
    const caller = await callerOf(account, parts);
    if (!caller) throw new Refusal('session.no-organization');
    if (caller.seenBy && request.method !== 'GET' && request.routeOptions.url !== END_OF_LOOKING) {
      throw new Refusal('session.view-only');
    }
    if (caller.secondFactorNeeded && !isOpenWithoutSecondFactor(request.routeOptions.url ?? '')) {
      throw new Refusal('session.second-factor-required');
    }
    request.caller = caller;
  });
}

/** A page of another site may not change anything in the name of who is signed in here. */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('access.denied');
  const { origin } = request.headers;
  if (origin === undefined) return;
  // Both through URL: a browser leaves out the port that its scheme implies, a Host header may name it.
  // A proxy may put another Host in front of us than people see: where they open the application is ours as well.
  const own = [`${request.protocol}://${request.host}`, ...(publicUrl ? [publicUrl] : [])];
  if (!URL.canParse(origin) || !own.some((each) => new URL(each).host === new URL(origin).host))
    throw new Refusal('access.denied');
}

/** Sets no cookie, and so can lay none over a newer one (`session-cookie.ts`). */
export async function accountOf(request: FastifyRequest, auth: Auth): Promise<Account | undefined> {
  if (!request.headers.cookie) return undefined;
  const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) }).catch((error: unknown) => {
    // The session ended between the look at it and its prolonging.
    if (error instanceof APIError && error.status === 'UNAUTHORIZED') return null;
    throw error;
  });
  if (!found) return undefined;
  const { user, session } = found;
  return {
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    login: user.displayUsername ?? user.username ?? null,
    email: user.email.endsWith('@no-mail.invalid') ? null : user.email,
    twoFactor: user.twoFactorEnabled ?? false,
    activeTenantId: session.activeTenantId ?? null,
  };
}

/** The tenants an account belongs to, oldest first. */
export async function tenantsOf(pool: Pool, userId: string): Promise<{ tenantId: string; personId: string }[]> {
  const rows = await asAccount(pool, userId, (tx) =>
    tx
      .selectFrom('memberships')
      .select(['tenant_id', 'person_id'])
      .orderBy('created_at')
      .orderBy('tenant_id')
      .execute(),
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, personId: row.person_id }));
}

type MemberRow = {
  readonly person_id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly roles: readonly string[];
  readonly is_host: boolean;
  readonly require_second_factor: boolean;
};

/** The member of the active organisation, or of the first where none was chosen. Rights are read now, not remembered. */
export async function callerOf(account: Account, parts: Omit<SessionParts, 'auth'>): Promise<Caller | undefined> {
  const tenantId = account.activeTenantId ?? (await tenantsOf(parts.pool, account.userId))[0]?.tenantId;
  if (!tenantId) return undefined;
  const now = parts.clock.now();
  return reading(parts.pool, { tenantId, userId: account.userId }, async (tx) => {
    const { rows } = await sql<MemberRow & { readonly looks_at: string | null; readonly looks_until: Date | null }>`
      ${plannedOnce}select ${memberColumns(now)}, i.person_id as looks_at, i.ends_at as looks_until
      from memberships m
      join organizations o on o.tenant_id = m.tenant_id
      join people p on p.tenant_id = m.tenant_id and p.id = m.person_id
      left join impersonations i on i.tenant_id = m.tenant_id and i.session_id = ${account.sessionId}
        and i.administrator_id = m.person_id and i.ended_at is null and i.ends_at > ${now}
      where m.tenant_id = ${tenantId} and m.user_id = ${account.userId} and p.deactivated_at is null
      limit 1`.execute(tx);
    const row = rows[0];
    if (!row) return undefined;
    const member = callerOfRow(row, { account, tenantId, now });
    // Who is no longer the administrator sees with the own eyes again.
    if (!row.looks_at || !row.looks_until || !member.roles.includes('systemAdministrator')) return member;
    const seenBy = { personId: member.personId, name: member.name, endsAt: row.looks_until };
    const seen = await memberSeen(tx, tenantId, row.looks_at, now);
    return seen ? { ...callerOfRow(seen, { account, tenantId, now }), seenBy } : member;
  });
}

async function memberSeen(tx: Reading, tenantId: string, personId: string, now: Date): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`
    ${plannedOnce}select ${memberColumns(now)} from people p join organizations o on o.tenant_id = p.tenant_id
    where p.tenant_id = ${tenantId} and p.id = ${personId} and p.deactivated_at is null`.execute(tx);
  return rows[0];
}

/** Over `people p` and `organizations o`; the roles of the organisation's own day. */
function memberColumns(now: Date) {
  return sql`p.id as person_id, o.time_zone, o.is_host, o.require_second_factor,
    p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') as name,
    array(
      select distinct r.role from held_roles r
      where r.tenant_id = p.tenant_id and r.person_id = p.id
        and (${now}::timestamptz at time zone o.time_zone)::date between r.started_on and coalesce(r.ended_on, 'infinity')
    ) as roles`;
}

function callerOfRow(
  row: MemberRow,
  { account, tenantId, now }: { readonly account: Account; readonly tenantId: string; readonly now: Date },
): Caller {
  const roles = row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role));
  return {
    userId: account.userId,
    tenantId,
    personId: row.person_id,
    name: row.name,
    roles,
    secondFactorNeeded:
      row.require_second_factor && !account.twoFactor && roles.some((role) => SECOND_FACTOR_ROLES.includes(role)),
    seenBy: null,
    host: row.is_host,
    today: dayIn(row.time_zone, now),
    now,
  };
}
