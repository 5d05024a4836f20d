import { FORM_CONSENTS, FORM_RULES, QUESTIONNAIRES, STANDINGS } from '@nastavnik/domain/participants/mentoring-form';
import { z } from 'zod';
import { day, id, line, may, moment, text } from './shapes.ts';

const sideRule = z.strictObject({
  standings: z.array(z.enum(STANDINGS)).min(1).max(STANDINGS.length),
  teachersOnly: z.boolean(),
  minAge: z.number().int().min(0).max(99).nullable(),
  consents: z.array(z.enum(FORM_CONSENTS)).max(FORM_CONSENTS.length),
});

/** What a form asks of its two sides, and of the pair (domain/participants/mentoring-form). */
export const formDefinition = z.strictObject({
  mentor: sideRule,
  mentee: sideRule,
  documents: z.array(line(20)).max(30),
  questionnaires: z.array(z.enum(QUESTIONNAIRES)).max(QUESTIONNAIRES.length),
  rules: z.array(z.enum(FORM_RULES)).max(FORM_RULES.length),
  roleModels: z.array(line(100)).max(20),
});

export const formDecision = z.object({
  enabled: z.boolean(),
  decidedOn: day,
  document: z.string(),
  note: z.string().nullable(),
  recordedAt: moment,
  recordedBy: z.string(),
});

export const mentoringForm = z.object({
  id,
  name: z.string(),
  origin: z.enum(['model', 'local', 'own']),
  enabled: z.boolean(),
  definition: formDefinition,
  /** Newest first. */
  decisions: z.array(formDecision),
  participants: z.number().int().meta({ description: 'Participations of this form in the cycle of today' }),
  version: z.number().int(),
  may: may(['edit', 'decide']),
});
export type MentoringFormView = z.infer<typeof mentoringForm>;

export const formsAnswer = z.object({ forms: z.array(mentoringForm), may: may(['add']) });
export const newFormBody = z.strictObject({ name: line(200), definition: formDefinition });
export const editFormBody = newFormBody.extend({ version: z.number().int() });
/** A10: the meeting that switched the form on or off. */
export const decideFormBody = z.strictObject({
  enabled: z.boolean(),
  decidedOn: day,
  document: line(200),
  note: text(1000).nullable(),
});
