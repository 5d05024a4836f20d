import {
  addRepresentativeBody,
  endRepresentationBody,
  objectionBody,
  personCard,
  representationBody,
  verifyManyAnswer,
  verifyManyBody,
} from '@nastavnik/contracts/persons';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { ofPerson } from './card-route.ts';
import { seeCard } from './person-card.ts';
import {
  addRepresentative,
  editRepresentation,
  endRepresentation,
  recordObjection,
  removeRepresentation,
  verifyRepresentation,
} from './representations.ts';
import { verifyMany } from './verify-many.ts';

const member = { access: 'member' } as const;
const one = { params: z.strictObject({ representationId: id }), response: { 200: personCard } };

export function representationsRoutes(app: App, deps: Deps): void {
  const changing = (caller: Caller, change: (tx: Writing) => Promise<string>) =>
    writing(deps.pool, caller, async (tx) => seeCard(tx, caller, await change(tx)));
  app.post(
    '/api/v1/persons/:personId/representatives',
    { config: member, schema: { params: ofPerson, body: addRepresentativeBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => addRepresentative(tx, caller, params.personId, body)),
    }),
  );
  app.put(
    '/api/v1/representations/:representationId',
    { config: member, schema: { ...one, body: representationBody } },
    ({ caller, params, body }) =>
      changing(caller, (tx) => editRepresentation(tx, caller, params.representationId, body)),
  );
  app.post(
    '/api/v1/representations/verify',
    { config: member, schema: { body: verifyManyBody, response: { 200: verifyManyAnswer } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => verifyMany(tx, caller, body.childIds)),
  );
  app.post('/api/v1/representations/:representationId/verify', { config: member, schema: one }, ({ caller, params }) =>
    changing(caller, (tx) => verifyRepresentation(tx, caller, params.representationId)),
  );
  app.post(
    '/api/v1/representations/:representationId/end',
    { config: member, schema: { ...one, body: endRepresentationBody } },
    ({ caller, params, body }) =>
      changing(caller, (tx) => endRepresentation(tx, caller, params.representationId, body)),
  );
  app.delete('/api/v1/representations/:representationId', { config: member, schema: one }, ({ caller, params }) =>
    changing(caller, (tx) => removeRepresentation(tx, caller, params.representationId)),
  );
  app.put(
    '/api/v1/representations/:representationId/objection',
    { config: member, schema: { ...one, body: objectionBody } },
    ({ caller, params, body }) => changing(caller, (tx) => recordObjection(tx, caller, params.representationId, body)),
  );
}
