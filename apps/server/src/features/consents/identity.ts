import type { identityAnswer, identityBody } from '@nastavnik/contracts/consents';
import { can } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permitAbout } from '../../platform/ties.ts';
import { operatorOf } from '../consent-templates/door.ts';
import { consentsById } from './consent.queries.ts';
import { isMinorToday } from './consent.view.ts';
import { freeze, hashOf, papersOf, storedDocumentsOf } from './frozen-document.ts';
import { withLater } from './later-papers.ts';
import { subjectsOf } from './subject.queries.ts';

type Answer = z.infer<typeof identityAnswer>;

/** Paper and address of a signer, for those who check them (PRIVACY §3). */
export async function seeIdentity(tx: Writing, caller: Caller, personId: string): Promise<Answer> {
  const ties = await permitAbout(tx, caller, 'identity.see', personId);
  const subject = (await subjectsOf(tx, caller.tenantId, [personId], caller.today)).get(personId)!;
  if (isMinorToday(subject, caller)) await recordCardView(tx, caller, personId, 'identity');
  const row = await tx
    .selectFrom('identity_documents')
    .select(['kind', 'number', 'issued_on', 'issuer', 'address'])
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    document: row
      ? {
          kind: row.kind as NonNullable<Answer['document']>['kind'],
          number: row.number,
          issuedOn: row.issued_on,
          issuer: row.issuer,
          address: row.address,
        }
      : null,
    may: { edit: can(caller, 'identity.edit', ties) },
  };
}

/** Kept with the consents that need it; a document that nobody has signed yet is drawn anew with it. */
export async function saveIdentity(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof identityBody>,
): Promise<void> {
  await permitAbout(tx, caller, 'identity.edit', personId);
  const { issuedOn, ...rest } = body;
  const values = { ...rest, issued_on: issuedOn };
  await tx
    .insertInto('identity_documents')
    .values({ tenant_id: caller.tenantId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(values))
    .execute();
  await recordEvent(tx, caller, { type: 'person.identity-saved', object: { kind: 'person', id: personId } });
  await redrawUnsigned(tx, caller, personId);
}

async function redrawUnsigned(tx: Writing, caller: Caller, personId: string): Promise<void> {
  const { tenantId, today } = caller;
  const { rows } = await sql<{ id: string }>`
    select c.id from consents c
    where c.tenant_id = ${tenantId} and c.state in ('issued', 'partiallySigned') and (
      c.person_id = ${personId} or exists (
        select from consent_signers s
        where s.tenant_id = c.tenant_id and s.consent_id = c.id and s.person_id = ${personId}
      )
    )
    order by c.id for update`.execute(tx);
  const ids = rows.map(({ id }) => id);
  const kept = await storedDocumentsOf(tx, tenantId, ids);
  const operator = await operatorOf(tx, tenantId);
  for (const { consent } of await consentsById(tx, tenantId, ids)) {
    const signer = consent.signers.find((each) => each.personId === personId);
    // A signature given is never moved to another text: only the line left for the other's paper may still be filled.
    if (consent.state === 'partiallySigned' && (!signer || signer.signature || signer.assentOnly)) continue;
    const subject = (await subjectsOf(tx, tenantId, [consent.subjectId], today)).get(consent.subjectId)!;
    const before = kept.get(consent.id)!;
    const people = [consent.subjectId, ...consent.signers.map((each) => each.personId)];
    const parts = { ...before, operator, subject, signers: consent.signers };
    const drawn = freeze(parts, await papersOf(tx, tenantId, people));
    const side = signer?.side === 'subject' ? 'subject' : 'representative';
    const document = consent.state === 'partiallySigned' ? withLater(before, side, drawn) : drawn;
    await tx
      .updateTable('consents')
      .set({ document: JSON.stringify(document), document_hash: hashOf(consent.id, document) })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', consent.id)
      .execute();
  }
}
