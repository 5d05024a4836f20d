import { type SessionAnswer, sessionAnswer, setupBody, switchOrganizationBody } from '@nastavnik/contracts/session';
import { can } from '@nastavnik/domain/access/can';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Account, accountOf, callerOf } from '../../platform/http/session.ts';
import { handOnCookies } from '../../platform/http/session-cookie.ts';
import { Refusal } from '../../platform/refusal.ts';
import { activateTenant, membershipsOf, policyOf, serverIsEmpty } from './session.queries.ts';
import { setUp } from './set-up.ts';

/** The ties that a role may have to somebody; which of them hold is asked of each person. */
const OWN_PEOPLE = ['ownClass', 'supported'] as const;

export function sessionRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/session',
    { config: { access: 'public' }, schema: { response: { 200: sessionAnswer } } },
    async (request) => sessionOf(await accountOf(request, deps.auth), deps),
  );

  app.post(
    '/api/v1/setup',
    { config: { access: 'public' }, schema: { body: setupBody, response: { 204: z.null() } } },
    async (request, reply) => {
      await setUp(deps, request.body);
      await signIn(request, reply, deps, request.body.administrator.login, request.body.administrator.password);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/session/organization',
    { config: { access: 'account' }, schema: { body: switchOrganizationBody, response: { 200: sessionAnswer } } },
    async (request) => {
      const { tenantId } = request.body;
      const caller = await callerOf({ ...request.account, activeTenantId: tenantId }, deps);
      if (!caller) throw new Refusal('organization.not-found');
      await activateTenant(deps.pool, request.account.sessionId, tenantId);
      return sessionOf({ ...request.account, activeTenantId: tenantId }, deps);
    },
  );
}

/** Signs in with the password just given and hands the cookies on. */
export async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  login: string,
  password: string,
): Promise<void> {
  const answer = await deps.auth.api.signInUsername({
    body: { username: login, password },
    headers: fromNodeHeaders(request.headers),
    asResponse: true,
  });
  handOnCookies(answer, reply);
}

/** Looking with another's eyes one is that person, roles and all. */
function activeOf(memberships: SessionAnswer['memberships'], caller: Caller): SessionAnswer['active'] {
  const own = memberships.find((each) => each.tenantId === caller.tenantId);
  if (!own) return null;
  return caller.seenBy ? { ...own, personId: caller.personId, roles: [...caller.roles] } : own;
}

async function sessionOf(account: Account | undefined, deps: Deps): Promise<SessionAnswer> {
  const nobody = {
    manageStaff: false,
    manageSettings: false,
    importRoadmap: false,
    seeAgreements: false,
    seeIndicators: false,
    addOrganizations: false,
    seePupils: false,
    editPupils: false,
    seeMentees: false,
    seeMentors: false,
    nominate: false,
    seeConsents: false,
    seeDemands: false,
    seeRegister: false,
    seeSelection: false,
    importLists: false,
    editEvents: false,
    giveCodes: false,
    seeAudit: false,
  };
  const base = {
    today: dayIn('Europe/Moscow', deps.clock.now()),
    demo: deps.demo,
    memberships: [],
    active: null,
    policy: null,
    secondFactorNeeded: false,
    impersonation: null,
    may: nobody,
  };
  if (!account) {
    const state = (await serverIsEmpty(deps.pool)) ? 'setup' : 'anonymous';
    return { ...base, state, user: null };
  }
  const user = {
    id: account.userId,
    login: account.login,
    email: account.email,
    name: account.name,
    twoFactor: account.twoFactor,
  };
  const caller = await callerOf(account, deps);
  const memberships = await membershipsOf(deps.pool, account.userId, caller?.today ?? (base.today as never));
  if (!caller) return { ...base, state: 'no-organization', user, memberships };
  return {
    ...base,
    state: 'signed-in',
    today: caller.today,
    user,
    memberships,
    active: activeOf(memberships, caller),
    policy: await policyOf(deps.pool, caller),
    secondFactorNeeded: caller.secondFactorNeeded,
    impersonation: caller.seenBy
      ? { name: caller.name, by: caller.seenBy.name, endsAt: caller.seenBy.endsAt.toISOString() }
      : null,
    may: {
      manageStaff: can(caller, 'staff.edit'),
      manageSettings: can(caller, 'organization.edit'),
      importRoadmap: can(caller, 'import.use'),
      seeAgreements: can(caller, 'agreement.see'),
      seeIndicators: can(caller, 'roadmap.indicators'),
      addOrganizations: can(caller, 'server.addOrganization', caller.host ? ['host'] : []),
      // Places that open at all; whom of the people one sees there, each list decides by its ties.
      seePupils: can(caller, 'pupil.see', OWN_PEOPLE),
      editPupils: can(caller, 'pupil.edit'),
      seeMentees:
        can(caller, 'bank.seeMentees') || can(caller, 'participant.see', ['ownClass', 'ownAssociation', 'supported']),
      seeMentors: can(caller, 'bank.seeMentors') || can(caller, 'participant.see', ['ownAssociation']),
      nominate: can(caller, 'events.edit') || can(caller, 'participant.confirmYear', ['ownClass', 'ownAssociation']),
      seeConsents: can(caller, 'consent.issue', ['ownClass', 'employee']) || can(caller, 'consents.register'),
      seeDemands: can(caller, 'demands.see'),
      seeRegister: can(caller, 'register.see'),
      seeSelection: can(caller, 'answer.see'),
      importLists: can(caller, 'employees.import') || can(caller, 'pupils.import'),
      editEvents: can(caller, 'events.edit'),
      giveCodes: can(caller, 'codes.give', ['ownClass']),
      seeAudit: can(caller, 'audit.see'),
    },
  };
}
