import { join } from 'node:path';
import { buildApp } from './app.ts';
import type { App, Deps } from './deps.ts';
import { clockworks, jobHandlers } from './jobs.ts';
import { openAuth } from './platform/auth/auth.ts';
import { authSecret } from './platform/auth/secret.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { migrate } from './platform/db/migrate.ts';
import { openPool } from './platform/db/pool.ts';
import { folderStore } from './platform/files/store.ts';
import { startWorker } from './platform/jobs/jobs.ts';
import { openLog } from './platform/log.ts';
import { openMailer } from './platform/mail/mailer.ts';
import { openDatabaseServer } from './platform/postgres/open-database-server.ts';
import { listenError } from './platform/startup-error.ts';
import { clockFromFile } from './platform/test-clock.ts';

export type StartOptions = { readonly config: Config; readonly demo: boolean };

/** Composes the application, listens, and stops in order when it is asked to. Resolves when it has stopped. */
export async function start({ config, demo }: StartOptions): Promise<void> {
  const log = openLog(config.logLevel);
  const stopping = Promise.withResolvers<void>();
  // From the very start: who is asked to stop while it still starts, stops when it has.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.resolve());
  const database = await openDatabaseServer({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    databaseAppUrl: config.databaseAppUrl,
    onLost: (error) => {
      log.fatal({ err: error }, 'the embedded database cannot be kept running');
      stopping.resolve();
    },
  });
  const closing: (() => Promise<unknown>)[] = [() => database.stop()];
  try {
    await migrate({ connectionString: database.ownerUrl });
    const pool = openPool(
      { connectionString: database.applicationUrl },
      { onError: (error) => log.warn({ err: error }, 'idle connection lost') },
    );
    closing.unshift(() => pool.destroy());
    const { auth, close } = openAuth({
      database: { connectionString: database.applicationUrl },
      secret: await authSecret(pool),
      publicUrl: config.publicUrl,
    });
    closing.unshift(close);
    const mailer = openMailer(config.smtpUrl, config.mailFrom ?? 'nastavnik@localhost');
    closing.unshift(async () => mailer.close());
    const clock = testClock();
    const deps: Deps = {
      pool,
      auth,
      clock,
      files: folderStore(join(config.dataDir, 'files')),
      mailer,
      log,
      publicUrl: config.publicUrl,
      demo,
    };
    const app = await buildApp(deps, { trustProxy: config.publicUrl !== undefined });
    if (demo) await demonstrate(deps);
    await listen(app, config);
    closing.unshift(() => app.close());
    const worker = await startWorker({
      owner: { connectionString: database.ownerUrl },
      handlers: jobHandlers(deps),
      clockworks: clockworks({ eachMinute: process.env['NASTAVNIK_TEST_CLOCK'] !== undefined }),
      log,
    });
    closing.unshift(() => worker.stop());
    sayWhere(app, config);
    await stopping.promise;
  } finally {
    for (const close of closing) await close();
  }
}

function testClock(): Clock {
  const path = process.env['NASTAVNIK_TEST_CLOCK'];
  return path ? clockFromFile(path) : systemClock;
}

async function listen(app: App, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    throw listenError(error, config.port);
  }
}

/** The port is asked of the server: 0 means any that is free. */
function sayWhere(app: App, config: Config): void {
  const listening = app.server.address();
  const port = typeof listening === 'object' && listening ? listening.port : config.port;
  const address = config.publicUrl ?? `http://localhost:${port}`;
  process.stdout.write(`\n  Наставник открыт: ${address}\n  Остановить: Ctrl+C\n\n`);
}

async function demonstrate(deps: Deps): Promise<void> {
  const { fillDemo } = await import('./demo/fill-demo.ts');
  const signIns = await fillDemo(deps);
  process.stdout.write('\n  Демонстрация: вымышленные организации и люди.\n');
  for (const each of signIns) {
    process.stdout.write(`  ${each.organization} · ${each.who}: ${each.login} / ${each.password}\n`);
  }
}
