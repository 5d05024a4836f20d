import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { turnsOn } from '../people/age.ts';
import type { Consent, RenewalReason } from './consent.ts';
import { isNameChanged } from './name-on-paper.ts';
import { speaksFor } from './representation.ts';
import { hasRepresentative, isGroup, requiredSigners, signingGroup } from './required-signers.ts';
import type { Representation, SubjectFacts } from './signing-facts.ts';

/** LIFECYCLE §5.10 and 4.4: the task stands so many days before; what was valid holds so many days after. */
export const ASK_AHEAD_DAYS = 30;
export const GRACE_DAYS = 14;

/** What in the world of a valid consent has changed, or will on a known day. */
export type Renewal = {
  readonly cause: RenewalReason | 'surnameChanged';
  /** `mark`: the document stays, with a remark on it. */
  readonly action: 'newDocument' | 'mark';
  /** From this day on somebody has a task. */
  readonly taskOn: PlainDate;
  /** The birthday; the first day after the term; the first day without the representative. */
  readonly eventOn: PlainDate;
  /** The last day on which the old document still holds; null: it holds on (its old scope, its old name). */
  readonly graceUntil: PlainDate | null;
  /** `upcoming`: no task yet · `asked`: before the event · `grace`: after it, still holding · `over`: holds no longer. */
  readonly standing: 'upcoming' | 'asked' | 'grace' | 'over';
};

export type RenewalFacts = {
  readonly subject: SubjectFacts;
  readonly representations: readonly Representation[];
  /** The scope that is in use now and since when; without it no change of scope is looked for. */
  readonly scope?: { readonly version: number; readonly since: PlainDate };
  readonly nameToday?: (personId: string) => string | null;
};

type Found = Pick<Renewal, 'cause' | 'action' | 'eventOn' | 'taskOn' | 'graceUntil'>;

/** Everything that asks for something about a valid consent, by the day of the event; empty for any other state. */
export function renewalsOf(consent: Consent, facts: RenewalFacts, today: PlainDate): readonly Renewal[] {
  if (consent.state !== 'valid' || consent.validFrom === null) return [];
  const found = [
    // A paper that ends at 14 is no longer there at 18.
    birthday(consent, facts, 14, consent.validFrom) ?? birthday(consent, facts, 18, consent.validFrom),
    representative(consent, facts),
    capacity(consent, facts, today),
    term(consent),
    scope(consent, facts),
    surname(consent, facts, today),
  ].filter((each) => each !== null);
  return found
    .map((each) => ({ ...each, standing: standing(each, today) }))
    .toSorted((one, other) => (one.eventOn < other.eventOn ? -1 : one.eventOn > other.eventOn ? 1 : 0));
}

/** RULE-05…07: at 14 the pupil's own signature is needed, at 18 nobody else's counts. Asked only where signers change. */
function birthday(consent: Consent, { subject }: RenewalFacts, years: 14 | 18, signedOn: PlainDate): Found | null {
  if (subject.birthDate === null) return null;
  const eventOn = turnsOn(subject.birthDate, years);
  if (signedOn >= eventOn) return null;
  const before = neededSides(consent, subject, addDays(eventOn, -1));
  const after = neededSides(consent, subject, eventOn);
  if (before === after) return null;
  return newDocument(years === 14 ? 'turns14' : 'turns18', eventOn, addDays(eventOn, GRACE_DAYS));
}

/** RULE-13, new signer: the power of the one who signed has ended while the person still needs one. */
function representative(consent: Consent, { subject, representations }: RenewalFacts): Found | null {
  for (const { side, signature, representationId } of consent.signers) {
    if (side === 'subject' || !signature) continue;
    const power = representations.find(({ id }) => id === representationId);
    if (!power || power.endedOn === null) continue;
    const eventOn = addDays(power.endedOn, 1);
    const group = signingGroup(subject, eventOn);
    // At 18 it ends by itself, and the birthday asks for the new document.
    if (isGroup(group) && hasRepresentative(group) && !speaksFor(power, subject, eventOn)) {
      return newDocument('representativeChanged', eventOn, addDays(eventOn, GRACE_DAYS));
    }
  }
  return null;
}

/** A grown-up came under guardianship, or out of it: the court's day is not kept, so the task begins when it is seen. */
function capacity(consent: Consent, { subject }: RenewalFacts, today: PlainDate): Found | null {
  const group = signingGroup(subject, today);
  const isGuarded = group === 'underGuardianship';
  const wasGuarded = consent.group === 'underGuardianship';
  const wasGrownUp = wasGuarded || consent.group === 'adult' || consent.group === 'employee';
  if (!wasGrownUp || isGuarded === wasGuarded) return null;
  const graceUntil = consent.needsRenewalBy ?? addDays(today, GRACE_DAYS);
  return newDocument('capacityChanged', addDays(graceUntil, -GRACE_DAYS), graceUntil);
}

/** The last day of the term is in it; there is no grace after it. */
function term({ validTo }: Consent): Found | null {
  if (validTo === null) return null;
  return { ...newDocument('expires', addDays(validTo, 1), validTo), taskOn: addDays(validTo, -ASK_AHEAD_DAYS) };
}

/** RULE-13: what was signed goes on for what was signed; what is new waits for the new document. */
function scope(consent: Consent, { scope: now }: RenewalFacts): Found | null {
  if (!now || consent.scopeVersion >= now.version) return null;
  return { ...newDocument('scopeChanged', now.since, null), taskOn: now.since };
}

/** The same person under a new name has consented; the old name is remarked upon, the document stays. */
function surname(consent: Consent, { nameToday }: RenewalFacts, today: PlainDate): Found | null {
  const isOther = consent.signers.some(({ personId, printedName }) => {
    const now = nameToday?.(personId) ?? null;
    return now !== null && isNameChanged(printedName, now);
  });
  return isOther ? { cause: 'surnameChanged', action: 'mark', eventOn: today, taskOn: today, graceUntil: null } : null;
}

function newDocument(cause: RenewalReason, eventOn: PlainDate, graceUntil: PlainDate | null): Found {
  return { cause, action: 'newDocument', eventOn, taskOn: addDays(eventOn, -ASK_AHEAD_DAYS), graceUntil };
}

function standing({ taskOn, eventOn, graceUntil }: Found, today: PlainDate): Renewal['standing'] {
  if (graceUntil !== null && today > graceUntil) return 'over';
  if (today < taskOn) return 'upcoming';
  return today < eventOn ? 'asked' : 'grace';
}

/** Sides that must sign on the day; a code where nobody can. */
function neededSides(consent: Consent, subject: SubjectFacts, on: PlainDate): string {
  const needed = requiredSigners(consent.kind, subject, on);
  if (typeof needed === 'string') return needed;
  return needed
    .filter(({ assentOnly }) => !assentOnly)
    .map(({ side }) => side)
    .join(' ');
}
