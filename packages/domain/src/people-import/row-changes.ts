import { classKey } from '../people/class-names.ts';
import type { PersonName } from '../people/person-name.ts';
import { nameKeysOf } from '../people/same-name.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues, KnownRow, RelatedIds } from './import-row.ts';

/**
 * Names of the values in which a row differs from what is known. What the row leaves empty it does not change: a sheet
 * without a column for telephones takes no telephones away.
 */
export function changesOf<Kind extends ImportKind>(
  kind: Kind,
  known: KnownRow<Kind>,
  values: ImportValues[Kind],
  related: RelatedIds,
): readonly string[] {
  const before = new Map<string, unknown>(Object.entries(known.values));
  const changed = Object.entries(values).flatMap(([field, value]) => {
    if (RELATIONS[kind].includes(field) || isEmpty(value)) return [];
    return comparable(field, value) === comparable(field, before.get(field)) ? [] : [field];
  });
  const { classTeacherId } = related;
  const newTeacher = classTeacherId !== undefined && classTeacherId !== known.related?.classTeacherId;
  return newTeacher ? [...changed, 'classTeacher'] : changed;
}

/** Values that only find another person: the relation is compared by its id instead. */
const RELATIONS: Record<ImportKind, readonly string[]> = {
  employees: [],
  pupils: [],
  representatives: ['childName', 'childClass', 'childBirthDate'],
  classes: ['classTeacher'],
  contingent: [],
};

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function comparable(field: string, value: unknown): string {
  // ё for е, a hyphen or case are no news about a person.
  if (field === 'name' && isName(value)) {
    const { family, given, father } = nameKeysOf(value);
    return `${family}|${given}|${father}`;
  }
  if (field === 'className' && isClass(value)) return classKey(value);
  return Array.isArray(value) ? value.map(String).toSorted(inOrder).join('\n') : JSON.stringify(value);
}

function isName(value: unknown): value is PersonName {
  return typeof value === 'object' && value !== null && 'familyName' in value;
}

function isClass(value: unknown): value is { readonly grade: number; readonly letter: string } {
  return typeof value === 'object' && value !== null && 'grade' in value && 'letter' in value;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
