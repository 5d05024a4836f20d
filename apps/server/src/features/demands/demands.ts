import type {
  answerDemandBody,
  demand,
  demandsAnswer,
  demandsQuery,
  extendDemandBody,
  makeDemandBody,
  recordDemandBody,
} from '@nastavnik/contracts/demands';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type DemandKind, demandDueOn, extendDemand } from '@nastavnik/domain/consents/demands';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout } from '../../platform/ties.ts';
import { operatorOf } from '../consent-templates/door.ts';
import { recordWithdrawal, withdrawInAccount } from '../consents/ending/door.ts';
import { addDuty, closeDuties } from '../duties/door.ts';
import { type DemandRow, demandRows } from './demands.queries.ts';
import type { Receipt } from './receipt.ts';

type Demand = z.infer<typeof demand>;

/** All for those who answer; of one person also for the person and the representative (RULE-36). */
export async function seeDemands(
  tx: Reading,
  caller: Caller,
  query: z.infer<typeof demandsQuery>,
): Promise<z.infer<typeof demandsAnswer>> {
  if (query.personId === undefined) permit(caller, 'demands.see');
  else await permitAbout(tx, caller, can(caller, 'demands.see') ? 'demands.see' : 'demand.make', query.personId);
  const ofPerson = query.personId === undefined ? sql`true` : sql`d.person_id = ${query.personId}`;
  const states = {
    open: sql`d.done_on is null`,
    overdue: sql`d.done_on is null and d.due_on < ${caller.today}`,
    done: sql`d.done_on is not null`,
    all: sql`true`,
  };
  const rows = await demandRows(tx, caller.tenantId, sql`${ofPerson} and ${states[query.state]}`);
  const late = await demandRows(tx, caller.tenantId, sql`${ofPerson} and ${states.overdue}`);
  return { demands: rows.map((row) => view(caller, row)), overdue: late.length };
}

/** DOC-35 in the account, for oneself or the own child. */
export async function makeDemand(tx: Writing, caller: Caller, body: z.infer<typeof makeDemandBody>): Promise<Demand> {
  await permitAbout(tx, caller, 'demand.make', body.personId);
  const made = { ...body, receivedOn: caller.today, askedBy: caller.personId };
  for (const id of await endedBy(tx, caller, body)) await withdrawInAccount(tx, caller, id);
  return insert(tx, caller, made);
}

/** DOC-35 on paper, with the day on which the school received it: the term runs from there. */
export async function recordDemand(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof recordDemandBody>,
): Promise<Demand> {
  await permitAbout(tx, caller, 'demands.answer', body.personId);
  await permitAbout(tx, caller, 'demands.answer', body.askedBy);
  if (body.receivedOn > caller.today) throw new Refusal('demand.in-future');
  const statement = { by: body.askedBy, receivedOn: body.receivedOn };
  for (const id of await endedBy(tx, caller, body)) await recordWithdrawal(tx, caller, id, statement);
  return insert(tx, caller, body);
}

/** RULE-19: with a demand to stop dissemination the consent to it ends on receipt, and the places get their tasks. */
async function endedBy(
  tx: Reading,
  { tenantId }: Caller,
  { kind, personId }: { readonly kind: DemandKind; readonly personId: string },
): Promise<string[]> {
  if (kind !== 'stopDissemination') return [];
  const rows = await tx
    .selectFrom('consents')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'dissemination')
    .where('state', '=', 'valid')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function insert(
  tx: Writing,
  caller: Caller,
  made: { personId: string; kind: DemandKind; text: string; receivedOn: PlainDate; askedBy: string },
): Promise<Demand> {
  const id = newId(caller.now);
  const dueOn = demandDueOn(made.kind, made.receivedOn);
  await tx
    .insertInto('subject_demands')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: made.personId,
      kind: made.kind,
      received_on: made.receivedOn,
      received_by: caller.personId,
      asked_by: made.askedBy,
      text: made.text,
      due_on: dueOn,
    })
    .execute();
  await addDuty(tx, caller, {
    kind: 'demand.answer',
    key: `demand.answer:${id}`,
    personId: made.personId,
    demandId: id,
    dueOn,
    data: { kind: made.kind },
  });
  await recordEvent(tx, caller, {
    type: 'demand.received',
    object: { kind: 'demand', id },
    data: { kind: made.kind, personId: made.personId, receivedOn: made.receivedOn, dueOn },
  });
  return demandOf(tx, caller, id);
}

/** RULE-17, RULE-36: five working days more, once, by a notice with reasons. */
export async function prolongDemand(
  tx: Writing,
  caller: Caller,
  id: string,
  { reason }: z.infer<typeof extendDemandBody>,
): Promise<Demand> {
  permit(caller, 'demands.answer');
  const row = await open(tx, caller, id);
  const facts = { kind: row.kind, receivedOn: row.received_on, extended: row.extended_reason !== null };
  const dueOn = extendDemand(facts, reason, caller.today);
  if (isRefused(dueOn)) throw new Refusal(dueOn);
  await tx
    .updateTable('subject_demands')
    .set({ due_on: dueOn, extended_reason: reason })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('duty_tasks')
    .set({ due_on: dueOn })
    .where('tenant_id', '=', caller.tenantId)
    .where('demand_id', '=', id)
    .where('done_on', 'is', null)
    .execute();
  await recordEvent(tx, caller, { type: 'demand.extended', object: { kind: 'demand', id }, data: { reason, dueOn } });
  return demandOf(tx, caller, id);
}

function isRefused(result: ReturnType<typeof extendDemand>): result is Exclude<typeof result, PlainDate> {
  return result.startsWith('demand.');
}

export async function answerDemand(
  tx: Writing,
  caller: Caller,
  id: string,
  { answer }: z.infer<typeof answerDemandBody>,
): Promise<Demand> {
  permit(caller, 'demands.answer');
  await open(tx, caller, id);
  await tx
    .updateTable('subject_demands')
    .set({ done_on: caller.today, done_by: caller.personId, answer })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await closeDuties(tx, caller, { demandId: id });
  // The words of an answer may hold what it is about; the history says that there was one.
  await recordEvent(tx, caller, { type: 'demand.answered', object: { kind: 'demand', id } });
  return demandOf(tx, caller, id);
}

async function open(tx: Writing, caller: Caller, id: string): Promise<DemandRow> {
  const [row] = await demandRows(tx, caller.tenantId, sql`d.id = ${id}`, true);
  if (!row) throw new Refusal('demand.not-found');
  if (row.done_on !== null) throw new Refusal('demand.done');
  return row;
}

async function demandOf(tx: Reading, caller: Caller, id: string): Promise<Demand> {
  const [row] = await demandRows(tx, caller.tenantId, sql`d.id = ${id}`);
  if (!row) throw new Refusal('demand.not-found');
  return view(caller, row);
}

/** What the receipt of a demand says, for whoever may see it; a withdrawal is also found by its consent. */
export async function seeReceipt(
  tx: Reading,
  caller: Caller,
  which: { readonly demandId: string } | { readonly consentId: string },
): Promise<Receipt> {
  if ('consentId' in which) await demandConsent(tx, caller, which.consentId);
  const condition = 'demandId' in which ? sql`d.id = ${which.demandId}` : sql`d.consent_id = ${which.consentId}`;
  const [row] = await demandRows(tx, caller.tenantId, condition);
  if (!row) throw new Refusal('demand.not-found');
  if (!can(caller, 'demands.see')) await permitAbout(tx, caller, 'demand.make', row.person_id);
  const { fullName, address } = await operatorOf(tx, caller.tenantId);
  return {
    operator: { name: fullName, address: address ?? '' },
    kind: row.kind,
    person: row.person_name,
    askedBy: row.asked_name,
    consent: row.consent_number,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    extendedReason: row.extended_reason,
  };
}

/** Whether a consent was withdrawn is told to those alone who may know of it. */
async function demandConsent(tx: Reading, caller: Caller, id: string): Promise<void> {
  const consent = await tx
    .selectFrom('consents')
    .select('person_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!consent) throw new Refusal('consent.not-found');
  if (!can(caller, 'demands.see')) await permitAbout(tx, caller, 'demand.make', consent.person_id);
}

function view(caller: Caller, row: DemandRow): Demand {
  const isOpen = row.done_on === null;
  const mayAnswer = isOpen && can(caller, 'demands.answer');
  return {
    id: row.id,
    kind: row.kind,
    person: { id: row.person_id, name: row.person_name },
    askedBy: row.asked_name,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    text: row.text,
    extendedReason: row.extended_reason,
    doneOn: row.done_on,
    answer: row.answer,
    state: !isOpen ? 'done' : row.due_on < caller.today ? 'overdue' : 'open',
    may: {
      answer: mayAnswer,
      extend:
        mayAnswer &&
        !isRefused(
          extendDemand(
            { kind: row.kind, receivedOn: row.received_on, extended: row.extended_reason !== null },
            '—',
            caller.today,
          ),
        ),
    },
  };
}
