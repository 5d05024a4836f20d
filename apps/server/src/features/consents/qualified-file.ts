import { checkSignatureForm, type SignatureForm } from '@nastavnik/documents/consents/qualified-signature';
import type { ConsentSigner } from '@nastavnik/domain/consents/consent';
import { isNameChanged } from '@nastavnik/domain/consents/name-on-paper';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The form is checked, the authenticity is not: that needs certified means (ГОСТ). @throws the fault of the form */
export function signatureForm(bytes: Uint8Array): SignatureForm {
  const form = checkSignatureForm(bytes);
  if (typeof form === 'string') throw new Refusal(form);
  return form;
}

/**
 * The certificate bears the signer's name, the one on the document or today's. The file of somebody else put to a consent
 * would be a signature that nobody gave. @throws signature.other-person
 */
export function demandOwnSignature(
  form: SignatureForm,
  { printedName }: ConsentSigner,
  nameToday: string | null,
): void {
  const names = [printedName, nameToday ?? printedName];
  const isTheirs = form.signers.some(({ name }) => names.some((known) => !isNameChanged(known, name)));
  if (!isTheirs) throw new Refusal('signature.other-person');
}

export type SignatureFile = { readonly personId: string; readonly fileId: string };

/** Files of qualified signatures that lie with a consent, by signer. */
export async function signatureFilesOf(tx: Reading, caller: Caller, consentId: string): Promise<SignatureFile[]> {
  const rows = await tx
    .selectFrom('consent_signers')
    .select(['person_id', 'signature_file_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('consent_id', '=', consentId)
    .where('signature_file_id', 'is not', null)
    .orderBy('position')
    .execute();
  return rows.flatMap((row) =>
    row.signature_file_id ? [{ personId: row.person_id, fileId: row.signature_file_id }] : [],
  );
}
