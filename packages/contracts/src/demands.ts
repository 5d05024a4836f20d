import { z } from 'zod';
import { day, id, line, may, text } from './shapes.ts';

export const demandKind = z.enum([
  'withdrawal',
  'stopProcessing',
  'stopDissemination',
  'information',
  'correction',
  'unlawful',
]);

export const demand = z.object({
  id,
  kind: demandKind,
  person: z.object({ id, name: z.string() }),
  askedBy: z.string().nullable(),
  receivedOn: day,
  dueOn: day,
  text: z.string(),
  extendedReason: z.string().nullable(),
  doneOn: day.nullable(),
  answer: z.string().nullable(),
  state: z.enum(['open', 'overdue', 'done']),
  may: may(['extend', 'answer']),
});
export const demandsQuery = z.strictObject({
  state: z.enum(['open', 'overdue', 'done', 'all']).default('open'),
  personId: id.optional(),
});
export const demandsAnswer = z.object({ demands: z.array(demand), overdue: z.number().int() });

/** Withdrawal has a command of its own (consents). */
const kinds = z.enum(['stopProcessing', 'stopDissemination', 'information', 'correction', 'unlawful']);
export const makeDemandBody = z.strictObject({ personId: id, kind: kinds, text: text(5000) });
export const recordDemandBody = makeDemandBody.extend({ receivedOn: day, askedBy: id });
export const extendDemandBody = z.strictObject({ reason: line(1000) });
export const answerDemandBody = z.strictObject({ answer: line(5000) });

export const duty = z.object({
  id,
  /** `consent.renew`, `publication.stop`, `erasure.due`, `demand.answer`…: worded by the web. */
  kind: z.string(),
  person: z.object({ id, name: z.string() }).nullable(),
  consentId: id.nullable(),
  demandId: id.nullable(),
  data: z.record(z.string(), z.unknown()),
  /** RULE-08: who objects and to what, for the director who decides. */
  objection: z.object({ representationId: id, by: z.string(), on: day, note: z.string() }).nullable(),
  dueOn: day,
  state: z.enum(['open', 'overdue', 'done']),
  proof: z.string().nullable(),
  /** `readConsent`: the caller may open the consent that it is about. */
  may: may(['done', 'readConsent']),
});
export const dutiesQuery = z.strictObject({ state: z.enum(['open', 'overdue', 'done']).default('open') });
export const dutiesAnswer = z.object({ duties: z.array(duty), overdue: z.number().int() });
export const doneDutyBody = z.strictObject({ proof: text(1000) });
