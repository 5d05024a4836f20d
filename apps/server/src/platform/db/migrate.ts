import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';

const FOLDER = join(import.meta.dirname, '../../../migrations');
/** Any number, the same for every copy of the application: two that start together migrate one after the other. */
const LOCK = 7_420_190_011;
const LIST =
  'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())';

/**
 * A migration works on the rows of every tenant at once, so the owner steps over the wall while it runs; for the
 * application it stands all the time, and `after_each.sql` forces it upon the owner again.
 */
const OWNER_SEES_ALL = `
  do $$
  declare
    walled text;
  begin
    for walled in select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relforcerowsecurity
    loop
      execute 'alter table ' || walled || ' no force row level security';
    end loop;
  end $$`;

/**
 * Brings the database to the newest schema, as its owner: numbered `.sql` files forward only, each in a transaction
 * with `after_each.sql`; then the tables of the job queue.
 * @throws when a file that was applied has changed since: its hash stands in `migrations`
 */
export async function migrate(owner: pg.ClientConfig): Promise<{ applied: string[] }> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(LIST);
    const applied = await applyFiles(client);
    await prepareJobs(client, owner);
    return { applied };
  } finally {
    await client.end();
  }
}

/**
 * Brings an empty database to a schema of the past, for rows that were written down under it: these files alone, without
 * the walls and the queue, which `migrate` puts up when the rows are in.
 */
export async function migrateAsFarAs(owner: pg.ClientConfig, names: readonly string[]): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(LIST);
    await applyNew(client, names);
  } finally {
    await client.end();
  }
}

/** The migrations that this program has, with their hashes. */
export async function knownMigrations(): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const name of await migrationNames()) known.set(name, await sha256(await readFile(join(FOLDER, name), 'utf8')));
  return known;
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
}

async function applyFiles(client: pg.Client): Promise<string[]> {
  const afterEach = await readFile(join(FOLDER, 'after_each.sql'), 'utf8');
  const applied = await applyNew(client, await migrationNames());
  await inTransaction(client, () => client.query(afterEach));
  return applied;
}

async function applyNew(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations');
  const known = new Map(rows.map((row) => [row.name, row.sha256]));
  const applied: string[] = [];
  for (const name of names) {
    const text = await readFile(join(FOLDER, name), 'utf8');
    const hash = await sha256(text);
    const before = known.get(name);
    if (before === hash) continue;
    if (before !== undefined) throw new Error(`migration ${name} was changed after it had been applied`);
    await inTransaction(client, async () => {
      await client.query(OWNER_SEES_ALL);
      await client.query(text);
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, hash]);
    });
    applied.push(name);
  }
  return applied;
}

/** The queue's own tables belong to the owner; the application reaches it only through `enqueue_job`. */
async function prepareJobs(client: pg.Client, owner: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 2 });
  const broken = (error: Error) => {
    throw error;
  };
  pool.on('error', broken);
  pool.on('connect', (connection) => connection.on('error', broken));
  try {
    const utils = await makeWorkerUtils({ pgPool: pool });
    await utils.migrate();
    await utils.release();
  } finally {
    await pool.end();
  }
  await client.query(`
    create or replace function enqueue_job(kind text, payload json, job_key text, run_at timestamptz) returns void
    language sql security definer set search_path = public as $$
      select graphile_worker.add_job(kind, payload, job_key => job_key, run_at => run_at)
    $$;
    revoke all on function enqueue_job(text, json, text, timestamptz) from public;
    grant execute on function enqueue_job(text, json, text, timestamptz) to nastavnik_app`);
}

async function inTransaction(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
