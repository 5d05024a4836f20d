import { ACTION_OF, type RoadmapCommand, stateAfter } from '@nastavnik/domain/roadmaps/roadmap-commands';
import type { RoadmapRefusal } from '@nastavnik/domain/roadmaps/roadmap-guards';
import type { RoadmapState } from '@nastavnik/domain/roadmaps/roadmap-states';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { withdrawRequests } from '../agreements/door.ts';
import { planForUpdate } from './plan.queries.ts';
import type { Plan } from './plan.ts';

/** The plan, locked, on which the caller may give this command in its present state. */
export async function planFor(tx: Writing, caller: Caller, roadmapId: string, command: RoadmapCommand): Promise<Plan> {
  permit(caller, ACTION_OF[command]);
  const plan = await planForUpdate(tx, caller, roadmapId);
  if (!plan) throw new Refusal('roadmap.not-found');
  if (stateAfter(plan.roadmap.state, command) === undefined) {
    throw new Refusal('roadmap.state', { state: plan.roadmap.state, command });
  }
  return plan;
}

export function refuseIf(refusal: RoadmapRefusal | undefined): void {
  if (refusal) throw new Refusal(refusal.code, refusal.details);
}

export type Move = {
  readonly to: RoadmapState;
  readonly event: string;
  readonly data?: Record<string, unknown>;
  readonly returnComment?: string | null;
  readonly supersededBy?: string;
};

/** Saves the new state and writes it into the history: from, to, and why. */
export async function moveRoadmap(tx: Writing, actor: Actor, plan: Pick<Plan, 'roadmap'>, move: Move): Promise<void> {
  const { roadmap } = plan;
  // What the authority was asked about is not there any more once the roadmap has moved on.
  if (move.to !== roadmap.state) await withdrawRequests(tx, actor.tenantId, roadmap.id);
  await tx
    .updateTable('roadmaps')
    .set({
      state: move.to,
      version: roadmap.version + 1,
      ...(move.returnComment === undefined ? {} : { return_comment: move.returnComment }),
      ...(move.supersededBy === undefined ? {} : { superseded_by: move.supersededBy }),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', roadmap.id)
    .execute();
  await recordEvent(tx, actor, {
    type: move.event,
    object: { kind: 'roadmap', id: roadmap.id },
    data: { from: roadmap.state, to: move.to, ...move.data },
  });
}
