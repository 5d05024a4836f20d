import { cancelErasureBody, destructionRunAnswer, erasuresAnswer, runErasuresBody } from '@nastavnik/contracts/erasure';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { fileOf, sendFile } from '../files/door.ts';
import { runRows } from './erasures.queries.ts';
import { finishRun } from './finish-run.ts';
import { cancelErasure, runByHand, seeErasures, viewRun } from './see-erasures.ts';

const member = { access: 'member' } as const;

export function erasureRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/erasures', { config: member, schema: { response: { 200: erasuresAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeErasures(tx, caller)),
  );
  app.post(
    '/api/v1/erasures/run',
    { config: member, schema: { body: runErasuresBody, response: { 200: destructionRunAnswer } } },
    async ({ caller, body }) => {
      const { runId, held } = await writing(deps.pool, caller, (tx) => runByHand(tx, caller, body.ids));
      if (runId === null) return { run: null, held: [...held] };
      await finishRun(deps, caller, runId);
      const [run] = await reading(deps.pool, caller, (tx) => runRows(tx, caller.tenantId, runId));
      return { run: viewRun(run!), held: [...held] };
    },
  );
  app.post(
    '/api/v1/erasures/:erasureId/cancel',
    {
      config: member,
      schema: { params: z.strictObject({ erasureId: id }), body: cancelErasureBody, response: { 204: z.null() } },
    },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => cancelErasure(tx, caller, params.erasureId, body.reason));
      return reply.code(204).send(null);
    },
  );
  for (const paper of ['act', 'log'] as const) {
    app.get(
      `/api/v1/destruction-runs/:runId/${paper}`,
      { config: member, schema: { params: z.strictObject({ runId: id }) } },
      async ({ caller, params }, reply) => {
        permit(caller, 'erasure.see');
        const file = await reading(deps.pool, caller, async (tx) => {
          const [run] = await runRows(tx, caller.tenantId, params.runId);
          const fileId = paper === 'act' ? run?.act_file_id : run?.log_file_id;
          return fileId ? fileOf(tx, caller.tenantId, fileId) : undefined;
        });
        if (!file) throw new Refusal('destruction-run.not-found');
        return sendFile(reply, deps.files, file);
      },
    );
  }
}
