import type { employeesQuery } from '@nastavnik/contracts/persons';
import { can } from '@nastavnik/domain/access/can';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { turnsOn } from '@nastavnik/domain/people/age';
import type { QualificationCategory } from '@nastavnik/domain/people/teacher-facts';
import { teachingYears, YOUNG_SPECIALIST_RULE, youngSpecialist } from '@nastavnik/domain/people/young-specialist';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allOf, cut, foundPage, pageOf, stands } from './paging.ts';
import { nameColumn } from './person-sides.queries.ts';
import { reachesSomebody, within } from './reach.ts';
import { isOfCategory } from './teacher-categories.queries.ts';

type Row = {
  readonly counted: number;
  readonly id: string;
  readonly name: string;
  readonly posts: string[];
  readonly subjects: string[];
  readonly category: QualificationCategory | null;
  readonly teachingSince: PlainDate | null;
  readonly birthDate: PlainDate | null;
  readonly bodies: string[];
  readonly leadsClasses: string[];
  readonly dismissedOn: PlainDate | null;
  readonly version: number;
};

/** Employees whom the caller may see, page by page. */
export async function listEmployees(tx: Reading, caller: Caller, query: z.infer<typeof employeesQuery>) {
  if (!reachesSomebody(caller, 'employee.see')) throw new Refusal('access.denied', { action: 'employee.see' });
  const { tenantId, today } = caller;
  const page = pageOf(query, tenantId, 50_000);
  const where = allOf([
    sql<boolean>`p.tenant_id = ${tenantId}`,
    stands,
    within(caller, 'employee.see'),
    stateIs(query.state, today),
    query.category && sql<boolean>`e.category = ${query.category}`,
    query.subject === undefined
      ? undefined
      : sql<boolean>`exists (select from unnest(e.subjects) s where lower(s) = lower(${query.subject}))`,
    query.bodyId === undefined
      ? undefined
      : sql<boolean>`exists (select from body_members m where m.tenant_id = p.tenant_id and m.person_id = p.id
          and m.body_id = ${query.bodyId} and ${today}::date between m.started_on and coalesce(m.ended_on, 'infinity'))`,
    query.teacherCategory ? isOfCategory(query.teacherCategory, caller) : undefined,
    query.youngSpecialist === undefined ? undefined : isYoung(query.youngSpecialist, today),
  ]);
  const joined = sql`join employees e on e.tenant_id = p.tenant_id and e.person_id = p.id`;
  const found = foundPage(page, { ...query, joined, where });
  const { rows } = await sql<Row>`${found.with}
    select p.id, ${found.counted} as counted, ${nameColumn} as name, p.version, p.birth_date as "birthDate", e.subjects, e.category,
      e.teaching_since as "teachingSince", e.dismissed_on as "dismissedOn",
      array(select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and ${today}::date <= coalesce(t.ended_on, 'infinity') order by t.started_on nulls first) as posts,
      array(select b.name from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
        where m.tenant_id = p.tenant_id and m.person_id = p.id and b.removed_at is null
          and ${today}::date between m.started_on and coalesce(m.ended_on, 'infinity') order by 1) as bodies,
      array(select c.grade || c.letter from class_teachers ct
        join classes c on c.tenant_id = ct.tenant_id and c.id = ct.class_id
        where ct.tenant_id = p.tenant_id and ct.person_id = p.id
          and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity') order by c.grade, c.letter) as "leadsClasses"
    from found f join people p on p.tenant_id = ${tenantId} and p.id = f.id ${joined}
    where ${found.rows}`.execute(tx);
  const { shown, next } = cut(rows, query.limit, page.next);
  return {
    employees: shown.map(({ birthDate, teachingSince, counted: _counted, ...row }) => {
      const experience = teachingSince ? ({ kind: 'since', day: teachingSince } as const) : null;
      const isTeacher = experience !== null || row.subjects.length > 0;
      return {
        ...row,
        experienceYears: experience && teachingYears(experience, today),
        youngSpecialist: youngSpecialist({ isTeacher, experience, birthDate }, today).young,
      };
    }),
    next,
    total: found.totalOf(rows),
    may: { add: can(caller, 'employee.edit', ['employee']), import: can(caller, 'employees.import') },
  };
}

function stateIs(state: 'present' | 'gone' | 'all', today: PlainDate) {
  if (state === 'all') return undefined;
  return state === 'present'
    ? sql<boolean>`${today}::date <= coalesce(e.dismissed_on, 'infinity')`
    : sql<boolean>`e.dismissed_on < ${today}::date`;
}

/** The rule of IND-14 as a range of days: young as long as the years are not more than the rule allows. */
function isYoung(asked: boolean, today: PlainDate) {
  const since = addDays(turnsOn(today, -(YOUNG_SPECIALIST_RULE.atMostYears + 1)), 1);
  return asked ? sql<boolean>`e.teaching_since >= ${since}::date` : sql<boolean>`e.teaching_since < ${since}::date`;
}
