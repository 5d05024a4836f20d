import type { PlainDate } from '../calendar/plain-date.ts';
import type { Consent } from './consent.ts';
import type { ConsentCommand, ConsentContext, ConsentDecision, ConsentRefusal } from './consent-command.ts';
import { speaksFor } from './representation.ts';
import { isGroup, signingGroup } from './required-signers.ts';

/** LIFECYCLE 4.4 refuse: any of those asked, the child of ten too; also one who has signed while others have not yet. */
export function refuseConsent(
  consent: Consent,
  { by, saidOn }: Extract<ConsentCommand, { kind: 'refuse' }>,
  context: ConsentContext,
): ConsentDecision | ConsentRefusal {
  if (saidOn > context.today) return 'consent.said-in-future';
  const signer = consent.signers.find(({ personId }) => personId === by);
  if (!signer) return 'consent.not-a-signer';
  if (signer.side !== 'subject' && !powerOf(by, saidOn, context)) return 'consent.not-a-signer';
  const signers = consent.signers.map((each) => (each === signer ? { ...each, refusedOn: saidOn } : each));
  return {
    consent: { ...consent, signers, state: 'refused', endedOn: saidOn, endReason: 'refusedBySigner' },
    warnings: [],
  };
}

/**
 * What else was asked for beside a refused processing: without data there is nothing to take part in, so nobody waits for
 * these signatures or reminds of them. `undefined`: the document is not waiting for anybody.
 */
export function noLongerNeeded(consent: Consent, saidOn: PlainDate): Consent | undefined {
  const isWaiting = consent.state === 'draft' || consent.state === 'issued' || consent.state === 'partiallySigned';
  if (!isWaiting || consent.kind === 'processing') return undefined;
  return { ...consent, state: 'superseded', endedOn: saidOn, endReason: 'notNeeded' };
}

/** RULE-14: at any time, without a reason; from 14 to 17 either of the two, whoever of them signed. */
export function withdrawConsent(
  consent: Consent,
  { by, receivedOn }: Extract<ConsentCommand, { kind: 'withdraw' }>,
  context: ConsentContext,
): ConsentDecision | ConsentRefusal {
  if (receivedOn > context.today) return 'consent.said-in-future';
  if (consent.validFrom !== null && receivedOn < consent.validFrom) return 'consent.said-before-signing';
  const isSubject = by === context.subject.personId;
  if (
    !(isSubject
      ? maySubjectWithdraw(consent, receivedOn, context)
      : mayRepresentative(consent, by, receivedOn, context))
  ) {
    return 'consent.withdraw-not-yours';
  }
  const endReason = isSubject ? 'withdrawnBySubject' : 'withdrawnByRepresentative';
  return { consent: { ...consent, state: 'withdrawn', endedOn: receivedOn, endReason }, warnings: [] };
}

/** Below 14 and under guardianship others act for the person — but whoever wants to leave the programme may always leave. */
function maySubjectWithdraw(consent: Consent, on: PlainDate, { subject }: ConsentContext): boolean {
  if (consent.kind === 'participation') return true;
  const group = signingGroup(subject, on);
  return isGroup(group) && group !== 'underFourteen' && group !== 'underGuardianship';
}

/** The representative who signed, or another one whose power has been checked. */
function mayRepresentative(consent: Consent, by: string, on: PlainDate, context: ConsentContext): boolean {
  const power = powerOf(by, on, context);
  const hasSigned = consent.signers.some(({ personId, signature }) => personId === by && signature !== null);
  return power !== undefined && (hasSigned || power.verifiedOn !== null);
}

function powerOf(by: string, on: PlainDate, { representations, subject }: ConsentContext) {
  return representations.find((each) => each.representativeId === by && speaksFor(each, subject, on));
}
