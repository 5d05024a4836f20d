import { type Client, escapeIdentifier } from 'pg';

/** A table as it is written down and filled: the columns that hold what was put in, not what the database computes. */
export type Table = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Rows of one organisation are seen with that organisation set; the others all at once. */
  readonly walled: boolean;
};

/** The job queue has tables of its own library and is taken as jobs; the list of migrations is the program's. */
const APART = { schemas: ['graphile_worker'], tables: ['public.migrations'] };

export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity as walled,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and n.nspname <> all ($1)
       and n.nspname || '.' || c.relname <> all ($2)
     group by n.nspname, c.relname, c.relrowsecurity order by 1, 2`,
    [APART.schemas, APART.tables],
  );
  const open = rows.find(({ walled, columns }) => walled && !columns.some(({ name }) => name === 'tenant_id'));
  if (open) throw new Error(`the rows of ${open.schema}.${open.name} are walled, but not by organisation`);
  return rows;
}

export function quoted({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
}
