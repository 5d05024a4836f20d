import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DuplicateMatch, KnownPerson, PersonTraits } from '@nastavnik/domain/people/duplicate';
import { findDuplicates, indexPeople } from '@nastavnik/domain/people/find-duplicates';
import type { Snils } from '@nastavnik/domain/people/snils';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personRows } from './list-persons.ts';
import { searchWords } from './paging.ts';

type Where = Pick<Caller, 'tenantId' | 'today'>;
type TraitsRow = {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly birthDate: PlainDate | null;
  readonly snils: string | null;
  readonly className: string | null;
};

const traitColumns = (today: PlainDate) => sql`p.id, p.family_name as "familyName", p.given_name as "givenName",
  p.patronymic, p.birth_date as "birthDate", p.snils,
  (select c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter from class_places cp
    join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
    where cp.tenant_id = p.tenant_id and cp.person_id = p.id
      and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1) as "className"`;

function known(row: TraitsRow): KnownPerson {
  const { familyName, givenName, patronymic } = row;
  return {
    id: row.id,
    name: { familyName, givenName, patronymic },
    birthDate: row.birthDate,
    snils: row.snils as Snils | null,
    className: row.className,
  };
}

/** All people of the organisation with what tells them apart. */
export async function everybodysTraits(tx: Reading, { tenantId, today }: Where): Promise<KnownPerson[]> {
  const { rows } = await sql<TraitsRow>`select ${traitColumns(today)} from people p
    where p.tenant_id = ${tenantId} and p.merged_into is null and p.erased_at is null`.execute(tx);
  return rows.map(known);
}

/** Who of the people known may be this person. The database offers the near ones, the rule judges them. */
export async function whoMayItBe(tx: Reading, where: Where, traits: PersonTraits): Promise<DuplicateMatch[]> {
  const family = searchWords(traits.name.familyName).slice(0, 1);
  const both = searchWords(`${traits.name.familyName} ${traits.name.givenName}`);
  const { rows } = await sql<TraitsRow>`
    select ${traitColumns(where.today)} from people p
    where p.tenant_id = ${where.tenantId} and p.merged_into is null and p.erased_at is null and p.id in (
      select person_id from people_by_name(${sql.val(family)}::text[], 300)
      union all select person_id from people_by_name(${sql.val(both)}::text[], 100)
      union all select id from people where tenant_id = ${where.tenantId} and birth_date = ${traits.birthDate}::date
      union all select id from people where tenant_id = ${where.tenantId} and snils = ${traits.snils}
    )`.execute(tx);
  return findDuplicates(traits, indexPeople(rows.map(known)));
}

/** The matches with what a person needs to decide. */
export async function shownMatches(tx: Reading, where: Where, matches: readonly DuplicateMatch[]) {
  const rows = await personRows(
    tx,
    where,
    matches.map(({ id }) => id),
  );
  return matches.flatMap((match) => {
    const row = rows.get(match.id);
    if (!row) return [];
    const { name, kinds, place } = row;
    return [{ ...match, name, kinds, place, reasons: [...match.reasons], doubts: [...match.doubts] }];
  });
}

/** Refuses somebody who is probably here already, with the cards to look at. @throws person.maybe-known */
export async function demandNewPerson(tx: Reading, caller: Caller, traits: PersonTraits): Promise<void> {
  const matches = (await whoMayItBe(tx, caller, traits)).filter(({ strength }) => strength !== 'possible');
  if (matches.length > 0) {
    throw new Refusal('person.maybe-known', { matches: await shownMatches(tx, caller, matches) });
  }
}
