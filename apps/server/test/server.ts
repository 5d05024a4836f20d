import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from '../src/platform/db/migrate.ts';
import { startEmbeddedServer } from '../src/platform/postgres/embedded-server.ts';
import { openOwnServer } from '../src/platform/postgres/own-server.ts';

/** The server of one test run. `template` is migrated and empty; every test file works on a clone of it. */
export type TestServer = {
  ownerUrl: string;
  applicationUrl: string;
  template: string;
  /** May create and drop databases and end other people's sessions in them. */
  adminUrl: string;
};

/**
 * One server for the run: an embedded one in a temporary folder, or the one in TEST_DATABASE_URL, whose user needs
 * `createdb` and `createrole`. Only databases named `nastavnik_test_…` are made and dropped there.
 */
export async function startTestServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const own = process.env['TEST_DATABASE_URL'];
  return own ? startOnOwn(own) : startOnEmbedded();
}

async function startOnEmbedded(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-test-'));
  const embedded = await startEmbeddedServer({ dataDir, durability: 'throwaway' });
  await migrate({ connectionString: embedded.ownerUrl });
  const template = new URL(embedded.ownerUrl).pathname.slice(1);
  return {
    server: {
      ownerUrl: embedded.ownerUrl,
      applicationUrl: embedded.applicationUrl,
      adminUrl: embedded.superuserUrl,
      template,
    },
    async stop() {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startOnOwn(adminUrl: string): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const template = 'nastavnik_test_template';
  await asAdmin(adminUrl, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(template)} with (force)`);
    await client.query(
      `create database ${escapeIdentifier(template)} template template0 encoding 'UTF8' locale_provider icu icu_locale 'ru-RU'`,
    );
  });
  const { ownerUrl, applicationUrl } = await openOwnServer({ databaseUrl: inDatabase(adminUrl, template) });
  await migrate({ connectionString: ownerUrl });
  return {
    server: { ownerUrl, applicationUrl, adminUrl, template },
    stop: () =>
      asAdmin(adminUrl, async (client) => {
        await client.query(`drop database if exists ${escapeIdentifier(template)} with (force)`);
      }),
  };
}

export async function asAdmin(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
