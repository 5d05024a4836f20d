import { myData, myDataQuery } from '@nastavnik/contracts/access';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { exportMyData, seeMyData } from './my-data.ts';

const member = { access: 'member' } as const;

export function myDataRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/my/data',
    { config: member, schema: { querystring: myDataQuery, response: { 200: myData } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeMyData(tx, caller, query.personId ?? caller.personId)),
  );
  app.post(
    '/api/v1/my/data/export',
    { config: member, schema: { body: myDataQuery, response: { 200: myData } } },
    async ({ caller, body }, reply) => {
      const data = await writing(deps.pool, caller, (tx) => exportMyData(tx, caller, body.personId ?? caller.personId));
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      return data;
    },
  );
}
