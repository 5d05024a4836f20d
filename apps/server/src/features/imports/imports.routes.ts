import {
  confirmImportAnswer,
  confirmImportBody,
  differenceAnswer,
  draftBody,
  importAnswer,
  importsAnswer,
  pasteBody,
  rereadAnswer,
  rereadBody,
} from '@nastavnik/contracts/imports';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { fileOf, readUpload, sendFile } from '../files/door.ts';
import { compareImport, confirmImport, editionsOf } from './confirm-import.ts';
import { discardImport, editDraft, restoreImport } from './edit-draft.ts';
import { summarizeImport, viewImport } from './import.view.ts';
import { allImports, importOf } from './imports.queries.ts';
import { pastedDocument, receiveImport } from './receive-import.ts';
import { rereadImport } from './reread-import.ts';

const member = { access: 'member' } as const;
const ofImport = z.strictObject({ importId: id });
const one = { config: member, schema: { params: ofImport, response: { 200: importAnswer } } };

export function importsRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/imports', { config: member, schema: { response: { 200: importsAnswer } } }, ({ caller }) => {
    permit(caller, 'import.use');
    return reading(deps.pool, caller, async (tx) => ({
      imports: (await allImports(tx, caller.tenantId)).map(summarizeImport),
    }));
  });
  app.post(
    '/api/v1/imports',
    { config: member, schema: { consumes: ['multipart/form-data'], response: { 200: idAnswer } } },
    async (request) => {
      permit(request.caller, 'import.use');
      return receiveImport(deps, request.caller, await readUpload(request));
    },
  );
  app.post(
    '/api/v1/imports/paste',
    { config: member, schema: { body: pasteBody, response: { 200: idAnswer } } },
    ({ caller, body }) => receiveImport(deps, caller, pastedDocument(body)),
  );
  app.get('/api/v1/imports/:importId', one, ({ caller, params }) =>
    reading(deps.pool, caller, (tx) => seeImport(tx, caller, params.importId)),
  );
  draftRoutes(app, deps);
  app.get(
    '/api/v1/imports/:importId/difference',
    {
      config: member,
      schema: { params: ofImport, querystring: z.strictObject({ roadmapId: id }), response: { 200: differenceAnswer } },
    },
    ({ caller, params, query }) =>
      reading(deps.pool, caller, async (tx) => {
        const { lines, ...counts } = await compareImport(tx, caller, params.importId, query.roadmapId);
        return { ...counts, lines: lines.map((line) => ({ ...line, fields: [...line.fields] })) };
      }),
  );
  app.get(
    '/api/v1/imports/:importId/file',
    { config: member, schema: { params: ofImport } },
    async ({ caller, params }, reply) => {
      permit(caller, 'import.use');
      const file = await reading(deps.pool, caller, async (tx) => {
        const found = await importOf(tx, caller.tenantId, params.importId);
        return found && { ...(await fileOf(tx, caller.tenantId, found.fileId))!, name: found.name };
      });
      if (!file) throw new Refusal('import.not-found');
      return sendFile(reply, deps.files, file);
    },
  );
}

function draftRoutes(app: App, deps: Deps): void {
  const changing = (caller: Caller, importId: string, change: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await change(tx);
      return seeImport(tx, caller, importId);
    });
  app.put(
    '/api/v1/imports/:importId/draft',
    { ...one, schema: { ...one.schema, body: draftBody } },
    ({ caller, params, body }) =>
      changing(caller, params.importId, (tx) => editDraft(tx, caller, params.importId, body)),
  );
  app.post(
    '/api/v1/imports/:importId/reread',
    { config: member, schema: { params: ofImport, body: rereadBody, response: { 200: rereadAnswer } } },
    async ({ caller, params, body }) => {
      const { kept, lost } = await rereadImport(deps, caller, params.importId, body);
      const answer = await reading(deps.pool, caller, (tx) => seeImport(tx, caller, params.importId));
      return { ...answer, edits: { kept, lost: [...lost] } };
    },
  );
  app.post('/api/v1/imports/:importId/discard', one, ({ caller, params }) =>
    changing(caller, params.importId, (tx) => discardImport(tx, caller, params.importId)),
  );
  app.post('/api/v1/imports/:importId/restore', one, ({ caller, params }) =>
    changing(caller, params.importId, (tx) => restoreImport(tx, caller, params.importId)),
  );
  app.post(
    '/api/v1/imports/:importId/confirm',
    { config: member, schema: { params: ofImport, body: confirmImportBody, response: { 200: confirmImportAnswer } } },
    async ({ caller, params, body }) => ({
      roadmapId: await writing(deps.pool, caller, (tx) => confirmImport(tx, caller, params.importId, body)),
    }),
  );
}

async function seeImport(tx: Reading, caller: Caller, importId: string) {
  permit(caller, 'import.use');
  const found = await importOf(tx, caller.tenantId, importId);
  if (!found) throw new Refusal('import.not-found');
  return viewImport(caller, found, await editionsOf(tx, caller, found));
}
