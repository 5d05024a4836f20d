import { z } from 'zod';
import { role } from './roles.ts';
import { organizationKind } from './session.ts';
import { day, id, line, may, text, timeZone } from './shapes.ts';

export const organization = z.object({
  id,
  fullName: z.string(),
  shortName: z.string(),
  secondName: z.string().nullable(),
  secondLanguage: z.string().nullable(),
  municipality: z.string(),
  kind: organizationKind,
  timeZone: z.string(),
  /** The authority on this server that agrees the roadmaps, if any. */
  authority: z.object({ id, name: z.string() }).nullable(),
  authorityName: z.string().nullable(),
  requiresOuterAgreement: z.boolean(),
  soonDays: z.number().int(),
  stampStyle: z.enum(['signature', 'order', 'combined']),
  may: may(['edit']),
});
export type Organization = z.infer<typeof organization>;

export const organizationBody = z.strictObject({
  fullName: line(500),
  shortName: line(200),
  secondName: line(500).nullable(),
  secondLanguage: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
  municipality: line(200),
  authorityName: line(300).nullable(),
  requiresOuterAgreement: z.boolean(),
  soonDays: z.number().int().min(1).max(60),
  stampStyle: z.enum(['signature', 'order', 'combined']),
  timeZone,
});

export const cycle = z.object({ id, title: z.string(), start: day, end: day });
export const cyclesAnswer = z.object({ cycles: z.array(cycle) });
export const cycleBody = z.strictObject({ title: line(200), start: day, end: day });

/** Further organisations of the server, added by the administrator of the one that set it up. */
export const serverOrganizationsAnswer = z.object({
  organizations: z.array(z.object({ id, shortName: z.string(), kind: organizationKind })),
});
export const newOrganizationBody = z.strictObject({
  fullName: line(500),
  shortName: line(200),
  municipality: line(200),
  kind: organizationKind,
  timeZone,
  /** Its first administrator, who gets a link. */
  administrator: z.strictObject({
    familyName: line(100),
    givenName: line(100),
    patronymic: line(100).nullable(),
    post: line(200),
    email: z.email().max(200).nullable(),
    alsoRoles: z.array(role).max(5),
  }),
});

/** Organisations above and below on this server; a code ties a school to its authority. */
export const authorityCodeAnswer = z.object({ code: z.string() });
export const joinAuthorityBody = z.strictObject({ code: line(100) });

export const reminderKind = z.enum([
  'weekBefore',
  'dayBefore',
  'late',
  'confirmationWaiting',
  'weeklyDigest',
  'agreementAsked',
  'returned',
  'consentAsked',
  'invited',
  'coverageBelow',
  'consentRefused',
  'consentWithdrawn',
  'consentsComplete',
]);
export type ReminderKind = z.infer<typeof reminderKind>;
export const reminderTemplate = z.object({
  kind: reminderKind,
  subject: z.string(),
  body: z.string(),
  /** Optional ones may be declined by their reader. */
  optional: z.boolean(),
  changed: z.boolean(),
  placeholders: z.array(z.string()),
});
export const reminderTemplatesAnswer = z.object({
  templates: z.array(reminderTemplate),
  mailConfigured: z.boolean(),
  may: may(['edit']),
});
export const reminderTemplateBody = z.strictObject({ subject: line(300), body: text(5000) });

export const deliveriesAnswer = z.object({
  deliveries: z.array(
    z.object({
      id,
      kind: reminderKind,
      person: z.string(),
      channel: z.enum(['app', 'mail']),
      state: z.enum(['waiting', 'sent', 'failed', 'declined', 'no-address']),
      attempts: z.number().int(),
      at: z.string(),
      subject: z.string(),
    }),
  ),
});

export const preferences = z.strictObject({ declined: z.array(reminderKind) });
