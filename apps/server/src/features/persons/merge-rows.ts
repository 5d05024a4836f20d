import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';
import { type PersonReference, personReferences, SIDES, type Side } from './references.queries.ts';

type Json = Record<string, unknown>;

/** Everything a merge did to rows, so that it can be taken back row by row. */
export type RowTrace = {
  /** Rows that name the kept person now. `key` is the key as it is after the move. */
  readonly moved: { readonly table: string; readonly column: string; readonly key: Json }[];
  /** Rows of the one who went for which the other had an equal one. */
  readonly dropped: { readonly table: string; readonly row: Json }[];
  /** Sides of the one who went, and whether the other received a copy. */
  readonly sides: { readonly table: Side; readonly row: Json; readonly copied: boolean }[];
};

/** Both have what a person can have once. */
export type RowBlock = { readonly table: string; readonly kept: Json; readonly gone: Json };

/** Tables where a second row of the same says nothing new: the one of the kept person stands for both. */
const SAYS_NOTHING_NEW = new Set([
  'role_assignments',
  'body_members',
  'class_teachers',
  'invitations',
  'interests',
  'saved_filters',
  'disclosed_people',
  'people_apart',
  'teacher_categories',
]);

export type Pair = { readonly tenantId: string; readonly keptId: string; readonly goneId: string };

/** Moves all that hangs on one person over to another, or says what cannot be moved. */
export async function moveRows(tx: Writing, pair: Pair): Promise<{ trace: RowTrace; blocks: RowBlock[] }> {
  const trace: RowTrace = { moved: [], dropped: [], sides: [] };
  const blocks: RowBlock[] = [];
  for (const table of SIDES) await copySide(tx, pair, table, trace);
  for (const reference of await personReferences(tx)) {
    for (const row of await rowsOf(tx, pair.tenantId, reference, pair.goneId)) {
      const block = await moveRow(tx, pair, reference, row, trace);
      if (block) blocks.push(block);
    }
  }
  // Last, when nothing refers to them any more. What cannot be moved keeps its side, and the whole is refused anyway.
  if (blocks.length === 0) {
    for (const { table } of trace.sides) {
      await sql`delete from ${sql.table(table)} where tenant_id = ${pair.tenantId} and person_id = ${pair.goneId}`.execute(
        tx,
      );
    }
  }
  return { trace, blocks };
}

async function copySide(tx: Writing, { tenantId, keptId, goneId }: Pair, table: Side, trace: RowTrace): Promise<void> {
  const side = sql.table(table);
  const gone = await sql<{ row: Json }>`select to_jsonb(t) as row from ${side} t
    where tenant_id = ${tenantId} and person_id = ${goneId}`.execute(tx);
  const row = gone.rows[0]?.row;
  if (!row) return;
  const copy = JSON.stringify({ ...row, person_id: keptId });
  const made = await insertRow(tx, table, copy);
  trace.sides.push({ table, row, copied: made });
}

async function rowsOf(tx: Writing, tenantId: string, { table, column, key }: PersonReference, personId: string) {
  const { rows } = await sql<{ row: Json }>`select to_jsonb(t) as row from ${sql.table(table)} t
    where tenant_id = ${tenantId} and ${sql.ref(column)} = ${personId}
    order by ${sql.join(key.map((each) => sql.ref(each)))}`.execute(tx);
  return rows.map(({ row }) => row);
}

async function moveRow(
  tx: Writing,
  pair: Pair,
  { table, column, key }: PersonReference,
  row: Json,
  trace: RowTrace,
): Promise<RowBlock | undefined> {
  const moved = await attempt(
    tx,
    () => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${pair.keptId} where ${isRow(key, row)}`,
  );
  if (moved) {
    const after = Object.fromEntries(key.map((each) => [each, each === column ? pair.keptId : row[each]]));
    trace.moved.push({ table, column, key: after });
    return undefined;
  }
  const kept = await standsInTheWay(tx, pair, { table, column, key }, row);
  if (SAYS_NOTHING_NEW.has(table) || (kept && isSame(table, kept, row))) {
    const dropped = await attempt(tx, () => sql`delete from ${sql.table(table)} where ${isRow(key, row)}`);
    if (dropped) {
      trace.dropped.push({ table, row });
      return undefined;
    }
  }
  return { table, kept: kept ?? {}, gone: row };
}

/** One class twice in the same days, one child of one parent twice: the same fact entered under two records. */
function isSame(table: string, kept: Json, gone: Json): boolean {
  if (table === 'class_places') return kept['class_id'] === gone['class_id'];
  if (table === 'representations') return kept['kind'] === gone['kind'] && gone['verified_on'] === null;
  return false;
}

/** The row of the kept person that the other's runs into: the first of the same class, child, cycle or form. */
async function standsInTheWay(
  tx: Writing,
  { tenantId, keptId }: Pair,
  reference: PersonReference,
  row: Json,
): Promise<Json | undefined> {
  const rows = await rowsOf(tx, tenantId, reference, keptId);
  const alike = (other: Json) =>
    Object.keys(row).filter((column) => row[column] !== null && row[column] === other[column]).length;
  const overlapping = rows.filter((other) => reference.table !== 'class_places' || overlaps(other, row));
  return overlapping.toSorted((one, other) => alike(other) - alike(one))[0];
}

function overlaps(one: Json, other: Json): boolean {
  return day(one, 'started_on') <= day(other, 'ended_on') && day(other, 'started_on') <= day(one, 'ended_on');
}

/** A period without an end lasts. */
function day(row: Json, column: 'started_on' | 'ended_on'): string {
  const value = row[column];
  return typeof value === 'string' ? value : '9999-12-31';
}

function isRow(key: readonly string[], row: Json) {
  return sql.join(
    key.map((each) => sql`${sql.ref(each)} = ${row[each]}`),
    sql` and `,
  );
}

/** Runs a change that the database may refuse for a unique key, an overlap or a reference; nothing of it stays then. */
async function attempt(tx: Writing, change: () => ReturnType<typeof sql>): Promise<boolean> {
  await sql`savepoint merging`.execute(tx);
  try {
    await change().execute(tx);
    await sql`release savepoint merging`.execute(tx);
    return true;
  } catch (error) {
    await sql`rollback to savepoint merging`.execute(tx);
    if (['23505', '23P01', '23503', '23514'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

/** A whole row from its JSON, generated columns left out; one that is there stays. Returns whether it was written. */
async function insertRow(tx: Writing, table: string, row: string): Promise<boolean> {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
    tx,
  );
  const columns = sql.join(rows.map(({ column }) => sql.ref(column)));
  const made = await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb)
    on conflict do nothing returning 1`.execute(tx);
  return made.rows.length > 0;
}

/** Takes a merge of rows back. Rows that were deleted since are not made again. Returns how many could not go back. */
export async function moveRowsBack(tx: Writing, pair: Pair, trace: RowTrace): Promise<number> {
  let missing = 0;
  for (const { table, row } of trace.sides) await insertRow(tx, table, JSON.stringify(row));
  for (const { table, column, key } of trace.moved) {
    const back = await attempt(
      tx,
      () => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${pair.goneId}
        where ${isRow(Object.keys(key), key)} and ${sql.ref(column)} = ${pair.keptId}`,
    );
    if (!back) missing += 1;
  }
  for (const { table, row } of trace.dropped) {
    if (!(await insertRow(tx, table, JSON.stringify(row)))) missing += 1;
  }
  for (const { table, copied } of trace.sides) {
    // Something was added to the copy since, a class for instance: it stays then.
    if (copied) {
      await attempt(
        tx,
        () => sql`delete from ${sql.table(table)} where tenant_id = ${pair.tenantId} and person_id = ${pair.keptId}`,
      );
    }
  }
  return missing;
}
