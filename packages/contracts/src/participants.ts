import { STANDINGS } from '@nastavnik/domain/participants/mentoring-form';
import {
  PARTICIPANT_COMMANDS,
  REJECTION_REASONS,
  SUSPENSION_REASONS,
} from '@nastavnik/domain/participants/participant-context';
import { PARTICIPANT_ROLES, PARTICIPANT_STATES } from '@nastavnik/domain/participants/participant-states';
import { z } from 'zod';
import { day, evenSo, id, line, may, moment, text } from './shapes.ts';

export const participantRole = z.enum(PARTICIPANT_ROLES);
export const participantState = z.enum(PARTICIPANT_STATES);
export const standing = z.enum(STANDINGS);
export const participantSource = z.enum([
  'classTeacher',
  'association',
  'office',
  'self',
  'partner',
  'event',
  'lastYear',
]);

/** The person of a record as far as anybody may see who may see the record at all. */
export const participantPerson = z.object({
  id,
  name: z.string().meta({ description: 'Фамилия Имя Отчество' }),
  standing: standing.or(z.literal('other')),
  /** «7А», a post, or «студент, педколледж». */
  place: z.string().nullable(),
  /** Full years today; with a birth date unknown or not to be seen, null. */
  age: z.number().int().nullable(),
});

/** One thing that stands in the way, in codes; the words are the web's. */
export const lacking = z.object({
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export const participantChange = z.object({
  onDay: day,
  at: moment,
  command: z.enum([...PARTICIPANT_COMMANDS, 'confirmYear', 'carryOver', 'unselect', 'chooseForm']),
  from: participantState.nullable(),
  to: participantState,
  reason: z.string().nullable(),
  actor: z.string(),
});

const MAY = [
  'invite',
  'requestConsents',
  'refuse',
  'enterBank',
  'select',
  'unselect',
  'reject',
  'suspend',
  'resume',
  'withdraw',
  'exclude',
  'confirmYear',
  'chooseForm',
  'addRequest',
  'editCompetence',
  'recordInterview',
  'recordTraining',
  'waiveTraining',
  'recordClearance',
  'setSupport',
  'seeAnswers',
  'recommend',
] as const;

export const participant = z.object({
  id,
  person: participantPerson,
  role: participantRole,
  cycle: z.object({ id, title: z.string() }),
  form: z.object({ id, name: z.string() }).nullable(),
  state: participantState,
  stateSince: day,
  source: participantSource,
  nominatedBy: z.string().nullable(),
  confirmedOn: day.nullable(),
  /** What is missing for the next step, each with the next thing to do. */
  lacking: z.array(lacking),
  /** Absent for those who may not know. */
  needsSupport: z.boolean().optional(),
  supportRecommendation: z.string().nullable().optional(),
  history: z.array(participantChange),
  otherCycles: z.array(z.object({ id, cycle: z.string(), role: participantRole, state: participantState })),
  version: z.number().int(),
  may: may(MAY),
});
export type Participant = z.infer<typeof participant>;

/** LIFECYCLE 4.3 invite: what is offered, what will be asked, who sees it, whom to ask; it names nobody who is invited. */
export const informationSheet = z.object({
  school: z.string(),
  title: z.string(),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  contact: z.string(),
});
export type InformationSheetAnswer = z.infer<typeof informationSheet>;

/** Who may be proposed by the caller: own class, own association, everybody for the office. */
export const candidatesQuery = z.strictObject({
  role: participantRole,
  search: z.string().trim().max(200).optional(),
  classId: id.optional(),
});
export const candidate = z.object({
  person: participantPerson,
  /** Already a participant of this role in the cycle. */
  participantId: id.nullable(),
});
export const candidatesAnswer = z.object({ candidates: z.array(candidate), more: z.boolean() });

/**
 * RULE-03: who, in which role, and the neutral tag. Anything more about a person is kept in the shape on purpose, so that
 * the action can refuse it by its own code (`participant.before-consent`).
 */
export const nominateBody = z.strictObject({
  role: participantRole,
  formId: id.nullable(),
  people: z
    .array(z.looseObject({ personId: id, needsSupport: z.boolean().default(false) }))
    .min(1)
    .max(500),
});
/** Somebody new, or with `knownId` a person on record already (a graduate, a parent) whose contacts stay as they are. */
export const nominateOutsiderBody = z.strictObject({
  knownId: id.nullable().default(null),
  evenSo,
  role: participantRole,
  formId: id.nullable(),
  familyName: line(100),
  givenName: line(100),
  patronymic: line(100).nullable(),
  kind: z.enum(['student', 'partner']),
  organization: line(200),
  post: line(200).nullable(),
  contact: z.strictObject({ email: z.email().max(200).nullable(), phone: line(40).nullable() }),
});
/** Each person by itself: some may be refused while others are taken. */
export const nominationsAnswer = z.object({
  nominated: z.array(z.object({ personId: id, participantId: id })),
  refused: z.array(z.object({ personId: id, code: z.string() })),
});

export const selfNominateBody = z.strictObject({ role: participantRole, formId: id.nullable() });

/** The commands of 4.3 that a person gives; what belongs to the command stands with it. */
export const participantCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('invite') }),
  z.strictObject({ command: z.literal('requestConsents') }),
  z.strictObject({ command: z.literal('enterBank') }),
  z.strictObject({ command: z.literal('select') }),
  z.strictObject({ command: z.literal('unselect') }),
  z.strictObject({ command: z.literal('resume') }),
  z.strictObject({ command: z.literal('confirmYear') }),
  z.strictObject({ command: z.literal('refuse'), statement: line(200).optional() }),
  z.strictObject({ command: z.literal('withdraw'), statement: line(200).optional() }),
  z.strictObject({ command: z.literal('reject'), reason: z.enum(REJECTION_REASONS) }),
  z.strictObject({ command: z.literal('suspend'), reason: z.enum(SUSPENSION_REASONS), until: day }),
  z.strictObject({ command: z.literal('exclude'), orderNumber: line(50), orderDate: day, ground: line(500) }),
]);
export type ParticipantCommandBody = z.infer<typeof participantCommand>;

export const commandParticipantBody = z.strictObject({
  version: z.number().int(),
  command: participantCommand,
  evenSo,
});
/** Of a participation that was proposed without one. */
export const chooseFormBody = z.strictObject({ version: z.number().int(), formId: id });
export const commandManyBody = z.strictObject({
  ids: z.array(id).min(1).max(500),
  command: participantCommand,
  evenSo,
});
export const commandManyAnswer = z.object({
  done: z.array(id),
  refused: z.array(z.object({ id, name: z.string(), code: z.string() })),
});

export const supportTagBody = z.strictObject({
  recommendation: text(1000).nullable(),
  evenSo,
});

/** A18: «мне это интересно», no role yet. */
export const declareInterestBody = z.strictObject({ note: text(500).nullable(), evenSo });
export const interest = z.object({
  id,
  person: participantPerson,
  note: z.string().nullable(),
  declaredAt: moment,
});
export const interestsAnswer = z.object({ interests: z.array(interest) });

/** Of oneself, or of a child one represents today. */
export const myParticipationQuery = z.strictObject({ personId: id.optional() });
/** What the signed-in person has here: own participations and what may be begun. */
export const myParticipationAnswer = z.object({
  person: participantPerson,
  /** Whom one represents today. */
  children: z.array(z.object({ id, name: z.string() })),
  /** Said to be a representative by a paper that nobody has looked at yet. */
  powerUnchecked: z.boolean(),
  participations: z.array(
    z.object({
      id,
      role: participantRole,
      cycle: z.string(),
      form: z.string().nullable(),
      state: participantState,
      lacking: z.array(lacking),
      may: may(['refuse', 'withdraw', 'confirmYear']),
      version: z.number().int(),
    }),
  ),
  interest: z.object({ id, declaredAt: moment }).nullable(),
  may: may(['nominateAsMentor', 'nominateAsMentee', 'declareInterest']),
});
