import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent } from '@nastavnik/domain/consents/consent';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { closeDuties } from '../duties/door.ts';
import { cancelErasureOf } from '../erasure/door.ts';
import { tellOffice } from './tell-office.ts';

/** What follows when the last signature is in: the old document makes room, the data are no longer blocked. */
export async function afterSigning(
  tx: Writing,
  actor: Actor & { readonly today: PlainDate },
  before: Consent,
  after: Consent,
): Promise<void> {
  if (after.state !== 'valid' || before.state === 'valid') return;
  if (after.renewalOf !== null) await supersede(tx, actor, after.renewalOf);
  await closeDuties(tx, actor, { consentIds: [after.id, ...(await replacedBy(tx, actor.tenantId, after))] });
  if (actor.personId !== null && (after.kind === 'processing' || after.kind === 'participation'))
    await tellOffice(tx, { tenantId: actor.tenantId, personId: actor.personId }, after.id, 'consentsComplete');
  if (after.kind !== 'processing') return;
  await tx
    .updateTable('people')
    .set({ blocked_at: null })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', after.subjectId)
    .where('erased_at', 'is', null)
    .execute();
  const erasureIds = await cancelErasureOf(tx, actor, after.subjectId, 'newConsent');
  await closeDuties(tx, actor, { erasureIds });
}

/** Also papers whose term was over before the new one was given out: the task to renew them is done all the same. */
async function replacedBy(tx: Writing, tenantId: string, { id, subjectId, kind, formId }: Consent): Promise<string[]> {
  const rows = await tx
    .selectFrom('consents')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', subjectId)
    .where('kind', '=', kind)
    .where('form_id', formId === null ? 'is' : '=', formId)
    .where('state', 'in', ['superseded', 'expired'])
    .where('id', '<>', id)
    .execute();
  return rows.map((row) => row.id);
}

/** The follower is signed: the old document has done its service (LIFECYCLE 4.4 requireRenewal). */
async function supersede(tx: Writing, actor: Actor & { readonly today: PlainDate }, id: string): Promise<void> {
  const updated = await tx
    .updateTable('consents')
    .set((each) => ({
      state: 'superseded',
      ended_on: actor.today,
      end_reason: 'replaced',
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return;
  await recordEvent(tx, actor, {
    type: 'consent.superseded',
    object: { kind: 'consent', id },
    data: { reason: 'replaced' },
  });
}
