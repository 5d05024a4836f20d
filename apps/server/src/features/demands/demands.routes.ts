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
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { answerDemand, makeDemand, prolongDemand, recordDemand, seeDemands } from './demands.ts';
import { finishDuty, seeDuties } from './duties.ts';

const member = { access: 'member' } as const;
const ofDemand = z.strictObject({ demandId: id });
const one = { 200: demand };

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
