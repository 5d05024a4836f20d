import {
  type PlannedOccurrence,
  plannedOccurrences,
  reconcileOccurrences,
} from '@nastavnik/domain/roadmaps/planned-occurrences';
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { Plan, PlanItem, PlanOccurrence } from './plan.ts';
import { occurrenceRow } from './plan-writing.queries.ts';

/**
 * LIFECYCLE 4.1 amend: «completed items keep evidence». What was done in the older edition is copied to the same items
 * of the newer one; the older edition keeps its own as history. May be repeated: the older edition is the source.
 */
export async function carryOver(tx: Writing, actor: Actor, older: Plan, newer: Plan): Promise<void> {
  const known = new Map(older.items.map((item) => [item.lineageId, item]));
  const copies: Copy[] = [];
  for (const item of newer.items) {
    const before = known.get(item.lineageId);
    if (!before) continue;
    await tx
      .deleteFrom('item_occurrences')
      .where('tenant_id', '=', actor.tenantId)
      .where('item_id', '=', item.id)
      .execute();
    const settled = reconcile(before.occurrences, plannedOccurrences(item.deadline, newer.cycle));
    copies.push(...settled.keep.map(({ existing, planned }) => copyOf(actor, item, existing, planned)));
    if (settled.add.length > 0) {
      await tx
        .insertInto('item_occurrences')
        .values(settled.add.map((each) => occurrenceRow(actor, item.id, each)))
        .execute();
    }
    await tx
      .updateTable('roadmap_items')
      .set({ awake: item.condition === null || before.awake, state_reason: before.stateReason })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', item.id)
      .execute();
  }
  await copyOccurrences(tx, actor, copies);
}

/** Which occurrences stay when the words of a deadline change. */
export function reconcile(existing: readonly PlanOccurrence[], planned: readonly PlannedOccurrence[]) {
  return reconcileOccurrences(
    planned,
    existing.map((each) => ({
      ...each,
      touched: each.evidence.length > 0 || !['planned', 'overdue'].includes(each.state),
    })),
  );
}

type Copy = { old: string; id: string; itemId: string; key: string; start: string | null; due: string | null };

/** A term that was postponed keeps its day, another follows the new words. The original day stays what it was (IND-02). */
function copyOf(actor: Actor, item: PlanItem, existing: PlanOccurrence, planned: PlannedOccurrence | null): Copy {
  const keepsDay = existing.state === 'postponed' || planned === null;
  return {
    old: existing.id,
    id: newId(actor.now),
    itemId: item.id,
    key: planned?.key ?? existing.key,
    start: keepsDay ? existing.start : planned.start,
    due: keepsDay ? existing.due : planned.due,
  };
}

async function copyOccurrences(tx: Writing, actor: Actor, copies: readonly Copy[]): Promise<void> {
  if (copies.length === 0) return;
  const column = (name: keyof Copy) => copies.map((each) => each[name]);
  await sql`
    insert into item_occurrences (tenant_id, id, item_id, key, kind, starts_on, due_on, original_due_on, state,
      state_reason, done_on, note, reported_by, confirmed_by)
    select o.tenant_id, c.id, c.item_id, c.key, o.kind, c.starts_on, c.due_on, o.original_due_on,
      -- What was late by its old term is late no longer: it goes on until the new one.
      case when o.state = 'overdue' and c.due_on is distinct from o.due_on then 'inProgress' else o.state end,
      o.state_reason, o.done_on, o.note, o.reported_by, o.confirmed_by
    from unnest(${column('old')}::uuid[], ${column('id')}::uuid[], ${column('itemId')}::uuid[],
      ${column('key')}::text[], ${column('start')}::date[], ${column('due')}::date[]) as c (old, id, item_id, key, starts_on, due_on)
    join item_occurrences o on o.tenant_id = ${actor.tenantId} and o.id = c.old`.execute(tx);
  await sql`
    insert into evidence (tenant_id, id, occurrence_id, kind, title, url, file_id, document_number, document_date, added_by, added_at)
    select e.tenant_id, gen_random_uuid(), c.id, e.kind, e.title, e.url, e.file_id, e.document_number, e.document_date, e.added_by, e.added_at
    from unnest(${column('old')}::uuid[], ${column('id')}::uuid[]) as c (old, id)
    join evidence e on e.tenant_id = ${actor.tenantId} and e.occurrence_id = c.old and e.removed_at is null`.execute(
    tx,
  );
}
