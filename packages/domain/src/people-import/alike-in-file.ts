import { findDuplicates, indexPeople } from '../people/find-duplicates.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues } from './import-row.ts';
import { traitsOf } from './row-traits.ts';

/**
 * For each row of a list of people, the first other row that may be about the same person («Лещёва» and «Лещева» born on
 * one day, one letter wrong): a list itself holds such pairs. The same person written the same twice is an error already.
 */
export function alikeInFile<Kind extends ImportKind>(
  kind: Kind,
  rows: readonly { readonly row: number; readonly values: ImportValues[Kind] }[],
): ReadonlyMap<number, number> {
  if (kind !== 'employees' && kind !== 'pupils') return new Map();
  const people = rows.flatMap(({ row, values }) => {
    const traits = traitsOf(kind, values);
    return traits ? [{ ...traits, id: String(row) }] : [];
  });
  const index = indexPeople(people);
  return new Map(
    people.flatMap((person): [number, number][] => {
      const others = findDuplicates(person, index).filter(
        ({ id, strength }) => id !== person.id && strength !== 'possible',
      );
      const first = Math.min(...others.map(({ id }) => Number(id)));
      return Number.isFinite(first) ? [[Number(person.id), first]] : [];
    }),
  );
}
