/**
 * LIFECYCLE 4.4 with RULE-09 and RULE-11: each kind is a document of its own (RULE-02). DOC-12…14 are `processing` in its
 * three audiences, DOC-15 `dissemination`, DOC-16 `participation`, DOC-17 `mentoringDuty`; `special` is for special
 * categories, `employeeThirdParty` for passing an employee's data on (ТК art. 88).
 */
export const CONSENT_KINDS = [
  'processing',
  'dissemination',
  'participation',
  'mentoringDuty',
  'special',
  'employeeThirdParty',
] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** `superseded`: another document has taken its place, or its signers no longer speak for the person. */
export const CONSENT_STATES = [
  'draft',
  'issued',
  'partiallySigned',
  'valid',
  'expired',
  'refused',
  'withdrawn',
  'superseded',
  'invalidated',
] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Still on its way or in force: a second document of the same kind beside it would make two truths. */
export const LIVE_CONSENT_STATES = ['draft', 'issued', 'partiallySigned', 'valid'] as const;

/** RULE-18: proof that there was a consent; read by the data protection officer alone. */
export const ENDED_CONSENT_STATES = ['expired', 'refused', 'withdrawn', 'superseded', 'invalidated'] as const;

export const SIGN_METHODS = ['paper', 'simpleESign', 'qualifiedESign'] as const;
export type SignMethod = (typeof SIGN_METHODS)[number];

/** Named by DOC-12…14, not offered: the state's sign-in is not connected. */
export const RESERVED_SIGN_METHODS = ['esia'] as const;

/** `employer` signs no consent: it stands for the second side of DOC-18. */
export const SIGNER_SIDES = ['subject', 'representative', 'guardian', 'employer'] as const;
export type SignerSide = (typeof SIGNER_SIDES)[number];

/** For whom a template is worded: DOC-12, DOC-13, DOC-14 and the like for other kinds. */
export const AUDIENCES = ['adult', 'representative', 'pupil'] as const;
export type Audience = (typeof AUDIENCES)[number];
