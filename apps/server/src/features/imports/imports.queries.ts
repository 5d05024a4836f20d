import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ColumnMeaning, RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

export type ImportState = 'received' | 'reading' | 'read' | 'failed' | 'applied' | 'discarded';

export type Import = {
  readonly id: string;
  readonly name: string;
  readonly fileId: string;
  readonly state: ImportState;
  readonly failure: string | null;
  readonly source: SourceDocument | null;
  readonly draft: RoadmapDraft | null;
  readonly period: DateSpan | null;
  readonly columns: readonly ColumnMeaning[] | null;
  readonly settled: readonly string[];
  readonly roadmapId: string | null;
  readonly version: number;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly expiresOn: PlainDate;
};

export async function importOf(tx: Reading, tenantId: string, id: string): Promise<Import | undefined> {
  return (await select(tx, tenantId, sql`and i.id = ${id}`))[0];
}

export async function importForUpdate(tx: Writing, tenantId: string, id: string): Promise<Import | undefined> {
  await sql`select 1 from roadmap_imports where tenant_id = ${tenantId} and id = ${id} for update`.execute(tx);
  return importOf(tx, tenantId, id);
}

/** Newest first. */
export function allImports(tx: Reading, tenantId: string): Promise<Import[]> {
  return select(tx, tenantId, sql`order by i.received_at desc limit 200`);
}

/** @param rest conditions after the tenant's, and the order */
async function select(tx: Reading, tenantId: string, rest: ReturnType<typeof sql>): Promise<Import[]> {
  const { rows } = await sql<Row>`
    select i.*, p.family_name || ' ' || left(p.given_name, 1) || '.' as receiver
    from roadmap_imports i
    left join people p on p.tenant_id = i.tenant_id and p.id = i.received_by
    where i.tenant_id = ${tenantId} ${rest}`.execute(tx);
  return rows.map(fromRow);
}

type Row = {
  id: string;
  name: string;
  file_id: string;
  state: ImportState;
  failure: string | null;
  source: SourceDocument | null;
  draft: RoadmapDraft | null;
  period_start: PlainDate | null;
  period_end: PlainDate | null;
  columns: ColumnMeaning[] | null;
  settled: string[];
  roadmap_id: string | null;
  version: number;
  received_at: Date;
  receiver: string | null;
  expires_on: PlainDate;
};

function fromRow(row: Row): Import {
  return {
    id: row.id,
    name: row.name,
    fileId: row.file_id,
    state: row.state,
    failure: row.failure,
    source: row.source,
    draft: row.draft,
    period: row.period_start && row.period_end ? { start: row.period_start, end: row.period_end } : null,
    columns: row.columns,
    settled: row.settled,
    roadmapId: row.roadmap_id,
    version: row.version,
    receivedAt: row.received_at,
    receivedBy: row.receiver ?? '',
    expiresOn: row.expires_on,
  };
}

export type ImportChange = {
  readonly state?: ImportState;
  readonly failure?: string | null;
  readonly source?: SourceDocument | null;
  readonly draft?: RoadmapDraft | null;
  readonly period?: DateSpan | null;
  readonly columns?: readonly ColumnMeaning[] | null;
  readonly settled?: readonly string[];
  readonly roadmapId?: string;
  readonly version?: number;
};

export async function saveImport(tx: Writing, tenantId: string, id: string, change: ImportChange): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .updateTable('roadmap_imports')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      ...(change.source === undefined ? {} : { source: json(change.source) }),
      ...(change.draft === undefined ? {} : { draft: json(change.draft) }),
      ...(change.period === undefined
        ? {}
        : { period_start: change.period?.start ?? null, period_end: change.period?.end ?? null }),
      ...(change.columns === undefined ? {} : { columns: json(change.columns) }),
      ...(change.settled === undefined ? {} : { settled: JSON.stringify(change.settled) }),
      ...(change.roadmapId === undefined ? {} : { roadmap_id: change.roadmapId }),
      ...(change.version === undefined ? {} : { version: change.version }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** What nobody has finished by its end date. */
export async function expiredImports(tx: Reading, tenantId: string, today: PlainDate): Promise<string[]> {
  const rows = await tx
    .selectFrom('roadmap_imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('state', '!=', 'applied')
    .where('expires_on', '<', today)
    .where((where) => where.or([where('source', 'is not', null), where('state', '!=', 'discarded')]))
    .execute();
  return rows.map((row) => row.id);
}
