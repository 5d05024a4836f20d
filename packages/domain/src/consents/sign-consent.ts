import type { PlainDate } from '../calendar/plain-date.ts';
import type { Consent, ConsentSigner } from './consent.ts';
import type {
  ConsentCommand,
  ConsentContext,
  ConsentDecision,
  ConsentRefusal,
  ConsentWarning,
} from './consent-command.ts';
import { isNameChanged } from './name-on-paper.ts';
import { renewalsOf } from './renewals.ts';
import { objectionOn, speaksFor } from './representation.ts';
import { requiredSigners } from './required-signers.ts';
import { allowedMethods } from './sign-methods.ts';

type Sign = Extract<ConsentCommand, { kind: 'sign' }>;

/** LIFECYCLE 4.4 sign: each for oneself; `valid` with the last required signature. */
export function signConsent(
  consent: Consent,
  command: Sign,
  context: ConsentContext,
): ConsentDecision | ConsentRefusal {
  const signer = consent.signers.find(({ personId }) => personId === command.by);
  if (!signer) return 'consent.not-a-signer';
  if (signer.signature) return 'consent.already-signed';
  // After the last required signature only the child's own assent may still come.
  if (consent.state === 'valid' && !signer.assentOnly) return 'consent.state';
  const refusal =
    wrongMethod(consent, command, context) ??
    wrongDay(consent, command, context.today) ??
    wrongSigner(consent, signer, command.signedOn, context) ??
    stopped(consent, context);
  if (refusal) return refusal;

  const signature = { method: command.method, signedOn: command.signedOn, filedOn: context.today };
  const signers = consent.signers.map((each) => (each === signer ? { ...each, signature } : each));
  const signed = withSignatures(consent, signers);
  return { consent: signed, warnings: warnings(signed, signer, command, context) };
}

/** The assent of a child is no signature: the document waits for the others only. */
function withSignatures(consent: Consent, signers: readonly ConsentSigner[]): Consent {
  const needed = signers.filter(({ assentOnly }) => !assentOnly);
  const days = needed.flatMap(({ signature }) => (signature ? [signature.signedOn] : []));
  if (days.length < needed.length) return { ...consent, signers, state: 'partiallySigned' };
  return { ...consent, signers, state: 'valid', validFrom: days.reduce((last, day) => (day > last ? day : last)) };
}

/** RULE-09. */
function wrongMethod(
  consent: Consent,
  { method }: Sign,
  { accountSigning }: ConsentContext,
): ConsentRefusal | undefined {
  if (!allowedMethods(consent.kind, true).includes(method)) return 'consent.method-not-allowed';
  return allowedMethods(consent.kind, accountSigning).includes(method) ? undefined : 'consent.method-off';
}

/** A tick is made now; a qualified signature bears its own time; on paper stands what was written by hand. */
function wrongDay(consent: Consent, { method, signedOn }: Sign, today: PlainDate): ConsentRefusal | undefined {
  if (signedOn > today) return 'consent.signed-in-future';
  if (method === 'simpleESign' && signedOn !== today) return 'consent.electronic-today-only';
  if (method !== 'paper' && consent.issuedOn !== null && signedOn < consent.issuedOn)
    return 'consent.signed-before-issue';
  return consent.validTo !== null && signedOn > consent.validTo ? 'consent.term-passed' : undefined;
}

/** Age and power on the day of signing decide, whenever the paper comes in. */
function wrongSigner(
  consent: Consent,
  signer: ConsentSigner,
  signedOn: PlainDate,
  { subject, representations }: ConsentContext,
): ConsentRefusal | undefined {
  const needed = requiredSigners(consent.kind, subject, signedOn);
  if (typeof needed === 'string') return needed;
  if (sidesOf(needed) !== sidesOf(consent.signers)) return 'consent.signers-changed';
  if (signer.side === 'subject') return undefined;
  const power = representations.find(({ id }) => id === signer.representationId);
  if (!power || power.representativeId !== signer.personId || !speaksFor(power, subject, signedOn)) {
    return 'consent.representative-unknown';
  }
  return power.verifiedOn === null ? 'consent.representative-unverified' : undefined;
}

/** RULE-08: an objection stops publication until the director has overruled it. */
function stopped({ kind }: Consent, context: ConsentContext): ConsentRefusal | undefined {
  if (kind !== 'dissemination') return undefined;
  const objection = objectionOn(context.subject, context.representations, context.today);
  return objection === 'none' ? undefined : 'consent.other-parent-objects';
}

function warnings(
  consent: Consent,
  signer: ConsentSigner,
  { method, signedOn }: Sign,
  context: ConsentContext,
): ConsentWarning[] {
  const found: ConsentWarning[] = [];
  const { personId, printedName: printed } = signer;
  const now = context.nameToday(personId);
  if (now !== null && isNameChanged(printed, now)) found.push({ code: 'consent.name-changed', personId, printed, now });
  if (method === 'paper' && consent.issuedOn !== null && signedOn < consent.issuedOn) {
    found.push({ code: 'consent.signed-before-printing', signedOn, issuedOn: consent.issuedOn });
  }
  const { subject, representations, today } = context;
  for (const renewal of renewalsOf(consent, { subject, representations }, today)) {
    if (renewal.action === 'newDocument' && renewal.cause !== 'surnameChanged' && renewal.standing !== 'upcoming') {
      found.push({ code: 'consent.renewal-due', reason: renewal.cause, by: renewal.graceUntil ?? renewal.eventOn });
    }
  }
  return found;
}

/** Sides of the signatures that the law asks for, as one comparable text. */
export function sidesOf(signers: readonly { readonly side: string; readonly assentOnly: boolean }[]): string {
  const needed = signers.filter(({ assentOnly }) => !assentOnly);
  return needed
    .map(({ side }) => side)
    .toSorted()
    .join(' ');
}
