import { consentGaps } from '@nastavnik/documents/consents/consent-gaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent } from '@nastavnik/domain/consents/consent';
import type { NamedSigner } from '@nastavnik/domain/consents/consent-command';
import { decideConsent } from '@nastavnik/domain/consents/consent-commands';
import { lintTemplate } from '@nastavnik/domain/consents/lint-template';
import { renewalsOf } from '@nastavnik/domain/consents/renewals';
import { representativesOf } from '@nastavnik/domain/consents/representation';
import { audienceOf, requiredSigners } from '@nastavnik/domain/consents/required-signers';
import { withAllowedPlaces } from '@nastavnik/domain/consents/resource-catalogue';
import { sidesOf } from '@nastavnik/domain/consents/sign-consent';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { StoredTemplate } from '../consent-templates/door.ts';
import type { StoredConsent } from './consent.queries.ts';
import { contextOf } from './consent-context.ts';
import { coverageFor, type KnownPerson } from './consent-facts.ts';
import type { FrozenDocument } from './frozen.ts';
import { freeze, hashOf, papersOf, printOf } from './frozen-document.ts';
import type { IssuingHouse } from './issuing-house.ts';
import { ROLE_WORDS } from './printed-words.ts';
import { insertConsent, nextNumber, saveConsent } from './save-consent.queries.ts';
import type { WantedDocument } from './wanted-documents.ts';

export type Wanted = WantedDocument & {
  readonly askAgain: boolean;
  /** The birthday to come: signers and wording are those of that day. */
  readonly signFrom?: PlainDate;
  /** Which of several representatives is asked; undefined: the first whose papers were seen. */
  readonly representativeId?: string;
};
/** `templateId`: the wording that has to be mended first. */
type Made = { readonly consentId: string } | { readonly refused: string; readonly templateId?: string };

/** One document for one person: signers by the day, wording by the age, names of today; or why there is none. */
export async function issueOne(
  tx: Writing,
  actor: Actor,
  house: IssuingHouse,
  known: KnownPerson,
  wanted: Wanted,
): Promise<Made> {
  const { subject } = known;
  const day = wanted.signFrom ?? house.today;
  const place = placeFor(known, house, wanted);
  if ('refused' in place) return place;
  const signers = namedSigners(known, wanted, day);
  if ('refused' in signers) return signers;
  if (wanted.kind === 'participation' && wanted.formId === null) return { refused: 'consent.form-missing' };
  const stored = templateFor(house, wanted, known, day);
  if ('refused' in stored) return stored;

  const draft = draftOf(newId(actor.now), known, wanted, stored, place.renewalOf);
  const issue = {
    kind: 'issue',
    signFrom: wanted.signFrom ?? null,
    validTo: termOf(stored, house),
    signers: signers.named,
  } as const;
  const decided = decideConsent(draft, issue, contextOf(subject, house.today, house.operator.accountSigning));
  if (typeof decided === 'string') return { refused: decided };

  const papers = await papersOf(tx, actor.tenantId, [
    subject.facts.personId,
    ...signers.named.map((each) => each.personId),
  ]);
  const document = freeze(
    {
      template: stored.template,
      operator: house.operator,
      subject,
      signers: signers.named,
      participation: participationOf(wanted, house),
    },
    papers,
  );
  if (hasGaps(decided.consent, document)) return { refused: 'consent.fields-missing' };
  if (place.layAside) await layAside(tx, actor, known, place.layAside, house);
  const year = Number(house.today.slice(0, 4));
  const number = await nextNumber(tx, actor.tenantId, year);
  await insertConsent(tx, actor, {
    consent: decided.consent,
    number,
    year,
    cycleId: house.cycle?.id ?? null,
    document,
    documentHash: hashOf(draft.id, document),
  });
  await recordEvent(tx, actor, {
    type: 'consent.issued',
    object: { kind: 'consent', id: draft.id },
    data: {
      kind: wanted.kind,
      personId: subject.facts.personId,
      number: `${number}/${year}`,
      renewalOf: place.renewalOf,
    },
  });
  return { consentId: draft.id };
}

/** RULE-04: what may not be left as a line to fill in by hand. */
function hasGaps(consent: Consent, document: FrozenDocument): boolean {
  const stored = { consent, number: 0, year: 0, choices: [], ticks: new Map() };
  return consentGaps(printOf(stored, document), 'paper').length > 0;
}

type Place = { readonly renewalOf: string | null; readonly layAside?: StoredConsent } | { readonly refused: string };

/** Is there room for another document of the kind? Beside a valid one only where it is to be renewed. */
function placeFor(known: KnownPerson, house: IssuingHouse, wanted: Wanted): Place {
  const same = known.consents.filter(
    ({ consent }) =>
      consent.kind === wanted.kind && (wanted.kind !== 'participation' || consent.formId === wanted.formId),
  );
  const waiting = same.find(({ consent }) => ['draft', 'issued', 'partiallySigned'].includes(consent.state));
  if (waiting) {
    const day = wanted.signFrom ?? house.today;
    const needed = requiredSigners(wanted.kind, known.subject.facts, day);
    const isStillRight =
      typeof needed !== 'string' &&
      sidesOf(needed) === sidesOf(waiting.consent.signers) &&
      hasPowers(waiting.consent, known, day) &&
      (waiting.consent.state === 'partiallySigned' || isAddressedTo(waiting.consent, wanted.representativeId));
    return isStillRight
      ? { refused: 'consent.already-issued' }
      : { renewalOf: waiting.consent.renewalOf, layAside: waiting };
  }
  const valid = same.find(({ consent }) => consent.state === 'valid');
  if (valid) {
    return isToBeRenewed(valid.consent, known, house)
      ? { renewalOf: valid.consent.id }
      : { refused: 'consent.already-valid' };
  }
  const need = { kind: wanted.kind, formId: wanted.formId };
  const saidNo = coverageFor(known, need, house.today).missing.some(({ next }) => next === 'respect');
  return saidNo && !wanted.askAgain ? { refused: 'consent.refused-earlier' } : { renewalOf: null };
}

/** Whoever has still to sign for the person may do so on the day. */
function hasPowers({ signers }: Consent, { subject }: KnownPerson, day: PlainDate): boolean {
  const powers = representativesOf(subject.facts, subject.representations, day);
  return signers.every(
    ({ side, signature, representationId }) =>
      side === 'subject' || signature !== null || powers.some(({ id }) => id === representationId),
  );
}

/** One parent's signature is enough, and it may be either's (RULE-08). */
function isAddressedTo({ signers }: Consent, representativeId: string | undefined): boolean {
  const other = signers.find(({ side }) => side !== 'subject');
  return representativeId === undefined || !other || other.personId === representativeId;
}

function isToBeRenewed(consent: Consent, { subject }: KnownPerson, house: IssuingHouse): boolean {
  const scope = house.templates.find(
    ({ template }) => template.kind === consent.kind && template.audience === wordingOf(consent),
  );
  const facts = {
    subject: subject.facts,
    representations: subject.representations,
    ...(scope ? { scope: { version: scope.template.scopeVersion, since: house.today } } : {}),
  };
  return (
    consent.needsRenewalBy !== null ||
    renewalsOf(consent, facts, house.today).some(
      ({ action, standing }) => action === 'newDocument' && standing !== 'upcoming',
    )
  );
}

/** For whom the consent was worded: by the row of the signing table it was issued under. */
export function wordingOf({ group }: Pick<Consent, 'group'>): 'adult' | 'representative' | 'pupil' {
  if (group === 'underFourteen' || group === 'underGuardianship') return 'representative';
  return group === 'fourteenToSeventeen' ? 'pupil' : 'adult';
}

function namedSigners(
  { subject }: KnownPerson,
  wanted: Wanted,
  day: PlainDate,
): { readonly named: NamedSigner[] } | { readonly refused: string } {
  const needed = requiredSigners(wanted.kind, subject.facts, day);
  if (typeof needed === 'string') return { refused: needed };
  const powers = representativesOf(subject.facts, subject.representations, day);
  const named: NamedSigner[] = [];
  for (const { side } of needed) {
    if (side === 'subject') {
      named.push({ personId: subject.facts.personId, side, representationId: null, printedName: subject.name });
      continue;
    }
    const power = powers.find(
      (each) => wanted.representativeId === undefined || each.representativeId === wanted.representativeId,
    );
    if (!power)
      return { refused: wanted.representativeId ? 'consent.representative-unknown' : 'consent.signers-missing' };
    if (power.verifiedOn === null) return { refused: 'consent.representative-unverified' };
    const printedName = subject.names.get(power.representativeId) ?? '';
    named.push({ personId: power.representativeId, side, representationId: power.id, printedName });
  }
  return { named };
}

function templateFor(
  { templates, places }: IssuingHouse,
  wanted: Wanted,
  { subject }: KnownPerson,
  day: PlainDate,
): StoredTemplate | { readonly refused: string; readonly templateId?: string } {
  const audience = audienceOf(subject.facts, day);
  const ofKind = templates.filter(({ template }) => template.kind === wanted.kind);
  // Papers of employees have one wording.
  const found =
    ofKind.find(({ template }) => template.audience === audience) ?? (ofKind.length === 1 ? ofKind[0] : undefined);
  if (!found) return { refused: 'consent.template-faulty' };
  const offered = { ...found, template: withAllowedPlaces(found.template, places) };
  const faults = lintTemplate(offered.template, places);
  if (faults.length === 0) return offered;
  // As it is shipped DOC-15 knows no place of the school (RULE-20): the usual fault has words of its own.
  const lacksPlaces = faults.every(({ field }) => field === 'resources');
  return { refused: lacksPlaces ? 'consent.places-missing' : 'consent.template-faulty', templateId: found.id };
}

function draftOf(
  id: string,
  { subject }: KnownPerson,
  wanted: Wanted,
  stored: StoredTemplate,
  renewalOf: string | null,
): Consent {
  return {
    id,
    kind: wanted.kind,
    subjectId: subject.facts.personId,
    formId: wanted.kind === 'participation' ? wanted.formId : null,
    state: 'draft',
    templateId: stored.id,
    scopeVersion: stored.template.scopeVersion,
    issuedOn: null,
    group: null,
    signers: [],
    validFrom: null,
    validTo: null,
    endedOn: null,
    endReason: null,
    renewalOf,
    needsRenewalBy: null,
    nameChanged: false,
  };
}

/** DOC-12…14: end of the cycle and the years of keeping after it; null where only an event ends it. */
function termOf({ template }: StoredTemplate, { cycle }: IssuingHouse): PlainDate | null {
  if (template.term?.kind !== 'cycleEnd' || !cycle) return null;
  const year = Number(cycle.endedOn.slice(0, 4)) + template.term.yearsAfter;
  const rest = cycle.endedOn.slice(4) === '-02-29' ? '-02-28' : cycle.endedOn.slice(4);
  return `${year}${rest}` as PlainDate;
}

function participationOf(wanted: Wanted, { cycle, forms }: IssuingHouse) {
  if (wanted.kind !== 'participation' && wanted.kind !== 'mentoringDuty') return null;
  return {
    form: (wanted.formId && forms.get(wanted.formId)?.name) ?? '',
    role: ROLE_WORDS[wanted.role] ?? '',
    cycle: cycle?.title ?? '',
    mentor: null,
    regime: null,
  };
}

/** A paper that waits for signatures of people who no longer have to sign it. */
async function layAside(
  tx: Writing,
  actor: Actor,
  { subject }: KnownPerson,
  { consent }: StoredConsent,
  house: IssuingHouse,
): Promise<void> {
  const decided = decideConsent(
    consent,
    { kind: 'requireRenewal', reason: 'capacityChanged', replaced: true },
    contextOf(subject, house.today, house.operator.accountSigning),
  );
  if (typeof decided === 'string') return;
  await saveConsent(tx, actor, consent, decided.consent);
  await recordEvent(tx, actor, {
    type: 'consent.superseded',
    object: { kind: 'consent', id: consent.id },
    data: { reason: 'signersChanged' },
  });
}
