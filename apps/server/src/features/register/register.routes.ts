import { exportRegisterBody, quartersAnswer, registerAnswer, registerQuery } from '@nastavnik/contracts/register';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { drawList } from '../banks/door.ts';
import { sendBytes } from '../files/door.ts';
import { exportRegister } from './export-register.ts';
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
  app.post(
    '/api/v1/register/export',
    { config: member, schema: { body: exportRegisterBody } },
    async ({ caller, body }, reply) => {
      const table = await writing(deps.pool, caller, (tx) => exportRegister(tx, caller, body));
      return sendBytes(reply, await drawList(table, body.format, caller, body.purpose));
    },
  );
}
