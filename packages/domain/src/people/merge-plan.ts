/** The values of a person's card that a merge has to choose between. All as text; days as `YYYY-MM-DD`. */
export const MERGED_FIELDS = ['familyName', 'givenName', 'patronymic', 'birthDate', 'snils', 'email', 'phone'] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

export type MergedValues = Readonly<Record<MergedField, string | null>>;

/** Things that hang on a person and go over to the one who is kept. */
export const MOVED_KINDS = [
  'post',
  'role',
  'bodyMembership',
  'enrolment',
  'classTeaching',
  'representation',
  'representedBy',
  'participation',
  'consent',
  'account',
  'partnerMembership',
  'achievement',
  'request',
] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

/**
 * One thing that hangs on a person. `slot` names what a person can have once only (a participation: role and cycle;
 * an account: `account`; a representation: the child); `with` is the other person of a relation.
 */
export type MovedThing = {
  readonly kind: MovedKind;
  readonly id: string;
  readonly slot?: string;
  readonly with?: string;
};

export type MergeSide = {
  readonly id: string;
  readonly values: MergedValues;
  readonly things: readonly MovedThing[];
};

/** Two different values: a person chooses. */
export type MergeConflict = { readonly field: MergedField; readonly kept: string; readonly gone: string };

/** Why two cards cannot become one until somebody puts this right. */
export type MergeBlock =
  | { readonly code: 'merge.same-card' }
  /** Mentor and mentee, or parent and child, of each other. */
  | { readonly code: 'merge.related-to-each-other'; readonly kind: MovedKind; readonly id: string }
  /** Both have what a person can have once: two accounts, two participations of one role and cycle. */
  | { readonly code: 'merge.slot-taken'; readonly kind: MovedKind; readonly kept: string; readonly gone: string };

export type MergePlan = {
  readonly keptId: string;
  readonly goneId: string;
  readonly before: { readonly kept: MergedValues; readonly gone: MergedValues };
  /** Values that the kept card lacked and takes from the other. */
  readonly taken: readonly MergedField[];
  readonly conflicts: readonly MergeConflict[];
  readonly moves: readonly MovedThing[];
  readonly blocks: readonly MergeBlock[];
};

/** For each conflict, whose value stands afterwards. */
export type MergeChoices = Partial<Readonly<Record<MergedField, 'kept' | 'gone'>>>;

/** A merge with everything decided: what is written, and all that its undoing needs. Kept as the trace of the merge. */
export type MergeStep = {
  readonly keptId: string;
  readonly goneId: string;
  readonly before: { readonly kept: MergedValues; readonly gone: MergedValues };
  readonly after: MergedValues;
  readonly moved: readonly MovedThing[];
};

/** What the undoing writes. `changedSince` are fields of the kept card edited after the merge: they stay as edited. */
export type MergeUndo = {
  readonly keptId: string;
  readonly goneId: string;
  readonly kept: MergedValues;
  readonly gone: MergedValues;
  readonly movedBack: readonly MovedThing[];
  readonly changedSince: readonly MergedField[];
  /** Things that were moved and are gone by now: nothing goes back for them. */
  readonly missing: readonly MovedThing[];
};
