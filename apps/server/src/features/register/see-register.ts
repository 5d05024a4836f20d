import type { registerAnswer } from '@nastavnik/contracts/register';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { registerByQuarters, registerOn } from '@nastavnik/domain/participants/register-rows';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personSummaries, shownPerson } from '../participants/door.ts';
import { historyOfBankOn, historyUntil } from './history.queries.ts';

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
  const { lines, participants } = await historyOfBankOn(tx, caller.tenantId, on, query.role);
  const rows = registerOn(lines, participants, on);
  // Class, post and age as they were on that day.
  const then = { tenantId: caller.tenantId, today: on };
  const people = await personSummaries(tx, then, [...new Set(rows.map((row) => row.personId))]);
  // RULE-15: whoever has withdrawn is counted and not named.
  const shown = rows
    .filter((row) => people.get(row.personId)?.blocked === false)
    .map((row) => ({
      participantId: row.participantId,
      person: shownPerson(people.get(row.personId)!, on),
      role: row.role,
      state: row.state,
      since: row.since,
      enteredOn: row.enteredOn,
      forms: [...row.forms],
    }))
    .toSorted((one, other) => inOrder.compare(one.person.name, other.person.name));
  return { on, rows: shown, counts: countsOf(rows), may: { export: can(caller, 'bank.export') } };
}

const inOrder = new Intl.Collator('ru');

type Counted = { readonly role: ParticipantRole; readonly state: ParticipantState; readonly personId: string };

function countsOf(rows: readonly Counted[]): Register['counts'] {
  const counts = new Map<string, { role: ParticipantRole; state: ParticipantState; people: Set<string> }>();
  for (const { role, state, personId } of rows) {
    const key = `${role} ${state}`;
    const found = counts.get(key) ?? { role, state, people: new Set<string>() };
    found.people.add(personId);
    counts.set(key, found);
  }
  return [...counts.values()].map(({ role, state, people }) => ({ role, state, number: people.size }));
}

/** Quarter by quarter from the first day anybody took part, up to today (LIFECYCLE 2.1.4). */
export async function seeQuarters(tx: Reading, caller: Caller) {
  permit(caller, 'register.see');
  const { lines, participants } = await historyUntil(tx, caller.tenantId, caller.today);
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
