import type { RequestAnswerView } from '@nastavnik/contracts/selection';
import { type Action, can, type Tie } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { answerStands } from '../participants/door.ts';

type Row = {
  readonly id: string;
  readonly request_id: string;
  readonly mentor_id: string;
  readonly mentor: string;
  readonly mentee_id: string;
  readonly mentee: string;
  readonly theme: string | null;
  readonly urgency: RequestAnswerView['request']['urgency'];
  readonly state: RequestAnswerView['request']['state'];
  readonly proposed_on: PlainDate;
  readonly proposed_by: string;
  readonly taken_back_on: PlainDate | null;
  readonly stands: boolean;
};

const nameOf = (person: string) =>
  sql`concat_ws(' ', ${sql.ref(`${person}.family_name`)}, ${sql.ref(`${person}.given_name`)}, ${sql.ref(`${person}.patronymic`)})`;
/** RULE-15: of whoever has withdrawn, or is no more, nothing is shown. */
const isHere = (person: string) =>
  sql`(${sql.ref(`${person}.blocked_at`)} is null and ${sql.ref(`${person}.erased_at`)} is null)`;

/** Answers under a condition over `request_answers a`, the request `r` and the mentor's participation `m`, oldest first. */
export async function findAnswers(
  tx: Reading,
  caller: Caller,
  condition: RawBuilder<boolean>,
): Promise<RequestAnswerView[]> {
  const { rows } = await sql<Row>`
    select a.id, a.request_id, a.mentor_id, r.participant_id as mentee_id, h.name as theme, r.urgency, r.state,
      a.proposed_on, a.taken_back_on, ${answerStands} as stands,
      ${nameOf('mp')} as mentor, ${nameOf('tp')} as mentee, ${nameOf('w')} as proposed_by
    from request_answers a
    join mentee_requests r on r.tenant_id = a.tenant_id and r.id = a.request_id
    join participants m on m.tenant_id = a.tenant_id and m.id = a.mentor_id
    join people mp on mp.tenant_id = m.tenant_id and mp.id = m.person_id
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    join people tp on tp.tenant_id = t.tenant_id and tp.id = t.person_id
    join people w on w.tenant_id = a.tenant_id and w.id = a.proposed_by
    left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
    where a.tenant_id = ${caller.tenantId} and ${condition} and ${isHere('mp')} and ${isHere('tp')}
    order by a.proposed_at, a.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    mentor: { participantId: row.mentor_id, name: row.mentor },
    mentee: { participantId: row.mentee_id, name: row.mentee },
    request: { id: row.request_id, theme: row.theme, urgency: row.urgency, state: row.state },
    proposedOn: row.proposed_on,
    proposedBy: row.proposed_by,
    takenBackOn: row.taken_back_on,
    stands: row.stands,
    may: { takeBack: row.taken_back_on === null && can(caller, 'answer.propose') },
  }));
}

/** Both sides of an answer: neither may lie still for the one who asks. */
export function mayOfBoth(
  caller: Caller,
  action: Action,
  ties: ReadonlyMap<string, readonly Tie[]>,
  people: readonly string[],
): boolean {
  return people.every((person) => can(caller, action, ties.get(person)));
}
