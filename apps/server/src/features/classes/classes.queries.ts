import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf } from '@nastavnik/domain/calendar/school-year';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';

export type ClassRow = {
  readonly id: string;
  readonly schoolYear: number;
  readonly grade: number;
  readonly letter: string;
  readonly teachers: {
    id: string;
    personId: string;
    name: string;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
  readonly pupils: number;
  readonly held: boolean;
  readonly previous: { id: string; name: string } | null;
};

/** Classes with their teachers and how many pupils they have today; of another year, how many sat in them. */
export async function findClasses(
  tx: Reading,
  { tenantId, today }: Caller,
  which: { readonly schoolYear?: number; readonly id?: string },
): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    select c.id, c.school_year as "schoolYear", c.grade, c.letter,
      coalesce((select json_agg(json_build_object('id', t.id, 'personId', t.person_id,
          'name', p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, ''),
          'startedOn', t.started_on, 'endedOn', t.ended_on)
          order by t.ended_on desc nulls first, t.started_on, t.id)
        from class_teachers t join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
        where t.tenant_id = c.tenant_id and t.class_id = c.id), '[]') as teachers,
      (select count(distinct s.person_id)::int from class_places s where s.tenant_id = c.tenant_id and s.class_id = c.id
        and (c.school_year <> ${schoolYearOf(today)}
          or ${today}::date between s.started_on and coalesce(s.ended_on, 'infinity'))) as pupils,
      exists (select from class_places s where s.tenant_id = c.tenant_id and s.class_id = c.id) as held,
      (select json_build_object('id', b.id, 'name', b.grade || case when length(b.letter) > 1 then ' ' else '' end || b.letter)
        from classes b where b.tenant_id = c.tenant_id and b.id = c.previous_id) as previous
    from classes c
    where c.tenant_id = ${tenantId}
      and ${which.schoolYear === undefined ? sql`true` : sql`c.school_year = ${which.schoolYear}`}
      and ${which.id === undefined ? sql`true` : sql`c.id = ${which.id}`}
    order by c.grade, c.letter collate "ru-x-icu"`.execute(tx);
  return rows;
}

export async function yearsOfClasses(tx: Reading, tenantId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct school_year as year from classes where tenant_id = ${tenantId}`.execute(tx);
  return rows.map(({ year }) => year);
}
