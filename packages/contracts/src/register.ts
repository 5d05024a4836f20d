import { z } from 'zod';
import { participantPerson, participantRole, participantState } from './participants.ts';
import { day, id, line, may } from './shapes.ts';

/** `after`: the last participant of the page before. */
export const registerQuery = z.strictObject({
  on: day.optional(),
  role: participantRole.optional(),
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** The register as it stood on a day (персонифицированный учёт), by name. */
export const registerAnswer = z.object({
  on: day,
  rows: z.array(
    z.object({
      participantId: id,
      person: participantPerson,
      role: participantRole,
      state: participantState,
      since: day,
      enteredOn: day.nullable(),
      forms: z.array(z.string()),
      /** Themes of that day: what a mentee asked for, what a mentor was taken for. */
      requests: z.array(z.string()),
    }),
  ),
  next: id.nullable(),
  /** By role and state; persons count once. With the first page. */
  counts: z.array(z.object({ role: participantRole, state: participantState, number: z.number().int() })).nullable(),
  may: may(['export']),
});
export const quartersAnswer = z.object({
  quarters: z.array(
    z.object({
      start: day,
      end: day,
      mentors: z.number().int(),
      mentees: z.number().int(),
      entered: z.number().int(),
      left: z.number().int(),
    }),
  ),
});
export const exportRegisterBody = z.strictObject({
  on: day,
  format: z.enum(['xlsx', 'csv', 'docx']),
  purpose: line(300),
});
