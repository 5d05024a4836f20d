import { randomBytes } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openPool, type Pool } from '../src/platform/db/pool.ts';
import { asAdmin, inDatabase } from './server.ts';

export type TestDatabase = {
  /** As the application: row-level security holds. */
  readonly pool: Pool;
  /** As the owner of the tables: looks behind the application's back. Row-level security is forced on it, too. */
  readonly owner: Pool;
  readonly applicationUrl: string;
  readonly ownerUrl: string;
};

/**
 * A database of its own for this test file, cloned from the migrated template (some 30 ms), dropped at the end.
 * Call it at the top of the file; its properties are there from `beforeAll` on.
 */
export function useDatabase(): TestDatabase {
  let opened: TestDatabase | undefined;
  const { adminUrl, template, ownerUrl, applicationUrl } = inject('testServer');
  const name = `nastavnik_test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    await asAdmin(adminUrl, async (client) => {
      const [fresh, from] = [escapeIdentifier(name), escapeIdentifier(template)];
      const owner = escapeIdentifier(decodeURIComponent(new URL(ownerUrl).username));
      await client.query(`create database ${fresh} template ${from} owner ${owner}`);
    });
    const urls = { ownerUrl: inDatabase(ownerUrl, name), applicationUrl: inDatabase(applicationUrl, name) };
    const pool = openPool({ connectionString: urls.applicationUrl });
    const owner = openPool({ connectionString: urls.ownerUrl }, { max: 2 });
    opened = { ...urls, pool, owner };
  });

  afterAll(async () => {
    await opened?.pool.destroy();
    await opened?.owner.destroy();
    await asAdmin(adminUrl, async (client) => {
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    });
  });

  const ready = (): TestDatabase => {
    if (!opened) throw new Error('the database is there from beforeAll on: use it inside tests and hooks');
    return opened;
  };
  return {
    get pool() {
      return ready().pool;
    },
    get owner() {
      return ready().owner;
    },
    get applicationUrl() {
      return ready().applicationUrl;
    },
    get ownerUrl() {
      return ready().ownerUrl;
    },
  };
}
