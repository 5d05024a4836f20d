import { rollOverBody, rollOverDone, rollOverPlan } from '@nastavnik/contracts/roll-over';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { applyRollOver } from './apply-roll-over.ts';
import { previewRollOver } from './preview.ts';

const member = { access: 'member' } as const;

export function rollOverRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/roll-over/preview',
    { config: member, schema: { body: rollOverBody, response: { 200: rollOverPlan } } },
    ({ caller, body }) => reading(deps.pool, caller, (tx) => previewRollOver(tx, caller, body)),
  );
  app.post(
    '/api/v1/roll-over',
    { config: member, schema: { body: rollOverBody, response: { 200: rollOverDone } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => applyRollOver(tx, caller, body)),
  );
}
