import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import type { PlannedResult } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { grouped } from '@nastavnik/domain/roadmaps/grouped';
import type { OccurrenceKind } from '@nastavnik/domain/roadmaps/item-commands';
import type { ItemState } from '@nastavnik/domain/roadmaps/roadmap-states';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import type { PlanEvidence, PlanItem, PlanOccurrence, PlanParty } from './plan.ts';

type Choice = { readonly roadmapId: string } | { readonly itemId: string } | { readonly itemIds: readonly string[] };

/** Items in the order of the plan, each with its parties, occurrences and evidence. */
export async function itemsOf(tx: Reading, tenantId: string, choice: Choice): Promise<PlanItem[]> {
  const chosen = chosenBy(choice);
  const { rows } = await sql<ItemRow>`
    select i.* from roadmap_items i
    join roadmap_stages s on s.tenant_id = i.tenant_id and s.id = i.stage_id
    where i.tenant_id = ${tenantId} and ${chosen}
    order by s.position, s.id, i.position, i.id`.execute(tx);
  if (rows.length === 0) return [];
  // Ids as values: a join would be planned for as few rows as the tables had when they were last counted.
  const ids = sql`any (${rows.map((row) => row.id)}::uuid[])`;
  const { rows: parties } = await sql<
    PlanParty & { item_id: string; person_id: string | null; body_id: string | null }
  >`
    select p.item_id, p.kind, p.name, p.post, p.person_id, p.body_id from item_parties p
    where p.tenant_id = ${tenantId} and p.item_id = ${ids} order by p.position, p.id`.execute(tx);
  const { rows: occurrences } = await sql<OccurrenceRow>`
    select o.*, ${personName('r')} as reporter, ${personName('c')} as confirmer
    from item_occurrences o
    left join people r on r.tenant_id = o.tenant_id and r.id = o.reported_by
    left join people c on c.tenant_id = o.tenant_id and c.id = o.confirmed_by
    where o.tenant_id = ${tenantId} and o.item_id = ${ids}
    order by o.due_on nulls last, o.starts_on nulls last, o.id`.execute(tx);
  const { rows: evidence } = await sql<EvidenceRow>`
    select e.*, f.media_type, f.size, ${personName('p')} as adder
    from evidence e
    left join files f on f.tenant_id = e.tenant_id and f.id = e.file_id
    left join people p on p.tenant_id = e.tenant_id and p.id = e.added_by
    where e.tenant_id = ${tenantId} and e.removed_at is null and e.occurrence_id = any (${occurrences.map((row) => row.id)}::uuid[])
    order by e.added_at, e.id`.execute(tx);
  const evidenceOf = grouped(evidence, (row) => row.occurrence_id);
  const partiesOf = grouped(parties, (row) => row.item_id);
  const occurrencesOf = grouped(occurrences, (row) => row.item_id);
  return rows.map((row) =>
    item(
      row,
      (partiesOf.get(row.id) ?? []).map(({ kind, name, post, person_id, body_id }) => ({
        kind,
        name,
        post,
        personId: person_id,
        bodyId: body_id,
      })),
      (occurrencesOf.get(row.id) ?? []).map((each) => occurrence(each, evidenceOf.get(each.id) ?? [])),
    ),
  );
}

function chosenBy(choice: Choice) {
  if ('itemId' in choice) return sql`i.id = ${choice.itemId}`;
  if ('itemIds' in choice) return sql`i.id = any (${[...choice.itemIds]}::uuid[])`;
  return sql`i.roadmap_id = ${choice.roadmapId}`;
}

/** Whose item, occurrence or evidence it is: the roadmap to lock. */
export async function roadmapOfItem(tx: Reading, tenantId: string, itemId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('roadmap_items as i')
    .innerJoin('roadmaps as r', (join) =>
      join.onRef('r.tenant_id', '=', 'i.tenant_id').onRef('r.id', '=', 'i.roadmap_id'),
    )
    .select('i.roadmap_id')
    .where('i.tenant_id', '=', tenantId)
    .where('i.id', '=', itemId)
    .where('r.removed_at', 'is', null)
    .executeTakeFirst();
  return row?.roadmap_id;
}

export async function itemOfOccurrence(
  tx: Reading,
  tenantId: string,
  occurrenceId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('item_occurrences')
    .select('item_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', occurrenceId)
    .executeTakeFirst();
  return row?.item_id;
}

function personName(alias: string) {
  const p = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<
    string | null
  >`${p('family_name')} || ' ' || left(${p('given_name')}, 1) || '.' || coalesce(' ' || left(${p('patronymic')}, 1) || '.', '')`;
}

type ItemRow = {
  id: string;
  stage_id: string;
  lineage_id: string;
  position: number;
  number: string | null;
  title: string;
  measure: string | null;
  points: string[];
  activity_kind: string | null;
  deadline_text: string | null;
  deadline_reading: DeadlineReading | null;
  responsible_text: string | null;
  result_text: string | null;
  result_reading: PlannedResult | null;
  condition_text: string | null;
  awake: boolean;
  state_reason: string | null;
  changed: PlanItem['changed'];
  version: number;
};

function item(row: ItemRow, parties: readonly PlanParty[], occurrences: readonly PlanOccurrence[]): PlanItem {
  return {
    id: row.id,
    stageId: row.stage_id,
    lineageId: row.lineage_id,
    position: row.position,
    number: row.number,
    title: row.title,
    measure: row.measure,
    points: row.points,
    activityKind: row.activity_kind,
    deadlineText: row.deadline_text,
    deadline: row.deadline_reading,
    responsibleText: row.responsible_text,
    resultText: row.result_text,
    result: row.result_reading,
    condition: row.condition_text,
    awake: row.awake,
    stateReason: row.state_reason,
    changed: row.changed,
    version: row.version,
    parties,
    occurrences,
  };
}

type OccurrenceRow = {
  id: string;
  item_id: string;
  key: string;
  kind: OccurrenceKind;
  starts_on: PlainDate | null;
  due_on: PlainDate | null;
  original_due_on: PlainDate | null;
  state: ItemState;
  state_reason: string | null;
  done_on: PlainDate | null;
  note: string | null;
  reporter: string | null;
  confirmer: string | null;
};

function occurrence(row: OccurrenceRow, evidence: readonly EvidenceRow[]): PlanOccurrence {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    start: row.starts_on,
    due: row.due_on,
    originalDue: row.original_due_on,
    state: row.state,
    stateReason: row.state_reason,
    doneOn: row.done_on,
    note: row.note,
    reportedBy: row.reporter,
    confirmedBy: row.confirmer,
    evidence: evidence.map(evidenceOf),
  };
}

type EvidenceRow = {
  id: string;
  occurrence_id: string;
  kind: PlanEvidence['kind'];
  title: string;
  url: string | null;
  file_id: string | null;
  media_type: string | null;
  size: number | null;
  document_number: string | null;
  document_date: PlainDate | null;
  adder: string | null;
  added_at: Date;
};

function evidenceOf(row: EvidenceRow): PlanEvidence {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    fileId: row.file_id,
    mediaType: row.media_type,
    size: row.size,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    addedBy: row.adder ?? '',
    addedAt: row.added_at,
  };
}
