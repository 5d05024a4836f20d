import { PEOPLE_TASKS, type PeopleToday } from '@nastavnik/contracts/people-today';
import { can } from '@nastavnik/domain/access/can';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { seeDuties } from '../demands/door.ts';
import { cycleOfBanksIfAny } from '../participants/door.ts';

type Task = PeopleToday['tasks'][number];
type Kind = Task['kind'];

/** What waits for the caller among the people of the school, each with the number behind it. Each by its own right. */
export async function peopleToday(tx: Reading, caller: Caller): Promise<PeopleToday> {
  permit(caller, 'duties.see');
  const tasks = [
    ...(await lawTasks(tx, caller)),
    ...(await bankTasks(tx, caller)),
    ...(await classTasks(tx, caller)),
    ...(await staffTasks(tx, caller)),
  ].filter(({ count }) => count > 0);
  return { tasks: tasks.sort((one, other) => PEOPLE_TASKS.indexOf(one.kind) - PEOPLE_TASKS.indexOf(other.kind)) };
}

const task = (kind: Kind, count: number): Task => ({ kind, count, class: null });

/** Terms of the law: tasks with a day, and demands of people. */
async function lawTasks(tx: Reading, caller: Caller): Promise<Task[]> {
  const { duties, overdue } = await seeDuties(tx, caller, { state: 'open' });
  const demands = can(caller, 'demands.answer')
    ? await count(
        tx,
        sql`select count(*)::int as n from subject_demands where tenant_id = ${caller.tenantId} and done_on is null`,
      )
    : 0;
  return [task('duties.overdue', overdue), task('duties', duties.length - overdue), task('demands', demands)];
}

/** Steps of the curator with those on the way into the banks. */
async function bankTasks(tx: Reading, caller: Caller): Promise<Task[]> {
  const cycle = await cycleOfBanksIfAny(tx, caller);
  if (!cycle || !can(caller, 'participant.invite')) return [];
  const { tenantId } = caller;
  const { rows } = await sql<{ role: 'mentee' | 'mentor'; nominated: number; ready: number }>`
    select t.role, count(*) filter (where t.state = 'nominated')::int as nominated,
      count(*) filter (where t.state = 'consentPending' and exists (
        select from consents c where c.tenant_id = t.tenant_id and c.person_id = t.person_id and c.kind = 'processing'
          and c.state = 'valid'
      ) and not exists (
        select from consents c where c.tenant_id = t.tenant_id and c.person_id = t.person_id
          and c.kind in ('processing', 'participation') and c.state in ('issued', 'partiallySigned')
      ))::int as ready
    from participants t where t.tenant_id = ${tenantId} and t.cycle_id = ${cycle.id} group by t.role`.execute(tx);
  const requests = await count(
    tx,
    sql`select count(*)::int as n from mentee_requests r
      join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
      where r.tenant_id = ${tenantId} and r.state = 'submitted' and t.cycle_id = ${cycle.id}`,
  );
  const signUps = await count(
    tx,
    sql`select count(*)::int as n from sign_ups where tenant_id = ${tenantId} and state = 'new'`,
  );
  const interests = await count(
    tx,
    sql`select count(*)::int as n from interests where tenant_id = ${tenantId} and cycle_id = ${cycle.id}
      and taken_up_at is null and withdrawn_at is null`,
  );
  return [
    ...rows.flatMap(({ role, nominated, ready }) => [
      task(`invite.${role}`, nominated),
      task(`enterBank.${role}`, ready),
    ]),
    task('requests', requests),
    task('signUps', signUps),
    task('interests', interests),
  ];
}

/** «Мой класс»: whose papers have not come back, and whose parents' documents nobody has looked at. */
async function classTasks(tx: Reading, { tenantId, personId, today }: Caller): Promise<Task[]> {
  const { rows } = await sql<{ id: string; name: string; papers: number; powers: number }>`
    select c.id, c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter as name,
      count(*) filter (where exists (
        select from consents d where d.tenant_id = p.tenant_id and d.person_id = p.person_id
          and d.state in ('issued', 'partiallySigned')))::int as papers,
      count(*) filter (where exists (
        select from representations r where r.tenant_id = p.tenant_id and r.child_id = p.person_id and r.verified_on is null
          and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')))::int as powers
    from class_teachers ct
    join classes c on c.tenant_id = ct.tenant_id and c.id = ct.class_id
    join class_places p on p.tenant_id = c.tenant_id and p.class_id = c.id
      and ${today}::date between p.started_on and coalesce(p.ended_on, 'infinity')
    where ct.tenant_id = ${tenantId} and ct.person_id = ${personId}
      and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity')
    group by c.tenant_id, c.id, c.grade, c.letter order by c.grade, c.letter`.execute(tx);
  return rows.flatMap(({ id, name, papers, powers }) => [
    { kind: 'papers.class' as const, count: papers, class: { id, name } },
    { kind: 'powers.class' as const, count: powers, class: { id, name } },
  ]);
}

/** The personnel officer collects the papers of colleagues. */
async function staffTasks(tx: Reading, caller: Caller): Promise<Task[]> {
  if (!caller.roles.includes('personnelOfficer')) return [];
  const papers = await count(
    tx,
    sql`select count(distinct d.person_id)::int as n from consents d
      join employees e on e.tenant_id = d.tenant_id and e.person_id = d.person_id
        and ${caller.today}::date <= coalesce(e.dismissed_on, 'infinity')
      where d.tenant_id = ${caller.tenantId} and d.state in ('issued', 'partiallySigned')`,
  );
  return [task('papers.staff', papers)];
}

async function count(tx: Reading, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await (query as RawBuilder<{ n: number }>).execute(tx);
  return rows[0]?.n ?? 0;
}
