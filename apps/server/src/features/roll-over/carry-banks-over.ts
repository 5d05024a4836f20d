import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { PlannedParticipation } from '@nastavnik/domain/people/roll-over-plan';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { recordChange } from '../participants/door.ts';

type Carrying = {
  readonly cycleId: string;
  /** The first day of the new year. */
  readonly from: PlainDate;
  readonly participations: readonly PlannedParticipation[];
};

/**
 * B5, C4: last year's records of the bank stand in the new one until somebody says that they still hold. Open requests
 * come along as drafts. Who has a record there already keeps it. Returns how many were carried.
 */
export async function carryBanksOver(tx: Writing, caller: Caller, carrying: Carrying): Promise<number> {
  const { tenantId, now } = caller;
  let carried = 0;
  for (const { participationId, newState } of carrying.participations) {
    if (newState === null) continue;
    const { rows } = await sql<{ id: string; formId: string | null }>`
      insert into participants (tenant_id, id, person_id, role, cycle_id, form_id, state, state_since, selected_on,
        source, nominated_by, confirmed_on, created_at)
      select tenant_id, ${newId(now)}, person_id, role, ${carrying.cycleId}, form_id, ${newState}, ${carrying.from}::date, null,
        'lastYear', nominated_by, null, ${now}
      from participants where tenant_id = ${tenantId} and id = ${participationId}
      on conflict (tenant_id, person_id, role, cycle_id) do nothing
      returning id, form_id as "formId"`.execute(tx);
    const [made] = rows;
    if (!made) continue;
    carried += 1;
    await recordChange(tx, caller, {
      participantId: made.id,
      onDay: carrying.from,
      command: 'carryOver',
      from: null,
      to: newState,
      formId: made.formId,
      reason: null,
      version: 1,
    });
    // Nothing of a request exists without a consent (RULE-03): it comes along into the bank only.
    if (newState === 'inBank') await carryRequests(tx, caller, participationId, made.id);
  }
  return carried;
}

async function carryRequests(tx: Writing, { tenantId, personId, now }: Caller, fromId: string, toId: string) {
  await sql`
    insert into mentee_requests (tenant_id, id, participant_id, theme_id, source, found_on, state, description,
      wished_result, urgency, preferences, created_by, created_at)
    select tenant_id, gen_random_uuid(), ${toId}, theme_id, source, found_on, 'draft', description,
      wished_result, urgency, preferences, ${personId}, ${now}
    from mentee_requests where tenant_id = ${tenantId} and participant_id = ${fromId}
      and state not in ('closed', 'cancelled', 'redirected')`.execute(tx);
}
