import { PLAN, received, textFile } from './imports.ts';
import { aDraft, aPlanInForce } from './plans.ts';
import { aSchool, ask, type School, type Server, STAFF } from './school.ts';

/** A plan in force, one that waits, a draft, a plan that was dropped, and one that came from a school below. */
export async function aPlanOf(server: Server, school: School): Promise<Readonly<Record<string, string>>> {
  const { curator } = school.people;
  const plan = await aPlanInForce(server, school, [{ title: 'Собрать согласия', deadline: 'декабрь' }]);
  const item = plan.items[0]!;
  const occurrenceId = item.occurrences[0]!.id;
  const { body: proved } = await ask<{ occurrences: { evidence: { id: string }[] }[] }>(
    server,
    curator,
    `POST /occurrences/${occurrenceId}/evidence`,
    { kind: 'document', title: 'Протокол', number: '7', date: '2024-11-18' },
  );
  const draft = await aDraft(server, school, [{ title: 'Собрание' }]);
  const waits = await aDraft(server, school, [{ title: 'Беседа' }]);
  await ask(server, curator, `POST /roadmaps/${waits.id}/submit`);
  const read = await received(server, curator!, PLAN);
  const { body: file } = await ask<{ id: string }>(server, curator, 'POST /files', textFile('скан', 'скан.txt'));
  return {
    roadmapId: plan.id,
    draft: draft.id,
    waiting: waits.id,
    stageId: draft.stages[0]!.id,
    draftItem: draft.items[0]!.id,
    itemId: item.id,
    occurrenceId,
    evidenceId: proved.occurrences[0]!.evidence[0]!.id,
    planImport: read.id,
    fileId: file.id,
    agreement: await fromBelow(server, school),
  };
}

async function fromBelow(server: Server, above: School): Promise<string> {
  const below = await aSchool(server, STAFF, { authorityTenantId: above.tenantId, requiresOuterAgreement: true });
  const draft = await aDraft(server, below, [{ title: 'Собрание' }]);
  const { curator } = below.people;
  await ask(server, curator, `POST /roadmaps/${draft.id}/submit`);
  await ask(server, curator, `POST /roadmaps/${draft.id}/ask-authority`);
  const { body } = await ask<{ requests: { id: string }[] }>(server, above.people['municipal'], 'GET /agreements');
  return body.requests[0]!.id;
}
