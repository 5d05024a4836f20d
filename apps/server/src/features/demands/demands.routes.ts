import {
  answerDemandBody,
  demand,
  demandsAnswer,
  demandsQuery,
  doneDutyBody,
  dutiesAnswer,
  dutiesQuery,
  duty,
  extendDemandBody,
  makeDemandBody,
  recordDemandBody,
} from '@nastavnik/contracts/demands';
import { id } from '@nastavnik/contracts/shapes';
import { drawDocx } from '@nastavnik/documents/write/draw-docx';
import { drawPdf } from '@nastavnik/documents/write/draw-pdf';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { sendBytes } from '../files/door.ts';
import { answerDemand, makeDemand, prolongDemand, recordDemand, seeDemands, seeReceipt } from './demands.ts';
import { finishDuty, seeDuties } from './duties.ts';
import { type Receipt, receiptDocument } from './receipt.ts';

const member = { access: 'member' } as const;
const ofDemand = z.strictObject({ demandId: id });
const one = { 200: demand };
const receiptQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf') });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function demandsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/demands',
    { config: member, schema: { querystring: demandsQuery, response: { 200: demandsAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeDemands(tx, caller, query)),
  );
  app.post('/api/v1/demands', { config: member, schema: { body: makeDemandBody, response: one } }, ({ caller, body }) =>
    writing(deps.pool, caller, (tx) => makeDemand(tx, caller, body)),
  );
  app.post(
    '/api/v1/demands/record',
    { config: member, schema: { body: recordDemandBody, response: one } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => recordDemand(tx, caller, body)),
  );
  app.post(
    '/api/v1/demands/:demandId/extend',
    { config: member, schema: { params: ofDemand, body: extendDemandBody, response: one } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => prolongDemand(tx, caller, params.demandId, body)),
  );
  app.post(
    '/api/v1/demands/:demandId/answer',
    { config: member, schema: { params: ofDemand, body: answerDemandBody, response: one } },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => answerDemand(tx, caller, params.demandId, body)),
  );
  app.get(
    '/api/v1/demands/:demandId/receipt',
    { config: member, schema: { params: ofDemand, querystring: receiptQuery } },
    async ({ caller, params, query }, reply) => {
      const receipt = await reading(deps.pool, caller, (tx) => seeReceipt(tx, caller, params));
      return sendBytes(reply, await drawn(receipt, query.format));
    },
  );
  app.get(
    '/api/v1/consents/:consentId/receipt',
    { config: member, schema: { params: z.strictObject({ consentId: id }), querystring: receiptQuery } },
    async ({ caller, params, query }, reply) => {
      const receipt = await reading(deps.pool, caller, (tx) => seeReceipt(tx, caller, params));
      return sendBytes(reply, await drawn(receipt, query.format));
    },
  );
  app.get(
    '/api/v1/duties',
    { config: member, schema: { querystring: dutiesQuery, response: { 200: dutiesAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeDuties(tx, caller, query)),
  );
  app.post(
    '/api/v1/duties/:dutyId/done',
    {
      config: member,
      schema: { params: z.strictObject({ dutyId: id }), body: doneDutyBody, response: { 200: duty } },
    },
    ({ caller, params, body }) => writing(deps.pool, caller, (tx) => finishDuty(tx, caller, params.dutyId, body)),
  );
}

async function drawn(receipt: Receipt, format: 'pdf' | 'docx') {
  const document = receiptDocument(receipt);
  return format === 'pdf'
    ? { bytes: drawPdf(document, 'Tinos'), mediaType: 'application/pdf', name: 'Расписка.pdf' }
    : { bytes: await drawDocx(document, 'Tinos'), mediaType: DOCX, name: 'Расписка.docx' };
}
