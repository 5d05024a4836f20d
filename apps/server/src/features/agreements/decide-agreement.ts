import type { decideAgreementBody } from '@nastavnik/contracts/roadmaps';
import { allows } from '@nastavnik/domain/roadmaps/roadmap-commands';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { enqueue, handler, type JobHandler, jobKind } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { insertApproval, moveRoadmap, onRoadmapReturned, planForUpdate } from '../roadmaps/door.ts';
import { type AgreementRequest, decide, requestOf, requestTo } from './agreements.queries.ts';

/** The decision crosses to the school by a job in the school's own tenancy. */
const takeOverAgreement = jobKind('take-over-agreement', z.strictObject({ tenantId: z.uuid(), requestId: z.uuid() }));

export function agreementHandlers(deps: Deps): JobHandler[] {
  return [handler(takeOverAgreement, (payload) => takeOver(deps, payload))];
}

/** The authority agrees, or returns with a comment. */
export async function decideAgreement(
  tx: Writing,
  caller: Caller,
  id: string,
  state: 'agreed' | 'returned',
  body: z.infer<typeof decideAgreementBody>,
): Promise<void> {
  permit(caller, 'agreement.decide');
  const request = await requestTo(tx, caller.tenantId, id);
  if (!request) throw new Refusal('agreement.not-found');
  if (state === 'returned' && !body.comment) throw new Refusal('request.malformed', { field: 'comment' });
  if (body.date > caller.today) throw new Refusal('request.malformed', { field: 'date' });
  if (!(await decide(tx, caller.tenantId, id, { state, ...body, comment: body.comment || null, now: caller.now }))) {
    throw new Refusal('agreement.already-decided', { state: request.state });
  }
  await recordEvent(tx, caller, {
    type: `agreement.${state}`,
    object: { kind: 'organization', id: request.tenantId },
    data: { requestId: id, organization: request.organization, title: request.title },
  });
  await enqueue(tx, takeOverAgreement, { tenantId: request.tenantId, requestId: id });
}

/** Puts the decision into the school's roadmap, if that still waits for it. Twice is once. */
async function takeOver(
  deps: Deps,
  { tenantId, requestId }: z.infer<(typeof takeOverAgreement)['payload']>,
): Promise<void> {
  await writing(deps.pool, { tenantId }, async (tx) => {
    const request = await requestOf(tx, tenantId, requestId);
    if (!request || request.takenOver || !['agreed', 'returned'].includes(request.state)) return;
    const actor: Actor = {
      tenantId,
      personId: null,
      name: `${request.person ?? ''}, ${request.post ?? ''}`,
      now: deps.clock.now(),
    };
    await applyDecision(tx, actor, request);
    await tx
      .updateTable('agreement_requests')
      .set({ taken_over: true })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', requestId)
      .execute();
  });
}

async function applyDecision(tx: Writing, actor: Actor, request: AgreementRequest): Promise<void> {
  const plan = await planForUpdate(tx, { tenantId: actor.tenantId, today: request.decidedOn! }, request.roadmapId);
  if (!plan) return;
  if (request.state === 'returned') {
    if (!allows(plan.roadmap.state, 'return')) return;
    const comment = request.comment ?? '';
    await moveRoadmap(tx, actor, plan, {
      to: 'returned',
      event: 'roadmap.returned',
      returnComment: comment,
      data: { comment },
    });
    await onRoadmapReturned(tx, actor, plan, comment);
    return;
  }
  if (!allows(plan.roadmap.state, 'agree')) return;
  await insertApproval(tx, actor, request.roadmapId, {
    kind: 'agreed',
    body: plan.settings.authorityName,
    person: request.person,
    post: request.post,
    date: request.decidedOn,
    document: null,
  });
  await moveRoadmap(tx, actor, plan, {
    to: plan.settings.outerRequired ? 'agreed' : plan.roadmap.state,
    event: 'roadmap.agreed',
    data: { body: plan.settings.authorityName, date: request.decidedOn, outer: true },
  });
}
