import type { stageBody } from '@nastavnik/contracts/roadmaps';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { editablePlan, type Plan } from '../roadmaps/door.ts';
import { inOrder, setPositions } from './items.queries.ts';

type StageBody = z.infer<typeof stageBody>;

export async function addStage(tx: Writing, caller: Caller, roadmapId: string, body: StageBody): Promise<void> {
  const plan = await editablePlan(tx, caller, roadmapId);
  const id = newId(caller.now);
  await tx
    .insertInto('roadmap_stages')
    .values({
      tenant_id: caller.tenantId,
      id,
      roadmap_id: roadmapId,
      position: plan.stages.length,
      number: body.number,
      title: body.title,
    })
    .execute();
  await placeStage(tx, caller, plan, id, body.position);
  await recorded(tx, caller, roadmapId, 'stage.added', { title: body.title });
}

export async function editStage(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  stageId: string,
  body: StageBody,
): Promise<void> {
  const plan = await editablePlan(tx, caller, roadmapId);
  const stage = stageOf(plan, stageId);
  await tx
    .updateTable('roadmap_stages')
    .set({ number: body.number, title: body.title })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', stageId)
    .execute();
  await placeStage(tx, caller, plan, stageId, body.position);
  await recorded(tx, caller, roadmapId, 'stage.edited', { from: stage.title, to: body.title });
}

export async function removeStage(tx: Writing, caller: Caller, roadmapId: string, stageId: string): Promise<void> {
  const plan = await editablePlan(tx, caller, roadmapId);
  const stage = stageOf(plan, stageId);
  const items = plan.items.filter((item) => item.stageId === stageId);
  if (items.length > 0) throw new Refusal('stage.not-empty', { items: items.length });
  await tx.deleteFrom('roadmap_stages').where('tenant_id', '=', caller.tenantId).where('id', '=', stageId).execute();
  await recorded(tx, caller, roadmapId, 'stage.removed', { title: stage.title });
}

function stageOf(plan: Plan, stageId: string) {
  const stage = plan.stages.find((each) => each.id === stageId);
  if (!stage) throw new Refusal('stage.not-found');
  return stage;
}

async function placeStage(tx: Writing, caller: Caller, plan: Plan, id: string, position: number): Promise<void> {
  const others = plan.stages.filter((stage) => stage.id !== id).map((stage) => stage.id);
  await setPositions(tx, caller.tenantId, 'roadmap_stages', inOrder(others, id, position));
}

async function recorded(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, caller, { type, object: { kind: 'roadmap', id: roadmapId }, data });
}
