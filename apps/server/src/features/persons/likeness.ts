import type { DuplicateMatch, PersonTraits } from '@nastavnik/domain/people/duplicate';
import { findDuplicates, indexPeople } from '@nastavnik/domain/people/find-duplicates';
import { printFullName } from '@nastavnik/domain/people/person-name';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personRows } from './list-persons.ts';
import { searchWords } from './paging.ts';
import { visibleTo } from './reach.ts';
import { known, type TraitsRow, traitColumns, type Where } from './traits.queries.ts';

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

/**
 * The matches with what a person needs to decide. Of whom the caller may not see it is said that there is somebody, by
 * the name that was given and no more: a personnel officer learns of no pupil, a class teacher of no other class.
 */
export async function shownMatches(
  tx: Reading,
  caller: Caller,
  { matches, given }: { readonly matches: readonly DuplicateMatch[]; readonly given: string },
) {
  const ids = matches.map(({ id }) => id);
  const rows = await personRows(tx, caller, ids);
  const seen = await seenOf(tx, caller, ids);
  return matches.flatMap((match) => {
    const row = rows.get(match.id);
    if (!row) return [];
    const { name, kinds, place } = seen.has(match.id) ? row : { name: given, kinds: [], place: null };
    return [{ ...match, name, kinds, place, reasons: [...match.reasons], doubts: [...match.doubts] }];
  });
}

async function seenOf(tx: Reading, caller: Caller, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select p.id from people p
    where p.tenant_id = ${caller.tenantId} and p.id = any (${sql.val([...ids])}::uuid[]) and ${visibleTo(caller)}`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Refuses somebody who is probably here already, with the cards to look at; `evenSo`, answers whom the new person is
 * said not to be. @throws person.maybe-known
 */
export async function demandNewPerson(
  tx: Reading,
  caller: Caller,
  traits: PersonTraits,
  evenSo: boolean,
): Promise<string[]> {
  const matches = (await whoMayItBe(tx, caller, traits)).filter(({ strength }) => strength !== 'possible');
  if (matches.length > 0 && !evenSo) {
    throw new Refusal('person.maybe-known', {
      matches: await shownMatches(tx, caller, { matches, given: printFullName(traits.name) }),
    });
  }
  return matches.map(({ id }) => id);
}
