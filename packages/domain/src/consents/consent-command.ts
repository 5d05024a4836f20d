import type { PlainDate } from '../calendar/plain-date.ts';
import type { Consent, RenewalReason } from './consent.ts';
import type { SignMethod } from './consent-kinds.ts';
import type { NoSigner, Representation, SubjectFacts } from './signing-facts.ts';

/** LIFECYCLE 4.4; `askRenewal` begins what `requireRenewal` ends. */
export const CONSENT_COMMANDS = [
  'issue',
  'sign',
  'refuse',
  'withdraw',
  'expire',
  'askRenewal',
  'requireRenewal',
  'invalidate',
  'markNameChanged',
] as const;

/** `by` is always the person whose will it is, also where staff enter what came on paper. */
export type ConsentCommand =
  /**
   * @property signFrom  from which day it can be signed: a birthday to come, else null (today)
   * @property validTo   the last day of the term, null until an event
   * @property signers   one person for each required signature, in any order
   */
  | {
      readonly kind: 'issue';
      readonly signFrom: PlainDate | null;
      readonly validTo: PlainDate | null;
      readonly signers: readonly NamedSigner[];
    }
  /** Of an electronic signature `signedOn` is today; of paper the day that was written by hand. */
  | {
      readonly kind: 'sign';
      readonly by: string;
      readonly method: SignMethod;
      readonly signedOn: PlainDate;
    }
  | { readonly kind: 'refuse'; readonly by: string; readonly saidOn: PlainDate }
  /** `receivedOn`: the day on which the school got the statement. No reason is asked (RULE-14). */
  | { readonly kind: 'withdraw'; readonly by: string; readonly receivedOn: PlainDate }
  | { readonly kind: 'expire' }
  | { readonly kind: 'askRenewal'; readonly reason: RenewalReason; readonly by: PlainDate }
  /** `replaced`: the new document is valid; otherwise only the end of grace ends the old one. */
  | { readonly kind: 'requireRenewal'; readonly reason: RenewalReason; readonly replaced: boolean }
  | { readonly kind: 'invalidate'; readonly defect: string }
  | { readonly kind: 'markNameChanged' };

export type NamedSigner = {
  readonly personId: string;
  readonly side: 'subject' | 'representative' | 'guardian';
  readonly representationId: string | null;
  readonly printedName: string;
};

/** What surrounds the consent on the day of the command. */
export type ConsentContext = {
  readonly today: PlainDate;
  readonly subject: SubjectFacts;
  /** Of this subject, ended ones too: a paper is judged by the day on which it was signed. */
  readonly representations: readonly Representation[];
  /** How a person is called today, surname first; null where it is not known. */
  readonly nameToday: (personId: string) => string | null;
  /** The school lets people sign in their account. */
  readonly accountSigning: boolean;
};

export type ConsentRefusal =
  | NoSigner
  | 'consent.state'
  | 'consent.signers-missing'
  | 'consent.signers-changed'
  | 'consent.term-passed'
  | 'consent.not-a-signer'
  | 'consent.already-signed'
  | 'consent.method-not-allowed'
  | 'consent.method-off'
  | 'consent.signed-in-future'
  | 'consent.signed-before-issue'
  | 'consent.electronic-today-only'
  | 'consent.representative-unknown'
  | 'consent.representative-unverified'
  | 'consent.other-parent-objects'
  | 'consent.said-in-future'
  | 'consent.said-before-signing'
  | 'consent.withdraw-not-yours'
  | 'consent.term-not-over'
  | 'consent.grace-not-over'
  | 'consent.reason-missing';

/** What a careful secretary would say while filing; none of them stops. */
export type ConsentWarning =
  /** The document bears another name than the person has today. */
  | { readonly code: 'consent.name-changed'; readonly personId: string; readonly printed: string; readonly now: string }
  /** Paper that was signed before it was printed here: a date by a slip of the pen, or an older blank. */
  | { readonly code: 'consent.signed-before-printing'; readonly signedOn: PlainDate; readonly issuedOn: PlainDate }
  /** Signed by the right people then; a birthday or another change since asks for a new document. */
  | { readonly code: 'consent.renewal-due'; readonly reason: RenewalReason; readonly by: PlainDate };

export type ConsentDecision = { readonly consent: Consent; readonly warnings: readonly ConsentWarning[] };
