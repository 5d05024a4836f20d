import type { Roadmap, roadmapSummary } from '@nastavnik/contracts/roadmaps';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { itemsOf } from './items.queries.ts';
import { headOf, planOf, roadmapIds, stagesOf } from './plan.queries.ts';
import type { Plan } from './plan.ts';
import { summarize, viewRoadmap } from './roadmap.view.ts';

/** Every roadmap of the organisation, the newest cycle first. */
export async function seeRoadmaps(tx: Reading, caller: Caller): Promise<z.infer<typeof roadmapSummary>[]> {
  permit(caller, 'roadmap.see');
  const summaries = [];
  for (const { id } of await roadmapIds(tx, caller.tenantId)) {
    const head = await headOf(tx, caller.tenantId, id);
    if (!head) continue;
    const stages = await stagesOf(tx, caller.tenantId, id);
    const items = await itemsOf(tx, caller.tenantId, { roadmapId: id });
    summaries.push(summarize({ ...head, stages, items }, caller.today));
  }
  return summaries;
}

export async function seePlan(tx: Reading, caller: Caller, roadmapId: string): Promise<Plan> {
  permit(caller, 'roadmap.see');
  const plan = await planOf(tx, caller, roadmapId);
  if (!plan) throw new Refusal('roadmap.not-found');
  return plan;
}

export async function seeRoadmap(tx: Reading, caller: Caller, roadmapId: string): Promise<Roadmap> {
  return viewRoadmap(caller, await seePlan(tx, caller, roadmapId));
}
