import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { isKnownCategory, type TeacherCategory, teacherCategories } from '@nastavnik/domain/people/teacher-categories';
import type { TeacherMenteeCategory } from '@nastavnik/domain/people/teacher-facts';
import { YOUNG_SPECIALIST_RULE } from '@nastavnik/domain/people/young-specialist';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';

type Where = Pick<Caller, 'tenantId' | 'today'>;
type Row = {
  readonly id: string;
  readonly birthDate: PlainDate | null;
  readonly teachingSince: PlainDate | null;
  readonly teaches: boolean;
  readonly employedOn: PlainDate | null;
  readonly posts: { title: string; startedOn: PlainDate | null; endedOn: PlainDate | null }[];
  readonly marked: string[];
};

/** The categories of those of these people who work here, each with why. */
export async function categoriesOfPeople(
  tx: Reading,
  { tenantId, today }: Where,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TeacherCategory[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select p.id, p.birth_date as "birthDate", e.teaching_since as "teachingSince", e.employed_on as "employedOn",
      e.teaching_since is not null or e.subjects <> '{}' as teaches,
      coalesce((select json_agg(json_build_object('title', t.title, 'startedOn', t.started_on, 'endedOn', t.ended_on)
          order by t.started_on nulls first, t.id)
        from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id), '[]') as posts,
      array(select m.category from teacher_categories m where m.tenant_id = p.tenant_id and m.person_id = p.id) as marked
    from people p join employees e on e.tenant_id = p.tenant_id and e.person_id = p.id
    where p.tenant_id = ${tenantId} and p.id = any (${sql.val([...personIds])}::uuid[])
      and ${today}::date <= coalesce(e.dismissed_on, 'infinity')`.execute(tx);
  return new Map(
    rows.map(({ id, teachingSince, teaches, ...facts }) => {
      const experience = teachingSince ? ({ kind: 'since', day: teachingSince } as const) : null;
      return [id, teacherCategories({ ...facts, experience, isTeacher: teaches }, today)];
    }),
  );
}

/** The same as a condition over `people p`, for lists: marked, or as the rule says. */
export function isOfCategory(category: string, { tenantId, today }: Where): RawBuilder<boolean> {
  const marked = sql`exists (select from teacher_categories m where m.tenant_id = p.tenant_id and m.person_id = p.id
    and m.category = ${category})`;
  const ruled = isKnownCategory(category) ? RULES[category]?.(today) : undefined;
  return sql<boolean>`exists (select from employees e where e.tenant_id = ${tenantId} and e.person_id = p.id
    and ${today}::date <= coalesce(e.dismissed_on, 'infinity')
    and ${ruled ? sql`(${marked} or ${ruled})` : marked})`;
}

/** A full year is over on the day, and from 29 February on 1 March, as ages are counted. */
const lessThan = (years: number, since: RawBuilder<unknown>, today: PlainDate) =>
  sql`(${since} <= ${today}::date and full_years(${since}, ${today}::date) < ${years})`;
const YOUNG = YOUNG_SPECIALIST_RULE.atMostYears + 1;

const RULES: Partial<Record<TeacherMenteeCategory, (today: PlainDate) => RawBuilder<unknown>>> = {
  youngSpecialist: (today) =>
    sql`(e.teaching_since > ${today}::date or ${lessThan(YOUNG, sql`e.teaching_since`, today)})`,
  newlyHired: (today) => sql`(${lessThan(1, sql`e.employed_on`, today)}
    and e.teaching_since <= ${today}::date and full_years(e.teaching_since, ${today}::date) >= ${YOUNG})`,
  newPost: (today) => sql`exists (select from posts t where t.tenant_id = e.tenant_id and t.person_id = e.person_id
    and ${lessThan(1, sql`t.started_on`, today)} and coalesce(t.ended_on, 'infinity') >= ${today}::date
    and (e.employed_on < t.started_on or exists (select from posts o where o.tenant_id = t.tenant_id
      and o.person_id = t.person_id and (o.started_on is null or o.started_on < t.started_on))))`,
};

/** The school's own words for categories, those in use. */
export async function ownCategories(tx: Reading, tenantId: string): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`select distinct category from teacher_categories
    where tenant_id = ${tenantId} order by category`.execute(tx);
  return rows.map(({ category }) => category).filter((category) => !isKnownCategory(category));
}
