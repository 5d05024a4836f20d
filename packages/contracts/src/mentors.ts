import { ACHIEVEMENT_PROOFS } from '@nastavnik/domain/participants/competence-card';
import { z } from 'zod';
import { day, evenSo, id, line, may, moment, text } from './shapes.ts';

const list = (most: number) => z.array(line(200)).max(most);

/** DOC-20 as it is kept: what the mentor can, wishes and has time for. Weekdays 1–7, minutes from midnight. */
export const competenceCardBody = z.strictObject({
  forms: z.array(id).max(30),
  competences: list(50),
  experienceYears: z.number().int().min(0).max(80).nullable(),
  motives: list(20),
  interests: list(50),
  menteeAges: z.strictObject({ from: z.number().int().min(0).max(99), to: z.number().int().min(0).max(99) }).nullable(),
  hoursAWeek: z.number().min(0).max(40).nullable(),
  times: z
    .array(
      z.strictObject({
        weekday: z.number().int().min(1).max(7),
        from: z.number().int().min(0).max(1440),
        to: z.number().int().min(0).max(1440),
      }),
    )
    .max(50),
  places: z.array(z.enum(['atSchool', 'online', 'atPartner'])).max(3),
  distanceKm: z.number().min(0).max(500).nullable(),
  topicsNotToTake: text(1000),
  trainingNeeded: text(1000),
  capacity: z.number().int().min(1).max(30),
  /** «Принимаю новых сейчас». */
  accepting: z.boolean(),
});
export type CompetenceCardBody = z.infer<typeof competenceCardBody>;
export const saveCardBody = z.strictObject({
  version: z.number().int(),
  card: competenceCardBody,
  evenSo,
});

export const achievement = z.object({
  id,
  field: z.string(),
  title: z.string(),
  achievedOn: day.nullable(),
  proof: z.object({ kind: z.enum(ACHIEVEMENT_PROOFS), reference: z.string() }).nullable(),
  may: may(['remove']),
});
export const achievementBody = z.strictObject({
  evenSo,
  field: line(100),
  title: line(300),
  achievedOn: day.nullable(),
  proof: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), reference: id }),
      z.strictObject({ kind: z.enum(['link', 'order', 'certificate', 'word']), reference: line(500) }),
    ])
    .nullable(),
});

/** RULE-44: number and date, never the paper. */
export const clearanceBody = z.strictObject({
  certificateNumber: line(50),
  certificateDate: day,
  passed: z.boolean(),
});
export const trainingBody = z.strictObject({
  title: line(300),
  organizer: line(200).nullable(),
  hours: z.number().int().min(1).max(2000).nullable(),
  completedOn: day,
  documentNumber: line(100).nullable(),
});
export const waiveTrainingBody = z.strictObject({ reason: line(500), evenSo });
export const interviewBody = z.strictObject({
  heldOn: day,
  outcome: z.enum(['recommended', 'recommendedLater', 'notRecommended']),
  note: text(2000).nullable(),
  evenSo,
});

/** PC1: the council recommends a candidate, before any order names the mentor. */
export const recommendationBody = z.strictObject({
  council: line(200),
  minutesNumber: line(50),
  decidedOn: day,
  words: text(2000),
  fileId: id.nullable(),
  /** The writer has read the warning about special data. */
  evenSo: z.boolean().default(false),
});
export const recommendation = z.object({
  id,
  council: z.string(),
  minutesNumber: z.string(),
  decidedOn: day,
  words: z.string(),
  fileId: id.nullable(),
  recordedBy: z.string(),
  may: may(['remove']),
});

/** The catalogue that cards choose from. */
export const competencesAnswer = z.object({
  competences: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      group: z.enum(['teaching', 'upbringing', 'organising', 'subject', 'profession', 'personal']),
    }),
  ),
});

export const mentorFolder = z.object({
  personId: id,
  name: z.string(),
  card: competenceCardBody.nullable(),
  filled: z.boolean(),
  missing: z.array(z.enum(['forms', 'competences', 'capacity', 'times', 'places'])),
  confirmedOn: day.nullable(),
  version: z.number().int(),
  achievements: z.array(achievement),
  /** RULE-43: to those who may not see the certificate, the flag and its day alone. */
  clearance: z
    .object({
      passed: z.boolean(),
      verifiedOn: day,
      certificate: z.string().optional(),
      certificateDate: day.optional(),
    })
    .nullable(),
  trainings: z.array(
    z.object({
      id,
      title: z.string(),
      organizer: z.string().nullable(),
      hours: z.number().int().nullable(),
      completedOn: day,
      documentNumber: z.string().nullable(),
      validUntil: day,
      waiver: z.string().nullable(),
    }),
  ),
  interviews: z.array(
    z.object({
      id,
      heldOn: day,
      interviewer: z.string(),
      outcome: z.enum(['recommended', 'recommendedLater', 'notRecommended']),
      note: z.string().nullable(),
      recordedAt: moment,
    }),
  ),
  recommendations: z.array(recommendation),
  may: may(['editCard', 'addAchievement', 'recordClearance', 'recordTraining', 'waiveTraining']),
});
export type MentorFolder = z.infer<typeof mentorFolder>;
