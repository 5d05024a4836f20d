import { z } from 'zod';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { enqueue, jobKind } from '../../platform/jobs/jobs.ts';
import type { Plan } from './plan.ts';

/**
 * Something has happened to a roadmap that somebody should hear of. The reminders decide who and how; `cause` is the
 * name under which a second telling is recognised.
 */
export const roadmapNews = jobKind(
  'roadmap-news',
  z.strictObject({
    tenantId: z.uuid(),
    roadmapId: z.uuid(),
    kind: z.enum(['agreementAsked', 'returned']),
    cause: z.string(),
    comment: z.string(),
  }),
);

export async function onRoadmapSubmitted(tx: Writing, actor: Actor, plan: Plan): Promise<void> {
  await tell(tx, actor, plan, 'agreementAsked', '');
}

export async function onRoadmapReturned(
  tx: Writing,
  actor: Actor,
  plan: Pick<Plan, 'roadmap'>,
  comment: string,
): Promise<void> {
  await tell(tx, actor, plan, 'returned', comment);
}

async function tell(
  tx: Writing,
  actor: Actor,
  { roadmap }: Pick<Plan, 'roadmap'>,
  kind: 'agreementAsked' | 'returned',
  comment: string,
): Promise<void> {
  const cause = `${kind}:${roadmap.id}:${roadmap.version}`;
  await enqueue(
    tx,
    roadmapNews,
    { tenantId: actor.tenantId, roadmapId: roadmap.id, kind, cause, comment },
    { key: cause },
  );
}
