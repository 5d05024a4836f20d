import type { ImportKind } from '@nastavnik/domain/people-import/import-columns';
import type { RowOutcome } from '@nastavnik/domain/people-import/import-row';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { applyEmployees } from './apply-employees.ts';
import { applyClasses, applyContingent, applyRepresentatives } from './apply-others.ts';
import { applyPupils } from './apply-pupils.ts';
import { dayOf, keptOf, listToTry, mappingOfColumns, tryApart } from './check-list.ts';
import {
  keptRows,
  type ListImportRow,
  listImportOf,
  saveListImport,
  saveOutcomes,
  saveProgress,
} from './list-import.queries.ts';
import { isAsShown, type RowToApply, rowsToApply } from './rows-to-apply.ts';
import type { Applying } from './write-people.ts';

type Which = { readonly tenantId: string; readonly importId: string };
/** Rows between two signs of progress. */
const PART = 250;

/**
 * Writes a confirmed list: all of it in one transaction, or nothing. The rows are tried once more first, since the world
 * moves; where it has moved, the list goes back to the person. Progress is told on a connection of its own.
 */
export async function applyList(deps: Deps, { tenantId, importId }: Which): Promise<void> {
  const found = await reading(deps.pool, { tenantId }, (tx) => listImportOf(tx, tenantId, importId));
  if (found?.state !== 'applying') return;
  try {
    const moved = await writing(deps.pool, { tenantId }, (tx) => applyAtOnce(tx, deps, found, { tenantId, importId }));
    if (moved) await backToThePerson(deps, { tenantId, importId }, moved);
  } catch (error) {
    // Nothing of it was written. The next connection says so, and the person tries again.
    const failure = isTakenSnils(error) ? 'person.snils-taken' : 'list-import.interrupted';
    await writing(deps.pool, { tenantId }, (tx) =>
      saveListImport(tx, tenantId, importId, { state: 'checked', failure, doneRows: 0 }),
    );
    if (isTakenSnils(error)) return;
    if (!isLostConnection(error)) throw error;
    deps.log.warn({ err: error, importId }, 'a list was not applied: the database went away');
  }
}

type Tried = {
  readonly rows: readonly RowOutcome<ImportKind>[];
  readonly who: Readonly<Record<number, string>>;
  readonly counts: ListImportRow['counts'];
};

/** Returns the new trial where the rows are no longer what was confirmed; `undefined` when all is written. */
async function applyAtOnce(
  tx: Writing,
  deps: Deps,
  found: ListImportRow,
  { tenantId, importId }: Which,
): Promise<Tried | undefined> {
  // The import's own row stays free for the progress: who applies is told by another lock.
  const lock = await sql<{
    got: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${importId}, 0)) as got`.execute(tx);
  if (!lock.rows[0]?.got) return undefined;
  if ((await listImportOf(tx, tenantId, importId))?.state !== 'applying') return undefined;
  const mapping = mappingOfColumns(found.columns ?? []);
  const list = await listToTry(tx, deps, { tenantId, importId, kind: found.kind, mapping });
  const tried = await tryApart(list);
  const shown = new Map((await keptRows(tx, tenantId, importId, {})).map((row) => [row.row, row]));
  if (!tried.rows.every((row) => isAsShown(row, shown.get(row.row)))) return tried;

  const decisions = new Map([...shown.values()].flatMap(({ row, decision }) => (decision ? [[row, decision]] : [])));
  const rows = rowsToApply(found.kind, tried.rows, decisions, list.known.rows);
  const applying: Applying = {
    tenantId,
    ...(await dayOf(tx, deps, tenantId)),
    personId: found.createdBy,
    name: found.createdByName,
  };
  await writeRows(tx, applying, found.kind, rows, (done) =>
    writing(deps.pool, { tenantId }, (aside) => saveProgress(aside, tenantId, importId, done)),
  );
  await saveListImport(tx, tenantId, importId, {
    state: 'applied',
    failure: null,
    appliedAt: applying.now,
    doneRows: rows.length,
    totalRows: rows.length,
  });
  await recordEvent(tx, applying, {
    type: 'list.applied',
    object: { kind: 'list-import', id: importId },
    data: { kind: found.kind, rows: rows.length, counts: tried.counts },
  });
  return undefined;
}

async function writeRows(
  tx: Writing,
  applying: Applying,
  kind: ImportKind,
  rows: readonly RowToApply[],
  tell: (done: number) => Promise<void>,
): Promise<void> {
  const byRow = new Map<number, string>();
  const write: { readonly [K in ImportKind]: (part: readonly RowToApply<K>[]) => Promise<void> } = {
    employees: (part) => applyEmployees(tx, applying, part),
    pupils: (part) => applyPupils(tx, applying, part),
    representatives: (part) => applyRepresentatives(tx, applying, part, byRow),
    classes: (part) => applyClasses(tx, applying, part),
    contingent: (part) => applyContingent(tx, applying, part),
  };
  // Counts stand for one day together; the others go in parts, so that the progress can be seen.
  const part = kind === 'contingent' ? Math.max(1, rows.length) : PART;
  for (let from = 0; from < rows.length; from += part) {
    await (write[kind] as (some: readonly RowToApply[]) => Promise<void>)(rows.slice(from, from + part));
    await tell(Math.min(rows.length, from + part));
  }
}

async function backToThePerson(deps: Deps, { tenantId, importId }: Which, tried: Tried): Promise<void> {
  await writing(deps.pool, { tenantId }, async (tx) => {
    const now = await listImportOf(tx, tenantId, importId, true);
    if (now?.state !== 'applying') return;
    await saveOutcomes(
      tx,
      tenantId,
      importId,
      tried.rows.map((row) => keptOf(row, tried.who)),
    );
    await saveListImport(tx, tenantId, importId, {
      state: 'checked',
      counts: tried.counts,
      failure: 'list-import.world-moved',
      doneRows: 0,
    });
  });
}

/** The server ended the session, or is gone. */
function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(57P0|08)/.test(code ?? '') || /Connection terminated|not queryable|ECONNRESET|ECONNREFUSED/.test(message ?? '')
  );
}

/** Somebody said «another person» of a row whose number stands in a card already. */
function isTakenSnils(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'people_by_snils';
}
