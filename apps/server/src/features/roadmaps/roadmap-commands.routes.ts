import {
  agreeBody,
  amendBody,
  approveBody,
  closeBody,
  considerBody,
  returnBody,
  roadmap,
} from '@nastavnik/contracts/roadmaps';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { amendRoadmap } from './amend-roadmap.ts';
import { approveRoadmap, archiveRoadmap, closeRoadmap, enactRoadmap } from './approve-roadmap.ts';
import { agreeRoadmap, considerRoadmap, returnRoadmap, submitRoadmap } from './review-roadmap.ts';
import { seeRoadmap } from './see-roadmaps.ts';

const member = { access: 'member' } as const;
const params = z.strictObject({ roadmapId: id });
const answer = { 200: roadmap };

/** The commands of LIFECYCLE 4.1; each answers with the roadmap as it is afterwards. */
export function roadmapCommandRoutes(app: App, deps: Deps): void {
  const done = (caller: Caller, roadmapId: string, command: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await command(tx);
      return seeRoadmap(tx, caller, roadmapId);
    });
  const bare = { submit: submitRoadmap, enact: enactRoadmap, archive: archiveRoadmap };
  for (const [name, command] of Object.entries(bare)) {
    app.post(
      `/api/v1/roadmaps/:roadmapId/${name}`,
      { config: member, schema: { params, response: answer } },
      ({ caller, params: { roadmapId } }) => done(caller, roadmapId, (tx) => command(tx, caller, roadmapId)),
    );
  }
  app.post(
    '/api/v1/roadmaps/:roadmapId/return',
    { config: member, schema: { params, body: returnBody, response: answer } },
    ({ caller, body, params: { roadmapId } }) =>
      done(caller, roadmapId, (tx) => returnRoadmap(tx, caller, roadmapId, body)),
  );
  app.post(
    '/api/v1/roadmaps/:roadmapId/consider',
    { config: member, schema: { params, body: considerBody, response: answer } },
    ({ caller, body, params: { roadmapId } }) =>
      done(caller, roadmapId, (tx) => considerRoadmap(tx, caller, roadmapId, body)),
  );
  app.post(
    '/api/v1/roadmaps/:roadmapId/agree',
    { config: member, schema: { params, body: agreeBody, response: answer } },
    ({ caller, body, params: { roadmapId } }) =>
      done(caller, roadmapId, (tx) => agreeRoadmap(tx, caller, roadmapId, body)),
  );
  app.post(
    '/api/v1/roadmaps/:roadmapId/approve',
    { config: member, schema: { params, body: approveBody, response: answer } },
    ({ caller, body, params: { roadmapId } }) =>
      done(caller, roadmapId, (tx) => approveRoadmap(tx, caller, roadmapId, body)),
  );
  app.post(
    '/api/v1/roadmaps/:roadmapId/close',
    { config: member, schema: { params, body: closeBody, response: answer } },
    ({ caller, body, params: { roadmapId } }) =>
      done(caller, roadmapId, (tx) => closeRoadmap(tx, caller, roadmapId, body)),
  );
  app.post(
    '/api/v1/roadmaps/:roadmapId/amend',
    { config: member, schema: { params, body: amendBody, response: { 200: idAnswer } } },
    async ({ caller, body, params: { roadmapId } }) => ({
      id: await writing(deps.pool, caller, (tx) => amendRoadmap(tx, caller, roadmapId, body.reason)),
    }),
  );
}
