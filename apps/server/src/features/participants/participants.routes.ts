import {
  candidatesAnswer,
  candidatesQuery,
  chooseFormBody,
  commandManyAnswer,
  commandManyBody,
  commandParticipantBody,
  declareInterestBody,
  informationSheet,
  interestsAnswer,
  myParticipationAnswer,
  myParticipationQuery,
  nominateBody,
  nominateOutsiderBody,
  nominationsAnswer,
  participant,
  selfNominateBody,
  supportTagBody,
} from '@nastavnik/contracts/participants';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { drawPdf } from '@nastavnik/documents/write/draw-pdf';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { sendBytes } from '../files/door.ts';
import { findCandidates } from './candidates.queries.ts';
import { chooseForm } from './choose-form.ts';
import { commandMany, commandParticipant } from './command-participant.ts';
import { seeInformationSheet, takeInformationSheet } from './information-sheet.ts';
import { declareInterest, seeInterests, takeUpInterest, withdrawInterest } from './interests.ts';
import { nominate, nominateSelf } from './nominate.ts';
import { nominateOutsider } from './nominate-outsider.ts';
import { seeMyParticipation, seeParticipant } from './see-participant.ts';
import { removeSupportTag, setSupportTag } from './support-tag.ts';
import { tellInvited } from './tell-invited.ts';

const member = { access: 'member' } as const;
const ofParticipant = z.strictObject({ participantId: id });
const ofPerson = z.strictObject({ personId: id });
const nothing = { 204: z.null() };

export function participantsRoutes(app: App, deps: Deps): void {
  nominationRoutes(app, deps);
  recordRoutes(app, deps);
  ownRoutes(app, deps);
}

function nominationRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/nominations/candidates',
    { config: member, schema: { querystring: candidatesQuery, response: { 200: candidatesAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => findCandidates(tx, caller, query)),
  );
  app.post(
    '/api/v1/nominations',
    { config: member, schema: { body: nominateBody, response: { 200: nominationsAnswer } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => nominate(tx, caller, body)),
  );
  app.post(
    '/api/v1/nominations/outsider',
    { config: member, schema: { body: nominateOutsiderBody, response: { 200: nominationsAnswer } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => nominateOutsider(tx, caller, body)),
  );
  app.get('/api/v1/interests', { config: member, schema: { response: { 200: interestsAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, async (tx) => ({ interests: await seeInterests(tx, caller) })),
  );
  app.post(
    '/api/v1/interests/:interestId/take-up',
    {
      config: member,
      schema: { params: z.strictObject({ interestId: id }), body: selfNominateBody, response: { 200: idAnswer } },
    },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => takeUpInterest(tx, caller, params.interestId, body)),
    }),
  );
}

function recordRoutes(app: App, deps: Deps): void {
  const one = { config: member, schema: { params: ofParticipant, response: { 200: participant } } };
  app.get('/api/v1/participants/:participantId', one, ({ caller, params }) =>
    writing(deps.pool, caller, (tx) => seeParticipant(tx, caller, params.participantId)),
  );
  app.post(
    '/api/v1/participants/:participantId/commands',
    { config: member, schema: { params: ofParticipant, body: commandParticipantBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, async (tx) => {
        await commandParticipant(tx, caller, params.participantId, body);
        if (body.command.command === 'invite') await tellInvited(tx, deps, caller, [params.participantId]);
      });
      return reply.code(204).send(null);
    },
  );
  app.put(
    '/api/v1/participants/:participantId/form',
    { config: member, schema: { params: ofParticipant, body: chooseFormBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => chooseForm(tx, caller, params.participantId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/participants/commands',
    { config: member, schema: { body: commandManyBody, response: { 200: commandManyAnswer } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => {
        const outcome = await commandMany(tx, caller, body);
        if (body.command.command === 'invite') await tellInvited(tx, deps, caller, outcome.done);
        return outcome;
      }),
  );
  app.get(
    '/api/v1/participants/:participantId/information-sheet',
    { config: member, schema: { params: ofParticipant, response: { 200: informationSheet } } },
    ({ caller, params }) => reading(deps.pool, caller, (tx) => seeInformationSheet(tx, caller, params.participantId)),
  );
  app.get(
    '/api/v1/participants/:participantId/information-sheet/file',
    { config: member, schema: { params: ofParticipant } },
    async ({ caller, params }, reply) => {
      const sheet = await writing(deps.pool, caller, (tx) => takeInformationSheet(tx, caller, params.participantId));
      return sendBytes(reply, { bytes: drawPdf(sheet, 'Tinos'), mediaType: 'application/pdf', name: 'Памятка.pdf' });
    },
  );
  app.put(
    '/api/v1/persons/:personId/support-tag',
    { config: member, schema: { params: ofPerson, body: supportTagBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => setSupportTag(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/persons/:personId/support-tag',
    { config: member, schema: { params: ofPerson, response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeSupportTag(tx, caller, params.personId));
      return reply.code(204).send(null);
    },
  );
}

function ownRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/my/participation',
    { config: member, schema: { querystring: myParticipationQuery, response: { 200: myParticipationAnswer } } },
    ({ caller, query }) =>
      reading(deps.pool, caller, (tx) => seeMyParticipation(tx, caller, query.personId ?? caller.personId)),
  );
  app.post(
    '/api/v1/my/participation',
    { config: member, schema: { body: selfNominateBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => nominateSelf(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/my/interest',
    { config: member, schema: { body: declareInterestBody, response: nothing } },
    async ({ caller, body }, reply) => {
      await writing(deps.pool, caller, (tx) => declareInterest(tx, caller, body));
      return reply.code(204).send(null);
    },
  );
  app.delete('/api/v1/my/interest', { config: member, schema: { response: nothing } }, async ({ caller }, reply) => {
    await writing(deps.pool, caller, (tx) => withdrawInterest(tx, caller));
    return reply.code(204).send(null);
  });
}
