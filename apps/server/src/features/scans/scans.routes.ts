import {
  assignPageBody,
  fileBatchBody,
  filedBatchAnswer,
  receivedBatchAnswer,
  scanBatch,
  scanBatchesAnswer,
} from '@nastavnik/contracts/scans';
import { id } from '@nastavnik/contracts/shapes';
import { scanKind } from '@nastavnik/documents/consents/scan-pages';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readUpload, sendBytes, storeFile } from '../files/door.ts';
import { assignPage, discardBatch, fileBatch, receiveBatch } from './file-batch.ts';
import { type BatchRow, waitingPages } from './scans.queries.ts';
import { seeBatch, seeBatches, visibleBatch } from './see-batches.ts';
import { cutOut, drawPage } from './split-in-process.ts';

const member = { access: 'member' } as const;
const ofBatch = z.strictObject({ batchId: id });
const one = { 200: scanBatch };
const PDF = 'application/pdf';

export function scansRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/scan-batches', { config: member, schema: { response: { 200: scanBatchesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeBatches(tx, caller)),
  );
  app.post(
    '/api/v1/scan-batches',
    { config: member, schema: { consumes: ['multipart/form-data'], response: { 200: receivedBatchAnswer } } },
    async (request) => {
      const { caller } = request;
      permit(caller, 'scans.file');
      const upload = await readUpload(request);
      if (scanKind(upload.bytes) !== 'pdf') throw new Refusal('scan.not-a-pdf');
      const kept = await storeFile(deps.files, upload, PDF);
      return writing(deps.pool, caller, (tx) => receiveBatch(tx, caller, kept));
    },
  );
  app.get(
    '/api/v1/scan-batches/:batchId',
    { config: member, schema: { params: ofBatch, response: one } },
    ({ caller, params }) => reading(deps.pool, caller, (tx) => seeBatch(tx, caller, params.batchId)),
  );
  app.get(
    '/api/v1/scan-batches/:batchId/pages/:page',
    {
      config: member,
      schema: { params: ofBatch.extend({ page: z.coerce.number().int().min(1).max(10_000) }) },
    },
    async ({ caller, params }, reply) => {
      const batch = await reading(deps.pool, caller, (tx) => visibleBatch(tx, caller, params.batchId));
      const { stored, place } = waitingPage(batch, params.page);
      const [bytes] = await cutOut(await deps.files.get(stored), [[place]]);
      if (!bytes) throw new Refusal('scan.page-not-found');
      return sendBytes(reply, { bytes, mediaType: PDF, name: `Страница ${params.page}.pdf` });
    },
  );
  app.get(
    '/api/v1/scan-batches/:batchId/pages/:page/picture',
    {
      config: member,
      schema: { params: ofBatch.extend({ page: z.coerce.number().int().min(1).max(10_000) }) },
    },
    async ({ caller, params }, reply) => {
      const batch = await reading(deps.pool, caller, (tx) => visibleBatch(tx, caller, params.batchId));
      const { stored, place } = waitingPage(batch, params.page);
      const bytes = await drawPage(await deps.files.get(stored), place);
      if (!bytes) throw new Refusal('scan.page-not-found');
      return sendBytes(reply, { bytes, mediaType: 'image/png', name: `Страница ${params.page}.png` });
    },
  );
  app.post(
    '/api/v1/scan-batches/:batchId/assign',
    { config: member, schema: { params: ofBatch, body: assignPageBody, response: one } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await assignPage(tx, caller, params.batchId, body);
        return seeBatch(tx, caller, params.batchId);
      }),
  );
  app.post(
    '/api/v1/scan-batches/:batchId/file',
    { config: member, schema: { params: ofBatch, body: fileBatchBody, response: { 200: filedBatchAnswer } } },
    ({ caller, params, body }) => fileBatch(deps, caller, params.batchId, body),
  );
  app.delete(
    '/api/v1/scan-batches/:batchId',
    { config: member, schema: { params: ofBatch, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => discardBatch(tx, caller, params.batchId));
      return reply.code(204).send(null);
    },
  );
}

/** Where a page that still waits lies in the file (from 0). @throws scan.page-not-found also of a page that is filed */
function waitingPage(batch: BatchRow, page: number): { readonly stored: string; readonly place: number } {
  const place = waitingPages(batch.pages).findIndex((each) => each.page === page);
  if (place < 0 || batch.stored === null) throw new Refusal('scan.page-not-found');
  return { stored: batch.stored, place };
}
