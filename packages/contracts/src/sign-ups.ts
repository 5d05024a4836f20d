import { z } from 'zod';
import { participantRole } from './participants.ts';
import { day, id, line, may, moment } from './shapes.ts';

/** An event whose visitors sign up by the QR of its poster (B3, C2). */
export const signUpEvent = z.object({
  id,
  title: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  role: participantRole,
  opensAt: moment,
  closesAt: moment,
  open: z.boolean(),
  link: z.string(),
  signedUp: z.number().int(),
  waiting: z.number().int(),
});
export const signUpEventsAnswer = z.object({ events: z.array(signUpEvent), may: may(['add']) });
export const signUpEventBody = z
  .strictObject({
    title: line(200),
    heldOn: day,
    place: line(200).nullable(),
    role: participantRole,
    opensAt: moment,
    closesAt: moment,
  })
  .refine((value) => value.closesAt > value.opensAt, { error: 'span', path: ['closesAt'] });

export const signUp = z.object({
  id,
  fullName: z.string(),
  place: z.string().nullable(),
  adultContact: z.string().nullable(),
  createdAt: moment,
  state: z.enum(['new', 'taken', 'refused']),
  /** Whom of ours this may be. */
  matches: z.array(z.object({ personId: id, name: z.string(), place: z.string().nullable() })),
});
export const signUpsAnswer = z.object({ signUps: z.array(signUp) });
export const takeSignUpBody = z.strictObject({ personId: id, formId: id.nullable() });

/** The code travels in the fragment of the link and in bodies: never in an address that is logged. */
export const signUpCode = z.strictObject({ code: z.string().min(8).max(60) });
export const signUpView = z.object({
  /** Whose policy of processing counts (RULE-41). */
  tenantId: id,
  organization: z.string(),
  title: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  role: participantRole,
});
/** RULE-03: a name, a class or post, and for a child the contact of an adult; nothing else is asked. */
export const signUpBody = signUpCode.extend({
  fullName: line(200),
  place: line(100).nullable(),
  adultContact: line(200).nullable(),
});
