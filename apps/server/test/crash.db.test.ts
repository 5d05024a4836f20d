import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { DATABASE, OWNER_ROLE } from '../src/platform/postgres/roles.ts';
import { type RunningApplication, startApplication } from './application.ts';

/** CRASH_ROUNDS=500 for a night; each round takes about a second. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);
const WRITERS = 4;
/** By each writer: every one is in the middle of something when the axe falls. */
const ROWS_BEFORE_THE_AXE = 15;

/** What dies: only the application; the database server with it; every process at once, as when the power fails. */
const AXES = ['application', 'application and server', 'everything'] as const;

let dataDir: string;
let application: RunningApplication | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nastavnik-crash-'));
});

afterEach(async () => {
  application?.kill('SIGTERM');
  await application?.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

const PROMISE = `after kill -9 in the middle of writes the next start is clean and every acknowledged row is there, ${ROUNDS} times`;

test(PROMISE, { timeout: ROUNDS * 15_000 }, async () => {
  const acknowledged = new Set<string>();
  let writing: Promise<unknown> = Promise.resolve();
  for (let round = 0; round < ROUNDS; round += 1) {
    application = await startApplication({ dataDir });
    // A server that outlived its application went on acknowledging until this start ended it.
    await writing;
    await expectAll(acknowledged);

    const names = Array.from({ length: WRITERS }, (_, writer) => `${round}/${writer}`);
    const written = new Map(names.map((name) => [name, 0]));
    const enough = Promise.withResolvers<void>();
    const acknowledge = (name: string, keys: readonly string[]): void => {
      for (const key of keys) acknowledged.add(key);
      written.set(name, (written.get(name) ?? 0) + keys.length);
      if ([...written.values()].every((rows) => rows >= ROWS_BEFORE_THE_AXE)) enough.resolve();
    };
    writing = Promise.all(names.map((name) => write(name, (keys) => acknowledge(name, keys))));
    await enough.promise;
    strike(AXES[round % AXES.length] ?? 'application', application);
    expect(await application.ended).toBe('SIGKILL');
  }
  application = await startApplication({ dataDir });
  await writing;
  await expectAll(acknowledged);
  expect(application.output()).not.toMatch(/error|fatal/i);
});

/** Inserts until the connection breaks, in transactions of several rows: a half of one must never be seen. */
async function write(name: string, acknowledge: (keys: readonly string[]) => void): Promise<void> {
  const client = await ownerClient();
  const insert = 'insert into crash_rows (batch, key) values ($1, $2)';
  try {
    for (let batch = 0; ; batch += 1) {
      const keys = [0, 1, 2].map((part) => `${name}/${batch}/${part}`);
      await client.query('begin');
      for (const key of keys) await client.query(insert, [`${name}/${batch}`, key]);
      await client.query('commit');
      acknowledge(keys);
    }
  } catch {
    // The connection broke: what was not acknowledged may or may not be there.
  } finally {
    await client.end().catch(() => {});
  }
}

async function expectAll(acknowledged: ReadonlySet<string>): Promise<void> {
  const client = await ownerClient();
  await client.query('create table if not exists crash_rows (batch text not null, key text primary key)');
  const { rows } = await client.query<{ batch: string; keys: string[] }>(
    'select batch, array_agg(key) as keys from crash_rows group by batch',
  );
  await client.end();
  const found = new Set(rows.flatMap(({ keys }) => keys));
  expect([...acknowledged].filter((key) => !found.has(key))).toEqual([]);
  expect(rows.filter(({ keys }) => keys.length !== 3)).toEqual([]);
}

async function ownerClient(): Promise<Client> {
  const secrets = z
    .object({ ownerPassword: z.string() })
    .parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
  const client = new Client({
    host: join(dataDir, 'run'),
    user: OWNER_ROLE,
    password: secrets.ownerPassword,
    database: DATABASE,
  });
  client.on('error', () => {}); // told by the query that is under way
  await client.connect();
  return client;
}

function strike(axe: (typeof AXES)[number], target: RunningApplication): void {
  const server = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const victims = { application: [], 'application and server': [server], everything: [server, ...childrenOf(server)] };
  target.kill('SIGKILL');
  for (const pid of victims[axe]) killOutright(pid);
}

function killOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself between being listed and being struck
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}
