import type { consentSummary } from '@nastavnik/contracts/consents';
import { can, type Tie } from '@nastavnik/domain/access/can';
import { ENDED_CONSENT_STATES } from '@nastavnik/domain/consents/consent-kinds';
import { isMinor } from '@nastavnik/domain/people/age';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { tiesTo } from '../../platform/ties.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { registerNumber, type StoredConsent } from './consent.queries.ts';
import { type Subject, subjectsOf } from './subject.queries.ts';

export type ConsentSummary = z.infer<typeof consentSummary>;

/** Rows as answers show them, names of today beside those on the documents. */
export async function summariesOf(
  tx: Reading,
  caller: Caller,
  consents: readonly StoredConsent[],
  known?: ReadonlyMap<string, Subject>,
): Promise<ConsentSummary[]> {
  if (consents.length === 0) return [];
  const { tenantId, today } = caller;
  const subjectIds = [...new Set(consents.map(({ consent }) => consent.subjectId))];
  const subjects = known ?? (await subjectsOf(tx, tenantId, subjectIds, today));
  const forms = consents.some(({ consent }) => consent.formId) ? await formsById(tx, tenantId) : new Map();
  const signers = [...new Set(consents.flatMap(({ consent }) => consent.signers.map(({ personId }) => personId)))];
  const withAccount = await accountsOf(tx, tenantId, signers);
  const ties = await tiesTo(tx, caller, subjectIds);
  return consents.map((stored) => {
    const { consent } = stored;
    const subject = subjects.get(consent.subjectId);
    const form = consent.formId === null ? undefined : forms.get(consent.formId);
    return {
      id: consent.id,
      number: registerNumber(stored),
      kind: consent.kind,
      person: { id: consent.subjectId, name: subject?.name ?? '', place: subject?.place ?? null },
      form: form && consent.formId ? { id: consent.formId, name: form.form.name } : null,
      state: consent.state,
      signers: consent.signers.map((signer) => ({
        personId: signer.personId,
        name: signer.printedName,
        side: signer.side,
        assentOnly: signer.assentOnly,
        signedOn: signer.signature?.signedOn ?? null,
        method: signer.signature?.method ?? null,
        refusedOn: signer.refusedOn,
        hasAccount: withAccount.has(signer.personId),
      })),
      issuedOn: consent.issuedOn,
      printedAt: stored.printedAt?.toISOString() ?? null,
      remindedAt: stored.remindedAt?.toISOString() ?? null,
      validFrom: consent.validFrom,
      validTo: consent.validTo,
      endedOn: consent.endedOn,
      endReason: consent.endReason,
      needsRenewalBy: consent.needsRenewalBy,
      renewalOf: consent.renewalOf,
      nameChanged: consent.nameChanged,
      version: stored.version,
      may: { read: mayRead(caller, stored, ties.get(consent.subjectId) ?? []) },
    };
  });
}

export async function accountsOf(tx: Reading, tenantId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('memberships')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...personIds])
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/**
 * Who may know of this document: whoever may see the consents of the person — what has ended only the data protection
 * officer, the person and the representative (RULE-18) — and whoever is asked for a signature on it.
 */
export function maySee(caller: Caller, stored: StoredConsent, ties: readonly Tie[]): boolean {
  return isOpenTo(caller, stored, ties, 'consent.see');
}

/** Who may read it, print it and open its scans. */
export function mayRead(caller: Caller, stored: StoredConsent, ties: readonly Tie[]): boolean {
  return isOpenTo(caller, stored, ties, 'consent.read');
}

function isOpenTo(
  caller: Caller,
  { consent }: StoredConsent,
  ties: readonly Tie[],
  action: 'consent.see' | 'consent.read',
): boolean {
  const hasEnded = (ENDED_CONSENT_STATES as readonly string[]).includes(consent.state);
  if (can(caller, hasEnded ? 'consent.seeEnded' : action, ties)) return true;
  return isOwnSignature(caller, consent);
}

/** A representative whose power is over no longer reads, but for the paper that bears the own data alone. */
function isOwnSignature(caller: Caller, consent: StoredConsent['consent']): boolean {
  return consent.subjectId === caller.personId && consent.signers.some(({ personId }) => personId === caller.personId);
}

export function isMinorToday(subject: Subject, caller: Caller): boolean {
  const { birthDate, standings } = subject.facts;
  return birthDate === null ? standings.includes('pupil') : isMinor(birthDate, caller.today);
}
