import {
  REDIRECT_TARGETS,
  REQUEST_RESULTS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  URGENCIES,
} from '@nastavnik/domain/participants/request-states';
import { z } from 'zod';
import { participantPerson } from './participants.ts';
import { day, evenSo, id, line, may, moment, text } from './shapes.ts';

export const requestTheme = z.object({
  id,
  name: z.string(),
  audience: z.enum(['pupil', 'employee', 'student', 'any']),
  archived: z.boolean(),
  requests: z.number().int(),
});
export const themesAnswer = z.object({ themes: z.array(requestTheme), may: may(['edit']) });
export const themeBody = z.strictObject({
  name: line(200),
  audience: z.enum(['pupil', 'employee', 'student', 'any']),
});
export const editThemeBody = themeBody.extend({ archived: z.boolean() });

const fields = {
  themeId: id.nullable(),
  description: text(4000),
  wishedResult: text(2000),
  urgency: z.enum(URGENCIES),
  /** DOC-21: age group, subject, times. No protected traits are asked for. */
  preferences: z.strictObject({
    mentorAge: line(100).nullable(),
    subject: line(200).nullable(),
    place: z.enum(['atSchool', 'online', 'any']).nullable(),
    times: line(300).nullable(),
  }),
};
export const menteeRequest = z.object({
  id,
  participantId: id,
  person: participantPerson,
  theme: z.object({ id, name: z.string() }).nullable(),
  source: z.enum(REQUEST_SOURCES),
  foundOn: day,
  state: z.enum(REQUEST_STATES),
  description: z.string(),
  wishedResult: z.string(),
  urgency: z.enum(URGENCIES),
  preferences: fields.preferences,
  /** What is to be put right, or whither it was sent on. */
  note: z.string().nullable(),
  redirectedTo: z.enum(REDIRECT_TARGETS).nullable(),
  closedAs: z.enum(REQUEST_RESULTS).nullable(),
  submittedAt: moment.nullable(),
  version: z.number().int(),
  may: may(['edit', 'submit', 'accept', 'return', 'redirect', 'close', 'cancel']),
});
export type MenteeRequestView = z.infer<typeof menteeRequest>;

/** One need of a person, whatever number of places it was found in. */
export const mergedRequest = z.object({
  themeId: id.nullable(),
  theme: z.string().nullable(),
  requestIds: z.array(id),
  sources: z.array(z.enum(REQUEST_SOURCES)),
  firstFoundOn: day,
  lastFoundOn: day,
  urgency: z.enum(URGENCIES),
});
export const requestsOfParticipantAnswer = z.object({
  requests: z.array(menteeRequest),
  needs: z.array(mergedRequest),
  may: may(['add']),
});
export const requestsQuery = z.strictObject({
  state: z.enum(REQUEST_STATES).optional(),
  themeId: id.optional(),
  /** Found by its words, in any of their forms. */
  search: z.string().trim().max(200).optional(),
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const requestsAnswer = z.object({ requests: z.array(menteeRequest), next: id.nullable() });

export const newRequestBody = z.strictObject({
  ...fields,
  source: z.enum(REQUEST_SOURCES),
  foundOn: day,
  evenSo,
});
export const editRequestBody = z.strictObject({
  ...fields,
  evenSo,
  version: z.number().int(),
});
export const commandRequestBody = z.strictObject({
  version: z.number().int(),
  evenSo,
  command: z.discriminatedUnion('command', [
    z.strictObject({ command: z.literal('submit') }),
    z.strictObject({ command: z.literal('accept') }),
    z.strictObject({ command: z.literal('return'), remark: line(1000) }),
    z.strictObject({ command: z.literal('redirect'), to: z.enum(REDIRECT_TARGETS) }),
    z.strictObject({ command: z.literal('close'), result: z.enum(REQUEST_RESULTS) }),
    z.strictObject({ command: z.literal('cancel') }),
  ]),
});
