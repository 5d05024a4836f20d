import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Plan, planFor } from '../roadmaps/door.ts';
import { type AgreementContent, withdrawRequests } from './agreements.queries.ts';
import { authorityAsked } from './authority-asked.ts';

/** Hands the words of the roadmap to the authority that has an account on this server. A new asking replaces the one before. */
export async function askAuthority(tx: Writing, caller: Caller, roadmapId: string): Promise<void> {
  const plan = await planFor(tx, caller, roadmapId, 'askAuthority');
  const authority = plan.settings.authorityTenantId;
  if (authority === null) throw new Refusal('roadmap.no-authority');
  await withdrawRequests(tx, caller.tenantId, roadmapId);
  const school = await tx
    .selectFrom('organizations')
    .select('short_name')
    .where('tenant_id', '=', caller.tenantId)
    .executeTakeFirstOrThrow();
  const requestId = newId(caller.now);
  await tx
    .insertInto('agreement_requests')
    .values({
      tenant_id: caller.tenantId,
      id: requestId,
      authority_tenant_id: authority,
      roadmap_id: roadmapId,
      organization_name: school.short_name,
      title: plan.roadmap.title,
      content: JSON.stringify(contentOf(plan)),
      state: 'asked',
      asked_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'roadmap.agreement-asked',
    object: { kind: 'roadmap', id: roadmapId },
    data: { authority: plan.settings.authorityName },
  });
  await enqueue(tx, authorityAsked, {
    tenantId: authority,
    requestId,
    organization: school.short_name,
    title: plan.roadmap.title,
  });
}

function contentOf(plan: Plan): AgreementContent {
  return {
    period: { start: plan.cycle.start, end: plan.cycle.end },
    stages: plan.stages.map((stage) => ({
      number: stage.number,
      title: stage.title,
      items: plan.items
        .filter((item) => item.stageId === stage.id)
        .map((item) => ({
          number: item.number,
          title: item.title,
          points: item.points,
          deadline: item.deadlineText,
          responsible: item.responsibleText,
          result: item.resultText,
        })),
    })),
  };
}
