import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from '../src/app.ts';
import type { Deps } from '../src/deps.ts';
import { openAuth } from '../src/platform/auth/auth.ts';
import { systemClock } from '../src/platform/clock.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openPool } from '../src/platform/db/pool.ts';
import { folderStore } from '../src/platform/files/store.ts';
import { openMailer } from '../src/platform/mail/mailer.ts';
import { startEmbeddedServer } from '../src/platform/postgres/embedded-server.ts';

export type BenchServer = {
  readonly deps: Deps;
  /** Owner of the whole database server, past the walls between tenants. */
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  /** Begins to listen and says where. */
  readonly listen: () => Promise<number>;
};

/** A server with a database of its own in a folder that goes with it. */
export async function withServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
  const embedded = await startEmbeddedServer({ dataDir: folder });
  await migrate({ connectionString: embedded.ownerUrl });
  const pool = openPool({ connectionString: embedded.applicationUrl }, { max: 20 });
  const { auth, close } = openAuth({
    database: { connectionString: embedded.applicationUrl },
    secret: 'x'.repeat(40),
    publicUrl: undefined,
  });
  const deps: Deps = {
    pool,
    auth,
    clock: systemClock,
    files: folderStore(join(folder, 'files')),
    mailer: openMailer(undefined, 'bench@example.org'),
    log: pino({ level: 'silent' }),
    publicUrl: undefined,
    demo: false,
  };
  const app = await buildApp(deps, { web: join(folder, 'none') });
  const listen = async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    return (app.server.address() as { port: number }).port;
  };
  try {
    return await work({ deps, superuserUrl: embedded.superuserUrl, ownerUrl: embedded.ownerUrl, listen });
  } finally {
    await app.close();
    await close();
    await pool.destroy();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
