import type { approveBody, closeBody } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { indicators } from '@nastavnik/domain/roadmaps/indicators';
import { itemStateOf } from '@nastavnik/domain/roadmaps/item-state';
import { approveRefusal, closeRefusal, enactRefusal } from '@nastavnik/domain/roadmaps/roadmap-guards';
import type { z } from 'zod';
import type { Actor } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { carryOver } from './carry-over.ts';
import { moveRoadmap, planFor, refuseIf } from './move-roadmap.ts';
import { planForUpdate, planOf } from './plan.queries.ts';
import type { Plan } from './plan.ts';
import { insertApproval } from './plan-writing.queries.ts';
import { knownFile } from './review-roadmap.ts';
import { countedOf } from './roadmap.view.ts';
import { takeSnapshot } from './snapshots.ts';

/** 4.1 approve: the stamp «УТВЕРЖДАЮ», and the words frozen as they were approved. */
export async function approveRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: z.infer<typeof approveBody>,
): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'approve');
  refuseIf(
    approveRefusal({
      state: plan.roadmap.state === 'agreed' ? 'agreed' : 'underReview',
      outerRequired: plan.settings.outerRequired,
      post: body.post,
      authority: body.authority,
      date: body.date,
      order: body.order !== null,
      orderNeeded: plan.settings.orderInStamp || plan.roadmap.amends !== null,
      // Rule (a) binds what is agreed here; a document that came with its dates the other way round was warned about.
      agreedOn: plan.approvals.flatMap((each) =>
        each.kind === 'agreed' && each.date && !each.imported ? [each.date] : [],
      ),
    }),
  );
  await knownFile(tx, caller, body.fileId);
  await insertApproval(tx, caller, roadmapId, {
    kind: 'approved',
    body: null,
    person: body.person,
    post: body.post,
    date: body.date,
    document: body.order && { kind: 'order', ...body.order },
    authority: body.authority,
    fileId: body.fileId,
  });
  await moveRoadmap(tx, caller, plan, { to: 'approved', event: 'roadmap.approved', data: { ...body } });
  await takeSnapshot(tx, caller, (await planOf(tx, caller, roadmapId))!, 'approved');
}

/** 4.1 enact, by hand. */
export async function enactRoadmap(tx: Writing, caller: Caller, roadmapId: string): Promise<void> {
  await enactPlan(tx, caller, await planFor(tx, caller, roadmapId, 'enact'), caller.today);
}

/** 4.1 enact, also for the clock. An amendment takes over what was done and the version it amends steps back. */
export async function enactPlan(tx: Writing, actor: Actor, plan: Plan, today: PlainDate): Promise<void> {
  refuseIf(enactRefusal({ today, cycleStart: plan.cycle.start, approvedOn: approvedOn(plan) }));
  if (plan.roadmap.amends !== null) await supersede(tx, actor, plan, today);
  await moveRoadmap(tx, actor, plan, {
    to: 'inForce',
    event: 'roadmap.enacted',
    data: { amends: plan.roadmap.amends },
  });
}

async function supersede(tx: Writing, actor: Actor, newer: Plan, today: PlainDate): Promise<void> {
  const older = await planForUpdate(tx, { tenantId: actor.tenantId, today }, newer.roadmap.amends!);
  if (older?.roadmap.state !== 'inForce')
    throw new Refusal('roadmap.another-in-force', { state: older?.roadmap.state });
  await carryOver(tx, actor, older, newer);
  await moveRoadmap(tx, actor, older, {
    to: 'superseded',
    event: 'roadmap.superseded',
    supersededBy: newer.roadmap.id,
    data: { by: newer.roadmap.id },
  });
}

/** The day of the last approval that was given here; else of the one in the school's document. */
export function approvedOn(plan: Pick<Plan, 'approvals'>): PlainDate | null {
  const approvals = plan.approvals.filter((each) => each.kind === 'approved' && each.date !== null);
  return (approvals.findLast((each) => !each.imported) ?? approvals.at(-1))?.date ?? null;
}

/** 4.1 close: what is late is explained; the completion is frozen. */
export async function closeRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: z.infer<typeof closeBody>,
): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'close');
  const explanations = new Map(body.explanations.map((each) => [each.itemId, each.text]));
  const items = plan.items.map((item) => ({ ...item, state: itemStateOf(item.occurrences, caller.today) }));
  refuseIf(closeRefusal(items, new Set(explanations.keys())));
  for (const item of plan.items) {
    const text = explanations.get(item.id);
    if (text === undefined) continue;
    await tx
      .updateTable('roadmap_items')
      .set({ state_reason: text })
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', item.id)
      .execute();
  }
  const { completion, timeliness } = indicators(countedOf(plan), plan.cycle.end, plan.cycle.end);
  await moveRoadmap(tx, caller, plan, { to: 'closed', event: 'roadmap.closed', data: { completion, timeliness } });
  const closed = (await planOf(tx, caller, roadmapId))!;
  await takeSnapshot(tx, caller, closed, 'closed', { completion, timeliness });
}

/** 4.1 archive, by hand. */
export async function archiveRoadmap(tx: Writing, caller: Caller, roadmapId: string): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'archive');
  await moveRoadmap(tx, caller, plan, { to: 'archived', event: 'roadmap.archived' });
}
