import {
  commandRequestBody,
  editRequestBody,
  editThemeBody,
  newRequestBody,
  requestsAnswer,
  requestsOfParticipantAnswer,
  requestsQuery,
  themeBody,
  themesAnswer,
} from '@nastavnik/contracts/mentee-requests';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { searchRequests, seeRequestsOf } from './see-requests.ts';
import { addTheme, editTheme, seeThemes } from './themes.ts';
import { commandRequest, editRequest, openRequest } from './write-request.ts';

const member = { access: 'member' } as const;
const ofParticipant = z.strictObject({ participantId: id });
const ofRequest = z.strictObject({ requestId: id });
const ofTheme = z.strictObject({ themeId: id });
const nothing = { 204: z.null() };

export function requestsRoutes(app: App, deps: Deps): void {
  themeRoutes(app, deps);
  app.get(
    '/api/v1/participants/:participantId/requests',
    { config: member, schema: { params: ofParticipant, response: { 200: requestsOfParticipantAnswer } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeRequestsOf(tx, caller, params.participantId)),
  );
  app.post(
    '/api/v1/participants/:participantId/requests',
    { config: member, schema: { params: ofParticipant, body: newRequestBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => openRequest(tx, caller, params.participantId, body)),
    }),
  );
  app.get(
    '/api/v1/mentee-requests',
    { config: member, schema: { querystring: requestsQuery, response: { 200: requestsAnswer } } },
    ({ caller, query }) => writing(deps.pool, caller, (tx) => searchRequests(tx, caller, query)),
  );
  app.put(
    '/api/v1/mentee-requests/:requestId',
    { config: member, schema: { params: ofRequest, body: editRequestBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => editRequest(tx, caller, params.requestId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/mentee-requests/:requestId/commands',
    { config: member, schema: { params: ofRequest, body: commandRequestBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => commandRequest(tx, caller, params.requestId, body));
      return reply.code(204).send(null);
    },
  );
}

function themeRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/request-themes', { config: member, schema: { response: { 200: themesAnswer } } }, ({ caller }) =>
    writing(deps.pool, caller, async (tx) => ({
      themes: await seeThemes(tx, caller),
      may: { edit: can(caller, 'themes.edit') },
    })),
  );
  app.post(
    '/api/v1/request-themes',
    { config: member, schema: { body: themeBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addTheme(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/request-themes/:themeId',
    { config: member, schema: { params: ofTheme, body: editThemeBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => editTheme(tx, caller, params.themeId, body));
      return reply.code(204).send(null);
    },
  );
}
