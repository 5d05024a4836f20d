import { AUDIENCES, CONSENT_KINDS } from '@nastavnik/domain/consents/consent-kinds';
import { z } from 'zod';
import { id, line, may, moment, text } from './shapes.ts';

export const consentKind = z.enum(CONSENT_KINDS);
export const audience = z.enum(AUDIENCES);
const code = z.string().trim().min(1).max(100);

/** Wording and scope of a consent as data. What is wrong with it is said by the check, not by the shape. */
export const consentTemplate = z.strictObject({
  kind: consentKind,
  audience,
  version: z.number().int(),
  scopeVersion: z.number().int(),
  title: text(300),
  summary: text(5000),
  purposes: z.array(z.strictObject({ code, text: text(1000), required: z.boolean() })).max(50),
  dataItems: z
    .array(z.strictObject({ code, text: text(1000), category: z.enum(['general', 'special', 'biometric']) }))
    .max(100),
  actions: z.array(text(300)).max(50),
  processing: z.enum(['mixed', 'automated', 'manual']).nullable(),
  receivers: z
    .array(z.strictObject({ name: text(500), address: text(500), gets: z.enum(['aggregates', 'data', 'instruction']) }))
    .max(50),
  term: z
    .strictObject({
      kind: z.enum(['cycleEnd', 'event', 'date']),
      yearsAfter: z.number().int().min(0).max(100),
      text: text(1000),
    })
    .nullable(),
  withdrawal: text(2000),
  blocks: z.array(z.strictObject({ heading: text(300).nullable(), text: text(10_000) })).max(50),
  resources: z
    .array(
      z.strictObject({
        id: code,
        name: text(300),
        address: text(1000),
        owner: text(300),
        country: z.string().trim().max(2),
      }),
    )
    .max(50),
});
export type ConsentTemplateShape = z.infer<typeof consentTemplate>;

export const templateFault = z.object({
  code: z.string(),
  /** Path inside the template: `term`, `dataItems[2].text`. */
  field: z.string(),
  found: z.string().nullable(),
});

/** What the operator is named by in every consent (RULE-04); without it nothing is issued. */
export const operatorField = z.enum(['fullName', 'address', 'inn', 'ogrn']);

export const consentTemplateView = z.object({
  id,
  template: consentTemplate,
  /** Ours, unchanged by the school. */
  shipped: z.boolean(),
  inUseSince: moment,
  editedBy: z.string().nullable(),
  faults: z.array(templateFault),
  /** Valid consents of this wording whose scope is older than this one: they do not reach what is new (RULE-13). */
  outreached: z.number().int(),
  versions: z.array(z.object({ id, version: z.number().int(), scopeVersion: z.number().int(), createdAt: moment })),
  may: may(['edit']),
});
export type ConsentTemplateView = z.infer<typeof consentTemplateView>;

export const consentTemplatesAnswer = z.object({
  templates: z.array(consentTemplateView.omit({ versions: true })),
  operatorLacks: z.array(operatorField),
  may: may(['edit']),
});

/** `version`: of the template that was edited; the answer is the new version, under an id of its own. */
export const editConsentTemplateBody = z.strictObject({ version: z.number().int(), template: consentTemplate });
export const checkConsentTemplateBody = z.strictObject({ template: consentTemplate });
export const templateFaultsAnswer = z.object({ faults: z.array(templateFault) });

export const operator = z.object({
  fullName: z.string(),
  address: z.string().nullable(),
  inn: z.string().nullable(),
  ogrn: z.string().nullable(),
  /** People may sign in their account where the law lets them (RULE-09). */
  accountSigning: z.boolean(),
  lacks: z.array(operatorField),
  may: may(['edit']),
});
export const operatorBody = z.strictObject({
  address: line(500).nullable(),
  inn: z
    .string()
    .regex(/^\d{10}(\d{2})?$/)
    .nullable(),
  ogrn: z
    .string()
    .regex(/^\d{13}(\d{2})?$/)
    .nullable(),
  accountSigning: z.boolean(),
});
