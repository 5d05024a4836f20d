import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
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

/** The same of these participants alone: ten years of others need not be read. */
export async function historyOf(
  tx: Reading,
  tenantId: string,
  on: PlainDate,
  participantIds: readonly string[],
): Promise<History> {
  const { rows } = await sql<LineRow>`
    select c.participant_id, t.person_id, t.role, c.on_day, c.to_state, c.form_id
    from participant_changes c
    join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
    where c.tenant_id = ${tenantId} and c.on_day <= ${on}::date
      and c.participant_id = any (${sql.val([...participantIds])}::uuid[])
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
