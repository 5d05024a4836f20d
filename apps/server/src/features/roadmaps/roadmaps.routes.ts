import { deadlineReading } from '@nastavnik/contracts/deadline';
import { differenceAnswer } from '@nastavnik/contracts/imports';
import { historyAnswer, newRoadmapBody, roadmap, roadmapsAnswer, templatesAnswer } from '@nastavnik/contracts/roadmaps';
import { id, line, span } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { answerPrepared } from '../../platform/http/prepared.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { compareWithAmended } from './compare-amendment.ts';
import { createRoadmap, removeRoadmap, retitleRoadmap } from './create-roadmap.ts';
import { historyOf } from './history.queries.ts';
import { keptPlans } from './kept-plans.ts';
import { readingsIn } from './readings.ts';
import { roadmapAnswer } from './roadmap-answer.ts';
import { roadmapCommandRoutes } from './roadmap-commands.routes.ts';
import { seePlan, seeRoadmap, seeRoadmaps } from './see-roadmaps.ts';
import { snapshotOf } from './snapshots.ts';
import { templates } from './templates.ts';

const member = { access: 'member' } as const;
const ofRoadmap = z.strictObject({ roadmapId: id });

export function roadmapsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/roadmap-templates',
    { config: member, schema: { response: { 200: templatesAnswer } } },
    ({ caller }) => {
      permit(caller, 'roadmap.see');
      return Promise.resolve({ templates: templates() });
    },
  );
  app.get('/api/v1/roadmaps', { config: member, schema: { response: { 200: roadmapsAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, async (tx) => ({
      roadmaps: await seeRoadmaps(tx, caller),
      may: { create: can(caller, 'roadmap.edit') },
    })),
  );
  app.post(
    '/api/v1/roadmaps',
    { config: member, schema: { body: newRoadmapBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({
      id: await writing(deps.pool, caller, (tx) => createRoadmap(tx, caller, body)),
    }),
  );
  const one = { config: member, schema: { params: ofRoadmap, response: { 200: roadmap } } };
  app.get('/api/v1/roadmaps/:roadmapId', one, async (request, reply) => {
    const { caller, params } = request;
    permit(caller, 'roadmap.see');
    const plan = await keptPlans(deps.pool).now(caller, params.roadmapId);
    if (!plan) throw new Refusal('roadmap.not-found');
    return answerPrepared(request, reply, roadmapAnswer(caller, plan));
  });
  app.put(
    '/api/v1/roadmaps/:roadmapId/title',
    { ...one, schema: { ...one.schema, body: z.strictObject({ title: line(500), version: z.number().int() }) } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await retitleRoadmap(tx, caller, params.roadmapId, body);
        return seeRoadmap(tx, caller, params.roadmapId);
      }),
  );
  app.delete(
    '/api/v1/roadmaps/:roadmapId',
    { config: member, schema: { params: ofRoadmap, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeRoadmap(tx, caller, params.roadmapId));
      return reply.code(204).send(null);
    },
  );
  aboutRoadmap(app, deps);
  roadmapCommandRoutes(app, deps);
}

function aboutRoadmap(app: App, deps: Deps): void {
  app.get(
    '/api/v1/roadmaps/:roadmapId/history',
    { config: member, schema: { params: ofRoadmap, response: { 200: historyAnswer } } },
    ({ caller, params }) =>
      reading(deps.pool, caller, async (tx) => {
        const { roadmap } = await seePlan(tx, caller, params.roadmapId);
        return { events: await historyOf(tx, caller.tenantId, { kind: 'roadmap', ids: [roadmap.id] }) };
      }),
  );
  app.get(
    '/api/v1/roadmaps/:roadmapId/difference',
    { config: member, schema: { params: ofRoadmap, response: { 200: differenceAnswer } } },
    ({ caller, params }) =>
      reading(deps.pool, caller, async (tx) => {
        const { lines, ...counts } = await compareWithAmended(tx, caller, params.roadmapId);
        return { ...counts, lines: lines.map((line) => ({ ...line, fields: [...line.fields] })) };
      }),
  );
  app.get(
    '/api/v1/roadmaps/:roadmapId/snapshot',
    { config: member, schema: { params: ofRoadmap } },
    ({ caller, params }) => reading(deps.pool, caller, (tx) => snapshotOf(tx, caller, params.roadmapId)),
  );
  app.post(
    '/api/v1/deadlines/read',
    {
      config: member,
      schema: {
        body: z.strictObject({ text: z.string().trim().min(1).max(500), period: span }),
        response: { 200: deadlineReading },
      },
    },
    ({ caller, body }) => {
      permit(caller, 'roadmap.see');
      const read = readingsIn(body.period).deadline(body.text);
      return Promise.resolve({
        ...read,
        windows: [...read.windows],
        alternatives: read.alternatives.map((each) => ({ ...each, windows: [...each.windows] })),
        issues: [...read.issues],
      });
    },
  );
}
