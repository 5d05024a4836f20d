import {
  chooseBody,
  classSheetAnswer,
  consentCard,
  consentSummary,
  consentsOfPersonAnswer,
  consentsOfPersonQuery,
  coverageAnswer,
  coverageQuery,
  identityAnswer,
  identityBody,
  invalidateBody,
  issueConsentsAnswer,
  issueConsentsBody,
  myConsentsAnswer,
  peopleSheetAnswer,
  recordSaidBody,
  recordWithdrawalBody,
  registerAnswer,
  registerQuery,
  settleObjectionBody,
  signConsentBody,
  withdrawnAnswer,
} from '@nastavnik/contracts/consents';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { seeClassSheet, seePeopleSheet } from './class-sheet.ts';
import { consentById } from './consent.queries.ts';
import { summariesOf } from './consent.view.ts';
import { seeCoverage } from './coverage.ts';
import { saveIdentity, seeIdentity } from './identity.ts';
import { issueConsents } from './issue-consents.ts';
import { paperRoutes } from './paper.routes.ts';
import { recordRefusal, refuseInAccount } from './refuse-consent.ts';
import { seeConsent } from './see-consent.ts';
import { seeConsentsOfPerson, seeMyConsents, seeRegister } from './see-consents.ts';
import { settleObjection } from './settle-objection.ts';
import { chooseInAccount, signInAccount } from './sign-consent.ts';
import { invalidateConsent, recordWithdrawal, type Withdrawn, withdrawInAccount } from './withdraw-consent.ts';

const member = { access: 'member' } as const;
const ofConsent = z.strictObject({ consentId: id });
const ofPerson = z.strictObject({ personId: id });

export function consentsRoutes(app: App, deps: Deps): void {
  listRoutes(app, deps);
  ownRoutes(app, deps);
  officeRoutes(app, deps);
  paperRoutes(app, deps);
}

function listRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/consents',
    { config: member, schema: { querystring: consentsOfPersonQuery, response: { 200: consentsOfPersonAnswer } } },
    ({ caller, query }) => writing(deps.pool, caller, (tx) => seeConsentsOfPerson(tx, caller, query.personId)),
  );
  app.get('/api/v1/consents/mine', { config: member, schema: { response: { 200: myConsentsAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeMyConsents(tx, caller)),
  );
  app.get(
    '/api/v1/consents/register',
    { config: member, schema: { querystring: registerQuery, response: { 200: registerAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeRegister(tx, caller, query)),
  );
  app.get(
    '/api/v1/consents/coverage',
    { config: member, schema: { querystring: coverageQuery, response: { 200: coverageAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeCoverage(tx, caller, query)),
  );
  app.get(
    '/api/v1/consents/classes/:classId',
    { config: member, schema: { params: z.strictObject({ classId: id }), response: { 200: classSheetAnswer } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeClassSheet(tx, caller, params.classId)),
  );
  app.get(
    '/api/v1/consents/people',
    { config: member, schema: { response: { 200: peopleSheetAnswer } } },
    ({ caller }) => writing(deps.pool, caller, (tx) => seePeopleSheet(tx, caller)),
  );
}

/** What a signer does with the own document. */
function ownRoutes(app: App, deps: Deps): void {
  const card = { 200: consentCard };
  app.get(
    '/api/v1/consents/:consentId',
    { config: member, schema: { params: ofConsent, response: card } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeConsent(tx, caller, params.consentId)),
  );
  app.post(
    '/api/v1/consents/:consentId/sign',
    { config: member, schema: { params: ofConsent, body: signConsentBody, response: card } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await signInAccount(tx, caller, params.consentId, body);
        return seeConsent(tx, caller, params.consentId);
      }),
  );
  app.post(
    '/api/v1/consents/:consentId/refuse',
    { config: member, schema: { params: ofConsent, response: card } },
    ({ caller, params }) =>
      writing(deps.pool, caller, async (tx) => {
        await refuseInAccount(tx, caller, params.consentId);
        return seeConsent(tx, caller, params.consentId);
      }),
  );
  app.put(
    '/api/v1/consents/:consentId/choices',
    { config: member, schema: { params: ofConsent, body: chooseBody, response: card } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await chooseInAccount(tx, caller, params.consentId, body);
        return seeConsent(tx, caller, params.consentId);
      }),
  );
  app.post(
    '/api/v1/consents/:consentId/withdraw',
    { config: member, schema: { params: ofConsent, response: { 200: withdrawnAnswer } } },
    ({ caller, params }) =>
      writing(deps.pool, caller, async (tx) =>
        withdrawn(tx, caller, params.consentId, await withdrawInAccount(tx, caller, params.consentId)),
      ),
  );
}

/** What staff enter about papers and people. */
function officeRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/consents/issue',
    { config: member, schema: { body: issueConsentsBody, response: { 200: issueConsentsAnswer } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => issueConsents(tx, caller, body)),
  );
  app.post(
    '/api/v1/consents/:consentId/record-refusal',
    { config: member, schema: { params: ofConsent, body: recordSaidBody, response: { 200: consentSummary } } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await recordRefusal(tx, caller, params.consentId, body);
        return summaryOf(tx, caller, params.consentId);
      }),
  );
  app.post(
    '/api/v1/consents/:consentId/record-withdrawal',
    { config: member, schema: { params: ofConsent, body: recordWithdrawalBody, response: { 200: withdrawnAnswer } } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) =>
        withdrawn(tx, caller, params.consentId, await recordWithdrawal(tx, caller, params.consentId, body)),
      ),
  );
  app.post(
    '/api/v1/consents/:consentId/invalidate',
    { config: member, schema: { params: ofConsent, body: invalidateBody, response: { 200: consentSummary } } },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await invalidateConsent(tx, caller, params.consentId, body.defect);
        return summaryOf(tx, caller, params.consentId);
      }),
  );
  app.post(
    '/api/v1/persons/:personId/objection-decision',
    { config: member, schema: { params: ofPerson, body: settleObjectionBody, response: { 204: z.null() } } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => settleObjection(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/persons/:personId/identity',
    { config: member, schema: { params: ofPerson, response: { 200: identityAnswer } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeIdentity(tx, caller, params.personId)),
  );
  app.put(
    '/api/v1/persons/:personId/identity',
    { config: member, schema: { params: ofPerson, body: identityBody, response: { 204: z.null() } } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => saveIdentity(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
}

async function summaryOf(tx: Reading, caller: Caller, consentId: string): Promise<z.infer<typeof consentSummary>> {
  const stored = await consentById(tx, caller.tenantId, consentId);
  return (await summariesOf(tx, caller, stored ? [stored] : []))[0]!;
}

async function withdrawn(
  tx: Reading,
  caller: Caller,
  consentId: string,
  { demandId, erasedBy }: Withdrawn,
): Promise<z.infer<typeof withdrawnAnswer>> {
  return { consent: await summaryOf(tx, caller, consentId), demandId, erasedBy };
}
