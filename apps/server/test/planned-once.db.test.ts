import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plannedOnce } from '../src/platform/db/planned-once.ts';
import { openPool, type Pool } from '../src/platform/db/pool.ts';
import { type Reading, reading } from '../src/platform/db/transactions.ts';
import { aSchool, useServer } from './school.ts';

const server = useServer();
let connection: Pool;
beforeAll(() => {
  connection = openPool({ connectionString: server.db.applicationUrl }, { max: 1 });
});
afterAll(() => connection.destroy());

/** Says nothing of the tenant itself: the wall alone decides. */
const organizations = async (tx: Reading) =>
  (
    await sql<{ id: string }>`${plannedOnce}select tenant_id as id from organizations where kind = ${'school'}`.execute(
      tx,
    )
  ).rows;

test('a statement that a connection keeps shows each organisation its own rows, however often another has asked', async () => {
  const [first, second] = [(await aSchool(server)).tenantId, (await aSchool(server)).tenantId];
  // After the fifth time PostgreSQL settles on one plan for all.
  for (const tenantId of [...Array.from({ length: 7 }, () => first), second, first, '']) {
    const seen = await reading(connection, { tenantId }, organizations);
    expect(seen).toEqual(tenantId === '' ? [] : [{ id: tenantId }]);
  }
  const { rows } = await sql<{ plans: number }>`
    select generic_plans::int as plans from pg_prepared_statements where statement like '%tenant_id as id%'`.execute(
    connection,
  );
  expect(rows.map(({ plans }) => plans > 0)).toEqual([true]);
});

test('what is planned once is planned as for the largest organisation, in every table', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attoptions is distinct from array['n_distinct=1']`.execute(connection);
  expect(rows).toEqual([]);
});
