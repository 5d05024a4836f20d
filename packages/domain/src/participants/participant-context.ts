import type { Role } from '../access/roles.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParticipantRole, ParticipantState } from './participant-states.ts';

/** LIFECYCLE 4.3, in the order of its table. */
export const PARTICIPANT_COMMANDS = [
  'nominate',
  'invite',
  'requestConsents',
  'refuse',
  'enterBank',
  'select',
  'reject',
  'wait',
  'assign',
  'activate',
  'suspend',
  'resume',
  'withdraw',
  'exclude',
  'complete',
] as const;
export type ParticipantCommand = (typeof PARTICIPANT_COMMANDS)[number];

/** The record as the rules see it. */
export type ParticipantFacts = {
  readonly role: ParticipantRole;
  readonly state: ParticipantState;
  /** A mentor's selection; a mentor who waits may have been selected before, and may be assigned only then. */
  readonly selectedOn: PlainDate | null;
  readonly suspendedUntil: PlainDate | null;
};

/** Who the participant is: decides who may nominate and whether a representative may speak for them. */
export type ParticipantPerson = {
  readonly kind: 'pupil' | 'employee' | 'student' | 'partnerPerson' | 'other';
  /** Under 18, or under guardianship: a representative may refuse and withdraw. */
  readonly hasRepresentative: boolean;
};

/** What ties the asker to the person. Roles without the tie they need do not help. */
export type ParticipantTie = 'self' | 'representative' | 'ownClass' | 'ownAssociation' | 'ownAgreement';

export type ParticipantAsker =
  | { readonly kind: 'user'; readonly roles: readonly Role[]; readonly ties: readonly ParticipantTie[] }
  /** Rounds, orders, programmes, birthdays: what follows from another action or from the clock. */
  | { readonly kind: 'system' };

/**
 * Guards of LIFECYCLE §3 as facts on the day of the command. Whoever calls computes them; what is not required for this
 * person (G-PART for an adult, G-CLEAR where the mentees are adults) is `true`.
 */
export type GuardFacts = {
  /** G-PD: valid processing consent for mentoring by all signers. */
  readonly processingConsent: boolean;
  /** G-PART. */
  readonly participationConsent: boolean;
  /** G-INT. */
  readonly interview: boolean;
  /** G-CLEAR. */
  readonly clearance: boolean;
  /** G-TRAIN: completed, or waived by the director with a reason. */
  readonly training: boolean;
  /** The mentor's questionnaire, that is the competence card, is filled (`missingOfCard`). */
  readonly cardFilled: boolean;
  /** The unit is approved (4.9). */
  readonly unitApproved: boolean;
  /** The personalised programme is approved (4.10). */
  readonly programApproved: boolean;
  /** Units of the participant that are not completed. */
  readonly openUnits: number;
};

export const REJECTION_REASONS = ['notSuitable', 'noClearance', 'noTime', 'enoughMentors', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const SUSPENSION_REASONS = ['illness', 'leave', 'incident', 'consentLapsed', 'other'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** What comes with the command. */
export type ParticipantGiven = {
  readonly role?: ParticipantRole;
  readonly rejection?: RejectionReason;
  readonly suspension?: { readonly reason: SuspensionReason; readonly until: PlainDate };
  /** exclude: the director's order and the ground from the regulation. */
  readonly exclusion?: { readonly orderRegistered: boolean; readonly ground: string };
  /** refuse, withdraw: staff enter what the person or representative said on paper; the statement's id or number. */
  readonly statement?: string;
};

export type ParticipantContext = {
  readonly today: PlainDate;
  readonly by: ParticipantAsker;
  readonly person: ParticipantPerson;
  readonly guards: GuardFacts;
  readonly given: ParticipantGiven;
  /** Days a suspension may last, a setting of the school (60 by default). */
  readonly suspensionDays?: number;
};

/** What the command asks to be done besides the new state. */
export type ParticipantEffect =
  | { readonly kind: 'sendInvitation' }
  | { readonly kind: 'requireConsents' }
  /** RULE-16: the nominee's data go by this day unless there is another basis. */
  | { readonly kind: 'destroyNomineeBy'; readonly day: PlainDate }
  | { readonly kind: 'openRequest' }
  | { readonly kind: 'openCompetenceCard' }
  | { readonly kind: 'tellReason' }
  | { readonly kind: 'offerPsychologist' }
  | { readonly kind: 'unitsToDecision' }
  | { readonly kind: 'remindResume'; readonly day: PlainDate };

export type ParticipantRefusal =
  | 'participant.exists'
  | 'participant.state'
  | 'participant.not-allowed'
  | 'participant.mentors-only'
  | 'participant.role-missing'
  | 'participant.consent-required'
  | 'participant.participation-consent-required'
  | 'participant.card-not-filled'
  | 'participant.interview-required'
  | 'participant.clearance-required'
  | 'participant.training-required'
  | 'participant.not-selected'
  | 'participant.unit-not-approved'
  | 'participant.program-not-approved'
  | 'participant.units-open'
  | 'participant.reason-required'
  | 'participant.suspension-too-long'
  | 'participant.suspension-in-past'
  | 'participant.order-required'
  | 'participant.statement-required';

export type ParticipantDecision = {
  readonly participant: ParticipantFacts;
  readonly effects: readonly ParticipantEffect[];
};
