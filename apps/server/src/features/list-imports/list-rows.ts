import type { rowsQuery } from '@nastavnik/contracts/list-imports';
import { renderErrorFile } from '@nastavnik/documents/sheets/error-file';
import { sayFault } from '@nastavnik/documents/sheets/fault-words';
import type { DuplicateMatch } from '@nastavnik/domain/people/duplicate';
import type { RowFault } from '@nastavnik/domain/people-import/import-row';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { shownMatches } from '../persons/door.ts';
import { type KeptRow, keptRows, listImportOf } from './list-import.queries.ts';
import { permitKind } from './list-imports.ts';

/** Rows with what was found about each, a page of them. */
export async function seeRows(tx: Reading, caller: Caller, id: string, query: z.infer<typeof rowsQuery>) {
  await listSeen(tx, caller, id);
  const { outcome, undecided, after, limit } = query;
  const rows = await keptRows(tx, caller.tenantId, id, {
    after,
    limit: limit + 1,
    ...(outcome ? { outcome } : {}),
    ...(undecided ? { undecided } : {}),
  });
  const page = rows.slice(0, limit);
  return {
    rows: await Promise.all(page.map((row) => viewRow(tx, caller, row))),
    next: rows.length > limit ? (page.at(-1)?.row ?? null) : null,
  };
}

async function viewRow(tx: Reading, caller: Caller, { findings, ...row }: KeptRow) {
  const matches = findings.matches as readonly DuplicateMatch[];
  return {
    ...row,
    faults: findings.faults as { code: string }[],
    remarks: findings.remarks as { code: string }[],
    changes: [...findings.changes],
    matches: matches.length > 0 ? await shownMatches(tx, caller, { matches, given: row.who }) : [],
  };
}

/** The rows that were not taken, as they were sent, with a column that says what to mend. */
export async function errorFile(tx: Writing, caller: Caller, id: string): Promise<Uint8Array> {
  const row = await listSeen(tx, caller, id);
  const wrong = await keptRows(tx, caller.tenantId, id, { outcome: 'error' });
  await recordEvent(tx, caller, {
    type: 'list.errors-taken',
    object: { kind: 'list-import', id },
    data: { rows: wrong.length },
  });
  const header = (row.columns ?? []).map((column) => column.header);
  return renderErrorFile(
    header,
    wrong.map(({ cells, findings }) => ({
      cells,
      remarks: (findings.faults as RowFault[]).map((fault) => sayFault(row.kind, fault)),
    })),
  );
}

async function listSeen(tx: Reading, caller: Caller, id: string) {
  const row = await listImportOf(tx, caller.tenantId, id);
  if (!row) throw new Refusal('list-import.not-found');
  permitKind(caller, row.kind);
  return row;
}
