import { decideFormBody, editFormBody, formsAnswer, newFormBody } from '@nastavnik/contracts/mentoring-forms';
import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { addForm, decideForm, editForm, seeForms } from './forms.ts';

const member = { access: 'member' } as const;
const ofForm = z.strictObject({ formId: id });
const nothing = { 204: z.null() };

export function mentoringFormsRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/mentoring-forms', { config: member, schema: { response: { 200: formsAnswer } } }, ({ caller }) =>
    writing(deps.pool, caller, async (tx) => ({
      forms: await seeForms(tx, caller),
      may: { add: can(caller, 'forms.edit') },
    })),
  );
  app.post(
    '/api/v1/mentoring-forms',
    { config: member, schema: { body: newFormBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addForm(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/mentoring-forms/:formId',
    { config: member, schema: { params: ofForm, body: editFormBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => editForm(tx, caller, params.formId, body));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/mentoring-forms/:formId/decisions',
    { config: member, schema: { params: ofForm, body: decideFormBody, response: nothing } },
    async ({ caller, params, body }, reply) => {
      await writing(deps.pool, caller, (tx) => decideForm(tx, caller, params.formId, body));
      return reply.code(204).send(null);
    },
  );
}
