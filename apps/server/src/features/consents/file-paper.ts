import type { fileAnswer } from '@nastavnik/contracts/consents';
import type { SignatureForm, SignatureWarning } from '@nastavnik/documents/consents/qualified-signature';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent } from '@nastavnik/domain/consents/consent';
import type { ConsentWarning } from '@nastavnik/domain/consents/consent-command';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { recordFile, type StoredFile } from '../files/door.ts';
import { decided, type Held, holdConsent } from './command-consent.ts';
import { consentById } from './consent.queries.ts';
import { summariesOf } from './consent.view.ts';
import { afterSigning } from './in-force.ts';
import { type MarksOnPaper, marksRead } from './marks-on-paper.ts';
import { demandOwnSignature } from './qualified-file.ts';
import { type SignatureDetails, saveChoices, saveConsent } from './save-consent.queries.ts';
import { demandAllowedPlaces, templateOf } from './sign-consent.ts';

/** What stands on the paper, read off by whoever files it. */
export type OnPaper = MarksOnPaper & {
  readonly signedOn: PlainDate;
  /** Whose signatures stand on it. */
  readonly by: readonly string[];
};

export type Filed = z.infer<typeof fileAnswer>;

/** A signed paper comes back with its scan. The same scan twice changes nothing, and says so. */
export async function filePaper(
  tx: Writing,
  caller: Caller,
  id: string,
  scan: StoredFile & { readonly batchId?: string; readonly fileId?: string },
  paper: OnPaper,
): Promise<Filed> {
  const held = await holdConsent(tx, caller, id, 'consent.file');
  const known = await hasScan(tx, caller.tenantId, id, scan.sha256);
  const { signers } = held.stored.consent;
  const isSigned = paper.by.every((by) => signers.some(({ personId, signature }) => personId === by && signature));
  if (known && isSigned) return answer(tx, caller, id, [], true);

  const warnings = await signAll(tx, caller, held, paper, 'paper');
  if (!known) {
    await tx
      .insertInto('consent_scans')
      .values({
        tenant_id: caller.tenantId,
        id: newId(caller.now),
        consent_id: id,
        file_id: scan.fileId ?? (await recordFile(tx, caller, scan)),
        sha256: scan.sha256,
        batch_id: scan.batchId ?? null,
        filed_by: caller.personId,
        filed_at: caller.now,
      })
      .execute();
  }
  return answer(tx, caller, id, warnings, false);
}

/** A file of a qualified signature is attached; its container has been looked at for its shape (RULE-09). */
export async function fileQualified(
  tx: Writing,
  caller: Caller,
  id: string,
  { form, ...signature }: StoredFile & { readonly form: SignatureForm },
  paper: OnPaper,
): Promise<Filed> {
  const isOwn = paper.by.every((by) => by === caller.personId);
  const held = await holdConsent(tx, caller, id, isOwn ? 'consent.sign' : 'consent.file');
  const signatureFileId = await recordFile(tx, caller, signature);
  const warnings = await signAll(tx, caller, held, paper, 'qualifiedESign', { signatureFileId });
  // Last, so that what the rules refuse is said in their words.
  const signer = held.stored.consent.signers.find(({ personId }) => paper.by.includes(personId));
  if (signer) demandOwnSignature(form, signer, held.subject.names.get(signer.personId) ?? null);
  return answer(tx, caller, id, [...form.warnings.map((code) => ({ code })), ...warnings], false);
}

async function signAll(
  tx: Writing,
  caller: Caller,
  held: Held,
  paper: OnPaper,
  method: 'paper' | 'qualifiedESign',
  details: SignatureDetails = {},
): Promise<ConsentWarning[]> {
  const before = held.stored.consent;
  const template = await templateOf(tx, caller, before.id);
  const { ticks, choices } = marksRead(template, held.stored, paper);
  if (choices) {
    await demandAllowedPlaces(tx, caller, template, choices);
    await saveChoices(tx, caller, before.id, choices);
  }
  const warnings: ConsentWarning[] = [];
  let consent: Consent = before;
  for (const by of new Set(paper.by)) {
    const stored = { ...held.stored, consent };
    const signed = decided({ ...held, stored }, { kind: 'sign', by, method, signedOn: paper.signedOn }, caller);
    consent = signed.consent;
    warnings.push(...signed.warnings);
  }
  // A surname changed between signing and filing: accepted with a remark.
  if (warnings.some(({ code }) => code === 'consent.name-changed')) consent = { ...consent, nameChanged: true };
  await saveConsent(tx, caller, before, consent, { ...details, ticks });
  await recordEvent(tx, caller, {
    type: 'consent.signed',
    object: { kind: 'consent', id: before.id },
    data: {
      method,
      by: paper.by,
      signedOn: paper.signedOn,
      // Who says what was ticked, and how closely they looked.
      marks: Array.isArray(paper.purposes) ? 'listed' : paper.purposes,
      ticks,
      state: consent.state,
      warnings: warnings.map(({ code }) => code),
    },
  });
  await afterSigning(tx, caller, before, consent);
  return warnings;
}

async function answer(
  tx: Writing,
  caller: Caller,
  id: string,
  warnings: readonly (ConsentWarning | { readonly code: SignatureWarning })[],
  alreadyFiled: boolean,
): Promise<Filed> {
  const stored = await consentById(tx, caller.tenantId, id);
  const [consent] = await summariesOf(tx, caller, stored ? [stored] : []);
  return { consent: consent!, warnings: warnings.map(({ code, ...data }) => ({ code, data })), alreadyFiled };
}

export async function hasScan(tx: Writing, tenantId: string, consentId: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('consent_scans')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('consent_id', '=', consentId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
