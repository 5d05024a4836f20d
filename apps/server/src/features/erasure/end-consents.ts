import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { EndReason } from '@nastavnik/domain/consents/consent';
import type { ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { closeDuties } from '../duties/door.ts';

const REASON: EndReason = 'destroyed';

/**
 * With the data of a person every consent that still runs has lost its purpose: it ends today, and the data protection
 * officer alone reads it until its years are over (RULE-16, RULE-18). Of a colleague who leaves the programme alone the
 * consent to publication stays: it is not about the programme.
 */
export async function endConsents(
  tx: Writing,
  actor: Actor & { readonly today: PlainDate },
  { personId, staysListed }: { readonly personId: string; readonly staysListed: boolean },
): Promise<void> {
  let query = tx
    .updateTable('consents')
    .set((each) => ({
      state: 'expired',
      ended_on: actor.today,
      end_reason: REASON,
      needs_renewal_by: null,
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['draft', 'issued', 'partiallySigned', 'valid']);
  if (staysListed) query = query.where('kind', '<>', 'dissemination' satisfies ConsentKind);
  const ended = await query.returning('id').execute();
  if (ended.length === 0) return;
  await closeDuties(tx, actor, { consentIds: ended.map(({ id }) => id), kinds: ['consent.renew'] });
  for (const { id } of ended)
    await recordEvent(tx, actor, { type: 'consent.ended', object: { kind: 'consent', id }, data: { reason: REASON } });
}
