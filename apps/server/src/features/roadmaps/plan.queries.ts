import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ColumnMeaning } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { RoadmapState } from '@nastavnik/domain/roadmaps/roadmap-states';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { directoryOn } from './directory.queries.ts';
import { itemsOf } from './items.queries.ts';
import type { Plan, PlanApproval, PlanHead } from './plan.ts';

export type PlanQuestion = { readonly tenantId: string; readonly today: PlainDate };

/** The whole plan, or undefined where this organisation has no such roadmap. */
export async function planOf(tx: Reading, who: PlanQuestion, roadmapId: string): Promise<Plan | undefined> {
  const found = await headOf(tx, who.tenantId, roadmapId);
  if (!found) return undefined;
  return {
    ...found,
    stages: await stagesOf(tx, who.tenantId, roadmapId),
    items: await itemsOf(tx, who.tenantId, { roadmapId }),
    approvals: await approvalsOf(tx, who.tenantId, roadmapId),
    directory: await directoryOn(tx, who.tenantId, who.today),
  };
}

/** The plan with its roadmap locked: every change of a plan and of its items goes through this lock. */
export async function planForUpdate(tx: Writing, who: PlanQuestion, roadmapId: string): Promise<Plan | undefined> {
  await lockRoadmap(tx, who.tenantId, roadmapId);
  return planOf(tx, who, roadmapId);
}

async function lockRoadmap(tx: Writing, tenantId: string, roadmapId: string): Promise<void> {
  await tx
    .selectFrom('roadmaps')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', roadmapId)
    .forUpdate()
    .execute();
}

type Found = Pick<Plan, 'roadmap' | 'cycle' | 'settings'>;

export async function headOf(tx: Reading, tenantId: string, roadmapId: string): Promise<Found | undefined> {
  const { rows } = await sql<HeadRow>`
    select r.*, c.title as cycle_title, c.started_on, c.ended_on, o.soon_days, o.requires_outer_agreement,
      o.authority_name, o.authority_tenant_id, o.stamp_style,
      (select q.state from agreement_requests q where q.tenant_id = r.tenant_id and q.roadmap_id = r.id
        order by q.asked_at desc limit 1) as request_state,
      (select n.short_name from organization_names(array[o.authority_tenant_id]) n) as authority_here
    from roadmaps r
    join program_cycles c on c.tenant_id = r.tenant_id and c.id = r.cycle_id
    join organizations o on o.tenant_id = r.tenant_id
    where r.tenant_id = ${tenantId} and r.id = ${roadmapId} and r.removed_at is null`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  return {
    roadmap: head(row),
    cycle: { id: row.cycle_id, title: row.cycle_title, start: row.started_on, end: row.ended_on },
    settings: {
      soonDays: row.soon_days,
      outerRequired: row.requires_outer_agreement,
      authorityName: row.authority_here ?? row.authority_name,
      authorityTenantId: row.authority_tenant_id,
      orderInStamp: row.stamp_style === 'order',
    },
  };
}

type HeadRow = {
  id: string;
  cycle_id: string;
  cycle_title: string;
  started_on: PlainDate;
  ended_on: PlainDate;
  lineage_id: string;
  edition: number;
  title: string;
  state: RoadmapState;
  amends: string | null;
  superseded_by: string | null;
  amendment_reason: string | null;
  return_comment: string | null;
  organizations: PlanHead['organizations'];
  sections: PlanHead['sections'];
  columns: ColumnMeaning[];
  import_id: string | null;
  version: number;
  soon_days: number;
  requires_outer_agreement: boolean;
  authority_name: string | null;
  authority_here: string | null;
  authority_tenant_id: string | null;
  stamp_style: string;
  request_state: 'asked' | 'agreed' | 'returned' | 'withdrawn' | null;
};

function head(row: HeadRow): PlanHead {
  return {
    id: row.id,
    lineageId: row.lineage_id,
    edition: row.edition,
    title: row.title,
    state: row.state,
    amends: row.amends,
    supersededBy: row.superseded_by,
    amendmentReason: row.amendment_reason,
    returnComment: row.return_comment,
    organizations: row.organizations,
    sections: row.sections,
    columns: row.columns,
    importId: row.import_id,
    version: row.version,
    request: row.request_state === null || row.request_state === 'withdrawn' ? 'notAsked' : row.request_state,
  };
}

export async function stagesOf(tx: Reading, tenantId: string, roadmapId: string) {
  const rows = await tx
    .selectFrom('roadmap_stages')
    .select(['id', 'position', 'number', 'title', 'notes'])
    .where('tenant_id', '=', tenantId)
    .where('roadmap_id', '=', roadmapId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, notes: row.notes as readonly string[] }));
}

async function approvalsOf(tx: Reading, tenantId: string, roadmapId: string): Promise<PlanApproval[]> {
  const { rows } = await sql<ApprovalRow>`
    select a.*, p.family_name || ' ' || left(p.given_name, 1) || '.' as recorder
    from roadmap_approvals a
    left join people p on p.tenant_id = a.tenant_id and p.id = a.recorded_by
    where a.tenant_id = ${tenantId} and a.roadmap_id = ${roadmapId}
    order by a.date nulls last, a.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    body: row.body,
    person: row.person,
    post: row.post,
    date: row.date,
    document: row.document_kind
      ? { kind: row.document_kind, number: row.document_number, date: row.document_date }
      : null,
    decision: row.decision,
    authority: row.authority,
    fileId: row.file_id,
    imported: row.imported,
    recordedBy: row.recorder,
    recordedAt: row.recorded_at,
  }));
}

type ApprovalRow = {
  id: string;
  kind: PlanApproval['kind'];
  body: string | null;
  person: string | null;
  post: string | null;
  date: PlainDate | null;
  document_kind: 'order' | 'minutes' | null;
  document_number: string | null;
  document_date: PlainDate | null;
  decision: string | null;
  authority: string | null;
  file_id: string | null;
  imported: boolean;
  recorder: string | null;
  recorded_at: Date | null;
};

/** Roadmaps of the organisation, newest cycle first, without those an amendment has replaced. */
export async function roadmapIds(
  tx: Reading,
  tenantId: string,
  states?: readonly RoadmapState[],
): Promise<{ id: string; state: RoadmapState }[]> {
  let query = tx
    .selectFrom('roadmaps as r')
    .innerJoin('program_cycles as c', (join) =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.cycle_id'),
    )
    .select(['r.id', 'r.state'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.removed_at', 'is', null)
    .orderBy('c.started_on', 'desc')
    .orderBy('r.created_at', 'desc');
  if (states) query = query.where('r.state', 'in', [...states]);
  const rows = await query.execute();
  return rows.map((row) => ({ id: row.id, state: row.state as RoadmapState }));
}
