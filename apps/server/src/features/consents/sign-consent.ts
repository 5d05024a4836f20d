import type { chooseBody, signConsentBody } from '@nastavnik/contracts/consents';
import { consentGaps } from '@nastavnik/documents/consents/consent-gaps';
import type { Consent } from '@nastavnik/domain/consents/consent';
import type { ConsentTemplate, DisseminationChoice } from '@nastavnik/domain/consents/consent-template';
import { withAllowedPlaces } from '@nastavnik/domain/consents/resource-catalogue';
import { untickedRequired } from '@nastavnik/domain/consents/scope';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allowedPlaces } from '../resources/door.ts';
import { decided, type Held, holdConsent } from './command-consent.ts';
import { frozenDocumentsOf, printOf } from './frozen-document.ts';
import { afterSigning } from './in-force.ts';
import { saveChoices, saveConsent } from './save-consent.queries.ts';

/**
 * One signer signs in the own account (RULE-09). The hash says which document was shown: only that one is signed.
 * @throws consent.document-changed, consent.purposes-missing and what the rules refuse
 */
export async function signInAccount(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof signConsentBody>,
): Promise<void> {
  const held = await holdConsent(tx, caller, id, 'consent.sign');
  const { stored } = held;
  if (body.documentHash !== stored.documentHash) throw new Refusal('consent.document-changed');
  const signer = stored.consent.signers.find(({ personId }) => personId === caller.personId);
  const { consent } = decided(
    held,
    { kind: 'sign', by: caller.personId, method: 'simpleESign', signedOn: caller.today },
    caller,
  );
  const template = await demandWholeText(tx, caller, held);
  const ticks = knownTicks(template, body.purposes);
  if (!signer?.assentOnly) demandRequired(template, ticks);
  await saveConsent(tx, caller, stored.consent, consent, { ticks });
  await recordEvent(tx, caller, {
    type: 'consent.signed',
    object: { kind: 'consent', id },
    data: { method: 'simpleESign', by: caller.personId, documentHash: stored.documentHash, state: consent.state },
  });
  await afterSigning(tx, caller, stored.consent, consent);
}

/** RULE-04: in the account each enters the own paper before signing. @throws consent.papers-missing */
async function demandWholeText(tx: Writing, caller: Caller, { stored }: Held): Promise<ConsentTemplate> {
  const frozen = (await frozenDocumentsOf(tx, caller.tenantId, [stored.consent.id])).get(stored.consent.id)!;
  const gaps = consentGaps(printOf(stored, frozen), 'account', sideOf(stored.consent, caller));
  if (gaps.length > 0) throw new Refusal('consent.papers-missing', { gaps });
  return frozen.template;
}

/** On whose side the caller signs: the person, or whoever speaks for them. */
export function sideOf({ signers }: Consent, { personId }: Pick<Caller, 'personId'>): 'subject' | 'representative' {
  return signers.find((each) => each.personId === personId)?.side === 'subject' ? 'subject' : 'representative';
}

/** DOC-15: the person ticks what may go where; nothing is ticked beforehand, and nobody has signed yet (RULE-20). */
export async function chooseInAccount(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof chooseBody>,
): Promise<void> {
  const { stored } = await holdConsent(tx, caller, id, 'consent.sign');
  const { consent } = stored;
  if (!consent.signers.some(({ personId }) => personId === caller.personId)) throw new Refusal('consent.not-a-signer');
  if (consent.kind !== 'dissemination' || consent.state !== 'issued') throw new Refusal('consent.state');
  if (stored.version !== body.version) throw new Refusal('consent.changed-meanwhile');
  const template = await templateOf(tx, caller, id);
  demandKnownChoices(template, body.choices);
  await demandAllowedPlaces(tx, caller, template, body.choices);
  await saveChoices(tx, caller, id, body.choices);
  await recordEvent(tx, caller, {
    type: 'consent.chosen',
    object: { kind: 'consent', id },
    data: { choices: body.choices.length },
  });
}

export async function templateOf(tx: Writing, caller: Caller, id: string): Promise<ConsentTemplate> {
  return (await frozenDocumentsOf(tx, caller.tenantId, [id])).get(id)!.template;
}

/** Lines and places that stand on the document; each place once. @throws consent.choice-unknown */
export function demandKnownChoices(template: ConsentTemplate, choices: readonly DisseminationChoice[]): void {
  const items = new Set<string>(template.dataItems.map(({ code }) => code));
  const resources = new Set(template.resources.map(({ id }) => id));
  const cells = new Set(choices.map(({ item, resourceId }) => `${item} ${resourceId}`));
  const isKnown = choices.every(({ item, resourceId }) => items.has(item) && resources.has(resourceId));
  if (!isKnown || cells.size < choices.length) throw new Refusal('consent.choice-unknown');
}

/** RULE-24: no place that the catalogue has ceased to allow since. @throws consent.resource-not-allowed */
export async function demandAllowedPlaces(
  tx: Reading,
  caller: Caller,
  template: ConsentTemplate,
  choices: readonly DisseminationChoice[],
): Promise<void> {
  const offered = new Set((await offeredToday(tx, caller, template)).resources.map(({ id }) => id));
  const lost = template.resources.filter(
    ({ id }) => !offered.has(id) && choices.some(({ resourceId }) => resourceId === id),
  );
  if (lost.length > 0) throw new Refusal('consent.resource-not-allowed', { places: lost.map(({ name }) => name) });
}

/** The document with the places that may be ticked today. */
export async function offeredToday(tx: Reading, caller: Caller, template: ConsentTemplate): Promise<ConsentTemplate> {
  if (template.resources.length === 0) return template;
  const places = await allowedPlaces(tx, caller.tenantId);
  return withAllowedPlaces(
    template,
    places.map(({ address }) => address),
  );
}

/** Ticks in the order of the document. @throws consent.choice-unknown */
export function knownTicks(template: ConsentTemplate, ticked: readonly string[]): string[] {
  const codes = template.purposes.map(({ code }) => code as string);
  if (ticked.some((code) => !codes.includes(code))) throw new Refusal('consent.choice-unknown');
  return codes.filter((code) => ticked.includes(code));
}

export function demandRequired(template: ConsentTemplate, ticked: readonly string[]): void {
  const missing = untickedRequired({ template, ticked });
  if (missing.length > 0) throw new Refusal('consent.purposes-missing', { missing });
}
