import { classKey } from '../people/class-names.ts';
import type { PersonName } from '../people/person-name.ts';
import { nameKeysOf } from '../people/same-name.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues, RepresentativeRow } from './import-row.ts';

/**
 * What may stand once in a file. People without a birth date are told apart by post too: two namesakes in one staff list
 * are a mistake unless something says otherwise.
 */
export function rowKeys<Kind extends ImportKind>(kind: Kind, values: ImportValues[Kind]): readonly string[] {
  return KEYS[kind](values);
}

const KEYS: { readonly [Kind in ImportKind]: (values: ImportValues[Kind]) => readonly string[] } = {
  employees: ({ name, birthDate, snils }) => [`person:${nameOf(name)}|${birthDate ?? ''}`, ...snilsKey(snils)],
  pupils: ({ name, birthDate, snils }) => [`person:${nameOf(name)}|${birthDate}`, ...snilsKey(snils)],
  representatives: ({ name, childName, childBirthDate, childClass }) => [
    `of:${nameOf(name)}|${nameOf(childName)}|${childBirthDate ?? ''}|${childClass ? classKey(childClass) : ''}`,
  ],
  classes: ({ className }) => [`class:${classKey(className)}`],
  contingent: ({ age }) => [`age:${age}`],
};

function nameOf(name: PersonName): string {
  const { family, given, father } = nameKeysOf(name);
  return `${family}|${given}|${father}`;
}

function snilsKey(snils: string | null): string[] {
  return snils === null ? [] : [`snils:${snils}`];
}

/** By what a representative of several children is known to be one person: the name with a telephone or an address. */
export function contactKeys({ name, phone, email }: RepresentativeRow): readonly string[] {
  return [phone, email].flatMap((contact) => (contact === null ? [] : [`${nameOf(name)}|${contact}`]));
}
