import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import {
  IN_BANK_STATES,
  type ParticipantRole,
  type ParticipantState,
} from '@nastavnik/domain/participants/participant-states';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

/** Whose register is asked for, of which day, and of one role only where one is named. */
export type RegisterOf = {
  readonly tenantId: string;
  readonly on: PlainDate;
  readonly role: ParticipantRole | undefined;
};

export type RegisterCount = {
  readonly role: ParticipantRole;
  readonly state: ParticipantState;
  /** Persons, each once. */
  readonly number: number;
};

/**
 * The lines `c` that held at the end of the day, with their participants `t`. The states are those of the index. The
 * record of a later year takes the place of the same person's one in that role.
 */
const linesOf = ({ tenantId, on, role }: RegisterOf): RawBuilder<unknown> => sql`
  participant_changes c join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
    and c.tenant_id = ${tenantId} and c.on_day <= ${on}::date and (c.until_day is null or c.until_day > ${on}::date)
    and c.to_state in (${sql.join(IN_BANK_STATES.map((state) => sql.lit(state)))})
    ${role ? sql`and t.role = ${role}` : sql``}
    and not exists (select from participants n join participant_changes l on l.tenant_id = n.tenant_id and l.participant_id = n.id
      where n.tenant_id = t.tenant_id and n.person_id = t.person_id and n.role = t.role and n.created_at > t.created_at
        and l.tenant_id = ${tenantId} and l.on_day <= ${on}::date)`;

/**
 * Who stood in the bank at the end of the day, by name: ids of participants behind `after`. RULE-15: whoever has withdrawn
 * is counted and not named.
 */
export async function bankOfDay(
  tx: Reading,
  register: RegisterOf,
  page: { readonly after: string | undefined; readonly limit: number | null },
): Promise<string[]> {
  const { tenantId } = register;
  const { rows } = await sql<{ id: string }>`
    select t.id from ${linesOf(register)}
    join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    where p.tenant_id = ${tenantId} and p.blocked_at is null ${page.after === undefined ? sql`` : behind(tenantId, page.after)}
    order by p.search_name, t.id limit ${page.limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The name of the last one shown is looked up: no names in addresses. */
function behind(tenantId: string, after: string): RawBuilder<boolean> {
  const name = sql`(select a.search_name from participants b join people a on a.tenant_id = b.tenant_id and a.id = b.person_id
    where b.tenant_id = ${tenantId} and b.id = ${after})`;
  return sql<boolean>`and p.search_name >= ${name} and (p.search_name, t.id) > (${name}, ${after}::uuid)`;
}

/** By role and state. */
export async function countsOfDay(tx: Reading, register: RegisterOf): Promise<RegisterCount[]> {
  const { rows } = await sql<RegisterCount>`
    select role, state, count(*)::int as number
    from (select distinct t.role, c.to_state as state, t.person_id from ${linesOf(register)}) persons
    group by role, state order by role, state`.execute(tx);
  return rows;
}
