import {
  classBody,
  classesAnswer,
  classesQuery,
  classTeacherBody,
  contingentAnswer,
  contingentBody,
  contingentQuery,
  endClassTeacherBody,
  newClassBody,
  schoolClass,
} from '@nastavnik/contracts/classes';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { addClass, editClass, endClassTeacher, removeClass, seeClass, seeClasses, setClassTeacher } from './classes.ts';
import { seeContingent, typeContingent } from './contingent.ts';

const member = { access: 'member' } as const;
const ofClass = z.strictObject({ classId: id });
const one = { params: ofClass, response: { 200: schoolClass } };

export function classesRoutes(app: App, deps: Deps): void {
  const changing = (caller: Caller, classId: string, change: (tx: Writing) => Promise<void>) =>
    writing(deps.pool, caller, async (tx) => {
      await change(tx);
      return seeClass(tx, caller, classId);
    });
  app.get(
    '/api/v1/classes',
    { config: member, schema: { querystring: classesQuery, response: { 200: classesAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeClasses(tx, caller, query.schoolYear)),
  );
  app.get('/api/v1/classes/:classId', { config: member, schema: one }, ({ caller, params }) =>
    reading(deps.pool, caller, (tx) => seeClass(tx, caller, params.classId)),
  );
  app.post(
    '/api/v1/classes',
    { config: member, schema: { body: newClassBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addClass(tx, caller, body)) }),
  );
  app.put('/api/v1/classes/:classId', { config: member, schema: { ...one, body: classBody } }, (request) =>
    changing(request.caller, request.params.classId, (tx) =>
      editClass(tx, request.caller, request.params.classId, request.body),
    ),
  );
  app.delete(
    '/api/v1/classes/:classId',
    { config: member, schema: { params: ofClass, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await writing(deps.pool, caller, (tx) => removeClass(tx, caller, params.classId));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/classes/:classId/teachers',
    { config: member, schema: { ...one, body: classTeacherBody } },
    ({ caller, params, body }) =>
      changing(caller, params.classId, (tx) => setClassTeacher(tx, caller, params.classId, body)),
  );
  app.post(
    '/api/v1/classes/:classId/teachers/:teacherId/end',
    {
      config: member,
      schema: { params: ofClass.extend({ teacherId: id }), body: endClassTeacherBody, response: one.response },
    },
    ({ caller, params, body }) =>
      changing(caller, params.classId, (tx) => endClassTeacher(tx, caller, params, body.endedOn)),
  );
  contingentRoutes(app, deps);
}

function contingentRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/contingent',
    { config: member, schema: { querystring: contingentQuery, response: { 200: contingentAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => seeContingent(tx, caller, query.on ?? caller.today)),
  );
  app.put(
    '/api/v1/contingent',
    { config: member, schema: { body: contingentBody, response: { 200: contingentAnswer } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await typeContingent(tx, caller, body);
        return seeContingent(tx, caller, body.onDay);
      }),
  );
}
