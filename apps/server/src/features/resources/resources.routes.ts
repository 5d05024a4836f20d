import { decideResourceBody, resourceBody, resourcesAnswer } from '@nastavnik/contracts/resources';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { addResource, closeResource, decideResource, seeResources } from './resources.ts';

const member = { access: 'member' } as const;
const ofResource = z.strictObject({ resourceId: id });

export function resourcesRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/resources', { config: member, schema: { response: { 200: resourcesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeResources(tx, caller)),
  );
  app.post(
    '/api/v1/resources',
    { config: member, schema: { body: resourceBody, response: { 201: z.object({ id }) } } },
    async ({ caller, body }, reply) => {
      const added = await writing(deps.pool, caller, (tx) => addResource(tx, caller, body));
      return reply.code(201).send({ id: added });
    },
  );
  app.post(
    '/api/v1/resources/:resourceId/decide',
    { config: member, schema: { params: ofResource, body: decideResourceBody, response: { 204: z.null() } } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => decideResource(tx, caller, params.resourceId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/resources/:resourceId/close',
    { config: member, schema: { params: ofResource, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => closeResource(tx, caller, params.resourceId));
      return reply.code(204).send(null);
    },
  );
}
