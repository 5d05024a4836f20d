import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { isEditable } from '@nastavnik/domain/roadmaps/roadmap-commands';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { carryOver } from './carry-over.ts';
import { demandNoAmendment, nextEdition, withLineage } from './editions.ts';
import type { NewPlan } from './new-plan.ts';
import { planForUpdate, planOf } from './plan.queries.ts';
import { insertApprovals, insertPlan, insertStages } from './plan-writing.queries.ts';

export type NewerEdition = {
  readonly roadmapId: string;
  readonly plan: NewPlan;
  readonly cycle: DateSpan & { readonly id: string };
  readonly importId: string;
  readonly reason: string | null;
};

/**
 * Puts a newer edition in the place of a draft, or beside the roadmap in force as its amendment, to be approved. What
 * was done is kept. Returns the id of the roadmap that now holds the newer words.
 */
export async function replaceOrAmend(tx: Writing, caller: Caller, edition: NewerEdition): Promise<string> {
  const older = await planForUpdate(tx, caller, edition.roadmapId);
  if (!older) throw new Refusal('roadmap.not-found');
  const plan = withLineage(older, edition.plan);
  if (isEditable(older.roadmap.state)) {
    await replaceWords(tx, caller, older.roadmap, edition, plan);
    return edition.roadmapId;
  }
  permit(caller, 'roadmap.amend');
  if (older.roadmap.state !== 'inForce' || older.roadmap.supersededBy)
    throw new Refusal('roadmap.state', { state: older.roadmap.state });
  await demandNoAmendment(tx, caller, older.roadmap);
  const id = await insertPlan(
    tx,
    caller,
    {
      cycle: edition.cycle,
      lineageId: older.roadmap.lineageId,
      edition: await nextEdition(tx, caller, older.roadmap.lineageId),
      amends: older.roadmap.id,
      amendmentReason: edition.reason,
      importId: edition.importId,
    },
    plan,
  );
  const newer = await planOf(tx, caller, id);
  await carryOver(tx, caller, older, newer!);
  return id;
}

async function replaceWords(
  tx: Writing,
  caller: Caller,
  older: { readonly id: string; readonly version: number },
  edition: NewerEdition,
  plan: NewPlan,
): Promise<void> {
  for (const table of ['roadmap_items', 'roadmap_stages'] as const) {
    await tx.deleteFrom(table).where('tenant_id', '=', caller.tenantId).where('roadmap_id', '=', older.id).execute();
  }
  await tx
    .deleteFrom('roadmap_approvals')
    .where('tenant_id', '=', caller.tenantId)
    .where('roadmap_id', '=', older.id)
    .where('imported', '=', true)
    .execute();
  await tx
    .updateTable('roadmaps')
    .set({
      title: plan.title,
      organizations: JSON.stringify(plan.organizations),
      sections: JSON.stringify(plan.sections),
      columns: JSON.stringify(plan.columns),
      cycle_id: edition.cycle.id,
      import_id: edition.importId,
      version: older.version + 1,
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', older.id)
    .execute();
  await insertStages(tx, caller, { roadmapId: older.id, cycle: edition.cycle }, plan);
  await insertApprovals(tx, caller, older.id, plan.approvals);
}
