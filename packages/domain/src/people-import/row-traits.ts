import { printClassName } from '../people/class-names.ts';
import type { PersonTraits } from '../people/duplicate.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues } from './import-row.ts';

/** What tells whom a row is about; `null` for a row about no person. */
export function traitsOf<Kind extends ImportKind>(kind: Kind, values: ImportValues[Kind]): PersonTraits | null {
  return TRAITS[kind](values);
}

const TRAITS: { readonly [Kind in ImportKind]: (values: ImportValues[Kind]) => PersonTraits | null } = {
  employees: ({ name, birthDate, snils }) => ({ name, birthDate, snils }),
  pupils: ({ name, birthDate, snils, className }) => ({ name, birthDate, snils, className: printClassName(className) }),
  // A representative of two children is one person in two rows: the relation is new, the person is asked about.
  representatives: ({ name }) => ({ name, birthDate: null, snils: null }),
  classes: () => null,
  contingent: () => null,
};
