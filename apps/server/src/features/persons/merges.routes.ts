import {
  apartBody,
  duplicatesAnswer,
  merge,
  mergeBody,
  mergePreview,
  mergePreviewBody,
  mergesAnswer,
} from '@nastavnik/contracts/persons';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { decideApart } from './apart.ts';
import { mergePeople, previewMerge, undoMerge } from './merge-people.ts';
import { seeDuplicates, seeMerges } from './merges.ts';

const member = { access: 'member' } as const;

export function mergesRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/persons/duplicates',
    { config: member, schema: { response: { 200: duplicatesAnswer } } },
    ({ caller }) => reading(deps.pool, caller, (tx) => seeDuplicates(tx, caller)),
  );
  app.post(
    '/api/v1/persons/apart',
    { config: member, schema: { body: apartBody, response: { 200: duplicatesAnswer } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await decideApart(tx, caller, body);
        return seeDuplicates(tx, caller);
      }),
  );
  app.post(
    '/api/v1/persons/merge-preview',
    { config: member, schema: { body: mergePreviewBody, response: { 200: mergePreview } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => previewMerge(tx, caller, body)),
  );
  app.get('/api/v1/persons/merges', { config: member, schema: { response: { 200: mergesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, async (tx) => ({ merges: await seeMerges(tx, caller) })),
  );
  app.post(
    '/api/v1/persons/merges',
    { config: member, schema: { body: mergeBody, response: { 200: merge } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => oneMerge(tx, caller, await mergePeople(tx, caller, body))),
  );
  app.post(
    '/api/v1/persons/merges/:mergeId/undo',
    { config: member, schema: { params: z.strictObject({ mergeId: id }), response: { 200: merge } } },
    ({ caller, params }) =>
      writing(deps.pool, caller, async (tx) => {
        await undoMerge(tx, caller, params.mergeId);
        return oneMerge(tx, caller, params.mergeId);
      }),
  );
}

async function oneMerge(tx: Reading, caller: Caller, mergeId: string) {
  const [found] = await seeMerges(tx, caller, mergeId);
  if (!found) throw new Refusal('merge.not-found');
  return found;
}
