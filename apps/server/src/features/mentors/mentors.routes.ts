import {
  achievementBody,
  clearanceBody,
  competencesAnswer,
  interviewBody,
  mentorFolder,
  recommendationBody,
  saveCardBody,
  trainingBody,
  waiveTrainingBody,
} from '@nastavnik/contracts/mentors';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { saveCard } from './keep-card.ts';
import {
  addAchievement,
  recordClearance,
  recordInterview,
  recordTraining,
  removeAchievement,
  waiveTraining,
} from './prove.ts';
import { recordRecommendation, removeRecommendation } from './recommend.ts';
import { seeMentor } from './see-mentor.ts';

const member = { access: 'member' } as const;
const ofPerson = z.strictObject({ personId: id });
const nothing = { 204: z.null() };

export function mentorsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/competences',
    { config: member, schema: { response: { 200: competencesAnswer } } },
    async ({ caller }) => {
      if (!caller.roles.includes('mentor')) permit(caller, 'forms.see');
      return { competences: DEFAULT_COMPETENCES.map((each) => ({ ...each })) };
    },
  );
  app.get(
    '/api/v1/mentors/:personId',
    { config: member, schema: { params: ofPerson, response: { 200: mentorFolder } } },
    ({ caller, params }) => writing(deps.pool, caller, (tx) => seeMentor(tx, caller, params.personId)),
  );
  app.put(
    '/api/v1/mentors/:personId/card',
    { config: member, schema: { params: ofPerson, body: saveCardBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => saveCard(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/mentors/:personId/achievements',
    { config: member, schema: { params: ofPerson, body: achievementBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => addAchievement(tx, caller, params.personId, body)),
    }),
  );
  app.delete(
    '/api/v1/mentors/:personId/achievements/:achievementId',
    { config: member, schema: { params: ofPerson.extend({ achievementId: id }), response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeAchievement(tx, caller, params.personId, params.achievementId));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/mentors/:personId/clearance',
    { config: member, schema: { params: ofPerson, body: clearanceBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => recordClearance(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/mentors/:personId/trainings',
    { config: member, schema: { params: ofPerson, body: trainingBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => recordTraining(tx, caller, params.personId, body)),
    }),
  );
  app.post(
    '/api/v1/mentors/:personId/training-waiver',
    { config: member, schema: { params: ofPerson, body: waiveTrainingBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => waiveTraining(tx, caller, params.personId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/participants/:participantId/interviews',
    {
      config: member,
      schema: { params: z.strictObject({ participantId: id }), body: interviewBody, response: { 200: idAnswer } },
    },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => recordInterview(tx, caller, params.participantId, body)),
    }),
  );
  recommendationRoutes(app, deps);
}

function recommendationRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/participants/:participantId/recommendations',
    {
      config: member,
      schema: { params: z.strictObject({ participantId: id }), body: recommendationBody, response: { 200: idAnswer } },
    },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => recordRecommendation(tx, caller, params.participantId, body)),
    }),
  );
  app.delete(
    '/api/v1/recommendations/:recommendationId',
    { config: member, schema: { params: z.strictObject({ recommendationId: id }), response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeRecommendation(tx, caller, params.recommendationId));
      return reply.code(204).send(null);
    },
  );
}
