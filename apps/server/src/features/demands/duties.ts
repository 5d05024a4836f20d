import type { doneDutyBody, dutiesAnswer, dutiesQuery, duty } from '@nastavnik/contracts/demands';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { consentsById, mayRead } from '../consents/door.ts';

type Duty = z.infer<typeof duty>;
type DutyRow = {
  id: string;
  kind: string;
  person_id: string | null;
  person_name: string | null;
  consent_id: string | null;
  demand_id: string | null;
  data: Record<string, unknown>;
  objector: string | null;
  objected_on: PlainDate | null;
  objection_note: string | null;
  due_on: PlainDate;
  done_on: PlainDate | null;
  proof: string | null;
};

/** Somebody outside has to stop, too: without a proof nobody knows that they did (RULE-19). */
const NEED_PROOF = ['publication.stop', 'receiver.stop'];

/** What has to be done by a day, about people the caller works with; the rights stand in the query. */
export async function seeDuties(
  tx: Reading,
  caller: Caller,
  { state }: z.infer<typeof dutiesQuery>,
): Promise<z.infer<typeof dutiesAnswer>> {
  permit(caller, 'duties.see');
  const states = {
    open: sql`d.done_on is null`,
    overdue: sql`d.done_on is null and d.due_on < ${caller.today}`,
    done: sql`d.done_on is not null`,
  };
  const rows = await dutyRows(tx, caller, states[state]);
  const late = await dutyRows(tx, caller, states.overdue);
  const readable = await readableConsents(tx, caller, rows);
  return { duties: rows.map((row) => view(caller, row, readable)), overdue: late.length };
}

export async function finishDuty(
  tx: Writing,
  caller: Caller,
  id: string,
  { proof }: z.infer<typeof doneDutyBody>,
): Promise<Duty> {
  permit(caller, 'duties.see');
  const [row] = await dutyRows(tx, caller, sql`d.id = ${id}`, true);
  if (!row) throw new Refusal('duty.not-found');
  if (row.done_on !== null) throw new Refusal('duty.done');
  if (isDecided(row.kind)) throw new Refusal('access.denied', { action: 'objection.settle' });
  if (NEED_PROOF.includes(row.kind) && proof === '') throw new Refusal('duty.proof-required');
  await tx
    .updateTable('duty_tasks')
    .set({ done_on: caller.today, done_by: caller.personId, proof })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'duty.done', object: { kind: 'duty', id }, data: { kind: row.kind } });
  const readable = await readableConsents(tx, caller, [row]);
  return view(caller, { ...row, done_on: caller.today, proof }, readable);
}

/** Ids of the consents behind these tasks that the caller may open. */
async function readableConsents(tx: Reading, caller: Caller, rows: readonly DutyRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap(({ consent_id }) => consent_id ?? []))];
  const stored = await consentsById(tx, caller.tenantId, ids);
  const ties = await tiesTo(tx, caller, [...new Set(stored.map(({ consent }) => consent.subjectId))]);
  return new Set(
    stored
      .filter((each) => mayRead(caller, each, ties.get(each.consent.subjectId) ?? []))
      .map(({ consent }) => consent.id),
  );
}

async function dutyRows(tx: Reading, caller: Caller, condition: RawBuilder<unknown>, lock = false): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select d.id, d.kind, d.person_id, d.consent_id, d.demand_id, d.data, d.due_on, d.done_on, d.proof,
      p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as person_name,
      o.family_name || ' ' || o.given_name || coalesce(' ' || o.patronymic, '') as objector,
      r.objected_on, r.objection_note
    from duty_tasks d
    left join people p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join representations r on r.tenant_id = d.tenant_id and r.id = (d.data ->> 'representationId')::uuid
    left join people o on o.tenant_id = r.tenant_id and o.id = r.representative_id
    where d.tenant_id = ${caller.tenantId} and ${condition} and ${within(caller)}
    order by d.due_on, d.id limit 500 ${lock ? sql`for update of d` : sql``}`.execute(tx);
  return rows;
}

/** Office and officer: all. A class teacher: the own class. The personnel officer: those who work here. */
function within(caller: Caller): RawBuilder<unknown> {
  if (can(caller, 'erasure.see') || can(caller, 'consents.register')) return sql`true`;
  const { personId, today } = caller;
  const isOwnClass = sql`exists (
    select from class_places cp join class_teachers ct on ct.tenant_id = cp.tenant_id and ct.class_id = cp.class_id
    where cp.tenant_id = d.tenant_id and cp.person_id = d.person_id and ct.person_id = ${personId}
      and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
      and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity'))`;
  const isEmployee = sql`exists (
    select from employees e where e.tenant_id = d.tenant_id and e.person_id = d.person_id
      and ${today}::date <= coalesce(e.dismissed_on, 'infinity'))`;
  return caller.roles.includes('personnelOfficer') ? sql`(${isOwnClass} or ${isEmployee})` : isOwnClass;
}

function objectionOf(caller: Caller, row: DutyRow): Duty['objection'] {
  const representationId = row.data['representationId'];
  const isOpen = typeof representationId === 'string' && row.objected_on !== null && row.done_on === null;
  if (!isOpen || row.objected_on === null || !can(caller, 'objection.settle')) return null;
  return { representationId, by: row.objector ?? '', on: row.objected_on, note: row.objection_note ?? '' };
}

/** RULE-08: done by the director's decision itself, not by a tick. */
function isDecided(kind: string): boolean {
  return kind === 'objection.settle';
}

function view(caller: Caller, row: DutyRow, readable: ReadonlySet<string>): Duty {
  return {
    id: row.id,
    kind: row.kind,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    consentId: row.consent_id,
    demandId: row.demand_id,
    data: row.data,
    objection: objectionOf(caller, row),
    dueOn: row.due_on,
    state: row.done_on !== null ? 'done' : row.due_on < caller.today ? 'overdue' : 'open',
    proof: row.proof,
    may: {
      done: row.done_on === null && !isDecided(row.kind),
      readConsent: row.consent_id !== null && readable.has(row.consent_id),
    },
  };
}
