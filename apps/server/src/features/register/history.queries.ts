import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import {
  IN_BANK_STATES,
  type ParticipantRole,
  type ParticipantState,
} from '@nastavnik/domain/participants/participant-states';
import type { RegisterParticipant, StatusLine } from '@nastavnik/domain/participants/register';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import { formsById } from '../mentoring-forms/door.ts';

export type History = { readonly lines: StatusLine[]; readonly participants: RegisterParticipant[] };

type LineRow = {
  readonly participant_id: string;
  readonly person_id: string;
  readonly role: ParticipantRole;
  readonly on_day: PlainDate;
  readonly to_state: ParticipantState;
  readonly form_id: string | null;
};

/** Every dated line up to the day, in the order in which they were written. */
export async function historyUntil(tx: Reading, tenantId: string, on: PlainDate): Promise<History> {
  const { rows } = await sql<LineRow>`
    select c.participant_id, t.person_id, t.role, c.on_day, c.to_state, c.form_id
    from participant_changes c
    join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
    where c.tenant_id = ${tenantId} and c.on_day <= ${on}::date
    order by c.on_day, c.at, c.version`.execute(tx);
  return toHistory(tx, tenantId, rows);
}

/** The same of those alone who stood in the bank at the end of the day: ten years of others need not be read. */
export async function historyOfBankOn(
  tx: Reading,
  tenantId: string,
  on: PlainDate,
  role?: ParticipantRole,
): Promise<History> {
  const { rows } = await sql<LineRow>`
    with last as (
      select distinct on (c.participant_id) c.participant_id, c.to_state from participant_changes c
      where c.tenant_id = ${tenantId} and c.on_day <= ${on}::date
      order by c.participant_id, c.on_day desc, c.at desc, c.version desc
    )
    select c.participant_id, t.person_id, t.role, c.on_day, c.to_state, c.form_id
    from last
    join participants t on t.tenant_id = ${tenantId} and t.id = last.participant_id
    join participant_changes c on c.tenant_id = t.tenant_id and c.participant_id = t.id and c.on_day <= ${on}::date
    where last.to_state = any (${sql.val([...IN_BANK_STATES])}::text[]) ${role ? sql`and t.role = ${role}` : sql``}
    order by c.on_day, c.at, c.version`.execute(tx);
  return toHistory(tx, tenantId, rows);
}

async function toHistory(tx: Reading, tenantId: string, rows: readonly LineRow[]): Promise<History> {
  const forms = await formsById(tx, tenantId);
  const participants = new Map<string, RegisterParticipant>();
  for (const row of rows) {
    const known = participants.get(row.participant_id)?.forms ?? [];
    const form = row.form_id ? forms.get(row.form_id)?.form.name : undefined;
    participants.set(row.participant_id, {
      id: row.participant_id,
      personId: row.person_id,
      role: row.role,
      forms: form === undefined ? known : withForm(known, form, row.on_day),
    });
  }
  const lines = rows.map((row, sequence) => ({
    participantId: row.participant_id,
    on: row.on_day,
    sequence,
    state: row.to_state,
  }));
  return { lines, participants: [...participants.values()] };
}

/** Another form from this day on; the one before ran to the eve. */
function withForm(before: RegisterParticipant['forms'], form: string, on: PlainDate): RegisterParticipant['forms'] {
  const last = before.at(-1);
  if (last?.form === form) return before;
  const closed = last ? [...before.slice(0, -1), { ...last, to: addDays(on, -1) }] : [];
  return [...closed, { form, from: on, to: null }];
}
