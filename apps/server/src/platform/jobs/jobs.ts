import { parseCrontab, Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Writing } from '../db/transactions.ts';
import { withoutAddresses } from '../log.ts';

/** A kind of job: its name and the shape of its payload, apart from its handler. Payloads carry ids, not copies. */
export type JobKind<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

export function jobKind<Payload>(name: string, payload: z.ZodType<Payload>): JobKind<Payload> {
  return { name, payload };
}

/** Runs if, and only if, the transaction commits. With a key, a second enqueueing replaces the first that still waits. */
export async function enqueue<Payload>(
  tx: Writing,
  kind: JobKind<Payload>,
  payload: Payload,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`select enqueue_job(${kind.name}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null})`.execute(
    tx,
  );
}

export type JobHandler = { readonly name: string; readonly run: (payload: unknown) => Promise<void> };

/** A handler may run twice: it asks whether there is still work to do. */
export function handler<Payload>(kind: JobKind<Payload>, work: (payload: Payload) => Promise<void>): JobHandler {
  return { name: kind.name, run: (payload) => work(kind.payload.parse(payload)) };
}

/** A clockwork: the name of a handler and a crontab line in UTC. */
export type Clockwork = { readonly name: string; readonly crontab: string };

export async function startWorker(parts: {
  owner: pg.PoolConfig;
  handlers: readonly JobHandler[];
  clockworks: readonly Clockwork[];
  log: Logger;
}): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...parts.owner, max: 4 });
  const broken = (error: Error) => parts.log.warn({ err: error }, 'job queue connection lost');
  pool.on('error', broken);
  pool.on('connect', (client) => client.on('error', broken));
  const taskList: TaskList = Object.fromEntries(
    parts.handlers.map((each) => [
      each.name,
      async (payload: unknown) => {
        try {
          await each.run(payload);
        } catch (error) {
          parts.log.error({ err: error, job: each.name }, 'job failed');
          throw error;
        }
      },
    ]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCrontab(parts.clockworks.map((each) => `${each.crontab} ${each.name} ?max=3`).join('\n')),
    // The queue's own chatter; failures of jobs are logged above, with their kind.
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') parts.log.warn({ queue: withoutAddresses(message) }, 'job queue');
    }),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2000,
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}
