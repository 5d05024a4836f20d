import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Representation, RepresentationKind, SubjectFacts } from '@nastavnik/domain/consents/signing-facts';
import type { Standing } from '@nastavnik/domain/participants/mentoring-form';
import { sql } from 'kysely';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { authorityWords } from './printed-words.ts';

/** A person as the rules of signing ask about one, with everybody who may speak for them. */
export type Subject = {
  readonly facts: SubjectFacts;
  /** Ended ones too: a paper is judged by the day on which it was signed. */
  readonly representations: readonly Representation[];
  readonly name: string;
  /** «7А», a post, «студент, педколледж». */
  readonly place: string | null;
  /** How the person and those who speak for them are called today, surname first. */
  readonly names: ReadonlyMap<string, string>;
  /** The document behind a power, by the power's id: «свидетельство о рождении № …». */
  readonly authorities: ReadonlyMap<string, string>;
  readonly blocked: boolean;
  readonly erased: boolean;
};

type SubjectRow = {
  id: string;
  name: string;
  birth_date: PlainDate | null;
  emancipated_on: PlainDate | null;
  emancipation_document: string | null;
  under_guardianship: boolean;
  standings: Standing[];
  place: string | null;
  blocked: boolean;
  erased: boolean;
};

type PowerRow = {
  id: string;
  representative_id: string;
  child_id: string;
  kind: RepresentationKind;
  verified_on: PlainDate | null;
  started_on: PlainDate;
  ended_on: PlainDate | null;
  objected_on: PlainDate | null;
  objection_upheld: boolean | null;
  document_kind: string | null;
  document_number: string | null;
  document_date: PlainDate | null;
  name: string;
};

/** Those of the organisation among these people; the others are missing from the answer. */
export async function subjectsOf(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, Subject>> {
  if (personIds.length === 0) return new Map();
  const people = await peopleRows(tx, tenantId, personIds, on);
  const powers = Map.groupBy(await powerRows(tx, tenantId, personIds), ({ child_id }) => child_id);
  return new Map(people.map((row) => [row.id, subjectOf(row, powers.get(row.id) ?? [])]));
}

async function peopleRows(tx: Reading, tenantId: string, ids: readonly string[], on: PlainDate): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`${plannedOnce}
    select p.id, p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name,
      p.birth_date, p.emancipated_on, p.emancipation_document, p.under_guardianship,
      p.blocked_at is not null as blocked, p.erased_at is not null as erased,
      array_remove(array[
        (select 'pupil' from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id
          and ${on}::date <= coalesce(u.left_on, 'infinity')),
        (select 'employee' from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
          and ${on}::date <= coalesce(e.dismissed_on, 'infinity')),
        (select case o.kind when 'student' then 'student' else 'partnerPerson' end from outsiders o
          where o.tenant_id = p.tenant_id and o.person_id = p.id)
      ], null) as standings,
      coalesce(
        (select c.grade || c.letter from class_places cp
          join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
          where cp.tenant_id = p.tenant_id and cp.person_id = p.id
            and ${on}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1),
        (select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
            and ${on}::date between coalesce(t.started_on, '-infinity') and coalesce(t.ended_on, 'infinity')
          order by t.started_on nulls first, t.id limit 1),
        (select coalesce(o.post || ', ', '') || o.organization from outsiders o
          where o.tenant_id = p.tenant_id and o.person_id = p.id)
      ) as place
    from people p
    where p.tenant_id = ${tenantId} and p.id = any (${sql.val([...ids])}::uuid[])
    order by p.family_name, p.given_name, p.id`.execute(tx);
  return rows;
}

async function powerRows(tx: Reading, tenantId: string, childIds: readonly string[]): Promise<PowerRow[]> {
  const { rows } = await sql<PowerRow>`${plannedOnce}
    select r.id, r.representative_id, r.child_id, r.kind, r.verified_on, r.started_on, r.ended_on, r.objected_on,
      r.objection_upheld, r.document_kind, r.document_number, r.document_date,
      p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name
    from representations r
    join people p on p.tenant_id = r.tenant_id and p.id = r.representative_id
    where r.tenant_id = ${tenantId} and r.child_id = any (${sql.val([...childIds])}::uuid[])
    order by r.started_on, r.id`.execute(tx);
  return rows;
}

function subjectOf(row: SubjectRow, powers: readonly PowerRow[]): Subject {
  return {
    facts: {
      personId: row.id,
      birthDate: row.birth_date,
      standings: row.standings,
      emancipation: row.emancipated_on && { on: row.emancipated_on, document: row.emancipation_document },
      underGuardianship: row.under_guardianship,
    },
    representations: powers.map((power) => ({
      id: power.id,
      representativeId: power.representative_id,
      childId: power.child_id,
      kind: power.kind,
      verifiedOn: power.verified_on,
      startedOn: power.started_on,
      endedOn: power.ended_on,
      objectedOn: power.objected_on,
      objectionDecision: power.objection_upheld === null ? null : power.objection_upheld ? 'upheld' : 'overruled',
    })),
    name: row.name,
    place: row.place,
    names: new Map([[row.id, row.name], ...powers.map((power) => [power.representative_id, power.name] as const)]),
    authorities: new Map(
      powers.flatMap(({ id, document_kind, document_number, document_date }) =>
        document_kind === null ? [] : [[id, authorityWords(document_kind, document_number, document_date)] as const],
      ),
    ),
    blocked: row.blocked,
    erased: row.erased,
  };
}
