import type { registerAnswer } from '@nastavnik/contracts/register';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
import type { RegisterParticipant, StatusLine } from '@nastavnik/domain/participants/register';
import { registerByQuarters, registerOn } from '@nastavnik/domain/participants/register-rows';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { personSummaries, shownPerson } from '../participants/door.ts';

export type Register = z.infer<typeof registerAnswer>;

/** DOC-30: the register as it stood on a day, from the dated history alone. */
export async function seeRegister(
  tx: Reading,
  caller: Caller,
  query: { readonly on?: PlainDate | undefined; readonly role?: ParticipantRole | undefined },
): Promise<Register> {
  permit(caller, 'register.see');
  const on = query.on ?? caller.today;
  if (on > caller.today) throw new Refusal('record.in-future');
  const { lines, participants } = await historyUntil(tx, caller, on);
  const rows = registerOn(lines, participants, on).filter((row) => query.role === undefined || row.role === query.role);
  const people = await personSummaries(tx, caller, [...new Set(rows.map((row) => row.personId))]);
  const shown = rows
    .map((row) => ({
      participantId: row.participantId,
      person: shownPerson(people.get(row.personId)!, on),
      role: row.role,
      state: row.state,
      since: row.since,
      enteredOn: row.enteredOn,
      forms: [...row.forms],
    }))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'ru'));
  return { on, rows: shown, counts: countsOf(shown), may: { export: can(caller, 'bank.export') } };
}

function countsOf(rows: Register['rows']): Register['counts'] {
  const counts = new Map<string, { role: ParticipantRole; state: ParticipantState; people: Set<string> }>();
  for (const { role, state, person } of rows) {
    const key = `${role} ${state}`;
    const found = counts.get(key) ?? { role, state, people: new Set<string>() };
    found.people.add(person.id);
    counts.set(key, found);
  }
  return [...counts.values()].map(({ role, state, people }) => ({ role, state, number: people.size }));
}

/** Quarter by quarter of the cycle of today, up to today (LIFECYCLE 2.1.4). */
export async function seeQuarters(tx: Reading, caller: Caller) {
  permit(caller, 'register.see');
  const { lines, participants } = await historyUntil(tx, caller, caller.today);
  const first = lines.map((line) => line.on).toSorted()[0];
  if (first === undefined) return [];
  return registerByQuarters(lines, participants, { start: first, end: caller.today }).map((each) => ({
    start: each.quarter.start,
    end: each.quarter.end,
    mentors: each.over.byRole.mentor,
    mentees: each.over.byRole.mentee,
    entered: each.entered,
    left: each.left,
  }));
}

async function historyUntil(
  tx: Reading,
  caller: Caller,
  on: PlainDate,
): Promise<{ lines: StatusLine[]; participants: RegisterParticipant[] }> {
  const { rows } = await sql<{
    participant_id: string;
    person_id: string;
    role: ParticipantRole;
    on_day: PlainDate;
    to_state: ParticipantState;
    form_id: string | null;
  }>`
    select c.participant_id, t.person_id, t.role, c.on_day, c.to_state, c.form_id
    from participant_changes c
    join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
    where c.tenant_id = ${caller.tenantId} and c.on_day <= ${on}::date
    order by c.on_day, c.at, c.id`.execute(tx);
  const forms = await formsById(tx, caller.tenantId);
  const lines = rows.map((row, sequence) => ({
    participantId: row.participant_id,
    on: row.on_day,
    sequence,
    state: row.to_state,
  }));
  const participants = new Map<string, RegisterParticipant>();
  for (const row of rows) {
    const known = participants.get(row.participant_id);
    const name = row.form_id ? forms.get(row.form_id)?.form.name : undefined;
    const last = known?.forms.at(-1);
    const begun = name !== undefined && last?.form !== name ? [{ form: name, from: row.on_day, to: null }] : [];
    const closed =
      last && begun.length > 0 ? [...known!.forms.slice(0, -1), { ...last, to: row.on_day }] : known?.forms;
    participants.set(row.participant_id, {
      id: row.participant_id,
      personId: row.person_id,
      role: row.role,
      forms: [...(closed ?? []), ...begun],
    });
  }
  return { lines, participants: [...participants.values()] };
}
