import type { printConsentsBody } from '@nastavnik/contracts/consents';
import type { ConsentPrint } from '@nastavnik/documents/consents/consent-print';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { recordDisclosure } from '../../platform/disclosures.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { consentsById } from './consent.queries.ts';
import { isMinorToday, mayRead } from './consent.view.ts';
import { frozenDocumentsOf, printOf } from './frozen-document.ts';
import { subjectsOf } from './subject.queries.ts';

/**
 * What is to be printed, in the order asked for; a disclosure with its purpose, and a view of each minor's card (RULE-34,
 * RULE-40). @throws consent.not-found, access.denied for any of them
 */
export async function printConsents(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof printConsentsBody>,
): Promise<ConsentPrint[]> {
  const ids = [...new Set(body.consentIds)];
  const stored = new Map((await consentsById(tx, caller.tenantId, ids)).map((each) => [each.consent.id, each]));
  if (stored.size < ids.length) throw new Refusal('consent.not-found');
  const personIds = [...new Set([...stored.values()].map(({ consent }) => consent.subjectId))];
  const ties = await tiesTo(tx, caller, personIds);
  for (const each of stored.values()) {
    if (!mayRead(caller, each, ties.get(each.consent.subjectId) ?? [])) {
      throw new Refusal('access.denied', { action: 'consent.read' });
    }
  }
  const frozen = await frozenDocumentsOf(tx, caller.tenantId, ids);
  await markPrinted(tx, caller, ids);
  await disclose(tx, caller, body.purpose, personIds);
  for (const [personId, subject] of await subjectsOf(tx, caller.tenantId, personIds, caller.today)) {
    if (isMinorToday(subject, caller)) await recordCardView(tx, caller, personId, 'export');
  }
  return ids.map((id) => printOf(stored.get(id)!, frozen.get(id)!));
}

async function markPrinted(tx: Writing, caller: Caller, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('consents')
    .set({ printed_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', 'in', [...ids])
    .where('printed_at', 'is', null)
    .execute();
}

async function disclose(tx: Writing, caller: Caller, purpose: string, personIds: readonly string[]): Promise<void> {
  const id = await recordDisclosure(tx, caller, { kind: 'consents', purpose, personIds });
  await recordEvent(tx, caller, {
    type: 'consents.printed',
    object: { kind: 'disclosure', id },
    data: { people: personIds.length, purpose },
  });
}
