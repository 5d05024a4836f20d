import type { ParticipantRole, ParticipantState } from '../participants/participant-states.ts';
import type { ClassName } from './class-name.ts';

/** A class of the year that ends. */
export type ClassOfYear = {
  readonly id: string;
  readonly name: ClassName;
  readonly classTeacherId: string | null;
};

export type PupilOfYear = {
  readonly id: string;
  /** `null`: enrolled, but in no class yet. */
  readonly classId: string | null;
  readonly participations: readonly ParticipationOfYear[];
};

/** A participation in the cycle that ends. */
export type ParticipationOfYear = {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly state: ParticipantState;
  /** Everything G-PD and G-PART ask for holds on the first day of the new cycle too. */
  readonly consentHolds: boolean;
};

/** What happens to a whole class. The pupils' own decisions go before it. */
export type ClassDecision = {
  readonly fate:
    | { readonly kind: 'moveUp'; readonly to?: ClassName }
    /** Several classes become one: each of them names the same class. */
    | { readonly kind: 'mergeInto'; readonly to: ClassName }
    /** All leave: the 11th, or a 9th after which nobody goes on. */
    | { readonly kind: 'leave'; readonly reason: LeavingReason };
  /** `goesAlong` is usual; `leaves`: the new class waits for a teacher; or somebody else. */
  readonly teacher?: 'goesAlong' | 'leaves' | { readonly personId: string };
};

export type PupilDecision =
  | { readonly kind: 'repeat'; readonly to?: ClassName }
  | { readonly kind: 'moveTo'; readonly to: ClassName }
  | { readonly kind: 'leave'; readonly reason: LeavingReason };

export const LEAVING_REASONS = ['graduated', 'afterBasic', 'otherSchool', 'familyEducation', 'other'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export type RollOverDecisions = {
  readonly classes: Readonly<Record<string, ClassDecision>>;
  readonly pupils: Readonly<Record<string, PupilDecision>>;
};

export type PupilFate = 'movesUp' | 'repeats' | 'changesClass' | 'leaves' | 'undecided';

export type PlannedPupil = {
  readonly pupilId: string;
  readonly fate: PupilFate;
  readonly fromClassId: string | null;
  readonly to: ClassName | null;
  readonly reason: LeavingReason | null;
  readonly participations: readonly PlannedParticipation[];
};

/**
 * What becomes of a participation. `carriedOver`: a new record in the new cycle, which the person or representative
 * confirms again («актуализация»); `unitFirst`: a pair is still open and its completion is decided before;
 * `ends`: the pupil leaves; `notCarried`: it ended already.
 */
export type PlannedParticipation = {
  readonly participationId: string;
  readonly outcome: 'carriedOver' | 'unitFirst' | 'ends' | 'notCarried';
  /** The state of the new record. In the bank only where the consents hold in the new cycle too. */
  readonly newState: 'nominated' | 'invited' | 'consentPending' | 'inBank' | null;
  readonly needsConfirmation: boolean;
};

export type PlannedClass = {
  readonly name: ClassName;
  /** Classes of the old year that it comes from; none for a class made anew by a split or for the first year. */
  readonly fromClassIds: readonly string[];
  readonly classTeacherId: string | null;
  readonly pupilIds: readonly string[];
};

export type RollOverProblem =
  | { readonly code: 'rollover.decide-after-basic'; readonly classId: string; readonly pupils: number }
  | { readonly code: 'rollover.after-last-grade'; readonly classId: string }
  | { readonly code: 'rollover.two-classes-one-name'; readonly name: ClassName; readonly classIds: readonly string[] }
  | { readonly code: 'rollover.no-such-class'; readonly pupilId: string; readonly to: ClassName }
  | { readonly code: 'rollover.pupil-without-class'; readonly pupilId: string }
  | { readonly code: 'rollover.unknown-class'; readonly classId: string }
  | { readonly code: 'rollover.unknown-pupil'; readonly pupilId: string }
  | { readonly code: 'rollover.grade-jump'; readonly pupilId: string; readonly from: number; readonly to: number }
  | { readonly code: 'rollover.repeated-id'; readonly id: string };

/** Things to look at that do not stop the rollover. */
export type RollOverRemark =
  | { readonly code: 'rollover.class-without-teacher'; readonly name: ClassName }
  | { readonly code: 'rollover.teacher-of-two'; readonly personId: string; readonly names: readonly ClassName[] }
  | { readonly code: 'rollover.class-empty'; readonly name: ClassName }
  | { readonly code: 'rollover.open-unit'; readonly pupilId: string; readonly participationId: string };

/** `problems` empty: the plan may be applied. Every pupil stands in `pupils` exactly once. */
export type RollOverPlan = {
  readonly classes: readonly PlannedClass[];
  readonly pupils: readonly PlannedPupil[];
  readonly problems: readonly RollOverProblem[];
  readonly remarks: readonly RollOverRemark[];
};
