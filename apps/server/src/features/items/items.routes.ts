import {
  addOccurrenceBody,
  editItemBody,
  historyAnswer,
  item,
  itemBody,
  roadmap,
  stageBody,
} from '@nastavnik/contracts/roadmaps';
import { id, reason } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { historyOf, lineageOfItem, seeRoadmap } from '../roadmaps/door.ts';
import { addOccurrence, cancelItem, setNotRequired, wakeItem } from './command-item.ts';
import { addItem, editItem, removeItem } from './edit-items.ts';
import { addStage, editStage, removeStage } from './edit-stages.ts';
import { seeItem } from './item-context.ts';
import { occurrencesRoutes } from './occurrences.routes.ts';

const member = { access: 'member' } as const;
const ofRoadmap = z.strictObject({ roadmapId: id });
const ofStage = z.strictObject({ roadmapId: id, stageId: id });
const ofRoadmapItem = z.strictObject({ roadmapId: id, itemId: id });
const ofItem = z.strictObject({ itemId: id });

export function itemsRoutes(app: App, deps: Deps): void {
  stageRoutes(app, deps);
  editRoutes(app, deps);
  commandRoutes(app, deps);
  occurrencesRoutes(app, deps);
  app.get(
    '/api/v1/items/:itemId',
    { config: member, schema: { params: ofItem, response: { 200: item } } },
    ({ caller, params }) => reading(deps.pool, caller, (tx) => seeItem(tx, caller, params.itemId)),
  );
  app.get(
    '/api/v1/items/:itemId/history',
    { config: member, schema: { params: ofItem, response: { 200: historyAnswer } } },
    ({ caller, params }) =>
      reading(deps.pool, caller, async (tx) => {
        await seeItem(tx, caller, params.itemId);
        const ids = await lineageOfItem(tx, caller.tenantId, params.itemId);
        return { events: await historyOf(tx, caller.tenantId, { kind: 'item', ids }) };
      }),
  );
}

function stageRoutes(app: App, deps: Deps): void {
  const changed = (caller: Caller, roadmapId: string, change: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await change(tx);
      return seeRoadmap(tx, caller, roadmapId);
    });
  app.post(
    '/api/v1/roadmaps/:roadmapId/stages',
    { config: member, schema: { params: ofRoadmap, body: stageBody, response: { 200: roadmap } } },
    ({ caller, params, body }) =>
      changed(caller, params.roadmapId, (tx) => addStage(tx, caller, params.roadmapId, body)),
  );
  app.put(
    '/api/v1/roadmaps/:roadmapId/stages/:stageId',
    { config: member, schema: { params: ofStage, body: stageBody, response: { 200: roadmap } } },
    ({ caller, params, body }) =>
      changed(caller, params.roadmapId, (tx) => editStage(tx, caller, params.roadmapId, params.stageId, body)),
  );
  app.delete(
    '/api/v1/roadmaps/:roadmapId/stages/:stageId',
    { config: member, schema: { params: ofStage, response: { 200: roadmap } } },
    ({ caller, params }) =>
      changed(caller, params.roadmapId, (tx) => removeStage(tx, caller, params.roadmapId, params.stageId)),
  );
}

function editRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/roadmaps/:roadmapId/items',
    { config: member, schema: { params: ofRoadmap, body: itemBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => addItem(tx, caller, params.roadmapId, body)),
    }),
  );
  app.put(
    '/api/v1/roadmaps/:roadmapId/items/:itemId',
    { config: member, schema: { params: ofRoadmapItem, body: editItemBody, response: { 200: item } } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await editItem(tx, caller, params.roadmapId, params.itemId, body);
        return seeItem(tx, caller, params.itemId);
      }),
  );
  app.delete(
    '/api/v1/roadmaps/:roadmapId/items/:itemId',
    { config: member, schema: { params: ofRoadmapItem, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeItem(tx, caller, params.roadmapId, params.itemId));
      return reply.code(204).send(null);
    },
  );
}

function commandRoutes(app: App, deps: Deps): void {
  const done = (caller: Caller, itemId: string, command: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await command(tx);
      return seeItem(tx, caller, itemId);
    });
  const schema = { params: ofItem, response: { 200: item } };
  app.post(
    '/api/v1/items/:itemId/cancel',
    { config: member, schema: { ...schema, body: reason } },
    ({ caller, params, body }) =>
      done(caller, params.itemId, (tx) => cancelItem(tx, caller, params.itemId, body.reason)),
  );
  app.post('/api/v1/items/:itemId/wake', { config: member, schema }, ({ caller, params }) =>
    done(caller, params.itemId, (tx) => wakeItem(tx, caller, params.itemId)),
  );
  app.post('/api/v1/items/:itemId/set-not-required', { config: member, schema }, ({ caller, params }) =>
    done(caller, params.itemId, (tx) => setNotRequired(tx, caller, params.itemId)),
  );
  app.post(
    '/api/v1/items/:itemId/occurrences',
    { config: member, schema: { ...schema, body: addOccurrenceBody } },
    ({ caller, params, body }) => done(caller, params.itemId, (tx) => addOccurrence(tx, caller, params.itemId, body)),
  );
}
