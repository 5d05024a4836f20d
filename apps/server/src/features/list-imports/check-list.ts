import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { GridRow, ReadSheets } from '@nastavnik/documents/sheets/sheet-grid';
import { headerKey } from '@nastavnik/domain/people-import/column-words';
import { findHeader, guessColumns, missingColumns } from '@nastavnik/domain/people-import/guess-columns';
import type { ColumnMapping, ImportKind, RememberedMapping } from '@nastavnik/domain/people-import/import-columns';
import type { RowOutcome } from '@nastavnik/domain/people-import/import-row';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { readSheetsInWorker, tryListInWorker } from '../../platform/reading/read-in-worker.ts';
import { type ListToTry, type TriedList, tryList } from '../../platform/reading/try-list.ts';
import { Refusal } from '../../platform/refusal.ts';
import { knownOf } from './known-people.queries.ts';
import {
  insertRows,
  type ListColumn,
  listImportOf,
  rememberedMapping,
  saveListImport,
  saveOutcomes,
  sheetRowsOf,
  type TriedRow,
} from './list-import.queries.ts';

type Which = { readonly tenantId: string; readonly importId: string; readonly version: number };
const MOST_ROWS = 20_000;
const EXAMPLES = 3;
const SMALL = { rows: 200, people: 2000 };

/**
 * Reads the file if that has not been done, then tries its rows without writing any. A second run finds the work done.
 */
export async function checkList(deps: Deps, { tenantId, importId, version }: Which): Promise<void> {
  const found = await reading(deps.pool, { tenantId }, (tx) => listImportOf(tx, tenantId, importId));
  if (!found || found.version !== version || !['received', 'checking'].includes(found.state)) return;
  try {
    const columns = found.columns ?? (await readColumns(deps, { tenantId, importId }, found));
    await tryRows(deps, { tenantId, importId }, { kind: found.kind, columns });
  } catch (error) {
    const code = error instanceof Refusal || error instanceof ReadingRefusal ? error.code : undefined;
    if (code === undefined || !isRefusalCode(code)) throw error;
    await writing(deps.pool, { tenantId }, (tx) =>
      saveListImport(tx, tenantId, importId, { state: 'failed', failure: code }),
    );
  }
}

async function readColumns(
  deps: Deps,
  { tenantId, importId }: Omit<Which, 'version'>,
  { kind, sha256, fileName }: { readonly kind: ImportKind; readonly sha256: string; readonly fileName: string },
): Promise<readonly ListColumn[]> {
  const sheets = await readSheetsInWorker(await deps.files.get(sha256), fileName);
  const remembered = await reading(deps.pool, { tenantId }, (tx) => rememberedMapping(tx, tenantId, kind));
  const { header, rows } = tableOf(kind, sheets, remembered);
  if (rows.length > MOST_ROWS) throw new Refusal('list-import.too-many-rows');
  return writing(deps.pool, { tenantId }, async (tx) => {
    const columns = columnsOf(kind, header, rows, remembered);
    await insertRows(
      tx,
      tenantId,
      importId,
      rows.map(({ number, cells }) => ({ row: number, cells })),
    );
    await saveListImport(tx, tenantId, importId, { state: 'checking', columns, totalRows: rows.length });
    return columns;
  });
}

/** The sheet with the list: the one with a header of this kind and the most rows below it. */
function tableOf(
  kind: ImportKind,
  { sheets }: ReadSheets,
  remembered: RememberedMapping,
): { header: readonly string[]; rows: readonly GridRow[] } {
  const tables = sheets.map(({ rows }) => {
    const cells = rows.map((row) => row.cells);
    const at = findHeader(kind, cells) ?? findNamedHeader(cells, remembered);
    return {
      hasHeader: at !== undefined,
      header: at === undefined ? [] : (rows[at]?.cells ?? []),
      rows: at === undefined ? rows : rows.slice(at + 1),
    };
  });
  const [best] = tables.toSorted(
    (one, other) => Number(other.hasHeader) - Number(one.hasHeader) || other.rows.length - one.rows.length,
  );
  if (!best || best.rows.length === 0) throw new Refusal('list-import.no-table');
  return best;
}

/** A header in words of the school's own: those that somebody has explained, or a first row without figures above rows with some. */
function findNamedHeader(rows: readonly (readonly string[])[], remembered: RememberedMapping): number | undefined {
  const known = new Set(remembered.map(({ header }) => header));
  const at = rows.slice(0, 20).findIndex((cells) => cells.filter((cell) => known.has(headerKey(cell))).length > 1);
  if (at >= 0) return at;
  const [first, ...rest] = rows;
  const hasFigures = (cells: readonly string[]) => cells.some((cell) => /\d/.test(cell));
  return first && !hasFigures(first) && rest.slice(0, 5).some(hasFigures) ? 0 : undefined;
}

function columnsOf(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly GridRow[],
  remembered: RememberedMapping,
): ListColumn[] {
  const cells = rows.map((row) => row.cells);
  return guessColumns(kind, header, cells, remembered).map((guess) => ({
    ...guess,
    // A doubtful guess is shown and not used until somebody has said so.
    field: guess.confidence < 0.5 ? null : guess.field,
    examples: cells.flatMap((row) => row[guess.column]?.trim() || []).slice(0, EXAMPLES),
  }));
}

export function mappingOfColumns(columns: readonly ListColumn[]): ColumnMapping {
  return Object.fromEntries(columns.map(({ column, field }) => [column, field]));
}

async function tryRows(
  deps: Deps,
  { tenantId, importId }: Omit<Which, 'version'>,
  { kind, columns }: { readonly kind: ImportKind; readonly columns: readonly ListColumn[] },
): Promise<void> {
  const mapping = mappingOfColumns(columns);
  const isMapped = missingColumns(kind, mapping).length === 0;
  const tried = isMapped ? await tryAll(deps, { tenantId, importId, kind, mapping }) : undefined;
  await writing(deps.pool, { tenantId }, async (tx) => {
    const now = await listImportOf(tx, tenantId, importId, true);
    if (now?.state !== 'checking') return;
    if (tried)
      await saveOutcomes(
        tx,
        tenantId,
        importId,
        tried.rows.map((row) => keptOf(row, tried.who)),
      );
    await saveListImport(tx, tenantId, importId, { state: 'checked', counts: tried?.counts ?? null });
  });
}

type Trial = {
  readonly tenantId: string;
  readonly importId: string;
  readonly kind: ImportKind;
  readonly mapping: ColumnMapping;
};

async function tryAll(deps: Deps, trial: Trial): Promise<TriedList> {
  return tryApart(await reading(deps.pool, trial, (tx) => listToTry(tx, deps, trial)));
}

/** A few rows against a few people are tried here and now; thousands would hold everybody else up. */
export function tryApart(list: ListToTry): Promise<TriedList> {
  const isSmall = list.rows.length <= SMALL.rows && list.known.people.length <= SMALL.people;
  return isSmall ? Promise.resolve(tryList(list)) : tryListInWorker(list);
}

/** The rows of the import and what is known of the school in this transaction. */
export async function listToTry(tx: Reading, deps: Pick<Deps, 'clock'>, { tenantId, importId, kind, mapping }: Trial) {
  const { today } = await dayOf(tx, deps, tenantId);
  return {
    kind,
    mapping,
    rows: await sheetRowsOf(tx, tenantId, importId),
    known: await knownOf(tx, { tenantId, today }, kind),
    // Classes that are not there yet are made by the list of pupils.
    context: { today, classes: null },
  };
}

export async function dayOf(
  tx: Reading,
  deps: Pick<Deps, 'clock'>,
  tenantId: string,
): Promise<Pick<Caller, 'today' | 'now'>> {
  const row = await tx
    .selectFrom('organizations')
    .select('time_zone')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  const now = deps.clock.now();
  return { today: dayIn(row.time_zone, now), now };
}

export function keptOf(row: RowOutcome<ImportKind>, who: Readonly<Record<number, string>>): TriedRow {
  return {
    row: row.row,
    outcome: row.outcome,
    who: row.outcome === 'error' ? row.who : (who[row.row] ?? ''),
    findings: {
      faults: row.outcome === 'error' ? row.faults : [],
      remarks: row.remarks,
      changes: row.outcome === 'changed' ? row.changes : [],
      matches: row.outcome === 'duplicateSuspected' || row.outcome === 'new' ? row.matches : [],
      id: row.outcome === 'changed' || row.outcome === 'unchanged' ? row.id : null,
    },
  };
}
