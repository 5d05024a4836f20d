import { holdsOn } from '@nastavnik/domain/consents/coverage';
import { outsideScope, type Processing } from '@nastavnik/domain/consents/scope';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { knowPeople } from './consent-facts.ts';
import { frozenDocumentsOf, tickedByAll } from './frozen-document.ts';

/**
 * RULE-13: what is about to be written about somebody stands in the document that was signed, whatever the template says
 * today. Whether there is a consent at all is asked elsewhere (G-PD). @throws the first of scope.*
 */
export async function demandScope(
  tx: Reading,
  { tenantId, today }: Pick<Caller, 'tenantId' | 'today'>,
  personId: string,
  processing: Processing,
): Promise<void> {
  const known = (await knowPeople(tx, tenantId, [personId], today)).get(personId);
  if (!known) return;
  const { facts: subject, representations } = known.subject;
  const holding = known.consents.filter(
    ({ consent }) => consent.kind === 'processing' && holdsOn(consent, { subject, representations }, today),
  );
  const ids = holding.map(({ consent }) => consent.id);
  const documents = await frozenDocumentsOf(tx, tenantId, ids);
  const refusals = holding.map((stored) =>
    outsideScope({ template: documents.get(stored.consent.id)!.template, ticked: tickedByAll(stored) }, processing),
  );
  const [refusal] = refusals;
  if (refusal && refusals.every((each) => each !== undefined)) throw new Refusal(refusal);
}
