import { Client, escapeIdentifier } from 'pg';
import { backupDamaged } from './backup-errors.ts';
import { linesOf } from './lines.ts';
import { quoted, type Table, tablesOf } from './tables.ts';

/** Rows to one statement, and characters: a row may hold a whole document. */
const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 4_000_000;

export type Loading = {
  /** Fills one table with the lines that `Snapshot.rows` gave. */
  table(table: Pick<Table, 'schema' | 'name' | 'columns'>, lines: AsyncIterable<Uint8Array>): Promise<void>;
};

/**
 * Fills the tables of a database whose schema stands and which holds nothing but what migrations put there. All or
 * nothing: one transaction. References between tables are taken down first, because tables may refer to each other in a
 * ring, and are put up again at the end, which checks every row.
 */
export async function loadDatabase(ownerUrl: string, work: (loading: Loading) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const tables = await tablesOf(client);
    const references = await takeDownReferences(client);
    await emptyWhatMigrationsFilled(client, tables);
    await work({ table: (table, lines) => fill(client, tables, table, lines) });
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function fill(
  client: Client,
  known: readonly Table[],
  table: Pick<Table, 'schema' | 'name' | 'columns'>,
  lines: AsyncIterable<Uint8Array>,
): Promise<void> {
  const here = known.find(({ schema, name }) => schema === table.schema && name === table.name);
  const columns = table.columns.map(({ name }) => here?.columns.find((each) => each.name === name));
  if (!here || columns.some((column) => column === undefined)) throw backupDamaged();
  const names = columns.map((column) => escapeIdentifier(column!.name)).join(', ');
  const values = columns.map((column, at) => `(line ->> ${at})::${column!.type}`).join(', ');
  // OVERRIDING: numbers that the database gives by itself were given already.
  const insert = `insert into ${quoted(table)} (${names}) overriding system value select ${values} from json_array_elements($1::json) line`;
  let rows: string[] = [];
  let size = 0;
  const send = async () => {
    if (rows.length > 0) await client.query(insert, [`[${rows.join(',')}]`]);
    rows = [];
    size = 0;
  };
  for await (const line of linesOf(lines)) {
    rows.push(line);
    size += line.length;
    if (rows.length >= ROWS_AT_ONCE || size >= CHARACTERS_AT_ONCE) await send();
  }
  await send();
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string };

async function takeDownReferences(client: Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and n.nspname not in ('graphile_worker', 'pg_catalog', 'information_schema') and c.conparentid = 0`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  return rows;
}

/** What a migration wrote into a fresh database is in the backup too, perhaps changed since. */
async function emptyWhatMigrationsFilled(client: Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const { rowCount } = await client.query(`select 1 from ${quoted(table)} limit 1`);
    if (rowCount !== 0) await client.query(`truncate ${quoted(table)}`);
  }
}

/** Puts the jobs that waited into the queue again. */
export async function loadJobs(ownerUrl: string, lines: AsyncIterable<Uint8Array>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    for await (const line of linesOf(lines)) {
      await client.query(
        `select graphile_worker.add_job(j ->> 'name', j -> 'payload', run_at => (j ->> 'runAt')::timestamptz, job_key => j ->> 'key',
           max_attempts => (j ->> 'attempts')::int, priority => (j ->> 'priority')::int)
         from (select $1::json as j) job`,
        [line],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
