import { agreementAnswer, agreementsAnswer, decideAgreementBody, roadmap } from '@nastavnik/contracts/roadmaps';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seeRoadmap } from '../roadmaps/door.ts';
import { type AgreementRequest, requestsTo, requestTo } from './agreements.queries.ts';
import { askAuthority } from './ask-authority.ts';
import { decideAgreement } from './decide-agreement.ts';

const member = { access: 'member' } as const;
const ofRequest = z.strictObject({ requestId: id });

export function agreementsRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/roadmaps/:roadmapId/ask-authority',
    { config: member, schema: { params: z.strictObject({ roadmapId: id }), response: { 200: roadmap } } },
    ({ caller, params }) =>
      writing(deps.pool, caller, async (tx) => {
        await askAuthority(tx, caller, params.roadmapId);
        return seeRoadmap(tx, caller, params.roadmapId);
      }),
  );
  app.get('/api/v1/agreements', { config: member, schema: { response: { 200: agreementsAnswer } } }, ({ caller }) => {
    permit(caller, 'agreement.see');
    return reading(deps.pool, caller, async (tx) => ({
      requests: (await requestsTo(tx, caller.tenantId)).map(summary),
    }));
  });
  const one = { config: member, schema: { params: ofRequest, response: { 200: agreementAnswer } } };
  app.get('/api/v1/agreements/:requestId', one, ({ caller, params }) =>
    reading(deps.pool, caller, (tx) => seeRequest(tx, caller, params.requestId)),
  );
  for (const [name, state] of [
    ['agree', 'agreed'],
    ['return', 'returned'],
  ] as const) {
    app.post(
      `/api/v1/agreements/:requestId/${name}`,
      { config: member, schema: { ...one.schema, body: decideAgreementBody } },
      ({ caller, params, body }) =>
        writing(deps.pool, caller, async (tx) => {
          await decideAgreement(tx, caller, params.requestId, state, body);
          return seeRequest(tx, caller, params.requestId);
        }),
    );
  }
}

async function seeRequest(tx: Reading, caller: Caller, requestId: string) {
  permit(caller, 'agreement.see');
  const request = await requestTo(tx, caller.tenantId, requestId);
  if (!request) throw new Refusal('agreement.not-found');
  return {
    ...summary(request),
    period: request.content.period,
    stages: request.content.stages.map((stage) => ({
      ...stage,
      items: stage.items.map((item) => ({ ...item, points: [...item.points] })),
    })),
  };
}

function summary(request: AgreementRequest) {
  return {
    id: request.id,
    tenantId: request.tenantId,
    organization: request.organization,
    title: request.title,
    state: request.state,
    askedAt: request.askedAt.toISOString(),
    decidedAt: request.decidedAt?.toISOString() ?? null,
    comment: request.comment,
  };
}
