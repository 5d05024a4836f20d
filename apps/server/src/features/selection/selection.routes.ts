import {
  answersOfParticipant,
  possibleMentorsAnswer,
  proposeAnswerBody,
  selectionAnswer,
  selectionQuery,
} from '@nastavnik/contracts/selection';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { seeOpenRequests } from './open-requests.ts';
import { seePossibleMentors } from './possible-mentors.ts';
import { proposeAnswer, takeAnswerBack } from './propose-answer.ts';
import { seeAnswersOf } from './see-answers.ts';

const member = { access: 'member' } as const;
const ofRequest = z.strictObject({ requestId: id });

export function selectionRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/selection',
    { config: member, schema: { querystring: selectionQuery, response: { 200: selectionAnswer } } },
    ({ caller, query }) => writing(deps.pool, caller, (tx) => seeOpenRequests(tx, caller, query)),
  );
  app.get(
    '/api/v1/mentee-requests/:requestId/mentors',
    { config: member, schema: { params: ofRequest, response: { 200: possibleMentorsAnswer } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seePossibleMentors(tx, caller, params.requestId)),
  );
  app.post(
    '/api/v1/mentee-requests/:requestId/answers',
    { config: member, schema: { params: ofRequest, body: proposeAnswerBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => proposeAnswer(tx, caller, { ...params, ...body })),
    }),
  );
  app.delete(
    '/api/v1/request-answers/:answerId',
    { config: member, schema: { params: z.strictObject({ answerId: id }), response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => takeAnswerBack(tx, caller, params.answerId));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/participants/:participantId/answers',
    {
      config: member,
      schema: { params: z.strictObject({ participantId: id }), response: { 200: answersOfParticipant } },
    },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeAnswersOf(tx, caller, params.participantId)),
  );
}
