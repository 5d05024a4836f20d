import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { ENDED_STATES } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { participantsById, recordChange } from '../participants/door.ts';

/**
 * Who leaves the school leaves the programme: participations that still run, all of a person or those named, are withdrawn, open requests cancelled.
 * Returns how many ended.
 */
export async function closeParticipations(
  tx: Writing,
  actor: Actor,
  leaving: {
    readonly personIds?: readonly string[];
    readonly participantIds?: readonly string[];
    readonly onDay: PlainDate;
    readonly reason: string;
  },
): Promise<number> {
  const { personIds = [], participantIds = [] } = leaving;
  if (personIds.length + participantIds.length === 0) return 0;
  const running = await tx
    .selectFrom('participants')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where((where) =>
      where.or([
        where('person_id', '=', sql<string>`any (${sql.val([...personIds])}::uuid[])`),
        where('id', '=', sql<string>`any (${sql.val([...participantIds])}::uuid[])`),
      ]),
    )
    .where('state', 'not in', [...ENDED_STATES])
    .execute();
  const rows = await participantsById(
    tx,
    actor.tenantId,
    running.map(({ id }) => id),
    true,
  );
  for (const row of rows) {
    await tx
      .updateTable('participants')
      .set((each) => ({ state: 'withdrawn', state_since: leaving.onDay, version: each('version', '+', 1) }))
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', row.id)
      .execute();
    await tx
      .updateTable('mentee_requests')
      .set((each) => ({ state: 'cancelled', version: each('version', '+', 1) }))
      .where('tenant_id', '=', actor.tenantId)
      .where('participant_id', '=', row.id)
      .where('state', 'not in', ['closed', 'cancelled'])
      .execute();
    await recordChange(tx, actor, {
      participantId: row.id,
      onDay: leaving.onDay,
      command: 'withdraw',
      from: row.state,
      to: 'withdrawn',
      formId: row.formId,
      reason: leaving.reason,
      version: row.version + 1,
    });
    await recordEvent(tx, actor, {
      type: 'participant.withdrawn',
      object: { kind: 'participant', id: row.id },
      data: { from: row.state, because: leaving.reason },
    });
  }
  return rows.length;
}
