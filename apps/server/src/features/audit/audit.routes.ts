import { auditAnswer, auditQuery } from '@nastavnik/contracts/audit';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { seeAudit } from './see-audit.ts';

export function auditRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/audit',
    { config: { access: 'member' }, schema: { querystring: auditQuery, response: { 200: auditAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeAudit(tx, caller, query)),
  );
}
