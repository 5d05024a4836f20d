import {
  leaveBody,
  movePupilBody,
  newPupilBody,
  pupilBody,
  pupilsAnswer,
  pupilsQuery,
} from '@nastavnik/contracts/persons';
import { idAnswer } from '@nastavnik/contracts/staff';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { changeCard, oneCard } from './card-route.ts';
import { listPupils } from './list-pupils.ts';
import { addPupil, editPupil, leaveSchool, movePupil, returnToSchool } from './pupils.ts';

const member = { access: 'member' } as const;

export function pupilsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/pupils',
    { config: member, schema: { querystring: pupilsQuery, response: { 200: pupilsAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => listPupils(tx, caller, query)),
  );
  app.post(
    '/api/v1/pupils',
    { config: member, schema: { body: newPupilBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addPupil(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/pupils/:personId',
    { config: member, schema: { ...oneCard.schema, body: pupilBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => editPupil(tx, caller, params.personId, body)),
  );
  app.post(
    '/api/v1/pupils/:personId/move',
    { config: member, schema: { ...oneCard.schema, body: movePupilBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => movePupil(tx, caller, params.personId, body)),
  );
  app.post(
    '/api/v1/pupils/:personId/leave',
    { config: member, schema: { ...oneCard.schema, body: leaveBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => leaveSchool(tx, caller, params.personId, body)),
  );
  app.post('/api/v1/pupils/:personId/return', oneCard, ({ caller, params }) =>
    changeCard(deps, caller, params.personId, (tx) => returnToSchool(tx, caller, params.personId)),
  );
}
