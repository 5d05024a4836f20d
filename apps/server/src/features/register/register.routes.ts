import { quartersAnswer, registerAnswer, registerQuery } from '@nastavnik/contracts/register';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { seeQuarters, seeRegister } from './see-register.ts';

const member = { access: 'member' } as const;

export function registerRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/register',
    { config: member, schema: { querystring: registerQuery, response: { 200: registerAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeRegister(tx, caller, query)),
  );
  app.get(
    '/api/v1/register/quarters',
    { config: member, schema: { response: { 200: quartersAnswer } } },
    ({ caller }) => reading(deps.pool, caller, async (tx) => ({ quarters: await seeQuarters(tx, caller) })),
  );
}
