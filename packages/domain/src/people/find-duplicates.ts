import type { DuplicateMatch, DuplicateStrength, KnownPerson, PersonTraits } from './duplicate.ts';
import { judgeDuplicate } from './judge-duplicate.ts';
import { type NameKeys, nameKeysOf } from './same-name.ts';

type Indexed = { readonly person: KnownPerson; readonly keys: NameKeys };

/** Known people by everything they may be found by, so that one question looks at a handful of them. */
export type PeopleIndex = { readonly byKey: ReadonlyMap<string, readonly Indexed[]> };

/** Made once for all the people of an organisation, in one pass. */
export function indexPeople(people: Iterable<KnownPerson>): PeopleIndex {
  const byKey = new Map<string, Indexed[]>();
  for (const person of people) {
    const entry = { person, keys: nameKeysOf(person.name) };
    for (const key of keysToFindBy(person, entry.keys)) {
      const bucket = byKey.get(key);
      if (bucket) bucket.push(entry);
      else byKey.set(key, [entry]);
    }
  }
  return { byKey };
}

/**
 * A slip may stand in any letter of one part, so it is looked for among people of one birth date, and in one class by
 * the part that is right. The family name with the first letter of the given one finds names without a patronymic and
 * by initials.
 */
function keysToFindBy({ snils, birthDate, className }: PersonTraits, keys: NameKeys): string[] {
  return [
    `parts:${keys.parts}`,
    `short:${keys.family}|${keys.given.charAt(0)}`,
    ...(snils === null ? [] : [`snils:${snils}`]),
    ...(birthDate === null ? [] : [`birth:${birthDate}`]),
    ...(className ? [`class:${className}|${keys.family}`, `class:${className}|${keys.given}`] : []),
  ];
}

const MOST_SHOWN = 10;
const ORDER: readonly DuplicateStrength[] = ['certain', 'likely', 'possible'];

/**
 * Who of the known people may be the candidate, strongest first, at most ten. Nothing is merged here: a person looks at
 * the reasons and decides.
 */
export function findDuplicates(candidate: PersonTraits, { byKey }: PeopleIndex): DuplicateMatch[] {
  const keys = nameKeysOf(candidate.name);
  const looked = new Set<string>();
  const matches: DuplicateMatch[] = [];
  for (const key of keysToFindBy(candidate, keys)) {
    for (const known of byKey.get(key) ?? []) {
      if (looked.has(known.person.id)) continue;
      looked.add(known.person.id);
      const match = judgeDuplicate(candidate, keys, known.person, known.keys);
      if (match) matches.push(match);
    }
  }
  return matches
    .toSorted((a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
}
