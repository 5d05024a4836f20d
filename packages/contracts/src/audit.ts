import { AUDIT_GROUPS } from '@nastavnik/domain/access/audit-groups';
import { z } from 'zod';
import { day, id, moment } from './shapes.ts';

export const auditGroup = z.enum(AUDIT_GROUPS);

/** `after`: the last event of the page before. */
export const auditQuery = z.strictObject({
  group: auditGroup.optional(),
  /** Whom it was about: the person, or a participation, consent, demand of the person. */
  personId: id.optional(),
  actorId: id.optional(),
  /** Days of the organisation, both included. */
  from: day.optional(),
  to: day.optional(),
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Null where the name is not shown: the data lie still, or nobody is meant. */
const auditPerson = z.object({ id: id.nullable(), name: z.string().nullable() });
/** Who, when, what with whom (RULE-34). Never what was written: neither texts nor values. */
export const auditRow = z.object({
  id,
  at: moment,
  type: z.string(),
  objectKind: z.string(),
  actor: auditPerson,
  /** Through another's eyes. */
  impersonated: z.boolean(),
  person: auditPerson.nullable(),
});
export const auditAnswer = z.object({ events: z.array(auditRow), next: id.nullable() });
