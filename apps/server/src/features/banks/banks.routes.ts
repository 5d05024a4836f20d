import {
  bankQuery,
  exportBankBody,
  menteeBank,
  mentorBank,
  savedFiltersAnswer,
  saveFilterBody,
} from '@nastavnik/contracts/banks';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { sendBytes } from '../files/door.ts';
import { menteesOf, mentorsOf } from './bank.queries.ts';
import { exportBank } from './export-bank.ts';
import { drawList } from './hand-out.ts';
import { removeFilter, savedFilters, saveFilter } from './saved-filters.ts';

const member = { access: 'member' } as const;

export function banksRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/bank/mentees',
    { config: member, schema: { querystring: bankQuery, response: { 200: menteeBank } } },
    ({ caller, query }) =>
      reading(deps.pool, caller, async (tx) => ({ ...(await menteesOf(tx, caller, query)), may: mayOf(caller) })),
  );
  app.get(
    '/api/v1/bank/mentors',
    { config: member, schema: { querystring: bankQuery, response: { 200: mentorBank } } },
    ({ caller, query }) =>
      reading(deps.pool, caller, async (tx) => ({ ...(await mentorsOf(tx, caller, query)), may: mayOf(caller) })),
  );
  app.post(
    '/api/v1/bank/export',
    { config: member, schema: { body: exportBankBody } },
    async ({ caller, body }, reply) => {
      const table = await writing(deps.pool, caller, (tx) => exportBank(tx, caller, body));
      return sendBytes(reply, await drawList(table, body.format, caller, body.purpose));
    },
  );
  app.get(
    '/api/v1/saved-filters',
    { config: member, schema: { response: { 200: savedFiltersAnswer } } },
    ({ caller }) => reading(deps.pool, caller, async (tx) => ({ filters: await savedFilters(tx, caller) })),
  );
  app.post(
    '/api/v1/saved-filters',
    { config: member, schema: { body: saveFilterBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => saveFilter(tx, caller, body)) }),
  );
  app.delete(
    '/api/v1/saved-filters/:filterId',
    { config: member, schema: { params: z.strictObject({ filterId: id }), response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeFilter(tx, caller, params.filterId));
      return reply.code(204).send(null);
    },
  );
}

function mayOf(caller: Caller) {
  const nominates = ['classTeacher', 'methodAssociationHead'] as const;
  return {
    nominate: can(caller, 'events.edit') || nominates.some((role) => caller.roles.includes(role)),
    export: can(caller, 'bank.export'),
    command: caller.roles.includes('curator') || caller.roles.includes('workingGroupMember'),
  };
}
