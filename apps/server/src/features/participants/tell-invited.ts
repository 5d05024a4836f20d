import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { fill, remind, textsOf } from '../reminders/door.ts';

/**
 * LIFECYCLE 4.3 invite: who has an account — the person, of a minor the representatives too — reads of it in the account;
 * the others get the sheet on paper. RULE-40: neither notice nor letter names anybody.
 */
export async function tellInvited(
  tx: Writing,
  deps: Pick<Deps, 'mailer' | 'publicUrl'>,
  { tenantId, now, today }: Caller,
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length === 0) return;
  const { rows } = await sql<{ participant_id: string; person_id: string }>`
    with invited as (
      select a.id, p.id as person_id, p.birth_date, p.under_guardianship from participants a
      join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = ${tenantId} and a.id = any (${sql.val([...participantIds])}::uuid[])
    ), told as (
      select id, person_id from invited
      union
      select i.id, r.representative_id from invited i join representations r on r.child_id = i.person_id
      where r.tenant_id = ${tenantId} and r.verified_on is not null
        and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
        and (i.under_guardianship or i.birth_date is null or not is_of_age(i.birth_date, ${today}::date))
    )
    select t.id as participant_id, t.person_id from told t
    join memberships m on m.tenant_id = ${tenantId} and m.person_id = t.person_id
    order by 1, 2`.execute(tx);
  const { invited } = await textsOf(tx, tenantId);
  const text = fill(invited, { ссылка: deps.publicUrl ? `${deps.publicUrl}/my` : '' });
  for (const row of rows) {
    await remind(
      tx,
      deps,
      { tenantId, now },
      {
        personId: row.person_id,
        kind: 'invited',
        key: `invited:${row.participant_id}`,
        text,
        roadmapId: null,
        itemId: null,
      },
    );
  }
}
