import { REQUEST_SOURCES, REQUEST_STATES, URGENCIES } from '@nastavnik/domain/participants/request-states';
import { z } from 'zod';
import { lacking, participantPerson, participantState } from './participants.ts';
import { day, id, may } from './shapes.ts';

/** C4: the open requests of the year, before them the mentors who could answer each. */
export const selectionQuery = z.strictObject({
  themeId: id.optional(),
  urgency: z.enum(URGENCIES).optional(),
  formId: id.optional(),
  /** Only those with a mentor in view, or only those without. */
  answered: z.stringbool().optional(),
});

/** One mentor meant for one request; a proposal of a person, no pair. */
export const requestAnswer = z.object({
  id,
  mentor: z.object({ participantId: id, name: z.string() }),
  mentee: z.object({ participantId: id, name: z.string() }),
  request: z.object({ id, theme: z.string().nullable(), urgency: z.enum(URGENCIES), state: z.enum(REQUEST_STATES) }),
  proposedOn: day,
  proposedBy: z.string(),
  takenBackOn: day.nullable(),
  /** False as soon as it is taken back, the request is over or the mentor has left. */
  stands: z.boolean(),
  may: may(['takeBack']),
});

/** One need: requests of one theme from several places count once and are answered by the id of the first. */
export const openRequest = z.object({
  id,
  participantId: id,
  person: participantPerson,
  form: z.string().nullable(),
  theme: z.string().nullable(),
  words: z.array(z.string()),
  sources: z.array(z.enum(REQUEST_SOURCES)),
  urgency: z.enum(URGENCIES),
  foundOn: day,
  answers: z.array(requestAnswer),
});
export const selectionAnswer = z.object({
  requests: z.array(openRequest),
  /** Of all open requests of the year, whatever is filtered. */
  open: z.number().int(),
  withoutMentor: z.number().int(),
  more: z.boolean(),
  may: may(['propose']),
});
export type SelectionAnswer = z.infer<typeof selectionAnswer>;

export const answerReason = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['competence', 'achievement', 'interest']), names: z.array(z.string()) }),
  z.object({ code: z.enum(['form', 'age', 'place']) }),
  z.object({ code: z.literal('room'), left: z.number().int() }),
]);
export const answerDoubt = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['not-accepting', 'no-card', 'form', 'place', 'nothing-common']) }),
  z.object({ code: z.literal('full'), capacity: z.number().int() }),
  z.object({ code: z.literal('age'), from: z.number().int(), to: z.number().int() }),
]);
export const possibleMentor = z.object({
  participantId: id,
  person: participantPerson,
  state: participantState,
  recommended: z.boolean(),
  reasons: z.array(answerReason),
  doubts: z.array(answerDoubt),
  /** What keeps the mentor from being taken this year. */
  lacking: z.array(lacking),
  /** The answer that stands, if this mentor is meant for the request. */
  answerId: id.nullable(),
});
export type PossibleMentor = z.infer<typeof possibleMentor>;
export const possibleMentorsAnswer = z.object({ mentors: z.array(possibleMentor), more: z.boolean() });

export const proposeAnswerBody = z.strictObject({ mentorId: id });
export const answersOfParticipant = z.object({ answers: z.array(requestAnswer) });
export type RequestAnswerView = z.infer<typeof requestAnswer>;
