import type { newRoadmapBody } from '@nastavnik/contracts/roadmaps';
import { isEditable } from '@nastavnik/domain/roadmaps/roadmap-commands';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { copyOfYear } from './copy-year.ts';
import { cycleFor } from './cycles.ts';
import { planForUpdate, planOf } from './plan.queries.ts';
import type { Plan } from './plan.ts';
import { insertPlan } from './plan-writing.queries.ts';
import { planOfTemplate } from './templates.ts';

/** LIFECYCLE 4.1 create: from a template, or last year's plan with its dates moved. Returns the id. */
export async function createRoadmap(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof newRoadmapBody>,
): Promise<string> {
  permit(caller, 'roadmap.edit');
  const cycle = await cycleFor(tx, caller, { title: body.cycleTitle, period: body.period });
  const plan =
    body.from.kind === 'template'
      ? planOfTemplate(body.from.template, body.period)
      : copyOfYear(await source(tx, caller, body.from.roadmapId), body.period);
  const id = await insertPlan(tx, caller, { cycle }, { ...plan, title: body.title });
  await recordEvent(tx, caller, {
    type: 'roadmap.created',
    object: { kind: 'roadmap', id },
    data: { from: body.from },
  });
  return id;
}

async function source(tx: Writing, caller: Caller, roadmapId: string): Promise<Plan> {
  const plan = await planOf(tx, caller, roadmapId);
  if (!plan) throw new Refusal('roadmap.not-found');
  return plan;
}

export async function retitleRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: { readonly title: string; readonly version: number },
): Promise<void> {
  const { roadmap } = await editablePlan(tx, caller, roadmapId);
  if (roadmap.version !== body.version) throw new Refusal('roadmap.changed-meanwhile', { version: roadmap.version });
  await tx
    .updateTable('roadmaps')
    .set({ title: body.title, version: roadmap.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', roadmapId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'roadmap.retitled',
    object: { kind: 'roadmap', id: roadmapId },
    data: { from: roadmap.title, to: body.title },
  });
}

/** Only a draft goes away: what somebody has looked at stays. */
export async function removeRoadmap(tx: Writing, caller: Caller, roadmapId: string): Promise<void> {
  const { roadmap } = await editablePlan(tx, caller, roadmapId);
  if (roadmap.state !== 'draft') throw new Refusal('roadmap.state', { state: roadmap.state });
  await tx
    .updateTable('roadmaps')
    .set({ removed_at: caller.now, version: roadmap.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', roadmapId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'roadmap.removed',
    object: { kind: 'roadmap', id: roadmapId },
    data: { title: roadmap.title },
  });
}

/** The plan, locked, if its words may be changed now. After that only an amendment changes them. */
export async function editablePlan(tx: Writing, caller: Caller, roadmapId: string): Promise<Plan> {
  permit(caller, 'roadmap.edit');
  const plan = await planForUpdate(tx, caller, roadmapId);
  if (!plan) throw new Refusal('roadmap.not-found');
  if (plan.roadmap.state === 'inForce') throw new Refusal('item.needs-amendment');
  if (!isEditable(plan.roadmap.state)) throw new Refusal('item.frozen', { state: plan.roadmap.state });
  return plan;
}
