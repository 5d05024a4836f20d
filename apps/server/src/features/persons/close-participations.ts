import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { ENDED_STATES } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { withdrawParticipations } from '../participants/door.ts';

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
  const ended = await withdrawParticipations(
    tx,
    actor,
    running.map(({ id }) => id),
    { onDay: leaving.onDay, reason: leaving.reason, because: leaving.reason },
  );
  return ended.length;
}
