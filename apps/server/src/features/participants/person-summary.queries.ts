import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Standing } from '@nastavnik/domain/participants/mentoring-form';
import { age, isMinor } from '@nastavnik/domain/people/age';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';

/** A person as every list of the banks shows them. */
export type PersonSummary = {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing | 'other';
  readonly place: string | null;
  readonly birthDate: PlainDate | null;
  readonly underGuardianship: boolean;
  readonly isTeacher: boolean;
  /** Merged, erased or closed: nobody works with this record any more. */
  readonly gone: boolean;
  /** RULE-15: the data lie still until a new consent. */
  readonly blocked: boolean;
};

export type SummaryRow = {
  readonly person_id: string;
  readonly name: string;
  readonly standing: string;
  readonly place: string | null;
  readonly birth_date: PlainDate | null;
  readonly under_guardianship: boolean;
  readonly is_teacher: boolean;
  readonly gone: boolean;
  readonly blocked: boolean;
};

/**
 * The columns of a summary over `people p`, as they stand on the day. Whoever both studies and works here is a pupil: of
 * the two that is the one who is protected more.
 */
export function summaryColumns(today: PlainDate): RawBuilder<SummaryRow> {
  return sql`
    p.id as person_id, p.birth_date, p.under_guardianship, p.blocked_at is not null as blocked,
    (p.merged_into is not null or p.erased_at is not null or p.deactivated_at is not null) as gone,
    p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name,
    case
      when exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id
        and ${today}::date <= coalesce(u.left_on, 'infinity')) then 'pupil'
      when exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
        and ${today}::date <= coalesce(e.dismissed_on, 'infinity')) then 'employee'
      else coalesce((select case o.kind when 'student' then 'student' else 'partnerPerson' end
        from outsiders o where o.tenant_id = p.tenant_id and o.person_id = p.id), 'other')
    end as standing,
    exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
      and (e.teaching_since is not null or e.subjects <> '{}')) as is_teacher,
    coalesce(
      (select c.grade || c.letter from class_places cp
        join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
        where cp.tenant_id = p.tenant_id and cp.person_id = p.id
          and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1),
      (select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
          and ${today}::date between coalesce(t.started_on, '-infinity') and coalesce(t.ended_on, 'infinity')
        order by t.started_on nulls first, t.id limit 1),
      (select coalesce(o.post || ', ', '') || o.organization from outsiders o
        where o.tenant_id = p.tenant_id and o.person_id = p.id)
    ) as place`;
}

export function summaryOf(row: SummaryRow): PersonSummary {
  return {
    id: row.person_id,
    name: row.name,
    standing: row.standing as PersonSummary['standing'],
    place: row.place,
    birthDate: row.birth_date,
    underGuardianship: row.under_guardianship,
    isTeacher: row.is_teacher,
    gone: row.gone,
    blocked: row.blocked,
  };
}

/** Of a pupil whose birth date nobody knows yet, the younger is believed. */
export function countsAsMinor(person: Pick<PersonSummary, 'birthDate' | 'standing'>, today: PlainDate): boolean {
  return person.birthDate === null ? person.standing === 'pupil' : isMinor(person.birthDate, today);
}

/** The summary as an answer shows it: the age, never the day of birth. */
export function shownPerson(person: PersonSummary, today: PlainDate) {
  return {
    id: person.id,
    name: person.name,
    standing: person.standing,
    place: person.place,
    age: person.birthDate ? age(person.birthDate, today) : null,
  };
}

export async function personSummaries(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonSummary>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SummaryRow>`${plannedOnce}
    select ${summaryColumns(caller.today)} from people p
    where p.tenant_id = ${caller.tenantId} and p.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, summaryOf(row)]));
}
