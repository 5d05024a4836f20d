import { REPRESENTATION_KINDS } from '@nastavnik/domain/consents/signing-facts';
import { MERGED_FIELDS } from '@nastavnik/domain/people/merge-plan';
import { LEAVING_REASONS } from '@nastavnik/domain/people/roll-over-plan';
import { EXTRA_CATEGORIES, QUALIFICATION_CATEGORIES, STUDY_FORMS } from '@nastavnik/domain/people/teacher-facts';
import { z } from 'zod';
import { participantRole, participantState } from './participants.ts';
import { day, evenSo, id, line, may, moment, text } from './shapes.ts';

/** What a person is here; one may be several. */
export const personKind = z.enum(['employee', 'pupil', 'representative', 'outsider']);
export const category = z.enum(QUALIFICATION_CATEGORIES);
export const extraCategory = z.enum(EXTRA_CATEGORIES);
export const studyForm = z.enum(STUDY_FORMS);
export const representationKind = z.enum(REPRESENTATION_KINDS);
const className = z.object({ id, name: z.string().meta({ example: '7А' }) });

/** A record that may be the same person, with why we think so and what speaks against it (codes of domain/people/duplicate). */
export const personMatch = z.object({
  id,
  name: z.string(),
  kinds: z.array(personKind),
  /** «7А», a post. */
  place: z.string().nullable(),
  strength: z.enum(['certain', 'likely', 'possible']),
  reasons: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type PersonMatch = z.infer<typeof personMatch>;
/** Stands in `details` of the refusal `person.maybe-known`. */
export const maybeKnownDetails = z.object({ matches: z.array(personMatch) });

export const authorityDocument = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  date: day.nullable(),
});
export const representation = z.object({
  id,
  /** The other side: the representative on a child's card, the child on a representative's. */
  person: z.object({
    id,
    name: z.string(),
    place: z.string().nullable(),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
  }),
  kind: representationKind,
  document: authorityDocument.nullable(),
  verified: z.object({ by: z.string(), on: day }).nullable(),
  startedOn: day,
  endedOn: day.nullable(),
  objected: z
    .object({
      on: day,
      note: z.string(),
      /** RULE-08: what the director decided on it. */
      settled: z.object({ on: day, publish: z.boolean(), decision: z.string() }).nullable(),
    })
    .nullable(),
  may: may(['edit', 'verify', 'end', 'recordObjection']),
});

/** One of domain/people/teacher-facts, or the school's own words. */
export const teacherCategory = z.object({
  category: z.string(),
  by: z.enum(['rule', 'mark']),
  years: z.number().int().optional(),
  post: z.string().optional(),
});
export const employment = z.object({
  posts: z.array(z.object({ id, title: z.string(), startedOn: day.nullable(), endedOn: day.nullable() })),
  bodies: z.array(z.object({ id, name: z.string(), office: z.enum(['chair', 'secretary', 'member']) })),
  leadsClasses: z.array(className),
  subjects: z.array(z.string()),
  category: category.nullable(),
  categoryUntil: day.nullable(),
  extraCategories: z.array(extraCategory),
  teachingSince: day.nullable(),
  experienceYears: z.number().int().nullable(),
  /** By the rule on today's day; null: the experience is not known. */
  youngSpecialist: z.boolean().nullable(),
  dismissedOn: day.nullable(),
  /** ACTIVITIES PB1: as the rule says, with the figure or the post it rests on, or as somebody has marked. */
  categories: z.array(teacherCategory),
  /** For the personnel officer, the director and the person alone. */
  personnel: z
    .object({ personnelNumber: z.string().nullable(), education: z.string().nullable(), employedOn: day.nullable() })
    .optional(),
});

export const enrolment = z.object({
  class: className.nullable(),
  studyForm,
  enrolledOn: day.nullable(),
  leftOn: day.nullable(),
  leavingReason: z.enum(LEAVING_REASONS).nullable(),
  places: z.array(
    z.object({ id, class: className, schoolYear: z.number().int(), startedOn: day, endedOn: day.nullable() }),
  ),
});

export const personCard = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  fullName: z.string(),
  shortName: z.string(),
  kinds: z.array(personKind),
  /** Everything below that is optional is absent where the caller may not see it. */
  birthDate: day.nullable().optional(),
  age: z.number().int().nullable().optional(),
  minor: z.boolean().nullable().optional(),
  snils: z.string().nullable().optional().meta({ description: '«112-233-445 95»' }),
  contacts: z.object({ email: z.string().nullable(), phone: z.string().nullable() }).optional(),
  underGuardianship: z.boolean().optional(),
  emancipation: z.object({ on: day, document: z.string() }).nullable().optional(),
  employee: employment.optional(),
  pupil: enrolment.optional(),
  outsider: z
    .object({ kind: z.enum(['student', 'partner']), organization: z.string(), post: z.string().nullable() })
    .optional(),
  representatives: z.array(representation).optional(),
  represents: z.array(representation).optional(),
  participations: z
    .array(
      z.object({
        id,
        role: participantRole,
        cycle: z.string(),
        form: z.string().nullable(),
        state: participantState,
        since: day,
      }),
    )
    .optional(),
  account: z.enum(['none', 'invited', 'active']).optional(),
  /** The record went into another one: open that. */
  mergedInto: id.nullable(),
  blocked: z.boolean(),
  version: z.number().int(),
  may: may([
    'edit',
    'editEmployee',
    'editPersonnel',
    'dismiss',
    'editPupil',
    'moveToClass',
    'leave',
    'recordEmancipation',
    'addRepresentative',
    'merge',
    'makeEmployee',
    'makePupil',
  ]),
});
export type PersonCard = z.infer<typeof personCard>;

const page = {
  /** The key after which the page begins, from the answer before. */
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const searched = z.string().trim().max(200).optional();

/** Everybody the caller may see, in the order of the alphabet; with a search, the nearest names first. */
export const personsQuery = z.strictObject({
  search: searched,
  kind: personKind.optional(),
  state: z.enum(['present', 'gone', 'all']).default('present'),
  ...page,
});
export const personRow = z.object({
  id,
  name: z.string(),
  kinds: z.array(personKind),
  place: z.string().nullable(),
  present: z.boolean(),
});
export const personsAnswer = z.object({
  persons: z.array(personRow),
  next: z.string().nullable(),
  may: may(['addEmployee', 'addPupil', 'merge', 'importEmployees', 'importPupils', 'rollOver']),
});

export const employeesQuery = z.strictObject({
  search: searched,
  bodyId: id.optional(),
  category: category.optional(),
  subject: z.string().trim().max(100).optional(),
  youngSpecialist: z.stringbool().optional(),
  /** ACTIVITIES PB1: an id of a category or the school's own words. */
  teacherCategory: line(100).optional(),
  state: z.enum(['present', 'gone', 'all']).default('present'),
  ...page,
});
export const employeeRow = z.object({
  id,
  name: z.string(),
  posts: z.array(z.string()),
  subjects: z.array(z.string()),
  category: category.nullable(),
  experienceYears: z.number().int().nullable(),
  youngSpecialist: z.boolean().nullable(),
  bodies: z.array(z.string()),
  leadsClasses: z.array(z.string()),
  dismissedOn: day.nullable(),
  version: z.number().int(),
});
export const employeesAnswer = z.object({
  employees: z.array(employeeRow),
  next: z.string().nullable(),
  /** With the first page only; null also where there are more than 1,000. */
  total: z.number().int().nullable(),
  may: may(['add', 'import']),
});

export const pupilsQuery = z.strictObject({
  search: searched,
  classId: id.optional(),
  grade: z.coerce.number().int().min(0).max(11).optional(),
  /** Another than the present one: whoever sat in a class of that year. */
  schoolYear: z.coerce.number().int().min(2000).max(2100).optional(),
  withoutClass: z.stringbool().optional(),
  withoutRepresentative: z.stringbool().optional(),
  state: z.enum(['present', 'gone', 'all']).default('present'),
  ...page,
});
export const pupilRow = z.object({
  id,
  name: z.string(),
  class: className.nullable(),
  /** The last day in that class; null where no end is written. */
  inClassUntil: day.nullable(),
  /** Absent where the caller sees the age alone. */
  birthDate: day.nullable().optional(),
  age: z.number().int().nullable(),
  studyForm,
  representatives: z.number().int(),
  unverifiedRepresentatives: z.number().int(),
  /** Those who represent the pupil today; absent where the caller may not see them. */
  family: z.array(z.object({ id, name: z.string(), kind: representationKind, verified: z.boolean() })).optional(),
  /** Of the latest cycle of the pupil. */
  participations: z.array(z.object({ id, role: participantRole, state: participantState })).optional(),
  leftOn: day.nullable(),
  version: z.number().int(),
});
export const pupilsAnswer = z.object({
  pupils: z.array(pupilRow),
  next: z.string().nullable(),
  /** With the first page only; null also where there are more than 1,000. */
  total: z.number().int().nullable(),
  may: may(['add', 'import']),
});

const names = { familyName: line(100), givenName: line(100), patronymic: line(100).nullable() };
const contacts = { email: z.email().max(200).nullable(), phone: line(40).nullable() };
/** Checked by its control digits: `person.snils-invalid`. */
const snils = line(20).nullable();

/** What is left out stays as it is: who edits a name need not see the phone. */
export const personCardBody = z.strictObject({
  ...names,
  email: contacts.email.optional(),
  phone: contacts.phone.optional(),
  birthDate: day.nullable().optional(),
  snils: snils.optional(),
  underGuardianship: z.boolean().optional(),
  version: z.number().int(),
});
const employeeDetails = {
  subjects: z.array(line(100)).max(30),
  category: category.nullable(),
  categoryUntil: day.nullable(),
  extraCategories: z.array(extraCategory).max(EXTRA_CATEGORIES.length).default([]),
  teachingSince: day.nullable(),
};
export const newEmployeeBody = z.strictObject({
  ...names,
  ...contacts,
  birthDate: day.nullable(),
  snils,
  post: line(200).nullable(),
  ...employeeDetails,
  evenSo,
});
/** Also for a person who is here already as something else, a parent for instance: becomes an employee. */
export const employeeBody = z.strictObject({ ...employeeDetails, version: z.number().int() });
export const personnelBody = z.strictObject({
  personnelNumber: line(50).nullable(),
  education: text(500).nullable(),
  employedOn: day.nullable(),
  version: z.number().int(),
});
/** The marks only: what the rules tell changes by itself. */
export const categoriesBody = z.strictObject({ marked: z.array(line(100)).max(10), version: z.number().int() });
export const ownCategoriesAnswer = z.object({ own: z.array(z.string()) });
/** What hangs on the work of somebody and ends, or waits for another, with the last day of it. */
export const dismissalAnswer = z.object({
  /** Open items of plans for which the person answers, the next due first, at most 20. */
  tasks: z.array(z.object({ roadmapId: id, itemId: id, title: z.string(), due: day.nullable() })),
  taskCount: z.number().int(),
  classes: z.array(className),
  bodies: z.array(z.object({ id, name: z.string(), office: z.enum(['chair', 'secretary', 'member']) })),
  roles: z.array(z.string()),
  participations: z.array(z.object({ id, role: participantRole, form: z.string().nullable() })),
});
/** `on` is the last day of work; null takes the dismissal back. */
export const dismissBody = z.strictObject({ on: day.nullable(), version: z.number().int() });

export const newPupilBody = z.strictObject({
  ...names,
  ...contacts,
  birthDate: day,
  snils,
  classId: id.nullable(),
  studyForm: studyForm.default('fullTime'),
  enrolledOn: day.nullable(),
  evenSo,
});
export const pupilBody = z.strictObject({ studyForm, enrolledOn: day.nullable(), version: z.number().int() });
/** `on` is the first day in the new class. */
export const movePupilBody = z.strictObject({ classId: id.nullable(), on: day });
/** `on` is the last day here. */
export const leaveBody = z.strictObject({ on: day, reason: z.enum(LEAVING_REASONS) });
export const emancipationBody = z.strictObject({ on: day, document: line(300), version: z.number().int() });

const document = z.strictObject({ kind: line(200), number: line(100).nullable(), date: day.nullable() }).nullable();
/** Either somebody known, by id (a parent of two children is one person), or a new person. */
export const addRepresentativeBody = z.strictObject({
  who: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('known'), personId: id }),
    z.strictObject({ is: z.literal('new'), ...names, ...contacts, birthDate: day.nullable(), evenSo }),
  ]),
  kind: representationKind,
  document,
  startedOn: day.nullable(),
});
/** The documents of all representatives of these children were looked at. */
export const verifyManyBody = z.strictObject({ childIds: z.array(id).min(1).max(100) });
export const verifyManyAnswer = z.object({
  verified: z.number().int(),
  skipped: z.array(z.object({ child: z.string(), name: z.string(), code: z.string() })),
});

export const representationBody = z.strictObject({ kind: representationKind, document, startedOn: day });
export const endRepresentationBody = z.strictObject({ on: day, reason: line(300), evenSo });
/** Null takes the objection back. */
export const objectionBody = z.strictObject({
  objection: z.strictObject({ on: day, note: line(500) }).nullable(),
  evenSo,
});

/** Asked while a name is typed: who may it be that we have already? */
export const likenessBody = z.strictObject({ ...names, birthDate: day.nullable(), snils });
export const likenessAnswer = z.object({ matches: z.array(personMatch) });

const mergedField = z.enum(MERGED_FIELDS);
const choices = z.partialRecord(mergedField, z.enum(['kept', 'gone'])).default({});
export const mergePreviewBody = z.strictObject({ keptId: id, goneId: id });
export const mergeBody = mergePreviewBody.extend({ choices });
/** What hangs on the record that goes: kinds of domain/people/merge-plan and those of the tables beside it. */
const hanging = z.object({ kind: z.string(), count: z.number().int() });
export const mergePreview = z.object({
  kept: z.object({ id, name: z.string(), kinds: z.array(personKind), place: z.string().nullable() }),
  gone: z.object({ id, name: z.string(), kinds: z.array(personKind), place: z.string().nullable() }),
  taken: z.array(mergedField),
  conflicts: z.array(z.object({ field: mergedField, kept: z.string(), gone: z.string() })),
  moves: z.array(hanging),
  /** Each stands in the way: what both hold, in words of codes (`merge.slot-taken` with kind, …). */
  blocks: z.array(z.object({ code: z.string(), kind: z.string().nullable(), what: z.string().nullable() })),
});
export const merge = z.object({
  id,
  kept: z.object({ id, name: z.string() }),
  gone: z.object({ id, name: z.string() }),
  mergedBy: z.string(),
  mergedAt: moment,
  undoneAt: moment.nullable(),
  may: may(['undo']),
});
export const mergesAnswer = z.object({ merges: z.array(merge) });
/** `apart: true`: they are two people; `false` takes it back. */
export const apartBody = z.strictObject({ oneId: id, otherId: id, apart: z.boolean() });
/** Pairs of records that are probably one person, strongest first, at most 100. */
export const duplicatesAnswer = z.object({
  /** Pairs of whom somebody said that they are two people, the newest first. */
  apart: z.array(z.object({ one: personRow, other: personRow, saidBy: z.string(), saidAt: moment })),
  pairs: z.array(
    z.object({
      one: personRow,
      other: personRow,
      strength: z.enum(['certain', 'likely']),
      reasons: z.array(z.string()),
      doubts: z.array(z.string()),
    }),
  ),
});
