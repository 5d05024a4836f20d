import { closedCyclesAnswer, depersonaliseBody, destructionRun } from '@nastavnik/contracts/erasure';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { finishRun, runRows, viewRun } from '../erasure/door.ts';
import { depersonalise } from './depersonalise.ts';
import { seeClosedCycles } from './see-closed-cycles.ts';

const member = { access: 'member' } as const;

export function depersonalisationRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/closed-cycles',
    { config: member, schema: { response: { 200: closedCyclesAnswer } } },
    ({ caller }) => reading(deps.pool, caller, (tx) => seeClosedCycles(tx, caller)),
  );
  app.post(
    '/api/v1/cycles/:cycleId/depersonalise',
    {
      config: member,
      schema: { params: z.strictObject({ cycleId: id }), body: depersonaliseBody, response: { 200: destructionRun } },
    },
    async ({ caller, params, body }) => {
      const runId = await writing(deps.pool, caller, (tx) => depersonalise(tx, caller, params.cycleId, body));
      await finishRun(deps, caller, runId);
      const [run] = await reading(deps.pool, caller, (tx) => runRows(tx, caller.tenantId, runId));
      return viewRun(run!);
    },
  );
}
