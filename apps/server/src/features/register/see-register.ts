import type { registerAnswer, registerQuery } from '@nastavnik/contracts/register';
import { can } from '@nastavnik/domain/access/can';
import { registerByQuarters, registerOn } from '@nastavnik/domain/participants/register-rows';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personSummaries, shownPerson } from '../participants/door.ts';
import { bankOfDay, countsOfDay, type RegisterOf } from './bank-of-day.queries.ts';
import { historyOf, historyUntil } from './history.queries.ts';
import { requestsOfDay } from './requests-of-day.queries.ts';

export type Register = z.infer<typeof registerAnswer>;
type RegisterRow = Register['rows'][number];
type RegisterQuery = z.infer<typeof registerQuery>;

type Asked = Pick<RegisterQuery, 'on' | 'role'>;

/** DOC-30: the register as it stood on a day, from the dated history alone, page by page. */
export async function seeRegister(tx: Reading, caller: Caller, query: RegisterQuery): Promise<Register> {
  const register = registerOf(caller, query);
  const found = await bankOfDay(tx, register, { after: query.after, limit: query.limit + 1 });
  const shown = found.slice(0, query.limit);
  return {
    on: register.on,
    rows: await rowsOf(tx, register, shown),
    next: found.length > query.limit ? (shown.at(-1) ?? null) : null,
    counts: query.after === undefined ? await countsOfDay(tx, register) : null,
    may: { export: can(caller, 'bank.export') },
  };
}

/** All rows, for a file. */
export async function wholeRegister(tx: Reading, caller: Caller, query: Asked): Promise<RegisterRow[]> {
  const register = registerOf(caller, query);
  return rowsOf(tx, register, await bankOfDay(tx, register, { after: undefined, limit: null }));
}

function registerOf(caller: Caller, { on = caller.today, role }: Asked): RegisterOf {
  permit(caller, 'register.see');
  if (on > caller.today) throw new Refusal('record.in-future');
  return { tenantId: caller.tenantId, on, role };
}

async function rowsOf(tx: Reading, { tenantId, on }: RegisterOf, ids: readonly string[]): Promise<RegisterRow[]> {
  const { lines, participants } = await historyOf(tx, tenantId, on, ids);
  const rows = new Map(registerOn(lines, participants, on).map((row) => [row.participantId, row]));
  // Class, post and age as they were on that day.
  const personIds = [...new Set(participants.map(({ personId }) => personId))];
  const people = await personSummaries(tx, { tenantId, today: on }, personIds);
  const requests = await requestsOfDay(tx, tenantId, on, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    // Somebody took them out of the bank of today since the ids were read.
    if (!row) return [];
    const { personId, role, state, since, enteredOn, forms } = row;
    const person = shownPerson(people.get(personId)!, on);
    const themes = requests.get(id) ?? [];
    return [{ participantId: id, person, role, state, since, enteredOn, forms: [...forms], requests: themes }];
  });
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
