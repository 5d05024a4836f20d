import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { App } from '../src/deps.ts';
import { openPool, type Pool } from '../src/platform/db/pool.ts';
import type { Server } from './school.ts';

/** A connection that does everything it is told and keeps nothing: where a transaction ends well, it is rolled back. */
class Forgetful extends pg.Client {
  override readonly query = ((text: string, ...rest: [unknown[]]) =>
    super.query(text === 'commit' ? 'rollback' : text, ...rest)) as pg.Client['query'];
}

/**
 * The same application over the same database, with commands that are carried out in full and then undone: thousands of
 * allowed and refused calls find the world as it was made.
 */
export function useForgetfulApp(server: Server): { readonly app: App } {
  let opened: { app: App; pool: Pool } | undefined;
  beforeAll(async () => {
    const pool = openPool({ connectionString: server.db.applicationUrl, Client: Forgetful } as never);
    opened = { pool, app: await buildApp({ ...server.deps, pool }, { web: '/nowhere' }) };
    await opened.app.ready();
  });
  afterAll(async () => {
    await opened?.app.close();
    await opened?.pool.destroy();
  });
  return {
    get app() {
      return opened!.app;
    },
  };
}
