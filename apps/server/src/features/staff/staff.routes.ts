import { recoverBody } from '@nastavnik/contracts/access';
import { id } from '@nastavnik/contracts/shapes';
import {
  acceptInvitationBody,
  bodiesAnswer,
  bodyBody,
  collectiveBody,
  editPersonBody,
  endMemberBody,
  idAnswer,
  invitationAnswer,
  invitationToken,
  invitationView,
  memberBody,
  newPersonBody,
  peopleAnswer,
  peopleQuery,
  person,
  postBody,
  roleBody,
} from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { suggestLogin } from '@nastavnik/domain/access/suggest-login';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { originOf } from '../../platform/http/origin.ts';
import { slowed } from '../../platform/http/slowed.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { activateTenant, signIn } from '../session/door.ts';
import { addBody, addMember, editBody, endMembership, removeBody, removeMember, seeBodies } from './bodies.ts';
import {
  addColleague,
  deactivatePerson,
  editPerson,
  removePost,
  restorePerson,
  savePost,
  seePerson,
} from './edit-people.ts';
import {
  acceptInvitation,
  invitationLink,
  invite,
  joinByInvitation,
  recoverAccount,
  revokeInvitation,
  seeInvitation,
} from './invite.ts';
import { viewPerson } from './person.view.ts';
import { endRole, giveRole } from './roles.ts';
import { findPeople } from './staff.queries.ts';

const member = { access: 'member' } as const;
const ofPerson = z.strictObject({ personId: id });
const ofBody = z.strictObject({ bodyId: id });
const nothing = { 204: z.null() };

export function staffRoutes(app: App, deps: Deps): void {
  peopleRoutes(app, deps);
  postAndRoleRoutes(app, deps);
  invitationRoutes(app, deps);
  bodyRoutes(app, deps);
}

function peopleRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/people',
    { config: member, schema: { querystring: peopleQuery, response: { 200: peopleAnswer } } },
    ({ caller, query }) => {
      permit(caller, 'staff.see');
      return reading(deps.pool, caller, async (tx) => ({
        people: (await findPeople(tx, { ...caller, state: query.state, search: query.search })).map((row) =>
          viewPerson(caller, row),
        ),
        may: { add: can(caller, 'staff.edit') },
      }));
    },
  );
  app.post(
    '/api/v1/people',
    { config: member, schema: { body: newPersonBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addColleague(tx, caller, body)) }),
  );
  const one = { config: member, schema: { params: ofPerson, response: { 200: person } } };
  app.get('/api/v1/people/:personId', one, ({ caller, params }) =>
    reading(deps.pool, caller, (tx) => seePerson(tx, caller, params.personId)),
  );
  app.put(
    '/api/v1/people/:personId',
    { config: member, schema: { params: ofPerson, body: editPersonBody, response: { 200: person } } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => editPerson(tx, caller, params.personId, body)),
  );
  app.post('/api/v1/people/:personId/deactivate', one, ({ caller, params }) =>
    writing(deps.pool, caller, (tx) => deactivatePerson(tx, caller, params.personId)),
  );
  app.post('/api/v1/people/:personId/restore', one, ({ caller, params }) =>
    writing(deps.pool, caller, (tx) => restorePerson(tx, caller, params.personId)),
  );
}

function postAndRoleRoutes(app: App, deps: Deps): void {
  const ofPost = ofPerson.extend({ postId: id });
  app.post(
    '/api/v1/people/:personId/posts',
    { config: member, schema: { params: ofPerson, body: postBody, response: { 200: person } } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, (tx) => savePost(tx, caller, { personId: params.personId, postId: null }, body)),
  );
  app.put(
    '/api/v1/people/:personId/posts/:postId',
    { config: member, schema: { params: ofPost, body: postBody, response: { 200: person } } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => savePost(tx, caller, params, body)),
  );
  app.delete(
    '/api/v1/people/:personId/posts/:postId',
    { config: member, schema: { params: ofPost, response: { 200: person } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => removePost(tx, caller, params)),
  );
  app.post(
    '/api/v1/people/:personId/roles',
    { config: member, schema: { params: ofPerson, body: roleBody, response: { 200: person } } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => giveRole(tx, caller, params.personId, body)),
  );
  app.delete(
    '/api/v1/people/:personId/roles/:roleId',
    { config: member, schema: { params: ofPerson.extend({ roleId: id }), response: { 200: person } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => endRole(tx, caller, params)),
  );
}

function invitationRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/people/:personId/invitation',
    { config: member, schema: { params: ofPerson, response: { 200: invitationAnswer } } },
    async (request) => {
      const { caller, params } = request;
      const { token, expiresAt } = await writing(deps.pool, caller, (tx) => invite(tx, caller, params.personId));
      return {
        link: invitationLink(originOf(request, deps), token),
        expiresAt: expiresAt.toISOString(),
        mailed: false,
      };
    },
  );
  app.delete(
    '/api/v1/people/:personId/invitation',
    { config: member, schema: { params: ofPerson, response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => revokeInvitation(tx, caller, params.personId));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/invitations/view',
    { config: { access: 'public' }, schema: { body: invitationToken, response: { 200: invitationView } } },
    async (request, reply) => {
      const open = await slowed(request, reply, deps, request.body.token, () =>
        seeInvitation(deps, request.body.token),
      );
      return {
        organization: open.organization,
        name: open.name,
        hasAccount: false,
        purpose: open.purpose,
        suggestedLogin: open.suggestedLogin ?? suggestLogin(open.name),
      };
    },
  );
  app.post(
    '/api/v1/invitations/accept',
    { config: { access: 'public' }, schema: { body: acceptInvitationBody, response: nothing } },
    async (request, reply) => {
      await slowed(request, reply, deps, request.body.token, () =>
        acceptInvitation(deps, request.body.token, request.body),
      );
      await signIn(request, reply, deps, request.body.login, request.body.password);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/invitations/recover',
    { config: { access: 'public' }, schema: { body: recoverBody, response: nothing } },
    async (request, reply) => {
      const { token, password } = request.body;
      const login = await slowed(request, reply, deps, token, () => recoverAccount(deps, token, password));
      await signIn(request, reply, deps, login, password);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/invitations/join',
    { config: { access: 'account' }, schema: { body: invitationToken, response: nothing } },
    async ({ account, body }, reply) => {
      const tenantId = await joinByInvitation(deps, body.token, account.userId);
      await activateTenant(deps.pool, account.sessionId, tenantId);
      return reply.code(204).send(null);
    },
  );
}

function bodyRoutes(app: App, deps: Deps): void {
  const one = { 200: collectiveBody };
  const ofMember = ofBody.extend({ memberId: id });
  app.get('/api/v1/bodies', { config: member, schema: { response: { 200: bodiesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, async (tx) => ({
      bodies: await seeBodies(tx, caller),
      may: { add: can(caller, 'bodies.edit') },
    })),
  );
  app.get(
    '/api/v1/bodies/:bodyId',
    { config: member, schema: { params: ofBody, response: one } },
    ({ caller, params }) =>
      reading(deps.pool, caller, async (tx) => {
        const [body] = await seeBodies(tx, caller, params.bodyId);
        if (!body) throw new Refusal('body.not-found');
        return body;
      }),
  );
  app.post(
    '/api/v1/bodies',
    { config: member, schema: { body: bodyBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addBody(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/bodies/:bodyId',
    { config: member, schema: { params: ofBody, body: bodyBody, response: one } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => editBody(tx, caller, params.bodyId, body)),
  );
  app.delete(
    '/api/v1/bodies/:bodyId',
    { config: member, schema: { params: ofBody, response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeBody(tx, caller, params.bodyId));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/bodies/:bodyId/members',
    { config: member, schema: { params: ofBody, body: memberBody, response: one } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => addMember(tx, caller, params.bodyId, body)),
  );
  app.post(
    '/api/v1/bodies/:bodyId/members/:memberId/end',
    { config: member, schema: { params: ofMember, body: endMemberBody, response: one } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => endMembership(tx, caller, params, body.endedOn)),
  );
  app.delete(
    '/api/v1/bodies/:bodyId/members/:memberId',
    { config: member, schema: { params: ofMember, response: one } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => removeMember(tx, caller, params)),
  );
}
