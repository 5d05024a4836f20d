import { z } from 'zod';
import { role } from './roles.ts';
import { login, password } from './session.ts';
import { day, evenSo, id, line, may, moment } from './shapes.ts';

export const post = z.object({ id, title: z.string(), startedOn: day.nullable(), endedOn: day.nullable() });

export const roleAssignment = z.object({
  id,
  role,
  startedOn: day,
  endedOn: day.nullable(),
  scope: z.string().nullable(),
});

export const person = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  /** Фамилия И. О. */
  shortName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  active: z.boolean(),
  /** Not dismissed, or until the last day of work. */
  works: z.boolean(),
  account: z.enum(['none', 'invited', 'active']),
  posts: z.array(post),
  roles: z.array(roleAssignment),
  bodies: z.array(z.object({ id, name: z.string(), office: z.enum(['chair', 'secretary', 'member']) })),
  version: z.number().int(),
  may: may(['edit', 'invite', 'deactivate', 'giveRoles']),
});
export type Person = z.infer<typeof person>;

export const peopleQuery = z.strictObject({
  search: z.string().trim().max(200).optional(),
  state: z.enum(['active', 'inactive', 'all']).default('active'),
});
export const peopleAnswer = z.object({ people: z.array(person), may: may(['add']) });

export const personBody = z.strictObject({
  familyName: line(100),
  givenName: line(100),
  patronymic: line(100).nullable(),
  email: z.email().max(200).nullable(),
  phone: line(40).nullable(),
});
export const newPersonBody = personBody.extend({ post: line(200).nullable(), evenSo });
export const editPersonBody = personBody.extend({ version: z.number().int() });
export const postBody = z.strictObject({ title: line(200), startedOn: day.nullable(), endedOn: day.nullable() });
export const roleBody = z.strictObject({ role, scope: line(200).nullable(), startedOn: day.nullable() });
export const idAnswer = z.object({ id });

/** The link is shown once; only its hash is kept. */
export const invitationAnswer = z.object({ link: z.string(), expiresAt: moment, mailed: z.boolean() });

export const invitationView = z.object({
  organization: z.string(),
  name: z.string(),
  /** The person already signs in to another organisation of this server with this e-mail: sign in instead of a new password. */
  hasAccount: z.boolean(),
  /** `recovery`: the account is there, a new password is chosen (`/invitations/recover`). */
  purpose: z.enum(['first', 'recovery']),
  suggestedLogin: z.string(),
});
/** The token travels in the fragment of the link and in the body of these requests: never in an address that is logged. */
export const invitationToken = z.strictObject({ token: z.string().min(12).max(100) });
export const acceptInvitationBody = invitationToken.extend({ login, password });

export const bodyKind = z.enum([
  'pedagogicalCouncil',
  'workingGroup',
  'methodAssociation',
  'representativeBody',
  'administration',
  'other',
]);
export type BodyKind = z.infer<typeof bodyKind>;
export const office = z.enum(['chair', 'secretary', 'member']);
export const collectiveBody = z.object({
  id,
  kind: bodyKind,
  name: z.string(),
  orderNumber: z.string().nullable(),
  orderDate: day.nullable(),
  members: z.array(
    z.object({
      id,
      personId: id,
      name: z.string(),
      post: z.string().nullable(),
      office,
      startedOn: day,
      endedOn: day.nullable(),
    }),
  ),
  may: may(['edit']),
});
export type CollectiveBody = z.infer<typeof collectiveBody>;
export const bodiesAnswer = z.object({ bodies: z.array(collectiveBody), may: may(['add']) });
export const bodyBody = z.strictObject({
  kind: bodyKind,
  name: line(200),
  orderNumber: line(50).nullable(),
  orderDate: day.nullable(),
});
export const memberBody = z.strictObject({ personId: id, office, startedOn: day, endedOn: day.nullable() });
export const endMemberBody = z.strictObject({ endedOn: day });
