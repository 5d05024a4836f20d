import { impersonateBody } from '@nastavnik/contracts/access';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { beginLooking, endLooking } from './impersonation.ts';

const nothing = { 204: z.null() };

export function impersonationRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/impersonation',
    { config: { access: 'member' }, schema: { body: impersonateBody, response: nothing } },
    async ({ caller, account, body }, reply) => {
      await writing(deps.pool, caller, (tx) => beginLooking(tx, caller, account.sessionId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/impersonation/end',
    { config: { access: 'member' }, schema: { response: nothing } },
    async ({ caller, account }, reply) => {
      await writing(deps.pool, caller, (tx) => endLooking(tx, caller, account.sessionId));
      return reply.code(204).send(null);
    },
  );
}
