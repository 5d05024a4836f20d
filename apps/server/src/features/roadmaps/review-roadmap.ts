import type { agreeBody, considerBody, returnBody } from '@nastavnik/contracts/roadmaps';
import { isOuterAgreement, submitRefusal } from '@nastavnik/domain/roadmaps/roadmap-guards';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { moveRoadmap, planFor, refuseIf } from './move-roadmap.ts';
import { onRoadmapReturned, onRoadmapSubmitted } from './notify.ts';
import { insertApproval } from './plan-writing.queries.ts';

/** 4.1 submit: draft or returned → under review; every item is complete. */
export async function submitRoadmap(tx: Writing, caller: Caller, roadmapId: string): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'submit');
  refuseIf(
    submitRefusal(
      plan.items.map((item) => ({
        id: item.id,
        number: item.number,
        title: item.title,
        deadline: item.deadlineText,
        responsible: item.responsibleText,
        result: item.resultText,
      })),
    ),
  );
  await moveRoadmap(tx, caller, plan, { to: 'underReview', event: 'roadmap.submitted', returnComment: null });
  await onRoadmapSubmitted(tx, caller, plan);
}

/** 4.1 return: with a comment, back to who prepares it. */
export async function returnRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: z.infer<typeof returnBody>,
): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'return');
  await moveRoadmap(tx, caller, plan, {
    to: 'returned',
    event: 'roadmap.returned',
    returnComment: body.comment,
    data: { comment: body.comment },
  });
  await onRoadmapReturned(tx, caller, plan, body.comment);
}

/** 4.1 considerByCouncil: the stamp «Принято», with the minutes. The roadmap stays under review. */
export async function considerRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: z.infer<typeof considerBody>,
): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'considerByCouncil');
  if (body.date > caller.today) throw new Refusal('roadmap.minutes-required', { date: body.date });
  await knownFile(tx, caller, body.fileId);
  await insertApproval(tx, caller, roadmapId, {
    kind: 'adopted',
    body: body.body,
    person: null,
    post: null,
    date: body.date,
    document: { kind: 'minutes', number: body.number, date: body.date },
    decision: body.decision,
    fileId: body.fileId,
  });
  await moveRoadmap(tx, caller, plan, { to: plan.roadmap.state, event: 'roadmap.considered', data: { ...body } });
}

/**
 * 4.1 agree, as the curator records a decision that came on paper. The outer authority's makes the roadmap agreed;
 * another body's (a council of parents, a trade union) is a further stamp.
 */
export async function agreeRoadmap(
  tx: Writing,
  caller: Caller,
  roadmapId: string,
  body: z.infer<typeof agreeBody>,
): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'agree');
  await knownFile(tx, caller, body.fileId);
  await insertApproval(tx, caller, roadmapId, { kind: 'agreed', document: null, ...body });
  const outer = isOuterAgreement(
    { required: plan.settings.outerRequired, authority: plan.settings.authorityName },
    body.body,
  );
  await moveRoadmap(tx, caller, plan, {
    to: outer ? 'agreed' : plan.roadmap.state,
    event: 'roadmap.agreed',
    data: { body: body.body, date: body.date, outer },
  });
}

/** A scan that is spoken of has to be a file of this organisation. */
export async function knownFile(tx: Writing, caller: Caller, fileId: string | null): Promise<void> {
  if (fileId === null) return;
  const file = await tx
    .selectFrom('files')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) throw new Refusal('file.not-found');
}
