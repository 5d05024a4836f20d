import type { PlainDate } from '../calendar/plain-date.ts';
import type { Consent } from './consent.ts';
import type { ConsentCommand, ConsentContext, ConsentDecision, ConsentRefusal } from './consent-command.ts';
import type { ConsentState } from './consent-kinds.ts';
import { issueConsent } from './issue-consent.ts';
import { refuseConsent, withdrawConsent } from './say-no.ts';
import { signConsent } from './sign-consent.ts';

/**
 * LIFECYCLE 4.4, from which states a command is known. `sign` from `valid` is the child's own assent that comes after the
 * representative's signature. `requireRenewal` of what is not in force yet lays aside a paper whose signers have changed.
 */
export const CONSENT_MOVES: Record<ConsentCommand['kind'], readonly ConsentState[]> = {
  issue: ['draft'],
  sign: ['issued', 'partiallySigned', 'valid'],
  refuse: ['issued', 'partiallySigned'],
  withdraw: ['valid'],
  expire: ['valid'],
  askRenewal: ['valid'],
  requireRenewal: ['draft', 'issued', 'partiallySigned', 'valid'],
  invalidate: ['valid'],
  markNameChanged: ['issued', 'partiallySigned', 'valid'],
};

/** What becomes of the consent, or why not. Who may give the command is asked of the access table before. */
export function decideConsent(
  consent: Consent,
  command: ConsentCommand,
  context: ConsentContext,
): ConsentDecision | ConsentRefusal {
  if (!CONSENT_MOVES[command.kind].includes(consent.state)) return 'consent.state';
  switch (command.kind) {
    case 'issue':
      return issueConsent(consent, command, context);
    case 'sign':
      return signConsent(consent, command, context);
    case 'refuse':
      return refuseConsent(consent, command, context);
    case 'withdraw':
      return withdrawConsent(consent, command, context);
    case 'expire':
      return isTermOver(consent, context.today)
        ? ended(consent, 'expired', 'termOver', context.today)
        : 'consent.term-not-over';
    case 'askRenewal':
      return { consent: { ...consent, needsRenewalBy: earlier(consent.needsRenewalBy, command.by) }, warnings: [] };
    case 'requireRenewal':
      return superseded(consent, command, context.today);
    case 'invalidate':
      return command.defect.trim() === ''
        ? 'consent.reason-missing'
        : ended(consent, 'invalidated', 'defect', context.today);
    case 'markNameChanged':
      return { consent: { ...consent, nameChanged: true }, warnings: [] };
  }
}

/** The last day of the term is still in it. */
function isTermOver({ validTo }: Consent, today: PlainDate): boolean {
  return validTo !== null && validTo < today;
}

/** LIFECYCLE §5.10: what was valid holds to the end of grace, unless its follower is signed earlier. */
function superseded(
  consent: Consent,
  { reason, replaced }: Extract<ConsentCommand, { kind: 'requireRenewal' }>,
  today: PlainDate,
): ConsentDecision | ConsentRefusal {
  const isGraceOver = consent.needsRenewalBy !== null && consent.needsRenewalBy < today;
  if (consent.state === 'valid' && !replaced && !isGraceOver) return 'consent.grace-not-over';
  return ended(consent, 'superseded', reason, today);
}

function ended(
  consent: Consent,
  state: ConsentState,
  endReason: Consent['endReason'],
  endedOn: PlainDate,
): ConsentDecision {
  return { consent: { ...consent, state, endReason, endedOn }, warnings: [] };
}

function earlier(one: PlainDate | null, other: PlainDate): PlainDate {
  return one !== null && one < other ? one : other;
}
