import { Client, escapeIdentifier } from 'pg';
import { quoted, type Table, tablesOf } from './tables.ts';

/** The database at one moment. Nobody waits for it and it waits for nobody. */
export type Snapshot = {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly Table[];
  /** Rows as lines of JSON: a list of the texts that PostgreSQL gives and takes for each column. */
  rows(table: Table): AsyncGenerator<Buffer>;
  /** Jobs that still wait, as lines of JSON. */
  jobs(): AsyncGenerator<Buffer>;
  /** SHA-256 of every file that a row speaks of. */
  files(): Promise<Set<string>>;
};

/** Imports hold whole documents in a row, so that even a few hundred rows may be much. */
const ROWS_AT_ONCE = 100;

/**
 * Opens the one read-only transaction in which everything is seen as it was at its beginning. As the owner, who stands
 * under row-level security like everybody: the rows of each organisation are read with that organisation set.
 */
export async function withSnapshot<T>(ownerUrl: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tenants = await client.query<{ id: string }>('select all_tenants() as id order by 1');
    const migrations = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations order by name',
    );
    const organizations = tenants.rows.map(({ id }) => id);
    return await work({
      migrations: migrations.rows,
      tables: await tablesOf(client),
      rows: (table) => rowsOf(client, table, organizations),
      jobs: () => cursor(client, JOBS),
      files: () => filesOf(client, organizations),
    });
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: Client, table: Table, organizations: readonly string[]): AsyncGenerator<Buffer> {
  const texts = table.columns.map(({ name }) => `${escapeIdentifier(name)}::text`).join(', ');
  const select = `select json_build_array(${texts})::text as line from ${quoted(table)}`;
  if (!table.walled) return yield* cursor(client, select);
  for (const tenantId of organizations) {
    await client.query("select set_config('app.tenant', $1, true)", [tenantId]);
    // Some rows are seen by two organisations; each is written down by its own.
    yield* cursor(client, `${select} where tenant_id = current_setting('app.tenant')::uuid`);
  }
}

async function* cursor(client: Client, select: string): AsyncGenerator<Buffer> {
  await client.query(`declare lines no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from lines`);
    if (rows.length > 0) yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close lines');
}

async function filesOf(client: Client, organizations: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const tenantId of organizations) {
    await client.query("select set_config('app.tenant', $1, true)", [tenantId]);
    const { rows } = await client.query<{ sha256: string }>('select sha256 from files');
    for (const { sha256 } of rows) found.add(sha256);
  }
  return found;
}

/** A job that is being done is taken as well: whether it was finished nobody knows, and every handler may run twice. */
const JOBS = `
  select json_build_object('name', t.identifier, 'payload', j.payload, 'runAt', j.run_at, 'key', j.key,
    'attempts', j.max_attempts, 'priority', j.priority)::text as line
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts < j.max_attempts order by j.id`;
