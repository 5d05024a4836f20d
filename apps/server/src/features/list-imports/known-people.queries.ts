import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf } from '@nastavnik/domain/calendar/school-year';
import type { RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import type { KnownPerson } from '@nastavnik/domain/people/duplicate';
import type { Snils } from '@nastavnik/domain/people/snils';
import type { QualificationCategory, StudyForm } from '@nastavnik/domain/people/teacher-facts';
import { teachingYears } from '@nastavnik/domain/people/young-specialist';
import type { Known } from '@nastavnik/domain/people-import/dry-run';
import type { ImportKind } from '@nastavnik/domain/people-import/import-columns';
import type { KnownRow } from '@nastavnik/domain/people-import/import-row';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { everybodysTraits } from '../persons/door.ts';

type Where = Pick<Caller, 'tenantId' | 'today'>;
type NameColumns = { readonly familyName: string; readonly givenName: string; readonly patronymic: string | null };

const nameColumns = sql`p.family_name as "familyName", p.given_name as "givenName", p.patronymic`;
const nameOf = ({ familyName, givenName, patronymic }: NameColumns) => ({ familyName, givenName, patronymic });

/** What the school has, in the shape of the rows of a sheet. */
export async function knownOf<Kind extends ImportKind>(tx: Reading, where: Where, kind: Kind): Promise<Known<Kind>> {
  const people = kind === 'contingent' ? [] : await everybodysTraits(tx, where);
  const byId = new Map(people.map((person) => [person.id, person]));
  const among = async (ids: Promise<string[]>): Promise<KnownPerson[]> =>
    (await ids).flatMap((id) => byId.get(id) ?? []);
  return {
    rows: (await READERS[kind](tx, where)) as unknown as readonly KnownRow<Kind>[],
    people,
    ...(kind === 'representatives' ? { pupils: await among(presentPupils(tx, where)) } : {}),
    ...(kind === 'classes' ? { employees: await among(presentEmployees(tx, where)) } : {}),
  };
}

const READERS: { readonly [Kind in ImportKind]: (tx: Reading, where: Where) => Promise<KnownRow<Kind>[]> } = {
  employees: knownEmployees,
  pupils: knownPupils,
  representatives: knownRepresentatives,
  classes: knownClasses,
  contingent: knownCounts,
};

async function presentPupils(tx: Reading, { tenantId, today }: Where): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from pupils
    where tenant_id = ${tenantId} and ${today}::date <= coalesce(left_on, 'infinity')`.execute(tx);
  return rows.map(({ id }) => id);
}

async function presentEmployees(tx: Reading, { tenantId, today }: Where): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from employees
    where tenant_id = ${tenantId} and ${today}::date <= coalesce(dismissed_on, 'infinity')`.execute(tx);
  return rows.map(({ id }) => id);
}

async function knownEmployees(tx: Reading, { tenantId, today }: Where): Promise<KnownRow<'employees'>[]> {
  type Row = NameColumns & {
    id: string;
    birthDate: PlainDate | null;
    snils: string | null;
    email: string | null;
    phone: string | null;
    post: string | null;
    subjects: string[];
    teachingSince: PlainDate | null;
    category: QualificationCategory | null;
    association: string | null;
    startedOn: PlainDate | null;
  };
  const { rows } = await sql<Row>`
    select p.id, ${nameColumns}, p.birth_date as "birthDate", p.snils, p.email, p.phone, e.subjects,
      e.teaching_since as "teachingSince", e.category, e.employed_on as "startedOn",
      (select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and ${today}::date <= coalesce(t.ended_on, 'infinity') order by t.started_on desc nulls last, t.id limit 1) as post,
      (select b.name from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
        where m.tenant_id = p.tenant_id and m.person_id = p.id and b.kind = 'methodAssociation' and b.removed_at is null
          and ${today}::date between m.started_on and coalesce(m.ended_on, 'infinity') order by b.name limit 1) as association
    from employees e join people p on p.tenant_id = e.tenant_id and p.id = e.person_id
    where e.tenant_id = ${tenantId} and ${today}::date <= coalesce(e.dismissed_on, 'infinity')
      and p.merged_into is null and p.erased_at is null`.execute(tx);
  return rows.map(({ id, teachingSince, familyName, givenName, patronymic, snils, ...row }) => ({
    id,
    values: {
      ...row,
      name: { familyName, givenName, patronymic },
      snils: snils as Snils | null,
      experienceYears: teachingSince && teachingYears({ kind: 'since', day: teachingSince }, today),
    },
  }));
}

async function knownPupils(tx: Reading, { tenantId, today }: Where): Promise<KnownRow<'pupils'>[]> {
  type Row = NameColumns & {
    id: string;
    birthDate: PlainDate | null;
    snils: string | null;
    studyForm: StudyForm;
    grade: number | null;
    letter: string | null;
  };
  const { rows } = await sql<Row>`
    select p.id, ${nameColumns}, p.birth_date as "birthDate", p.snils, u.study_form as "studyForm", c.grade, c.letter
    from pupils u join people p on p.tenant_id = u.tenant_id and p.id = u.person_id
    left join class_places s on s.tenant_id = u.tenant_id and s.person_id = u.person_id
      and ${today}::date between s.started_on and coalesce(s.ended_on, 'infinity')
    left join classes c on c.tenant_id = s.tenant_id and c.id = s.class_id
    where u.tenant_id = ${tenantId} and ${today}::date <= coalesce(u.left_on, 'infinity')
      and p.merged_into is null and p.erased_at is null`.execute(tx);
  // Whose birth date nobody knows is no row of a list of pupils: somebody has to say that it is the same child.
  return rows.flatMap((row) =>
    row.birthDate === null
      ? []
      : [
          {
            id: row.id,
            values: {
              name: nameOf(row),
              birthDate: row.birthDate,
              snils: row.snils as Snils | null,
              studyForm: row.studyForm,
              className: { grade: row.grade ?? 0, letter: row.letter ?? '' },
            },
          },
        ],
  );
}

async function knownRepresentatives(tx: Reading, { tenantId, today }: Where): Promise<KnownRow<'representatives'>[]> {
  type Row = NameColumns & {
    id: string;
    childId: string;
    kind: RepresentationKind;
    authority: string | null;
    email: string | null;
    phone: string | null;
    childFamily: string;
    childGiven: string;
    childPatronymic: string | null;
  };
  const { rows } = await sql<Row>`
    select p.id, ${nameColumns}, r.child_id as "childId", r.kind, p.email, p.phone,
      r.document_kind || coalesce(' № ' || r.document_number, '') as authority,
      c.family_name as "childFamily", c.given_name as "childGiven", c.patronymic as "childPatronymic"
    from representations r
    join people p on p.tenant_id = r.tenant_id and p.id = r.representative_id
    join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
    where r.tenant_id = ${tenantId} and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')`.execute(
    tx,
  );
  return rows.map((row) => ({
    id: row.id,
    values: {
      name: nameOf(row),
      kinship: row.kind === 'authority' ? 'other' : row.kind,
      authority: row.authority,
      email: row.email,
      phone: row.phone,
      childName: { familyName: row.childFamily, givenName: row.childGiven, patronymic: row.childPatronymic },
      childClass: null,
      childBirthDate: null,
    },
    related: { childId: row.childId },
  }));
}

async function knownClasses(tx: Reading, { tenantId, today }: Where): Promise<KnownRow<'classes'>[]> {
  type Row = NameColumns & { id: string; grade: number; letter: string; teacherId: string | null };
  const { rows } = await sql<Row>`
    select c.id, c.grade, c.letter, t.person_id as "teacherId", ${nameColumns}
    from classes c
    left join lateral (select person_id from class_teachers t where t.tenant_id = c.tenant_id and t.class_id = c.id
      and ${today}::date between t.started_on and coalesce(t.ended_on, 'infinity') order by t.started_on desc, t.id limit 1) t on true
    left join people p on p.tenant_id = c.tenant_id and p.id = t.person_id
    where c.tenant_id = ${tenantId} and c.school_year = ${schoolYearOf(today)}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    values: {
      className: { grade: row.grade, letter: row.letter },
      classTeacher: row.teacherId === null ? null : nameOf(row),
    },
    ...(row.teacherId === null ? {} : { related: { classTeacherId: row.teacherId } }),
  }));
}

/** The counts that stand today: those of the last day they were given for. */
async function knownCounts(tx: Reading, { tenantId, today }: Where): Promise<KnownRow<'contingent'>[]> {
  const { rows } = await sql<{ age: number; count: number }>`
    select age, number as count from contingent_counts where tenant_id = ${tenantId} and on_day = (
      select max(on_day) from contingent_counts where tenant_id = ${tenantId}
        and on_day between ${addDays(today, -365)}::date and ${today}::date)`.execute(tx);
  return rows.map(({ age, count }) => ({ id: String(age), values: { age, count } }));
}
