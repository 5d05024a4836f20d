import type { applyListBody, ListImport, mappingBody, rowDecisionsBody } from '@nastavnik/contracts/list-imports';
import { type Action, can } from '@nastavnik/domain/access/can';
import { addDays } from '@nastavnik/domain/calendar/plain-date';
import { missingColumns, rememberMapping } from '@nastavnik/domain/people-import/guess-columns';
import { IMPORT_KINDS, type ImportField, type ImportKind } from '@nastavnik/domain/people-import/import-columns';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordFile, storeFile } from '../files/door.ts';
import { mappingOfColumns } from './check-list.ts';
import {
  type ListImportRow,
  type ListState,
  listImportOf,
  rememberColumns,
  saveListImport,
} from './list-import.queries.ts';
import { applyJob, checkJob } from './list-jobs.ts';

/** A sheet is one more copy of everybody's data: it is not kept longer than its work takes. */
const KEPT_DAYS = 30;
const NEEDED: Record<ImportKind, Action> = {
  employees: 'employees.import',
  pupils: 'pupils.import',
  representatives: 'pupils.import',
  classes: 'pupils.import',
  contingent: 'contingent.edit',
};

export function kindsFor(caller: Caller): ImportKind[] {
  return IMPORT_KINDS.filter((kind) => can(caller, NEEDED[kind]));
}

export function permitKind(caller: Caller, kind: ImportKind): void {
  permit(caller, NEEDED[kind]);
}

/** Keeps the file and has it read. */
export async function receiveList(
  deps: Deps,
  caller: Caller,
  kind: ImportKind,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: string }> {
  permitKind(caller, kind);
  const stored = await storeFile(deps.files, file, 'application/octet-stream');
  const id = newId(caller.now);
  await writing(deps.pool, caller, async (tx) => {
    await tx
      .insertInto('list_imports')
      .values({
        tenant_id: caller.tenantId,
        id,
        kind,
        state: 'received',
        file_id: await recordFile(tx, caller, stored),
        created_by: caller.personId,
        created_at: caller.now,
        expires_on: addDays(caller.today, KEPT_DAYS),
      })
      .execute();
    await recordEvent(tx, caller, { type: 'list.received', object: { kind: 'list-import', id }, data: { kind } });
    await enqueue(tx, checkJob, { tenantId: caller.tenantId, importId: id, version: 1 });
  });
  return { id };
}

export async function seeList(tx: Reading, caller: Caller, id: string): Promise<ListImport> {
  const row = await listImportOf(tx, caller.tenantId, id);
  if (!row) throw new Refusal('list-import.not-found');
  permitKind(caller, row.kind);
  return viewList(row);
}

export function viewList(row: ListImportRow): ListImport {
  const columns = row.columns ?? [];
  const missing = row.columns ? missingColumns(row.kind, mappingOfColumns(columns)) : [];
  const isOpen = row.state === 'checked' || row.state === 'failed';
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.fileName,
    receivedAt: row.createdAt.toISOString(),
    receivedBy: row.createdByName,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    columns: columns.map((column) => ({ ...column, examples: [...column.examples] })),
    missingFields: missing.map(alternatives),
    counts: row.counts,
    undecided: row.undecided,
    progress: row.state === 'applying' ? { done: row.doneRows, total: row.totalRows ?? 0 } : null,
    failure: row.failure,
    version: row.version,
    may: {
      map: row.state === 'checked' && columns.length > 0,
      apply: row.state === 'checked' && row.counts !== null && row.undecided === 0,
      discard: isOpen || row.state === 'received',
      check: row.state === 'checked',
    },
  };
}

/** A name may stand in one column or in parts. */
function alternatives(field: ImportField): ImportField[] {
  return field === 'familyName' || field === 'givenName' ? [field, 'fullName'] : [field];
}

export async function listForUpdate(
  tx: Writing,
  caller: Caller,
  id: string,
  allowed: { readonly states: readonly ListState[]; readonly version?: number },
): Promise<ListImportRow> {
  const row = await listImportOf(tx, caller.tenantId, id, true);
  if (!row) throw new Refusal('list-import.not-found');
  permitKind(caller, row.kind);
  if (!allowed.states.includes(row.state)) throw new Refusal('list-import.state', { state: row.state });
  if (allowed.version !== undefined && allowed.version !== row.version) {
    throw new Refusal('list-import.changed-meanwhile');
  }
  return row;
}

/** What the columns mean, said by a person; remembered for the next sheet with these headers. */
export async function mapColumns(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof mappingBody>,
): Promise<void> {
  const row = await listForUpdate(tx, caller, id, { states: ['checked'], version: body.version });
  const said = new Map(body.columns.map(({ column, field }) => [column, field]));
  const fields = [...said.values()].filter((field) => field !== null);
  if (new Set(fields).size < fields.length) throw new Refusal('list-import.mapping-twice');
  const columns = (row.columns ?? []).map((column) => {
    const field = said.get(column.column) ?? null;
    return field === column.field ? column : { ...column, field, confidence: 1, why: 'person' as const };
  });
  const mapping = mappingOfColumns(columns);
  if (missingColumns(row.kind, mapping).length > 0) throw new Refusal('list-import.mapping-incomplete');
  await rememberColumns(
    tx,
    { tenantId: caller.tenantId, kind: row.kind, now: caller.now },
    rememberMapping(
      columns.map(({ header }) => header),
      mapping,
    ),
  );
  await checkAgain(tx, caller, row, { columns });
}

export async function recheck(tx: Writing, caller: Caller, id: string): Promise<void> {
  const row = await listForUpdate(tx, caller, id, { states: ['checked'] });
  await checkAgain(tx, caller, row, {});
}

async function checkAgain(
  tx: Writing,
  caller: Caller,
  row: ListImportRow,
  change: Parameters<typeof saveListImport>[3],
): Promise<void> {
  await saveListImport(tx, caller.tenantId, row.id, { ...change, state: 'checking', failure: null });
  await enqueue(tx, checkJob, { tenantId: caller.tenantId, importId: row.id, version: row.version + 1 });
}

/** For each suspected row: another person, one of those known, or left out. */
export async function decideRows(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof rowDecisionsBody>,
): Promise<void> {
  await listForUpdate(tx, caller, id, { states: ['checked'], version: body.version });
  const decided = await sql`update list_import_rows l set decision = d.decision
    from jsonb_to_recordset(${JSON.stringify(body.decisions)}::jsonb) as d (row integer, decision text)
    where l.tenant_id = ${caller.tenantId} and l.import_id = ${id} and l.row = d.row and l.outcome = 'duplicateSuspected'
      and (d.decision is null or d.decision in ('new', 'leaveOut')
        or exists (select from jsonb_array_elements(l.findings -> 'matches') m where m ->> 'id' = d.decision))
    returning l.row`.execute(tx);
  if (decided.rows.length < body.decisions.length) throw new Refusal('list-import.changed-meanwhile');
  await saveListImport(tx, caller.tenantId, id, {});
}

/** Confirmed: a job writes the list. Of two who confirm at once the second finds it under way. */
export async function beginApplying(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof applyListBody>,
): Promise<void> {
  const row = await listForUpdate(tx, caller, id, { states: ['checked'], version: body.version });
  const { counts } = row;
  if (counts === null) throw new Refusal('list-import.mapping-incomplete');
  if (row.undecided > 0) throw new Refusal('list-import.undecided', { rows: row.undecided });
  if (counts.error > 0 && !body.leaveOutErrors) throw new Refusal('list-import.has-errors', { rows: counts.error });
  const writes = counts.new + counts.changed + counts.duplicateSuspected;
  if (writes === 0) throw new Refusal('list-import.nothing-to-apply');
  await saveListImport(tx, caller.tenantId, id, {
    state: 'applying',
    failure: null,
    doneRows: 0,
    totalRows: writes,
    leaveOutErrors: body.leaveOutErrors,
  });
  await recordEvent(tx, caller, { type: 'list.confirmed', object: { kind: 'list-import', id } });
  await enqueue(tx, applyJob, { tenantId: caller.tenantId, importId: id });
}

export async function discardList(tx: Writing, caller: Caller, id: string): Promise<void> {
  await listForUpdate(tx, caller, id, { states: ['received', 'checked', 'failed'] });
  await tx
    .deleteFrom('list_import_rows')
    .where('tenant_id', '=', caller.tenantId)
    .where('import_id', '=', id)
    .execute();
  await saveListImport(tx, caller.tenantId, id, { state: 'discarded' });
  await recordEvent(tx, caller, { type: 'list.discarded', object: { kind: 'list-import', id } });
}
