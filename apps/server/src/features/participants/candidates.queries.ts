import { can } from '@nastavnik/domain/access/can';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { cycleOfBanks } from './cycle-of-today.ts';
import { type SummaryRow, shownPerson, summaryColumns, summaryOf } from './person-summary.queries.ts';
import { either, inClass, inOwnAssociation, inOwnClass, named } from './reach.ts';

const MOST = 100;

/**
 * Whom the caller may propose: everybody for the office, the own class for a class teacher, the own association for its
 * head; others are refused. The wall stands in the query, nothing is fetched to be hidden.
 */
export async function findCandidates(
  tx: Reading,
  caller: Caller,
  query: {
    readonly role: ParticipantRole;
    readonly search?: string | undefined;
    readonly classId?: string | undefined;
  },
) {
  const { tenantId, today } = caller;
  const cycle = await cycleOfBanks(tx, caller);
  const here = sql`(
    exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id and ${today}::date <= coalesce(u.left_on, 'infinity'))
    or exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id and ${today}::date <= coalesce(e.dismissed_on, 'infinity'))
    or exists (select from outsiders o where o.tenant_id = p.tenant_id and o.person_id = p.id))`;
  const own = [
    ...(caller.roles.includes('classTeacher') ? [inOwnClass(caller)] : []),
    ...(caller.roles.includes('methodAssociationHead') ? [inOwnAssociation(caller)] : []),
  ];
  const office = can(caller, 'events.edit');
  if (!office && own.length === 0) throw new Refusal('access.denied', { action: 'participant.nominate' });
  const reach = office ? here : either(own);
  const { rows } = await sql<SummaryRow & { participant_id: string | null }>`
    select ${summaryColumns(today)},
      (select t.id from participants t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and t.role = ${query.role} and t.cycle_id = ${cycle.id}) as participant_id
    from people p
    where p.tenant_id = ${tenantId} and p.deactivated_at is null and p.merged_into is null and p.erased_at is null
      and p.blocked_at is null and ${reach}
      ${query.classId ? sql`and ${inClass(query.classId, caller)}` : sql``}
      and ${named(query.search ?? '')}
    order by p.search_name, p.id limit ${MOST + 1}`.execute(tx);
  return {
    candidates: rows.slice(0, MOST).map((row) => ({
      person: shownPerson(summaryOf(row), today),
      participantId: row.participant_id,
    })),
    more: rows.length > MOST,
  };
}
