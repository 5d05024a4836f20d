import { policiesAnswer, policyBody, policySettings, publicPolicy } from '@nastavnik/contracts/policy';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { editPolicy, seeOperators, seePolicySettings, seePublicPolicy } from './policy.ts';

const member = { access: 'member' } as const;
const visitor = { access: 'public' } as const;

export function policyRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/policies', { config: visitor, schema: { response: { 200: policiesAnswer } } }, () =>
    seeOperators(deps.pool),
  );
  app.get(
    '/api/v1/policies/:tenantId',
    { config: visitor, schema: { params: z.strictObject({ tenantId: id }), response: { 200: publicPolicy } } },
    ({ params }) => seePublicPolicy(deps.pool, params.tenantId),
  );
  app.get('/api/v1/policy', { config: member, schema: { response: { 200: policySettings } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seePolicySettings(tx, caller)),
  );
  app.put(
    '/api/v1/policy',
    { config: member, schema: { body: policyBody, response: { 200: policySettings } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await editPolicy(tx, caller, body);
        return seePolicySettings(tx, caller);
      }),
  );
}
