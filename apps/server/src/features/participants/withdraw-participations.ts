import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { hasEnded } from '@nastavnik/domain/participants/participant-states';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { cancelRequests } from './cancel-requests.ts';
import { participantsById, recordChange } from './participant.queries.ts';

/**
 * Ends those of the records that still run, without anybody's command: the consent to processing was withdrawn (RULE-15), the person has left
 * the school. Open requests are cancelled with them. Returns the ids of the records that ended.
 * @param why `reason` stands in the history of the participant, `because` in that of the organisation
 */
export async function withdrawParticipations(
  tx: Writing,
  actor: Actor,
  participantIds: readonly string[],
  why: { readonly onDay: PlainDate; readonly reason: string | null; readonly because: string },
): Promise<string[]> {
  const ended: string[] = [];
  for (const row of await participantsById(tx, actor.tenantId, participantIds, true)) {
    if (hasEnded(row.state)) continue;
    await tx
      .updateTable('participants')
      .set((each) => ({ state: 'withdrawn', state_since: why.onDay, version: each('version', '+', 1) }))
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', row.id)
      .execute();
    await cancelRequests(tx, actor.tenantId, { participantId: row.id, onDay: why.onDay });
    await recordChange(tx, actor, {
      participantId: row.id,
      onDay: why.onDay,
      command: 'withdraw',
      from: row.state,
      to: 'withdrawn',
      formId: row.formId,
      reason: why.reason,
      version: row.version + 1,
    });
    await recordEvent(tx, actor, {
      type: 'participant.withdrawn',
      object: { kind: 'participant', id: row.id },
      data: { from: row.state, because: why.because },
    });
    ended.push(row.id);
  }
  return ended;
}
