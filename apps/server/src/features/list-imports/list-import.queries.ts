import type {
  ColumnGuess,
  ImportField,
  ImportKind,
  RememberedMapping,
} from '@nastavnik/domain/people-import/import-columns';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

export type ListState = 'received' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed' | 'discarded';
/** A column as it is shown: what it holds, who said so, and its first values. */
export type ListColumn = Omit<ColumnGuess, 'why'> & {
  readonly why: ColumnGuess['why'] | 'person';
  readonly examples: readonly string[];
};
export type Outcome = 'new' | 'changed' | 'unchanged' | 'duplicateSuspected' | 'error';
export type Counts = Readonly<Record<Outcome, number>>;

export type ListImportRow = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ListState;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly columns: readonly ListColumn[] | null;
  readonly counts: Counts | null;
  readonly undecided: number;
  readonly doneRows: number;
  readonly totalRows: number | null;
  readonly failure: string | null;
  readonly leaveOutErrors: boolean;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly version: number;
};

const FROM = sql`
  select i.id, i.kind, i.state, i.file_id as "fileId", f.name as "fileName", f.sha256, i.columns, i.result as counts,
    (select count(*)::int from list_import_rows r where r.tenant_id = i.tenant_id and r.import_id = i.id
      and r.outcome = 'duplicateSuspected' and r.decision is null) as undecided,
    i.done_rows as "doneRows", i.total_rows as "totalRows", i.failure, i.leave_out_errors as "leaveOutErrors",
    i.created_by as "createdBy",
    (select p.family_name || ' ' || left(p.given_name, 1) || '.' from people p
      where p.tenant_id = i.tenant_id and p.id = i.created_by) as "createdByName",
    i.created_at as "createdAt", i.applied_at as "appliedAt", i.version
  from list_imports i join files f on f.tenant_id = i.tenant_id and f.id = i.file_id`;

export async function listImportOf(
  tx: Reading,
  tenantId: string,
  id: string,
  lock = false,
): Promise<ListImportRow | undefined> {
  const { rows } = await sql<ListImportRow>`${FROM} where i.tenant_id = ${tenantId} and i.id = ${id}
    ${lock ? sql`for update of i` : sql``}`.execute(tx);
  return rows[0];
}

export async function allListImports(tx: Reading, tenantId: string, kinds: readonly ImportKind[]) {
  const { rows } = await sql<ListImportRow>`${FROM} where i.tenant_id = ${tenantId}
    and i.kind = any (${sql.val([...kinds])}::text[]) and i.state <> 'discarded'
    order by i.created_at desc, i.id limit 100`.execute(tx);
  return rows;
}

export type ListImportChange = Partial<{
  state: ListState;
  columns: readonly ListColumn[];
  counts: Counts | null;
  doneRows: number;
  totalRows: number | null;
  failure: string | null;
  leaveOutErrors: boolean;
  appliedAt: Date;
}>;

/** Writes the change and counts the version on, so that what somebody read before is known to be old. */
export async function saveListImport(
  tx: Writing,
  tenantId: string,
  id: string,
  change: ListImportChange,
): Promise<void> {
  await tx
    .updateTable('list_imports')
    .set((each) => ({
      version: each('version', '+', 1),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.columns === undefined ? {} : { columns: JSON.stringify(change.columns) }),
      ...(change.counts === undefined ? {} : { result: change.counts && JSON.stringify(change.counts) }),
      ...(change.doneRows === undefined ? {} : { done_rows: change.doneRows }),
      ...(change.totalRows === undefined ? {} : { total_rows: change.totalRows }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      ...(change.leaveOutErrors === undefined ? {} : { leave_out_errors: change.leaveOutErrors }),
      ...(change.appliedAt === undefined ? {} : { applied_at: change.appliedAt }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Progress alone: the version stays, a reader need not begin anew. */
export async function saveProgress(tx: Writing, tenantId: string, id: string, doneRows: number): Promise<void> {
  await tx
    .updateTable('list_imports')
    .set({ done_rows: doneRows })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

export async function insertRows(
  tx: Writing,
  tenantId: string,
  importId: string,
  rows: readonly SheetRow[],
): Promise<void> {
  await sql`delete from list_import_rows where tenant_id = ${tenantId} and import_id = ${importId}`.execute(tx);
  await sql`insert into list_import_rows (tenant_id, import_id, row, cells)
    select ${tenantId}, ${importId}, r.row, r.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row integer, cells text[])`.execute(tx);
}

export async function sheetRowsOf(tx: Reading, tenantId: string, importId: string): Promise<SheetRow[]> {
  return tx
    .selectFrom('list_import_rows')
    .select(['row', 'cells'])
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .orderBy('row')
    .execute();
}

/** What is kept of a row's trial: for showing, for the file of errors, and to see whether the world has moved. */
export type Findings = {
  readonly faults: readonly object[];
  readonly remarks: readonly object[];
  readonly changes: readonly string[];
  readonly matches: readonly { readonly id: string }[];
  readonly id: string | null;
};
export type TriedRow = {
  readonly row: number;
  readonly outcome: Outcome;
  readonly who: string;
  readonly findings: Findings;
};

/** Outcomes of a trial. A decision stays where the row is still about a suspected one whom it names. */
export async function saveOutcomes(
  tx: Writing,
  tenantId: string,
  importId: string,
  rows: readonly TriedRow[],
): Promise<void> {
  await sql`delete from list_import_rows l where tenant_id = ${tenantId} and import_id = ${importId}
    and not l.row = any (${sql.val(rows.map(({ row }) => row))}::int[])`.execute(tx);
  await sql`update list_import_rows l set outcome = r.outcome, who = r.who, findings = r.findings,
      decision = case when r.outcome = 'duplicateSuspected' and (l.decision in ('new', 'leaveOut')
        or exists (select from jsonb_array_elements(r.findings -> 'matches') m where m ->> 'id' = l.decision))
        then l.decision end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row integer, outcome text, who text, findings jsonb)
    where l.tenant_id = ${tenantId} and l.import_id = ${importId} and l.row = r.row`.execute(tx);
}

export type KeptRow = {
  readonly row: number;
  readonly cells: string[];
  readonly outcome: Outcome;
  readonly who: string;
  readonly findings: Findings;
  readonly decision: string | null;
};

export async function keptRows(
  tx: Reading,
  tenantId: string,
  importId: string,
  asked: { readonly outcome?: Outcome; readonly undecided?: boolean; readonly after?: number; readonly limit?: number },
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`select row, cells, outcome, who, findings, decision from list_import_rows
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome is not null and row > ${asked.after ?? 0}
      and ${asked.outcome === undefined ? sql`true` : sql`outcome = ${asked.outcome}`}
      and ${asked.undecided ? sql`outcome = 'duplicateSuspected' and decision is null` : sql`true`}
    order by row limit ${asked.limit ?? 100_000}`.execute(tx);
  return rows;
}

export async function rememberedMapping(tx: Reading, tenantId: string, kind: ImportKind): Promise<RememberedMapping> {
  const rows = await tx
    .selectFrom('column_mappings')
    .select(['header_key', 'mapping'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ header_key, mapping }) => ({
    header: header_key,
    field: (mapping as { field: ImportField | null }).field,
  }));
}

export async function rememberColumns(
  tx: Writing,
  scope: { readonly tenantId: string; readonly kind: ImportKind; readonly now: Date },
  columns: RememberedMapping,
): Promise<void> {
  for (const { header, field } of columns) {
    await tx
      .insertInto('column_mappings')
      .values({
        tenant_id: scope.tenantId,
        kind: scope.kind,
        header_key: header,
        mapping: JSON.stringify({ field }),
        used_at: scope.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'kind', 'header_key'])
          .doUpdateSet({ mapping: JSON.stringify({ field }), used_at: scope.now }),
      )
      .execute();
  }
}
