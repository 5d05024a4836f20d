import { z } from 'zod';
import { role } from './roles.ts';
import { id, line, moment, timeZone } from './shapes.ts';

export const organizationKind = z.enum([
  'school',
  'kindergarten',
  'college',
  'additionalEducation',
  'municipality',
  'region',
]);
export type OrganizationKind = z.infer<typeof organizationKind>;

export const membership = z.object({
  tenantId: id,
  organization: z.string(),
  kind: organizationKind,
  personId: id,
  roles: z.array(role),
});
export type Membership = z.infer<typeof membership>;

/** Who is signed in, for which organisation, and what the screens may offer. */
export const sessionAnswer = z.object({
  state: z.enum(['setup', 'anonymous', 'signed-in', 'no-organization']),
  today: z.string().meta({ description: 'The calendar day in the zone of the organisation' }),
  demo: z.boolean(),
  user: z
    .object({
      id: z.string(),
      login: z.string().nullable(),
      email: z.string().nullable(),
      name: z.string(),
      twoFactor: z.boolean(),
    })
    .nullable(),
  active: membership.nullable(),
  memberships: z.array(membership),
  /** RULE-41: the page of the school with its policy, null: the text kept here; whether the notice to Roskomnadzor is missing. */
  policy: z.object({ url: z.string().nullable(), numberMissing: z.boolean() }).nullable(),
  /** RULE-33: people's data open after the second factor is switched on. */
  secondFactorNeeded: z.boolean(),
  /** The administrator looks at somebody else's screen; nothing can be changed meanwhile. */
  impersonation: z.object({ name: z.string(), by: z.string(), endsAt: moment }).nullable(),
  may: z.object({
    manageStaff: z.boolean(),
    manageSettings: z.boolean(),
    importRoadmap: z.boolean(),
    seeAgreements: z.boolean(),
    seeIndicators: z.boolean(),
    addOrganizations: z.boolean(),
    seePupils: z.boolean(),
    editPupils: z.boolean(),
    seeMentees: z.boolean(),
    seeMentors: z.boolean(),
    nominate: z.boolean(),
    seeConsents: z.boolean(),
    seeDemands: z.boolean(),
    seeRegister: z.boolean(),
    seeSelection: z.boolean(),
    importLists: z.boolean(),
    editEvents: z.boolean(),
    giveCodes: z.boolean(),
    seeAudit: z.boolean(),
  }),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const switchOrganizationBody = z.strictObject({ tenantId: id });

export const login = z
  .string()
  .trim()
  .min(3)
  .max(60)
  .regex(/^[a-zA-Z0-9._-]+$/, { error: 'login' });

/** At least 10 characters; the server refuses the commonest ones too. */
export const password = z.string().min(10).max(200);

export const setupBody = z.strictObject({
  organization: z.strictObject({
    fullName: line(500),
    shortName: line(200),
    secondName: line(500).nullable(),
    secondLanguage: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .nullable(),
    municipality: line(200),
    kind: organizationKind,
    timeZone: timeZone.default('Europe/Moscow'),
  }),
  administrator: z.strictObject({
    familyName: line(100),
    givenName: line(100),
    patronymic: line(100).nullable(),
    post: line(200),
    login,
    email: z.email().max(200).nullable(),
    password,
    /** What the administrator also is: most often the curator. */
    alsoRoles: z.array(role).max(5),
  }),
});
export type SetupBody = z.infer<typeof setupBody>;
