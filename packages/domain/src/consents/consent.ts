import type { PlainDate } from '../calendar/plain-date.ts';
import type { ConsentKind, ConsentState, SignerSide, SignMethod } from './consent-kinds.ts';
import type { SigningGroup } from './signing-facts.ts';

/** A consent as the rules see it: one document, one act, one file (RULE-02). Days are days of the school. */
export type Consent = {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly subjectId: string;
  /** Of a participation: for which form of mentoring. */
  readonly formId: string | null;
  readonly state: ConsentState;
  /** Fixed by `issue`; a change of the scope afterwards makes a new document (RULE-13). */
  readonly templateId: string;
  readonly scopeVersion: number;
  readonly issuedOn: PlainDate | null;
  /** By which row of PRIVACY §1 it was issued; null in a draft. */
  readonly group: SigningGroup | null;
  /** Everybody whose signature it needs or takes; empty in a draft. */
  readonly signers: readonly ConsentSigner[];
  /** The day of the last required signature. */
  readonly validFrom: PlainDate | null;
  /** The last day of its term; null: until an event, or withdrawn. */
  readonly validTo: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly endReason: EndReason | null;
  /** The document that this one takes the place of. */
  readonly renewalOf: string | null;
  /** A new document must be signed by this day (the last day of grace); until then this one holds. */
  readonly needsRenewalBy: PlainDate | null;
  /** Somebody's name has changed since: marked, and nothing more. */
  readonly nameChanged: boolean;
};

export type ConsentSigner = {
  readonly personId: string;
  readonly side: SignerSide;
  readonly assentOnly: boolean;
  readonly representationId: string | null;
  /** As it stands on the document. */
  readonly printedName: string;
  readonly signature: Signature | null;
  readonly refusedOn: PlainDate | null;
};

export type Signature = {
  readonly method: SignMethod;
  readonly signedOn: PlainDate;
  /** The day on which it came in: of an electronic signature the same day. */
  readonly filedOn: PlainDate;
};

export const RENEWAL_REASONS = [
  'turns14',
  'turns18',
  'expires',
  'scopeChanged',
  'representativeChanged',
  'capacityChanged',
] as const;
export type RenewalReason = (typeof RENEWAL_REASONS)[number];

export type EndReason =
  | 'termOver'
  | 'refusedBySigner'
  | 'withdrawnBySubject'
  | 'withdrawnByRepresentative'
  | 'defect'
  // Its processing was refused: there is nothing left that it could allow.
  | 'notNeeded'
  // The data it was about are gone (RULE-16).
  | 'destroyed'
  | RenewalReason;
