import { id } from '@nastavnik/contracts/shapes';
import {
  signUpBody,
  signUpCode,
  signUpEventBody,
  signUpEventsAnswer,
  signUpsAnswer,
  signUpView,
  takeSignUpBody,
} from '@nastavnik/contracts/sign-ups';
import { idAnswer } from '@nastavnik/contracts/staff';
import { squareCodeSvg } from '@nastavnik/documents/write/square-code';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { originOf } from '../../platform/http/origin.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  addEvent,
  editEvent,
  refuseSignUp,
  seeEvents,
  seeSignUps,
  signUp,
  takeSignUp,
  viewByCode,
} from './sign-ups.ts';

const member = { access: 'member' } as const;
const open = { access: 'public' } as const;
const ofEvent = z.strictObject({ eventId: id });
const ofSignUp = ofEvent.extend({ signUpId: id });
const nothing = { 204: z.null() };

export function signUpsRoutes(app: App, deps: Deps): void {
  eventRoutes(app, deps);
  decisionRoutes(app, deps);
  visitorRoutes(app, deps);
}

function eventRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/sign-up-events',
    { config: member, schema: { response: { 200: signUpEventsAnswer } } },
    (request) => {
      const { caller } = request;
      return reading(deps.pool, caller, async (tx) => ({
        events: await seeEvents(tx, caller, originOf(request, deps)),
        may: { add: true },
      }));
    },
  );
  app.post(
    '/api/v1/sign-up-events',
    { config: member, schema: { body: signUpEventBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addEvent(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/sign-up-events/:eventId',
    { config: member, schema: { params: ofEvent, body: signUpEventBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => editEvent(tx, caller, params.eventId, body));
      return reply.code(204).send(null);
    },
  );
  // The code of the poster, as a picture without pixels: the page that prints the poster puts it in its middle.
  app.get(
    '/api/v1/sign-up-events/:eventId/code',
    { config: member, schema: { params: ofEvent } },
    async (request, reply) => {
      const { caller, params } = request;
      permit(caller, 'events.edit');
      const events = await reading(deps.pool, caller, (tx) => seeEvents(tx, caller, originOf(request, deps)));
      const event = events.find((each) => each.id === params.eventId);
      if (!event) throw new Refusal('event.not-found');
      return reply.type('image/svg+xml').send(squareCodeSvg(event.link));
    },
  );
}

function decisionRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/sign-up-events/:eventId/sign-ups',
    { config: member, schema: { params: ofEvent, response: { 200: signUpsAnswer } } },
    ({ caller, params }) =>
      reading(deps.pool, caller, async (tx) => ({ signUps: await seeSignUps(tx, caller, params.eventId) })),
  );
  app.post(
    '/api/v1/sign-up-events/:eventId/sign-ups/:signUpId/take',
    { config: member, schema: { params: ofSignUp, body: takeSignUpBody, response: { 200: idAnswer } } },
    async ({ caller, params, body }) => ({
      id: await writing(deps.pool, caller, (tx) => takeSignUp(tx, caller, params, body)),
    }),
  );
  app.post(
    '/api/v1/sign-up-events/:eventId/sign-ups/:signUpId/refuse',
    { config: member, schema: { params: ofSignUp, response: nothing } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => refuseSignUp(tx, caller, params));
      return reply.code(204).send(null);
    },
  );
}

function visitorRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/sign-up/view',
    { config: open, schema: { body: signUpCode, response: { 200: signUpView } } },
    ({ body }) => viewByCode(deps, body.code),
  );
  app.post(
    '/api/v1/sign-up',
    { config: open, schema: { body: signUpBody, response: nothing } },
    async ({ body }, reply) => {
      await signUp(deps, body);
      return reply.code(204).send(null);
    },
  );
}
