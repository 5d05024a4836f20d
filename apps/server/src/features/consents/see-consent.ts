import type { ConsentCard } from '@nastavnik/contracts/consents';
import { consentGaps } from '@nastavnik/documents/consents/consent-gaps';
import type { ConsentPrint } from '@nastavnik/documents/consents/consent-print';
import { renderConsentText } from '@nastavnik/documents/consents/render-consent-text';
import { can, type Tie } from '@nastavnik/domain/access/can';
import { decideConsent } from '@nastavnik/domain/consents/consent-commands';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { allowedMethods } from '@nastavnik/domain/consents/sign-methods';

import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { operatorOf, templatesInUse } from '../consent-templates/door.ts';
import { consentById, registerNumber, type StoredConsent } from './consent.queries.ts';
import { isMinorToday, mayRead, summariesOf } from './consent.view.ts';
import { contextOf } from './consent-context.ts';
import { frozenDocumentsOf, printOf, tickedByAll } from './frozen-document.ts';
import { signatureFilesOf } from './qualified-file.ts';
import { offeredToday, sideOf } from './sign-consent.ts';
import { type Subject, subjectsOf } from './subject.queries.ts';

/** A consent the caller may see, with whom it is about. @throws consent.not-found, access.denied */
export async function visibleConsent(
  tx: Reading,
  caller: Caller,
  id: string,
): Promise<{ stored: StoredConsent; subject: Subject; ties: readonly Tie[] }> {
  const stored = await consentById(tx, caller.tenantId, id);
  if (!stored) throw new Refusal('consent.not-found');
  const { subjectId } = stored.consent;
  const ties = (await tiesTo(tx, caller, [subjectId])).get(subjectId) ?? [];
  if (!mayRead(caller, stored, ties)) {
    if (await isUncheckedSigner(tx, caller, stored)) throw new Refusal('consent.representative-unverified');
    throw new Refusal('access.denied', { action: 'consent.read' });
  }
  const subject = (await subjectsOf(tx, caller.tenantId, [subjectId], caller.today)).get(subjectId);
  if (!subject) throw new Refusal('consent.not-found');
  return { stored, subject, ties };
}

/** Asked for a signature as a representative whose paper nobody has seen: the text bears the child's passport. */
async function isUncheckedSigner(tx: Reading, caller: Caller, { consent }: StoredConsent): Promise<boolean> {
  if (!consent.signers.some(({ personId }) => personId === caller.personId)) return false;
  const power = await tx
    .selectFrom('representations')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('representative_id', '=', caller.personId)
    .where('child_id', '=', consent.subjectId)
    .where('verified_on', 'is', null)
    .where('started_on', '<=', caller.today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', caller.today)]))
    .executeTakeFirst();
  return power !== undefined;
}

/** One document as it is read before signing: the whole text, and its hash (RULE-10). A view of a minor's card. */
export async function seeConsent(tx: Writing, caller: Caller, id: string): Promise<ConsentCard> {
  const { stored, subject, ties } = await visibleConsent(tx, caller, id);
  const { consent } = stored;
  if (isMinorToday(subject, caller)) await recordCardView(tx, caller, consent.subjectId, 'consents');
  const frozen = (await frozenDocumentsOf(tx, caller.tenantId, [id])).get(id)!;
  const { accountSigning } = await operatorOf(tx, caller.tenantId);
  const [summary] = await summariesOf(tx, caller, [stored], new Map([[consent.subjectId, subject]]));
  const asked = consent.signers.find(({ personId }) => personId === caller.personId);
  const print = printOf(stored, frozen);
  const hindrance = asked ? signHindrance(stored, subject, caller, { accountSigning, print }) : null;
  // What can still be ticked is what may be offered; what has been signed is shown as it was signed.
  const template = consent.state === 'issued' ? await offeredToday(tx, caller, frozen.template) : frozen.template;
  const isOpen = consent.state === 'issued' || consent.state === 'partiallySigned';
  return {
    ...summary!,
    // Lists of the rules are read-only, those of the wire are not; the answer is checked by its shape.
    document: { registerNumber: registerNumber(stored), ...frozen, template } as ConsentCard['document'],
    summary: await summaryFor(tx, caller, {
      template: frozen.template,
      isSubject: consent.subjectId === caller.personId,
    }),
    text: renderConsentText(print),
    documentHash: stored.documentHash,
    purposes: tickedByAll(stored),
    choices: [...stored.choices],
    methods: [...allowedMethods(consent.kind, accountSigning)],
    signHindrance: hindrance,
    scans: await scansOf(tx, caller.tenantId, id),
    signatureFiles: (await signatureFilesOf(tx, caller, id)).map(({ personId }) => personId),
    withdrawnOn: consent.state === 'withdrawn' ? consent.endedOn : null,
    may: {
      sign: asked !== undefined && hindrance === null && can(caller, 'consent.sign', ties),
      refuse: asked !== undefined && isOpen && can(caller, 'consent.refuse', ties),
      withdraw: mayWithdraw(stored, subject, caller, accountSigning) && can(caller, 'consent.withdraw', ties),
      choose:
        asked !== undefined &&
        consent.kind === 'dissemination' &&
        consent.state === 'issued' &&
        can(caller, 'consent.sign', ties),
      print: true,
      file: isOpen && can(caller, 'consent.file', ties),
      recordRefusal: isOpen && can(caller, 'consent.file', ties),
      recordWithdrawal: consent.state === 'valid' && can(caller, 'consent.recordWithdrawal', ties),
      invalidate: consent.state === 'valid' && can(caller, 'consent.invalidate', ties),
    },
  };
}

/** The document of a pupil speaks to the pupil; whoever reads it beside them gets the school's words for parents. */
async function summaryFor(
  tx: Reading,
  caller: Caller,
  { template, isSubject }: { readonly template: ConsentTemplate; readonly isSubject: boolean },
): Promise<string> {
  if (template.audience !== 'pupil' || isSubject) return template.summary;
  const inUse = await templatesInUse(tx, caller.tenantId);
  const forParents = inUse.find(
    (each) => each.template.kind === template.kind && each.template.audience === 'representative',
  );
  return forParents?.template.summary ?? template.summary;
}

function signHindrance(
  stored: StoredConsent,
  subject: Subject,
  caller: Caller,
  { accountSigning, print }: { readonly accountSigning: boolean; readonly print: ConsentPrint },
): string | null {
  const decision = decideConsent(
    stored.consent,
    { kind: 'sign', by: caller.personId, method: 'simpleESign', signedOn: caller.today },
    contextOf(subject, caller.today, accountSigning),
  );
  if (typeof decision === 'string') return decision;
  return consentGaps(print, 'account', sideOf(stored.consent, caller)).length > 0 ? 'consent.papers-missing' : null;
}

function mayWithdraw(stored: StoredConsent, subject: Subject, caller: Caller, accountSigning: boolean): boolean {
  const decision = decideConsent(
    stored.consent,
    { kind: 'withdraw', by: caller.personId, receivedOn: caller.today },
    contextOf(subject, caller.today, accountSigning),
  );
  return typeof decision !== 'string';
}

async function scansOf(tx: Reading, tenantId: string, consentId: string): Promise<ConsentCard['scans']> {
  const rows = await tx
    .selectFrom('consent_scans as s')
    .leftJoin('people as p', (join) => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.filed_by'))
    .select(['s.id', 's.filed_at', 'p.family_name', 'p.given_name'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.consent_id', '=', consentId)
    .orderBy('s.filed_at')
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    filedAt: row.filed_at.toISOString(),
    filedBy: [row.family_name, row.given_name].filter(Boolean).join(' '),
  }));
}
