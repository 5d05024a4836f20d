import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent, RenewalReason } from '@nastavnik/domain/consents/consent';
import type { ConsentCommand } from '@nastavnik/domain/consents/consent-command';
import { decideConsent } from '@nastavnik/domain/consents/consent-commands';
import { type Renewal, renewalsOf } from '@nastavnik/domain/consents/renewals';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { operatorLacks, operatorOf, templatesInUse } from '../consent-templates/door.ts';
import { addDuty } from '../duties/door.ts';
import { consentForUpdate } from './consent.queries.ts';
import { contextOf } from './consent-context.ts';
import { type KnownPerson, knowPeople } from './consent-facts.ts';
import { issueOne, wordingOf } from './issue-one.ts';
import { issuingHouse } from './issuing-house.ts';
import { saveConsent } from './save-consent.queries.ts';
import { participationsOfPeople } from './wanted-documents.ts';

export type ClockActor = Actor & { readonly today: PlainDate };

/** Everything the day brings for the valid consents of one person. May run any number of times. */
export async function lookAgain(tx: Writing, actor: ClockActor, personId: string): Promise<void> {
  const known = (await knowPeople(tx, actor.tenantId, [personId], actor.today)).get(personId);
  if (!known || known.subject.erased) return;
  const templates = await templatesInUse(tx, actor.tenantId);
  for (const { consent } of known.consents) {
    if (consent.state !== 'valid') continue;
    const wording = templates.find(
      ({ template }) => template.kind === consent.kind && template.audience === wordingOf(consent),
    );
    const renewals = renewalsOf(
      consent,
      {
        subject: known.subject.facts,
        representations: known.subject.representations,
        nameToday: (id) => known.subject.names.get(id) ?? null,
        ...(wording ? { scope: { version: wording.template.scopeVersion, since: actor.today } } : {}),
      },
      actor.today,
    );
    const scopeVersion = wording?.template.scopeVersion ?? consent.scopeVersion;
    for (const renewal of renewals) await follow(tx, actor, known, { consentId: consent.id, scopeVersion }, renewal);
  }
}

/** The consent that is looked at, and the scope of the wording that is in use now. */
type Looked = { readonly consentId: string; readonly scopeVersion: number };

async function follow(
  tx: Writing,
  actor: ClockActor,
  known: KnownPerson,
  looked: Looked,
  renewal: Renewal,
): Promise<void> {
  const { consentId } = looked;
  if (renewal.standing === 'upcoming') return;
  if (renewal.action === 'mark' || renewal.cause === 'surnameChanged') {
    const { consent } = (await consentForUpdate(tx, actor.tenantId, consentId))!;
    if (!consent.nameChanged) await command(tx, actor, known, consentId, { kind: 'markNameChanged' });
    return;
  }
  if (renewal.standing === 'over') {
    const isTerm = renewal.cause === 'expires';
    await command(
      tx,
      actor,
      known,
      consentId,
      isTerm ? { kind: 'expire' } : { kind: 'requireRenewal', reason: renewal.cause, replaced: false },
    );
    return;
  }
  await ask(tx, actor, known, looked, { ...renewal, cause: renewal.cause });
}

/** The task stands; from the day itself a new paper lies ready for those who have to sign it now (§5.10). */
async function ask(
  tx: Writing,
  actor: ClockActor,
  known: KnownPerson,
  looked: Looked,
  renewal: Renewal & { readonly cause: RenewalReason },
): Promise<void> {
  const { consentId, scopeVersion } = looked;
  const { cause, eventOn, graceUntil } = renewal;
  if (graceUntil !== null) {
    await command(tx, actor, known, consentId, { kind: 'askRenewal', reason: cause, by: graceUntil });
  }
  if (saidNo(known, looked, renewal)) return;
  await addDuty(tx, actor, {
    kind: 'consent.renew',
    key: `consent.renew:${consentId}:${cause}:${cause === 'scopeChanged' ? scopeVersion : eventOn}`,
    personId: known.subject.facts.personId,
    consentId,
    dueOn: cause === 'scopeChanged' ? eventOn : (graceUntil ?? eventOn),
    data: { reason: cause, eventOn },
  });
  const issuesItself = cause !== 'scopeChanged' && cause !== 'expires' && eventOn <= actor.today;
  if (issuesItself) await issueRenewal(tx, actor, known, consentId);
}

/** Asked for this very cause, somebody said no (RULE-10): the old paper runs out its days, and the clock asks no more. */
function saidNo(known: KnownPerson, { consentId, scopeVersion }: Looked, { cause, taskOn }: Renewal): boolean {
  return known.consents.some(
    ({ consent }) =>
      consent.renewalOf === consentId &&
      consent.state === 'refused' &&
      (cause === 'scopeChanged'
        ? consent.scopeVersion >= scopeVersion
        : consent.endedOn !== null && consent.endedOn >= taskOn),
  );
}

async function issueRenewal(tx: Writing, actor: ClockActor, before: KnownPerson, consentId: string): Promise<void> {
  if (operatorLacks(await operatorOf(tx, actor.tenantId)).length > 0) return;
  const house = await issuingHouse(tx, actor);
  const { personId } = before.subject.facts;
  // As it stands behind the lock of the register.
  const known = (await knowPeople(tx, actor.tenantId, [personId], actor.today)).get(personId)!;
  const old = known.consents.find(({ consent }) => consent.id === consentId)?.consent;
  if (!old) return;
  const [participation] = await participationsOfPeople(tx, actor.tenantId, [personId]);
  // Refused where nobody can sign, or where the paper lies there already: the task stays.
  await issueOne(tx, actor, house, known, {
    kind: old.kind,
    formId: old.formId,
    role: participation?.role ?? 'mentee',
    askAgain: true,
  });
}

async function command(
  tx: Writing,
  actor: ClockActor,
  { subject }: KnownPerson,
  consentId: string,
  given: ConsentCommand,
): Promise<void> {
  const stored = await consentForUpdate(tx, actor.tenantId, consentId);
  if (!stored) return;
  const before = stored.consent;
  const decision = decideConsent(before, given, contextOf(subject, actor.today, true));
  if (typeof decision === 'string' || isSame(before, decision.consent)) return;
  await saveConsent(tx, actor, before, decision.consent);
  await recordEvent(tx, actor, {
    type: `consent.${PAST[given.kind] ?? given.kind}`,
    object: { kind: 'consent', id: consentId },
    data: { from: before.state, to: decision.consent.state, ...('reason' in given ? { reason: given.reason } : {}) },
  });
}

const PAST: Partial<Record<ConsentCommand['kind'], string>> = {
  expire: 'expired',
  askRenewal: 'renewal-asked',
  requireRenewal: 'superseded',
  markNameChanged: 'name-changed',
};

function isSame(one: Consent, other: Consent): boolean {
  return (
    one.state === other.state && one.needsRenewalBy === other.needsRenewalBy && one.nameChanged === other.nameChanged
  );
}
