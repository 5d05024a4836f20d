import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { hasEnded } from '@nastavnik/domain/participants/participant-states';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { cancelRequests } from './cancel-requests.ts';
import { participantsById, participationsOf, recordChange } from './participant.queries.ts';

/**
 * A withdrawn consent to processing ends every participation that still runs, on the same day (RULE-15). Open requests
 * are cancelled with it. Returns the ids of the records that ended.
 */
export async function withdrawParticipations(
  tx: Writing,
  actor: Actor,
  personId: string,
  onDay: PlainDate,
): Promise<string[]> {
  const running = (await participationsOf(tx, actor.tenantId, personId)).filter((each) => !hasEnded(each.state));
  const locked = await participantsById(
    tx,
    actor.tenantId,
    running.map(({ id }) => id),
    true,
  );
  const ended: string[] = [];
  for (const row of locked) {
    if (hasEnded(row.state)) continue;
    await tx
      .updateTable('participants')
      .set((each) => ({ state: 'withdrawn', state_since: onDay, version: each('version', '+', 1) }))
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', row.id)
      .execute();
    await cancelRequests(tx, actor.tenantId, row.id);
    await recordChange(tx, actor, {
      participantId: row.id,
      onDay,
      command: 'withdraw',
      from: row.state,
      to: 'withdrawn',
      formId: row.formId,
      reason: null,
      version: row.version + 1,
    });
    await recordEvent(tx, actor, {
      type: 'participant.withdrawn',
      object: { kind: 'participant', id: row.id },
      data: { from: row.state, because: 'consent' },
    });
    ended.push(row.id);
  }
  return ended;
}
