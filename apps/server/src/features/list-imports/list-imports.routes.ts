import {
  applyListBody,
  listImport,
  listImportsAnswer,
  listImportsQuery,
  listKind,
  mappingBody,
  rowDecisionsBody,
  rowsAnswer,
  rowsQuery,
} from '@nastavnik/contracts/list-imports';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { renderImportTemplate } from '@nastavnik/documents/sheets/import-template';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readUpload, sendBytes } from '../files/door.ts';
import { allListImports } from './list-import.queries.ts';
import {
  beginApplying,
  decideRows,
  discardList,
  kindsFor,
  mapColumns,
  permitKind,
  receiveList,
  recheck,
  seeList,
  viewList,
} from './list-imports.ts';
import { errorFile, seeRows } from './list-rows.ts';

const member = { access: 'member' } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ofImport = z.strictObject({ importId: id });
const ofKind = z.strictObject({ kind: listKind });
const one = { params: ofImport, response: { 200: listImport } };

export function listImportsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/list-imports',
    { config: member, schema: { querystring: listImportsQuery, response: { 200: listImportsAnswer } } },
    ({ caller, query }) =>
      reading(deps.pool, caller, async (tx) => {
        const kinds = kindsFor(caller);
        if (kinds.length === 0) throw new Refusal('access.denied', { action: 'pupils.import' });
        const asked = query.kind === undefined ? kinds : kinds.filter((kind) => kind === query.kind);
        const rows = await allListImports(tx, caller.tenantId, asked);
        return { imports: rows.map(viewList), may: { import: kinds } };
      }),
  );
  app.get(
    '/api/v1/list-import-templates/:kind',
    { config: member, schema: { params: ofKind } },
    async ({ caller, params }, reply) => {
      permitKind(caller, params.kind);
      const bytes = await renderImportTemplate(params.kind);
      return sendBytes(reply, { bytes, name: `Образец: ${params.kind}.xlsx`, mediaType: XLSX });
    },
  );
  app.post(
    '/api/v1/list-imports/:kind',
    { config: member, schema: { consumes: ['multipart/form-data'], params: ofKind, response: { 200: idAnswer } } },
    async (request) => {
      permitKind(request.caller, request.params.kind);
      return receiveList(deps, request.caller, request.params.kind, await readUpload(request));
    },
  );
  app.get('/api/v1/list-imports/:importId', { config: member, schema: one }, ({ caller, params }) =>
    reading(deps.pool, caller, (tx) => seeList(tx, caller, params.importId)),
  );
  app.get(
    '/api/v1/list-imports/:importId/rows',
    { config: member, schema: { params: ofImport, querystring: rowsQuery, response: { 200: rowsAnswer } } },
    ({ caller, params, query }) => reading(deps.pool, caller, (tx) => seeRows(tx, caller, params.importId, query)),
  );
  app.get(
    '/api/v1/list-imports/:importId/errors',
    { config: member, schema: { params: ofImport } },
    async ({ caller, params }, reply) => {
      const bytes = await writing(deps.pool, caller, (tx) => errorFile(tx, caller, params.importId));
      return sendBytes(reply, { bytes, name: 'Строки с ошибками.xlsx', mediaType: XLSX });
    },
  );
  changingRoutes(app, deps);
}

function changingRoutes(app: App, deps: Deps): void {
  const changing = (caller: Caller, importId: string, change: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await change(tx);
      return seeList(tx, caller, importId);
    });
  app.put(
    '/api/v1/list-imports/:importId/mapping',
    { config: member, schema: { ...one, body: mappingBody } },
    ({ caller, params, body }) =>
      changing(caller, params.importId, (tx) => mapColumns(tx, caller, params.importId, body)),
  );
  app.put(
    '/api/v1/list-imports/:importId/decisions',
    { config: member, schema: { ...one, body: rowDecisionsBody } },
    ({ caller, params, body }) =>
      changing(caller, params.importId, (tx) => decideRows(tx, caller, params.importId, body)),
  );
  app.post('/api/v1/list-imports/:importId/check', { config: member, schema: one }, ({ caller, params }) =>
    changing(caller, params.importId, (tx) => recheck(tx, caller, params.importId)),
  );
  app.post(
    '/api/v1/list-imports/:importId/apply',
    { config: member, schema: { ...one, body: applyListBody } },
    ({ caller, params, body }) =>
      changing(caller, params.importId, (tx) => beginApplying(tx, caller, params.importId, body)),
  );
  app.post('/api/v1/list-imports/:importId/discard', { config: member, schema: one }, ({ caller, params }) =>
    changing(caller, params.importId, (tx) => discardList(tx, caller, params.importId)),
  );
}
