import type { Consent } from '@nastavnik/domain/consents/consent';
import type { DisseminationChoice } from '@nastavnik/domain/consents/consent-template';
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import type { FrozenDocument } from './frozen.ts';

export type NewConsent = {
  readonly consent: Consent;
  readonly number: number;
  readonly year: number;
  readonly cycleId: string | null;
  readonly document: FrozenDocument;
  readonly documentHash: string;
};

/** Whoever issues waits here for another who issues: numbers follow each other, and nobody is asked twice. */
export async function lockRegister(tx: Writing, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consents:${tenantId}`}, 0))`.execute(tx);
}

/** The next number of the register of this year; the register is locked. */
export async function nextNumber(tx: Writing, tenantId: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from consents
    where tenant_id = ${tenantId} and year = ${year}`.execute(tx);
  return (rows[0]?.last ?? 0) + 1;
}

export async function insertConsent(tx: Writing, actor: Actor, made: NewConsent): Promise<void> {
  const { consent } = made;
  await tx
    .insertInto('consents')
    .values({
      tenant_id: actor.tenantId,
      id: consent.id,
      number: made.number,
      year: made.year,
      kind: consent.kind,
      person_id: consent.subjectId,
      cycle_id: made.cycleId,
      form_id: consent.formId,
      template_id: consent.templateId,
      state: consent.state,
      signing_group: consent.group,
      document: JSON.stringify(made.document),
      document_hash: made.documentHash,
      issued_on: consent.issuedOn,
      valid_to: consent.validTo,
      renewal_of: consent.renewalOf,
      created_by: actor.personId,
      created_at: actor.now,
    })
    .execute();
  await tx
    .insertInto('consent_signers')
    .values(
      consent.signers.map((signer, position) => ({
        tenant_id: actor.tenantId,
        consent_id: consent.id,
        person_id: signer.personId,
        position,
        side: signer.side,
        assent_only: signer.assentOnly,
        representation_id: signer.representationId,
        printed_name: signer.printedName,
      })),
    )
    .execute();
}

/** What a signature came with besides the day: the file of a qualified one, ticks, where it was filed by staff. */
export type SignatureDetails = {
  readonly ticks?: readonly string[];
  readonly signatureFileId?: string;
};

/** Writes what a command made of the consent; signatures that were there already stay as they are. */
export async function saveConsent(
  tx: Writing,
  actor: Actor,
  before: Consent,
  after: Consent,
  details: SignatureDetails = {},
): Promise<void> {
  await tx
    .updateTable('consents')
    .set((each) => ({
      state: after.state,
      valid_from: after.validFrom,
      valid_to: after.validTo,
      ended_on: after.endedOn,
      end_reason: after.endReason,
      needs_renewal_by: after.needsRenewalBy,
      name_changed: after.nameChanged,
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', after.id)
    .execute();
  for (const signer of after.signers) {
    const was = before.signers.find(({ personId }) => personId === signer.personId);
    if (was?.signature === signer.signature && was.refusedOn === signer.refusedOn) continue;
    const isSigned = signer.signature !== null && was?.signature === null;
    await tx
      .updateTable('consent_signers')
      .set({
        refused_on: signer.refusedOn,
        ...(signer.refusedOn !== (was?.refusedOn ?? null) ? { refused_at: actor.now } : {}),
        ...(isSigned && signer.signature
          ? {
              signed_on: signer.signature.signedOn,
              signed_at: actor.now,
              filed_on: signer.signature.filedOn,
              filed_at: actor.now,
              filed_by: actor.personId,
              method: signer.signature.method,
              signed_name: signer.printedName,
              ticks: details.ticks === undefined ? null : JSON.stringify(details.ticks),
              signature_file_id: details.signatureFileId ?? null,
            }
          : {}),
      })
      .where('tenant_id', '=', actor.tenantId)
      .where('consent_id', '=', after.id)
      .where('person_id', '=', signer.personId)
      .execute();
  }
}

export async function saveChoices(
  tx: Writing,
  actor: Actor,
  consentId: string,
  choices: readonly DisseminationChoice[],
): Promise<void> {
  await tx
    .updateTable('consents')
    .set((each) => ({ choices: JSON.stringify(choices), version: each('version', '+', 1) }))
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', consentId)
    .execute();
}
