import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { carryOver } from './carry-over.ts';
import { asNewPlan, demandNoAmendment, nextEdition } from './editions.ts';
import { moveRoadmap, planFor } from './move-roadmap.ts';
import { planOf } from './plan.queries.ts';
import { insertPlan } from './plan-writing.queries.ts';

/**
 * 4.1 amend: a new version to be changed, reviewed and approved by order. The running one stays in force, and is worked
 * on, until the new one is enacted. Returns the id of the new version.
 */
export async function amendRoadmap(tx: Writing, caller: Caller, roadmapId: string, reason: string): Promise<string> {
  const plan = await planFor(tx, caller, roadmapId, 'amend');
  await demandNoAmendment(tx, caller, plan.roadmap);
  const id = await insertPlan(
    tx,
    caller,
    {
      cycle: plan.cycle,
      lineageId: plan.roadmap.lineageId,
      edition: await nextEdition(tx, caller, plan.roadmap.lineageId),
      amends: roadmapId,
      amendmentReason: reason,
    },
    asNewPlan(plan),
  );
  await carryOver(tx, caller, plan, (await planOf(tx, caller, id))!);
  await moveRoadmap(tx, caller, plan, {
    to: 'inForce',
    event: 'roadmap.amendment-begun',
    data: { reason, amendment: id },
  });
  await recordEvent(tx, caller, {
    type: 'roadmap.created',
    object: { kind: 'roadmap', id },
    data: { amends: roadmapId, reason },
  });
  return id;
}
