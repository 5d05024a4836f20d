import { randomBytes } from 'node:crypto';
import pg, { escapeIdentifier } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { knownMigrations, migrate, migrateAsFarAs } from '../src/platform/db/migrate.ts';
import { asAdmin, inDatabase } from './server.ts';

const TENANT = '01a1fbed-529a-7b1c-a805-1e463d5f3534';
const PERSON = '01a1fbed-529a-7b1c-a805-1e463d5f3535';
const name = `nastavnik_upgrade_${randomBytes(6).toString('hex')}`;
const { adminUrl, ownerUrl } = inject('testServer');
const owner = { connectionString: inDatabase(ownerUrl, name) };

/** As the walls of that time stood: enabled and forced, the owner behind them too. */
const WALLS = `
  alter table organizations enable row level security;
  alter table organizations force row level security;
  create policy one_tenant on organizations using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
  alter table people enable row level security;
  alter table people force row level security;
  create policy one_tenant on people using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);`;

beforeAll(async () => {
  await asAdmin(adminUrl, async (client) => {
    const role = escapeIdentifier(decodeURIComponent(new URL(ownerUrl).username));
    await client.query(`create database ${escapeIdentifier(name)} owner ${role}`);
  });
});

afterAll(async () => {
  await asAdmin(adminUrl, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  });
});

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant', $1, false)`, [TENANT]);
    return await work(client);
  } finally {
    await client.end();
  }
}

test('a school that comes from before the people’s lists finds its staff in them', async () => {
  await migrateAsFarAs(
    owner,
    [...(await knownMigrations()).keys()].filter((each) => each < '0012'),
  );
  await asOwner(async (client) => {
    await client.query(WALLS);
    await client.query(
      `insert into organizations (tenant_id, full_name, short_name, municipality, kind) values ($1, 'Школа', 'Школа', 'Округ', 'school')`,
      [TENANT],
    );
    await client.query(
      `insert into people (tenant_id, id, family_name, given_name) values ($1, $2, 'Лугова', 'Ирина')`,
      [TENANT, PERSON],
    );
  });
  await migrate(owner);
  const { rows } = await asOwner((client) => client.query('select person_id from employees'));
  expect(rows).toEqual([{ person_id: PERSON }]);
});

test('and the walls stand again when it is done', async () => {
  const { rows } = await asOwner((client) =>
    client.query(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not c.relforcerowsecurity
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`),
  );
  expect(rows).toEqual([]);
});
