import {
  checkConsentTemplateBody,
  consentTemplatesAnswer,
  consentTemplateView,
  editConsentTemplateBody,
  operator,
  operatorBody,
  templateFaultsAnswer,
} from '@nastavnik/contracts/consent-templates';
import { id } from '@nastavnik/contracts/shapes';
import { lintTemplate } from '@nastavnik/domain/consents/lint-template';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { allowedPlaces } from '../resources/door.ts';
import { asTemplate, editTemplate } from './edit-template.ts';
import { editOperator, seeOperator } from './operator.ts';
import { seeTemplate, seeTemplates } from './see-templates.ts';

const member = { access: 'member' } as const;
const ofTemplate = z.strictObject({ templateId: id });

export function consentTemplatesRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/consent-templates',
    { config: member, schema: { response: { 200: consentTemplatesAnswer } } },
    ({ caller }) => writing(deps.pool, caller, (tx) => seeTemplates(tx, caller)),
  );
  app.get(
    '/api/v1/consent-templates/:templateId',
    { config: member, schema: { params: ofTemplate, response: { 200: consentTemplateView } } },
    ({ caller, params }) => reading(deps.pool, caller, (tx) => seeTemplate(tx, caller, params.templateId)),
  );
  app.put(
    '/api/v1/consent-templates/:templateId',
    {
      config: member,
      schema: { params: ofTemplate, body: editConsentTemplateBody, response: { 200: consentTemplateView } },
    },
    ({ caller, params, body }) =>
      writing(deps.pool, caller, async (tx) =>
        seeTemplate(tx, caller, await editTemplate(tx, caller, params.templateId, body)),
      ),
  );
  app.post(
    '/api/v1/consent-templates/check',
    { config: member, schema: { body: checkConsentTemplateBody, response: { 200: templateFaultsAnswer } } },
    async ({ caller, body }) => {
      permit(caller, 'templates.see');
      const places = await reading(deps.pool, caller, (tx) => allowedPlaces(tx, caller.tenantId));
      const addresses = places.map(({ address }) => address);
      return { faults: [...lintTemplate(asTemplate(body.template), addresses)] };
    },
  );
  app.get('/api/v1/operator', { config: member, schema: { response: { 200: operator } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeOperator(tx, caller)),
  );
  app.put(
    '/api/v1/operator',
    { config: member, schema: { body: operatorBody, response: { 200: operator } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => editOperator(tx, caller, body)),
  );
}
