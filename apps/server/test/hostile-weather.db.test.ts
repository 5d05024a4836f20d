import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aDraft } from './plans.ts';
import { aSchool, ask, useServer } from './school.ts';
import { asAdmin } from './server.ts';

const server = useServer();

/** What an administrator of the database does, or a restart of it: every connection of the application ends. */
async function endEveryConnection(): Promise<void> {
  const name = new URL(server.db.applicationUrl).pathname.slice(1);
  await asAdmin(inject('testServer').adminUrl, async (client) => {
    const others = 'from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()';
    await client.query(`select pg_terminate_backend(pid) ${others}`, [name]);
    await expect.poll(async () => (await client.query(`select pid ${others}`, [name])).rowCount).toBe(0);
  });
}

test('a connection that ends between two statements undoes its transaction and ends nothing else', async () => {
  const school = await aSchool(server);
  const id = newId(server.clock.now());
  await expect(
    writing(server.db.pool, { tenantId: school.tenantId }, async (tx) => {
      await tx.insertInto('bodies').values({ tenant_id: school.tenantId, id, kind: 'other', name: 'Совет' }).execute();
      await endEveryConnection();
      // The notice of the end has arrived while the transaction held the connection and asked nothing of it.
      await sql`select 1`.execute(tx);
    }),
  ).rejects.toThrow();
  const bodies = await ask<{ bodies: unknown[] }>(server, school.people['curator'], 'GET /bodies');
  expect(bodies).toMatchObject({ status: 200, body: { bodies: [] } });
});

test('after the database was away the next request is answered and the server says that it is ready', async () => {
  const school = await aSchool(server);
  const draft = await aDraft(server, school, [{ title: 'Собрание' }]);
  await endEveryConnection();
  await expect.poll(async () => (await server.app.inject({ method: 'GET', url: '/readyz' })).statusCode).toBe(200);
  await expect
    .poll(async () => (await ask(server, school.people['curator'], `GET /roadmaps/${draft.id}`)).status)
    .toBe(200);
});
