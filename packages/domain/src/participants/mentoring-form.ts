import type { ConsentKind } from '../consents/consent-kinds.ts';

/** The consents a form may ask for; special categories and third parties are asked apart, by their own occasion. */
export const FORM_CONSENTS = [
  'processing',
  'participation',
  'mentoringDuty',
  'dissemination',
] as const satisfies readonly ConsentKind[];
export type FormConsent = (typeof FORM_CONSENTS)[number];

/**
 * In which quality somebody stands on a side. `student`: of a college or university; as a mentor at least 18, as a mentee
 * of any age (colleges take after the 9th year), with the signers that the age asks for.
 */
export const STANDINGS = ['employee', 'pupil', 'student', 'partnerPerson'] as const;
export type Standing = (typeof STANDINGS)[number];

export const SIDES = ['mentor', 'mentee'] as const;
export type Side = (typeof SIDES)[number];

/** Questionnaires of DOCUMENTS §4 by what they are for. */
export const QUESTIONNAIRES = [
  'mentorCandidate',
  'menteeRequest',
  'preference',
  'intermediate',
  'growth',
  'satisfaction',
] as const;
export type Questionnaire = (typeof QUESTIONNAIRES)[number];

/** Which extra rules the form has. `labour`: ТК art. 351.8 (G-DUTY). `clearance`: G-CLEAR of the mentor. `agreement`: G-AGREE. */
export const FORM_RULES = ['labour', 'clearance', 'agreement'] as const;
export type FormRule = (typeof FORM_RULES)[number];

export type SideRule = {
  readonly standings: readonly Standing[];
  /** Employees who teach; posts without teaching do not fit. */
  readonly teachersOnly: boolean;
  /** Full years on the day; `null`: no bound. A student who mentors and a partner's person are at least 18 whatever stands here. */
  readonly minAge: number | null;
  /** What must be signed on this side. Participation is asked of minors only, mentoringDuty of employees only. */
  readonly consents: readonly FormConsent[];
};

/** A form of mentoring (glossary §4). A school's own form has the same shape and is linted. */
export type MentoringForm = {
  readonly id: string;
  /** `model`: of Р-145 or АЗ-1128; `local`: used in practice, outside the five; `own`: the school's. */
  readonly origin: 'model' | 'local' | 'own';
  /** «ученик – ученик». */
  readonly name: string;
  readonly mentor: SideRule;
  readonly mentee: SideRule;
  /** DOC-nn of DOCUMENTS that a pair of this form needs. */
  readonly documents: readonly string[];
  readonly questionnaires: readonly Questionnaire[];
  readonly rules: readonly FormRule[];
  /** Role models of the glossary that may be chosen for the pair. */
  readonly roleModels: readonly string[];
};

/** What decides whether somebody may stand on a side, on the day asked for. */
export type StandFacts = {
  readonly standings: readonly Standing[];
  readonly isTeacher: boolean;
  /** Full years; `null` where the birth date is not known. */
  readonly age: number | null;
};

export type StandReason =
  | 'stand.not-of-this-kind'
  | 'stand.not-a-teacher'
  | 'stand.too-young'
  | 'stand.student-under-18'
  | 'stand.partner-under-18'
  | 'stand.age-unknown';
