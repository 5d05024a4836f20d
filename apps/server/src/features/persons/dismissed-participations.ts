import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { ENDED_STATES } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../platform/audit.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import type { Clockwork, JobHandler } from '../../platform/jobs/jobs.ts';
import { tenantsToday } from '../roadmaps/door.ts';
import { closeParticipations } from './close-participations.ts';

export const personClockworks: readonly Clockwork[] = [{ name: 'close-dismissed', crontab: '35 * * * *' }];

export function personHandlers(deps: Deps): JobHandler[] {
  return [
    {
      name: 'close-dismissed',
      run: async () => {
        const now = deps.clock.now();
        await eachApart(await tenantsToday(deps, now), ({ tenantId, today }) => {
          const actor: Actor = { tenantId, personId: null, name: 'Наставник', now };
          return writing(deps.pool, { tenantId }, (tx) => closeOfDismissed(tx, actor, today));
        });
      },
    },
  ];
}

/**
 * Whoever worked here until yesterday takes part no more: what began before the dismissal is closed with its last day.
 * May run twice.
 */
export async function closeOfDismissed(tx: Writing, actor: Actor, today: PlainDate, personId?: string): Promise<void> {
  const { rows } = await sql<{ id: string; on: PlainDate }>`
    select t.id, e.dismissed_on as on from participants t
    join employees e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
    where t.tenant_id = ${actor.tenantId} and ${personId === undefined ? sql`true` : sql`t.person_id = ${personId}`}
      and e.dismissed_on < ${today}::date and t.created_at::date <= e.dismissed_on
      and t.state <> all (${sql.val([...ENDED_STATES])}::text[])
      and not exists (select from pupils u where u.tenant_id = t.tenant_id and u.person_id = t.person_id and u.left_on is null)
    order by t.id`.execute(tx);
  for (const { id, on } of rows) {
    await closeParticipations(tx, actor, { participantIds: [id], onDay: on, reason: 'dismissed' });
  }
}
