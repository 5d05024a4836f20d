import { DATA_GROUPS } from '@nastavnik/domain/consents/kept-data';
import { z } from 'zod';
import { role } from './roles.ts';
import { login, password } from './session.ts';
import { day, id, line, may, moment } from './shapes.ts';

/** One-time codes for people without mail: printed on a sheet, typed in or read from a QR. */
export const accessCodesBody = z.strictObject({ personIds: z.array(id).min(1).max(200) });
export const accessCode = z.object({
  personId: id,
  name: z.string(),
  place: z.string().nullable(),
  /** `recovery`: there is an account, the code lets a new password be chosen. */
  purpose: z.enum(['first', 'recovery']),
  login: z.string(),
  /** Twelve digits in threes of four; shown once, only its hash is kept. */
  code: z.string(),
  link: z.string(),
  /** The link as a square code, SVG. */
  square: z.string(),
  expiresAt: moment,
});
export const accessCodesAnswer = z.object({
  codes: z.array(accessCode),
  refused: z.array(z.object({ personId: id, name: z.string(), code: z.string() })),
});
export const recoverBody = z.strictObject({ token: z.string().min(12).max(100), password });
export const suggestedLogin = login;

export const impersonateBody = z.strictObject({ personId: id, reason: line(300) });

/** «Мои данные» (RULE-36). */
export const myDataQuery = z.strictObject({ personId: id.optional() });
export const myData = z.object({
  person: z.object({ id, name: z.string(), kind: z.enum(['self', 'child']) }),
  /** Groups of data of which something is kept, with the data themselves where they are words and numbers. */
  held: z.array(
    z.object({ group: z.enum(DATA_GROUPS), values: z.array(z.string()), why: z.string(), until: day.nullable() }),
  ),
  /** `account`: may give a code by which one comes in. */
  seenBy: z.array(
    z.object({
      name: z.string(),
      post: z.string().nullable(),
      roles: z.array(role),
      sees: z.array(z.enum(['card', 'personnel', 'participation', 'consents', 'support', 'account'])),
    }),
  ),
  /** Works here: every colleague knows the name, the post and the duties. */
  colleagues: z.boolean(),
  consents: z.array(
    z.object({
      id,
      kind: z.string(),
      state: z.string(),
      validFrom: day.nullable(),
      validTo: day.nullable(),
      endedOn: day.nullable(),
    }),
  ),
  views: z.array(z.object({ at: moment, by: z.string(), what: z.string() })),
  disclosures: z.array(
    z.object({ at: moment, by: z.string(), kind: z.string(), purpose: z.string(), receiver: z.string().nullable() }),
  ),
  /** Children whose page may be opened from here. */
  children: z.array(z.object({ id, name: z.string() })),
  operator: z.object({ name: z.string(), address: z.string().nullable() }),
  may: may(['export']),
});
export type MyData = z.infer<typeof myData>;
