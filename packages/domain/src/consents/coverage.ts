import type { PlainDate } from '../calendar/plain-date.ts';
import type { Consent } from './consent.ts';
import type { ConsentKind, ConsentState, SignerSide } from './consent-kinds.ts';
import { renewalsOf } from './renewals.ts';
import { objectionOn, representativesOf, speaksFor } from './representation.ts';
import { requiredSigners } from './required-signers.ts';
import type { NoSigner, Representation, SubjectFacts } from './signing-facts.ts';

/** What the person must have: `formId` for a participation in one form of mentoring, else null. */
export type Need = { readonly kind: ConsentKind; readonly formId: string | null };

export type CoverageFacts = {
  readonly subject: SubjectFacts;
  readonly representations: readonly Representation[];
  /** All consents of the person, ended ones too: they tell why something is missing. */
  readonly consents: readonly Consent[];
};

export type Coverage = {
  readonly covered: boolean;
  readonly missing: readonly Missing[];
  /** Covered today, and no longer after this day: the earliest end of grace or of a term. Null: no such day is known. */
  readonly holdsUntil: PlainDate | null;
};

/** «Нет подписи мамы» · «истекло» · «не запрошено»: why the need is not met, and what comes next. */
export type Missing = {
  readonly kind: ConsentKind;
  readonly formId: string | null;
  readonly code: MissingCode;
  readonly consentId: string | null;
  /** Whose signature is awaited. */
  readonly waitingFor: readonly { readonly personId: string; readonly side: SignerSide }[];
  /** Expired, refused, withdrawn, out of grace on this day. */
  readonly on: PlainDate | null;
  readonly next: NextStep;
};

export type MissingCode =
  | 'notAsked'
  | 'notGivenOut'
  | 'notSigned'
  | 'partlySigned'
  | 'expired'
  | 'graceOver'
  | 'refused'
  | 'withdrawn'
  | 'superseded'
  | 'invalidated'
  | 'notYetInForce'
  | 'otherParentObjects'
  | 'representativeMissing'
  | 'representativeUnverified'
  | NoSigner;

/** `respect`: the person said no; nobody asks again unless the person wishes. `none`: no such document is to be had. */
export type NextStep =
  | 'ask'
  | 'giveOut'
  | 'remind'
  | 'renew'
  | 'respect'
  | 'recordBirthDate'
  | 'recordRepresentative'
  | 'verifyRepresentative'
  | 'askDirector'
  | 'wait'
  | 'none';

/** G-PD (need: processing) and G-PART (need: participation) on a day, and what is missing where they do not hold. */
export function coverageOf(facts: CoverageFacts, needs: readonly Need[], on: PlainDate): Coverage {
  const missing: Missing[] = [];
  let holdsUntil: PlainDate | null = null;
  for (const need of needs) {
    const holding = candidates(facts, need).filter((each) => holdsOn(each, facts, on));
    const objection = need.kind === 'dissemination' ? objectionOn(facts.subject, facts.representations, on) : 'none';
    if (holding.length === 0 || objection !== 'none') missing.push(whyMissing(facts, need, on, objection));
    else holdsUntil = earliest(holdsUntil, longest(holding.map((each) => lastDay(each, facts, on))));
  }
  return { covered: missing.length === 0, missing, holdsUntil: missing.length === 0 ? holdsUntil : null };
}

/** One consent by itself: valid on the day, in its term, and not out of grace — also if the sweep of the night has not run. */
export function holdsOn(consent: Consent, facts: Omit<CoverageFacts, 'consents'>, on: PlainDate): boolean {
  if (consent.state !== 'valid' || consent.validFrom === null || consent.validFrom > on) return false;
  if (consent.validTo !== null && consent.validTo < on) return false;
  if (consent.needsRenewalBy !== null && consent.needsRenewalBy < on) return false;
  return !renewalsOf(consent, facts, on).some(({ standing }) => standing === 'over');
}

function lastDay(consent: Consent, facts: CoverageFacts, on: PlainDate): PlainDate | null {
  const ends = renewalsOf(consent, facts, on).map(({ graceUntil }) => graceUntil);
  return [consent.needsRenewalBy, ...ends].reduce(earliest, consent.validTo);
}

function candidates({ consents, subject }: CoverageFacts, need: Need): readonly Consent[] {
  return consents.filter(
    (each) => each.kind === need.kind && each.subjectId === subject.personId && each.formId === need.formId,
  );
}

/** Which paper tells the story: one on its way first, the latest of the ended ones otherwise. */
const TELLING: readonly ConsentState[] = ['partiallySigned', 'issued', 'draft', 'valid'];
const ENDED: Partial<Record<ConsentState, readonly [MissingCode, NextStep]>> = {
  expired: ['expired', 'renew'],
  refused: ['refused', 'respect'],
  withdrawn: ['withdrawn', 'respect'],
  superseded: ['superseded', 'renew'],
  invalidated: ['invalidated', 'ask'],
};

function whyMissing(
  facts: CoverageFacts,
  need: Need,
  on: PlainDate,
  objection: ReturnType<typeof objectionOn>,
): Missing {
  const found = (code: MissingCode, next: NextStep, rest: Partial<Missing> = {}): Missing => ({
    ...need,
    code,
    next,
    consentId: null,
    waitingFor: [],
    on: null,
    ...rest,
  });
  const needed = requiredSigners(need.kind, facts.subject, on);
  if (typeof needed === 'string') {
    return found(needed, needed === 'signers.birth-date-missing' ? 'recordBirthDate' : 'none');
  }
  const all = candidates(facts, need);
  const live = TELLING.map((state) => all.find((each) => each.state === state)).find((each) => each !== undefined);
  const last = all.toSorted((one, other) => ((one.endedOn ?? '') < (other.endedOn ?? '') ? 1 : -1))[0];
  // Neither in force nor to be signed while it stands; what has ended by itself tells its own story.
  if (objection !== 'none' && (live || !last)) {
    return found('otherParentObjects', objection === 'open' ? 'askDirector' : 'respect', {
      consentId: live?.id ?? null,
    });
  }
  const needsOther = needed.some(({ side }) => side !== 'subject');
  const powers = representativesOf(facts.subject, facts.representations, on);
  if (needsOther && powers.length === 0) return found('representativeMissing', 'recordRepresentative');
  if (live) return ofLive(live, facts, on, found);

  const ended = last && ENDED[last.state];
  if (last && ended) return found(ended[0], ended[1], { consentId: last.id, on: last.endedOn });
  return found('notAsked', 'ask');
}

function ofLive(
  consent: Consent,
  { representations, subject }: CoverageFacts,
  on: PlainDate,
  found: (code: MissingCode, next: NextStep, rest: Partial<Missing>) => Missing,
): Missing {
  const consentId = consent.id;
  if (consent.state === 'draft') return found('notGivenOut', 'giveOut', { consentId });
  if (consent.state === 'valid') {
    if (consent.validFrom !== null && consent.validFrom > on) {
      return found('notYetInForce', 'wait', { consentId, on: consent.validFrom });
    }
    if (consent.validTo !== null && consent.validTo < on) {
      return found('expired', 'renew', { consentId, on: consent.validTo });
    }
    const over = renewalsOf(consent, { subject, representations }, on).find(({ standing }) => standing === 'over');
    return found('graceOver', 'renew', { consentId, on: over?.graceUntil ?? consent.needsRenewalBy });
  }
  const waitingFor = consent.signers
    .filter(({ assentOnly, signature }) => !assentOnly && signature === null)
    .map(({ personId, side }) => ({ personId, side }));
  const lapsed = consent.signers.some(
    ({ side, signature, representationId }) =>
      side !== 'subject' &&
      signature === null &&
      !representations.some((each) => each.id === representationId && speaksFor(each, subject, on)),
  );
  // The one it waits for may sign it no more: another paper is needed, not a reminder.
  if (lapsed) return found('superseded', 'renew', { consentId });
  const unverified = consent.signers.some(
    ({ side, signature, representationId }) =>
      side !== 'subject' &&
      signature === null &&
      representations.some(({ id, verifiedOn }) => id === representationId && verifiedOn === null),
  );
  if (unverified) return found('representativeUnverified', 'verifyRepresentative', { consentId, waitingFor });
  const code = consent.state === 'partiallySigned' ? 'partlySigned' : 'notSigned';
  return found(code, 'remind', { consentId, waitingFor });
}

/** The later day; null is no end at all. */
function longest(days: readonly (PlainDate | null)[]): PlainDate | null {
  return days.reduce<PlainDate | null>(
    (last, day) => (last === null || day === null ? null : day > last ? day : last),
    days[0] ?? null,
  );
}

function earliest(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null) return other;
  return other !== null && other < one ? other : one;
}
