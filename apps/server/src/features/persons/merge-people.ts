import type { mergeBody } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { decideMerge, planMerge, planUndo } from '@nastavnik/domain/people/merge-people';
import type { MergeBlock, MergedValues, MergePlan, MergeSide, MergeStep } from '@nastavnik/domain/people/merge-plan';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { consentsLookAgain } from '../consents/door.ts';
import { mayInvite } from '../staff/door.ts';
import { personRows } from './list-persons.ts';
import { moveRows, moveRowsBack, type RowBlock, type RowTrace } from './merge-rows.ts';
import { type PersonSides, personSides } from './person-sides.queries.ts';

type Ids = { readonly keptId: string; readonly goneId: string };
type Trace = { readonly step: MergeStep; readonly rows: RowTrace };

/**
 * What becoming one record would mean. The rows are really moved and then put back, so that nothing is promised which
 * the database would refuse.
 */
export async function previewMerge(tx: Writing, caller: Caller, ids: Ids) {
  permit(caller, 'people.merge');
  const plan = await planOf(tx, caller, ids);
  await sql`savepoint preview`.execute(tx);
  const { trace, blocks } = await moveRows(tx, { ...ids, tenantId: caller.tenantId });
  await sql`rollback to savepoint preview`.execute(tx);
  const rows = await personRows(tx, caller, [ids.keptId, ids.goneId]);
  const counts = new Map<string, number>();
  for (const { table } of [...trace.moved, ...trace.dropped, ...trace.sides]) {
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return {
    kept: rows.get(ids.keptId)!,
    gone: rows.get(ids.goneId)!,
    taken: [...plan.taken],
    conflicts: [...plan.conflicts],
    moves: [...counts].map(([kind, count]) => ({ kind, count })),
    blocks: shownBlocks(plan.blocks, blocks),
  };
}

/** One record out of two. @throws merge.blocked with what stands in the way, merge.undecided with the fields */
export async function mergePeople(tx: Writing, caller: Caller, body: z.infer<typeof mergeBody>): Promise<string> {
  permit(caller, 'people.merge');
  const plan = await planOf(tx, caller, body);
  await demandNoForeignOffice(tx, caller, body);
  const step = decideMerge(plan, body.choices);
  const { trace, blocks } = await moveRows(tx, { ...body, tenantId: caller.tenantId });
  if (plan.blocks.length > 0 || blocks.length > 0) {
    throw new Refusal('merge.blocked', { blocks: shownBlocks(plan.blocks, blocks) });
  }
  if ('undecided' in step) throw new Refusal('merge.undecided', { fields: step.undecided });
  // The one who goes lets go of the number first: it stands once among those who are somebody.
  await sql`update people set merged_into = ${body.keptId}, version = version + 1
    where tenant_id = ${caller.tenantId} and id = ${body.goneId}`.execute(tx);
  await writeValues(tx, caller.tenantId, body.keptId, step.after);
  const id = newId(caller.now);
  await tx
    .insertInto('person_merges')
    .values({
      tenant_id: caller.tenantId,
      id,
      kept_id: body.keptId,
      gone_id: body.goneId,
      trace: JSON.stringify({ step, rows: trace } satisfies Trace),
      merged_by: caller.personId,
      merged_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'person.merged',
    object: { kind: 'person', id: body.keptId },
    data: { goneId: body.goneId, mergeId: id, moved: trace.moved.length, dropped: trace.dropped.length },
  });
  await enqueue(tx, consentsLookAgain, { tenantId: caller.tenantId, personId: body.keptId });
  return id;
}

/**
 * One record has one account: whoever signs in as one of the two comes out as both. So an office that the merger may not
 * give is not joined to anything by them.
 */
async function demandNoForeignOffice(tx: Writing, caller: Caller, { keptId, goneId }: Ids): Promise<void> {
  for (const id of [keptId, goneId]) if (!(await mayInvite(tx, caller, id))) throw new Refusal('merge.holds-office');
}

/** Parts the two again: each has what it had; what was edited or added since stays with the record that was kept. */
export async function undoMerge(tx: Writing, caller: Caller, mergeId: string): Promise<void> {
  permit(caller, 'people.merge');
  const merge = await tx
    .selectFrom('person_merges')
    .selectAll()
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
  if (!merge) throw new Refusal('merge.not-found');
  if (merge.undone_at !== null) throw new Refusal('merge.already-undone');
  const ids = { keptId: merge.kept_id, goneId: merge.gone_id };
  const { kept, gone } = await lockBoth(tx, caller, ids);
  // The kept one went into a third since: that comes apart first.
  if (kept.mergedInto !== null || gone.mergedInto !== kept.id) throw new Refusal('merge.cannot-undo');
  const trace = merge.trace as unknown as Trace;
  const undo = planUndo(trace.step, { values: valuesOf(kept), things: [] });
  const missing = await moveRowsBack(tx, { ...ids, tenantId: caller.tenantId }, trace.rows);
  await writeValues(tx, caller.tenantId, kept.id, undo.kept);
  await sql`update people set merged_into = null where tenant_id = ${caller.tenantId} and id = ${gone.id}`.execute(tx);
  await writeValues(tx, caller.tenantId, gone.id, undo.gone);
  await tx
    .updateTable('person_merges')
    .set({ undone_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', mergeId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'person.merge-undone',
    object: { kind: 'person', id: kept.id },
    data: { goneId: gone.id, mergeId, missing, changedSince: undo.changedSince },
  });
  for (const personId of [kept.id, gone.id]) {
    await enqueue(tx, consentsLookAgain, { tenantId: caller.tenantId, personId });
  }
}

async function planOf(tx: Writing, caller: Caller, ids: Ids): Promise<MergePlan> {
  const { kept, gone } = await lockBoth(tx, caller, ids);
  if (kept.mergedInto !== null || gone.mergedInto !== null) throw new Refusal('person.merged');
  if (kept.blocked || gone.blocked) throw new Refusal('access.denied', { action: 'people.merge' });
  return planMerge(await sideOf(tx, caller, kept), await sideOf(tx, caller, gone));
}

async function lockBoth(tx: Writing, { tenantId }: Caller, { keptId, goneId }: Ids) {
  // In the order of the ids, so that two merges of the same pair do not wait for each other for ever.
  const sides = new Map<string, PersonSides | undefined>();
  for (const personId of [keptId, goneId].toSorted()) {
    sides.set(personId, await personSides(tx, { tenantId, personId }, true));
  }
  const [kept, gone] = [sides.get(keptId), sides.get(goneId)];
  if (!kept || !gone) throw new Refusal('person.not-found');
  return { kept, gone };
}

/** For the rule: the values, and the relations in which the two may stand to each other. Rows are the database's affair. */
async function sideOf(tx: Writing, { tenantId }: Caller, sides: PersonSides): Promise<MergeSide> {
  const { rows } = await sql<{ id: string; childId: string; representativeId: string }>`
    select id, child_id as "childId", representative_id as "representativeId" from representations
    where tenant_id = ${tenantId} and ${sides.id} in (child_id, representative_id)`.execute(tx);
  return {
    id: sides.id,
    values: valuesOf(sides),
    things: rows.map(({ id, childId, representativeId }) =>
      childId === sides.id
        ? { kind: 'representedBy', id, with: representativeId }
        : { kind: 'representation', id, with: childId },
    ),
  };
}

function valuesOf({ familyName, givenName, patronymic, birthDate, snils, email, phone }: PersonSides): MergedValues {
  return { familyName, givenName, patronymic, birthDate, snils, email, phone };
}

async function writeValues(tx: Writing, tenantId: string, id: string, values: MergedValues): Promise<void> {
  await tx
    .updateTable('people')
    .set((each) => ({
      family_name: values.familyName ?? '',
      given_name: values.givenName ?? '',
      patronymic: values.patronymic,
      birth_date: values.birthDate as PlainDate | null,
      snils: values.snils,
      email: values.email,
      phone: values.phone,
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** In one form for the answer: what both hold, by the table it lies in. */
function shownBlocks(byRule: readonly MergeBlock[], byRow: readonly RowBlock[]) {
  return [
    ...byRule.map((block) => ({ code: block.code, kind: 'kind' in block ? block.kind : null, what: null })),
    ...byRow.map(({ table, gone }) => ({
      code: 'merge.slot-taken',
      kind: table,
      what: [gone['role'], gone['kind'], gone['state']].filter((each) => typeof each === 'string').join(', ') || null,
    })),
  ];
}
