import type { PlainDate } from '../calendar/plain-date.ts';
import type { Standing } from '../participants/mentoring-form.ts';
import type { SignerSide } from './consent-kinds.ts';

/** What decides who signs for a person (PRIVACY §1). Facts, not their result: age is counted on the day of signing. */
export type SubjectFacts = {
  readonly personId: string;
  /** Null where it is not known: nobody can sign for a pupil then. */
  readonly birthDate: PlainDate | null;
  readonly standings: readonly Standing[];
  /** ГК arts. 21, 27: the day from which a minor acts alone, with the document that says so. */
  readonly emancipation: Emancipation | null;
  /** Said by a court to be without capacity: the guardian acts, at any age from 18. */
  readonly underGuardianship: boolean;
};

/** Without its document it does not count (PRIVACY §1). */
export type Emancipation = { readonly on: PlainDate; readonly document: string | null };

export const REPRESENTATION_KINDS = ['mother', 'father', 'adoptiveParent', 'guardian', 'trustee', 'authority'] as const;
export type RepresentationKind = (typeof REPRESENTATION_KINDS)[number];

/** One person's power to act for another, with its days (RULE-08). */
export type Representation = {
  readonly id: string;
  readonly representativeId: string;
  readonly childId: string;
  readonly kind: RepresentationKind;
  /** The document of authority was looked at on this day; null: nobody has looked yet. */
  readonly verifiedOn: PlainDate | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  /** The other parent objects since this day: dissemination waits for the director. */
  readonly objectedOn: PlainDate | null;
  /** What the director has decided on it; null: nothing yet. */
  readonly objectionDecision: ObjectionDecision | null;
};

/** `upheld`: nothing of the child is published · `overruled`: what the one parent allowed goes on. */
export type ObjectionDecision = 'upheld' | 'overruled';

/** By which row of PRIVACY §1 the signers are found. */
export const SIGNING_GROUPS = [
  'underFourteen',
  'fourteenToSeventeen',
  'emancipated',
  'adult',
  'employee',
  'underGuardianship',
] as const;
export type SigningGroup = (typeof SIGNING_GROUPS)[number];

/**
 * One signature that the document needs. `assentOnly`: the child's own «я согласен» beside the representative; the
 * document is valid without it, the child's «не согласен» stops it all the same.
 */
export type RequiredSigner = { readonly side: Exclude<SignerSide, 'employer'>; readonly assentOnly: boolean };

/** Why nobody can sign such a document for the person today. */
export type NoSigner =
  | 'signers.birth-date-missing'
  | 'signers.not-born-yet'
  /** Participation is asked of pupils and students; employees and partners' people take part by other papers. */
  | 'signers.participation-is-for-learners'
  /** DOC-17 and ТК art. 88 concern the school's own employees. */
  | 'signers.for-employees-only';
