import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

/** A column that names a person, with the key of its table. */
export type PersonReference = {
  readonly table: string;
  readonly column: string;
  readonly key: readonly string[];
};

/** What a person has once: the key is the person. */
export const SIDES = [
  'employees',
  'pupils',
  'outsiders',
  'identity_documents',
  'support_tags',
  'competence_cards',
] as const;
export type Side = (typeof SIDES)[number];

/**
 * Every column of the database that refers to a person, asked of the database itself: a table added later is merged
 * without anybody remembering to. Places in classes refer to pupils and name the person through them.
 */
export async function personReferences(tx: Reading): Promise<PersonReference[]> {
  const { rows } = await sql<PersonReference>`
    select t.relname::text as table, a.attname::text as column,
      (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
        from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey::int2[])
        where i.indrelid = t.oid and i.indisprimary) as key
    from pg_constraint f
    join pg_class t on t.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'tenant_id'
    where f.contype = 'f' and f.confrelid in ('people'::regclass, 'pupils'::regclass)
      and t.relname <> all (${sql.val(['people', 'person_merges', ...SIDES])}::text[])
    group by t.oid, t.relname, a.attname order by 1, 2`.execute(tx);
  return rows;
}
