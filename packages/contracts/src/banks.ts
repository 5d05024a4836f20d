import { URGENCIES } from '@nastavnik/domain/participants/request-states';
import { z } from 'zod';
import { lacking, participantPerson, participantRole, participantState } from './participants.ts';
import { day, id, line, may } from './shapes.ts';

const flag = z.stringbool().optional();

/** Filters of both banks; they live in the address. `after` is the last row's key of the page before. */
export const bankQuery = z.strictObject({
  cycleId: id.optional(),
  search: z.string().trim().max(200).optional(),
  states: z
    .string()
    .max(300)
    .transform((words) => words.split(',').filter(Boolean))
    .pipe(z.array(participantState))
    .optional(),
  formId: id.optional(),
  classId: id.optional(),
  bodyId: id.optional(),
  themeId: id.optional(),
  urgency: z.enum(URGENCIES).optional(),
  competence: z.string().max(100).optional(),
  accepting: flag,
  trained: flag,
  cleared: flag,
  needsSupport: flag,
  youngSpecialist: flag,
  /** ACTIVITIES PB1: an id of domain/people/teacher-facts or the school's own words. */
  teacherCategory: line(100).optional(),
  withoutConsent: flag,
  toConfirm: flag,
  /** A mentor meant for a request of the year; a mentee with a mentor in view (C4). */
  answering: flag,
  /** PC1: recommended by the council. */
  recommended: flag,
  sort: z.enum(['name', 'since', 'urgency']).default('name'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BankQuery = z.infer<typeof bankQuery>;

const bankRow = z.object({
  id,
  person: participantPerson,
  form: z.string().nullable(),
  state: participantState,
  since: day,
  confirmedOn: day.nullable(),
  consents: z.enum(['complete', 'partial', 'none']),
  lacking: z.array(lacking),
  version: z.number().int(),
});
export const menteeRow = bankRow.extend({
  themes: z.array(z.string()),
  urgency: z.enum(URGENCIES).nullable(),
  requests: z.number().int(),
  /** Of a teacher; each id or the school's own words once. */
  categories: z.array(z.string()),
  /** Mentors in view, by name; absent for those who do not see the bank of mentors. */
  answeredBy: z.array(z.string()).optional(),
  /** Absent for those who may not know. */
  needsSupport: z.boolean().optional(),
});
export const mentorRow = bankRow.extend({
  competences: z.array(z.string()),
  accepting: z.boolean(),
  capacity: z.number().int(),
  mentees: z.number().int().meta({ description: 'Mentees in units of today' }),
  trained: z.boolean(),
  cleared: z.boolean(),
  interviewed: z.boolean(),
  cardFilled: z.boolean(),
  /** PC1: recommended by the council. */
  recommended: z.boolean(),
  /** Themes of the requests this mentor is meant for; absent for those who may not see requests. */
  answers: z.array(z.string()).optional(),
});
const page = {
  next: z.string().nullable(),
  /** Of the first page; null where there are more than a thousand. */
  total: z.number().int().nullable(),
};
const mayBank = may(['nominate', 'export', 'command']);
export const menteeBank = z.object({ rows: z.array(menteeRow), ...page, may: mayBank });
export const mentorBank = z.object({ rows: z.array(mentorRow), ...page, may: mayBank });

export const savedFilterPlace = z.enum(['mentees', 'mentors', 'people', 'register']);
export const savedFilter = z.object({
  id,
  place: savedFilterPlace,
  name: z.string(),
  filter: z.record(z.string(), z.string()),
});
export const savedFiltersAnswer = z.object({ filters: z.array(savedFilter) });
export const saveFilterBody = z.strictObject({
  place: savedFilterPlace,
  name: line(100),
  filter: z.record(z.string().max(40), z.string().max(300)).refine((value) => Object.keys(value).length <= 30),
});

export const MENTEE_COLUMNS = [
  'name',
  'place',
  'age',
  'categories',
  'form',
  'state',
  'since',
  'themes',
  'requestList',
  'urgency',
  'answeredBy',
  'confirmed',
  'consents',
] as const;
export const MENTOR_COLUMNS = [
  'name',
  'place',
  'form',
  'state',
  'since',
  'competences',
  'capacity',
  'accepting',
  'trained',
  'cleared',
  'recommended',
  'answers',
  'confirmed',
  'consents',
] as const;

/** RULE-40: an export names its purpose; the file carries who, when and for what. */
export const exportBankBody = z.strictObject({
  role: participantRole,
  format: z.enum(['xlsx', 'csv', 'docx']),
  columns: z.array(z.enum([...new Set([...MENTEE_COLUMNS, ...MENTOR_COLUMNS])])).min(1),
  filter: bankQuery.omit({ after: true, limit: true }),
  ids: z.array(id).max(5000).optional(),
  purpose: line(300),
});
