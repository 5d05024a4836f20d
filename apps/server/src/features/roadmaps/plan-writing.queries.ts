import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type PlannedOccurrence, plannedOccurrences } from '@nastavnik/domain/roadmaps/planned-occurrences';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { NewApproval, NewItem, NewParty, NewPlan, NewRoadmap } from './new-plan.ts';

/** Stores a new plan as a draft. Returns its id. */
export async function insertPlan(tx: Writing, actor: Actor, where: NewRoadmap, plan: NewPlan): Promise<string> {
  const id = newId(actor.now);
  await tx
    .insertInto('roadmaps')
    .values({
      tenant_id: actor.tenantId,
      id,
      cycle_id: where.cycle.id,
      lineage_id: where.lineageId ?? id,
      edition: where.edition ?? 1,
      title: plan.title,
      state: 'draft',
      amends: where.amends ?? null,
      amendment_reason: where.amendmentReason ?? null,
      organizations: JSON.stringify(plan.organizations),
      sections: JSON.stringify(plan.sections),
      columns: JSON.stringify(plan.columns),
      import_id: where.importId ?? null,
      created_at: actor.now,
    })
    .execute();
  await insertStages(tx, actor, { roadmapId: id, cycle: where.cycle }, plan);
  await insertApprovals(tx, actor, id, plan.approvals);
  return id;
}

type Place = { readonly roadmapId: string; readonly cycle: NewRoadmap['cycle'] };

export async function insertStages(tx: Writing, actor: Actor, place: Place, plan: NewPlan): Promise<void> {
  if (plan.stages.length === 0) return;
  const stages = plan.stages.map((stage, position) => ({
    stage,
    row: {
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      roadmap_id: place.roadmapId,
      position,
      number: stage.number,
      title: stage.title,
      notes: JSON.stringify(stage.notes),
    },
  }));
  for (let from = 0; from < stages.length; from += AT_ONCE) {
    await tx
      .insertInto('roadmap_stages')
      .values(stages.slice(from, from + AT_ONCE).map((each) => each.row))
      .execute();
  }
  await insertItems(
    tx,
    actor,
    place,
    stages.flatMap(({ stage, row }) => stage.items.map((item, position) => ({ item, stageId: row.id, position }))),
  );
}

type PlacedItem = { readonly item: NewItem; readonly stageId: string; readonly position: number };

/** A statement takes 65 535 values at most. */
const AT_ONCE = 500;

/** Inserts items with their parties and occurrences. Returns their ids in order. */
export async function insertItems(
  tx: Writing,
  actor: Actor,
  place: Place,
  items: readonly PlacedItem[],
): Promise<string[]> {
  const placed = items.map((each) => ({ ...each, id: newId(actor.now) }));
  for (let from = 0; from < placed.length; from += AT_ONCE) {
    const some = placed.slice(from, from + AT_ONCE);
    await tx
      .insertInto('roadmap_items')
      .values(some.map((each) => itemRow(actor, place, each)))
      .execute();
    const parties = some.flatMap(({ id, item }) => partyRows(actor, id, item.parties));
    for (let at = 0; at < parties.length; at += AT_ONCE) {
      await tx
        .insertInto('item_parties')
        .values(parties.slice(at, at + AT_ONCE))
        .execute();
    }
    const occurrences = some.flatMap(({ id, item }) =>
      plannedOccurrences(item.deadline, place.cycle).map((each) => occurrenceRow(actor, id, each)),
    );
    for (let at = 0; at < occurrences.length; at += AT_ONCE) {
      await tx
        .insertInto('item_occurrences')
        .values(occurrences.slice(at, at + AT_ONCE))
        .execute();
    }
  }
  return placed.map((each) => each.id);
}

function itemRow(actor: Actor, place: Place, { id, item, stageId, position }: PlacedItem & { id: string }) {
  return {
    tenant_id: actor.tenantId,
    id,
    roadmap_id: place.roadmapId,
    stage_id: stageId,
    lineage_id: item.lineageId ?? id,
    position,
    // What waits for a condition sleeps until somebody says that it has come.
    awake: item.condition === null,
    changed: item.changed,
    ...itemWords(item),
  };
}

/** The columns that hold the words of an item and what they were read to mean. */
export function itemWords(item: NewItem) {
  return {
    number: item.number,
    title: item.title,
    measure: item.measure,
    points: JSON.stringify(item.points),
    activity_kind: item.activityKind,
    deadline_text: item.deadlineText,
    deadline_reading: item.deadline === null ? null : JSON.stringify(item.deadline),
    responsible_text: item.responsibleText,
    result_text: item.resultText,
    result_reading: item.result === null ? null : JSON.stringify(item.result),
    condition_text: item.condition,
  };
}

export function partyRows(actor: Actor, itemId: string, parties: readonly NewParty[]) {
  return parties.map((party, position) => ({
    tenant_id: actor.tenantId,
    id: newId(actor.now),
    item_id: itemId,
    position,
    kind: party.kind,
    name: party.name,
    post: party.post,
    person_id: party.personId ?? null,
    body_id: party.bodyId ?? null,
  }));
}

export function occurrenceRow(actor: Actor, itemId: string, occurrence: PlannedOccurrence) {
  return {
    tenant_id: actor.tenantId,
    id: newId(actor.now),
    item_id: itemId,
    key: occurrence.key,
    kind: occurrence.kind,
    starts_on: occurrence.start,
    due_on: occurrence.due,
    original_due_on: occurrence.due,
    state: 'planned',
  };
}

/** Approvals that stood in the school's own document. */
export async function insertApprovals(
  tx: Writing,
  actor: Actor,
  roadmapId: string,
  approvals: readonly NewApproval[],
): Promise<void> {
  if (approvals.length === 0) return;
  await tx
    .insertInto('roadmap_approvals')
    .values(
      approvals.map((approval) => ({
        ...approvalColumns(approval),
        tenant_id: actor.tenantId,
        id: newId(actor.now),
        roadmap_id: roadmapId,
        imported: true,
      })),
    )
    .execute();
}

export type GivenApproval = NewApproval & {
  readonly decision?: string | null;
  readonly authority?: string | null;
  readonly fileId?: string | null;
};

/** A stamp given here, by the person who acts. */
export async function insertApproval(
  tx: Writing,
  actor: Actor,
  roadmapId: string,
  approval: GivenApproval,
): Promise<void> {
  await tx
    .insertInto('roadmap_approvals')
    .values({
      ...approvalColumns(approval),
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      roadmap_id: roadmapId,
      decision: approval.decision ?? null,
      authority: approval.authority ?? null,
      file_id: approval.fileId ?? null,
      recorded_by: actor.personId,
      recorded_at: actor.now,
    })
    .execute();
}

function approvalColumns(approval: NewApproval) {
  return {
    kind: approval.kind,
    body: approval.body,
    person: approval.person,
    post: approval.post,
    date: approval.date as PlainDate | null,
    document_kind: approval.document?.kind ?? null,
    document_number: approval.document?.number ?? null,
    document_date: approval.document?.date ?? null,
  };
}
