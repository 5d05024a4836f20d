import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Writing } from '../../platform/db/transactions.ts';

/** LIFECYCLE 4.6: whoever leaves leaves no request open. What was closed or sent on to another service stays as it is. */
export async function cancelRequests(
  tx: Writing,
  tenantId: string,
  { participantId, onDay }: { readonly participantId: string; readonly onDay: PlainDate },
): Promise<void> {
  await tx
    .updateTable('mentee_requests')
    .set((each) => ({ state: 'cancelled', ended_on: onDay, version: each('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('state', 'not in', ['closed', 'cancelled', 'redirected'])
    .execute();
}
