import {
  authorityCodeAnswer,
  cycleBody,
  cyclesAnswer,
  joinAuthorityBody,
  newOrganizationBody,
  organization,
  organizationBody,
  serverOrganizationsAnswer,
} from '@nastavnik/contracts/settings';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer, invitationAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { originOf } from '../../platform/http/origin.ts';
import { invitationLink } from '../staff/door.ts';
import { addOrganization, seeServerOrganizations } from './add-organization.ts';
import {
  authorityCode,
  editOrganization,
  joinAuthority,
  leaveAuthority,
  saveCycle,
  seeCycles,
  seeOrganization,
} from './settings.ts';

const member = { access: 'member' } as const;
const one = { 200: organization };

export function settingsRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/organization', { config: member, schema: { response: one } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeOrganization(tx, caller)),
  );
  app.put(
    '/api/v1/organization',
    { config: member, schema: { body: organizationBody, response: one } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => editOrganization(tx, caller, body)),
  );
  app.get(
    '/api/v1/organization/authority-code',
    { config: member, schema: { response: { 200: authorityCodeAnswer } } },
    async ({ caller }) => ({ code: await writing(deps.pool, caller, (tx) => authorityCode(tx, caller)) }),
  );
  app.post(
    '/api/v1/organization/authority',
    { config: member, schema: { body: joinAuthorityBody, response: one } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => joinAuthority(tx, caller, body.code)),
  );
  app.delete('/api/v1/organization/authority', { config: member, schema: { response: one } }, ({ caller }) =>
    writing(deps.pool, caller, (tx) => leaveAuthority(tx, caller)),
  );
  app.get('/api/v1/cycles', { config: member, schema: { response: { 200: cyclesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeCycles(tx, caller)),
  );
  app.post(
    '/api/v1/cycles',
    { config: member, schema: { body: cycleBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => saveCycle(tx, caller, null, body)) }),
  );
  app.put(
    '/api/v1/cycles/:cycleId',
    {
      config: member,
      schema: { params: z.strictObject({ cycleId: id }), body: cycleBody, response: { 200: idAnswer } },
    },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => saveCycle(tx, caller, params.cycleId, body)),
    }),
  );
  app.get(
    '/api/v1/server/organizations',
    { config: member, schema: { response: { 200: serverOrganizationsAnswer } } },
    ({ caller }) => reading(deps.pool, caller, (tx) => seeServerOrganizations(tx, caller)),
  );
  app.post(
    '/api/v1/server/organizations',
    { config: member, schema: { body: newOrganizationBody, response: { 200: invitationAnswer } } },
    async (request) => {
      const { token, expiresAt } = await addOrganization(deps, request.caller, request.body);
      return {
        link: invitationLink(originOf(request, deps), token),
        expiresAt: expiresAt.toISOString(),
        mailed: false,
      };
    },
  );
}
