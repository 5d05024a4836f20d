import { classKey, printClassName } from '../people/class-names.ts';
import type { DuplicateMatch, KnownPerson } from '../people/duplicate.ts';
import { findDuplicates, indexPeople, type PeopleIndex } from '../people/find-duplicates.ts';
import { printFullName } from '../people/person-name.ts';
import { nameKeysOf } from '../people/same-name.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues, KnownRow, RelatedIds } from './import-row.ts';
import { traitsOf } from './row-traits.ts';

export type Found<Kind extends ImportKind> =
  | { readonly kind: 'known'; readonly known: KnownRow<Kind> }
  | { readonly kind: 'suspected'; readonly matches: readonly DuplicateMatch[] }
  | { readonly kind: 'new'; readonly matches: readonly DuplicateMatch[] };

/** Finds what a row is about among what the school has. */
export class Matcher<Kind extends ImportKind> {
  readonly #kind: Kind;
  readonly #byKey: ReadonlyMap<string, KnownRow<Kind>>;
  readonly #byId: ReadonlyMap<string, KnownRow<Kind>>;
  readonly #index: PeopleIndex;

  constructor(kind: Kind, rows: readonly KnownRow<Kind>[], people: readonly KnownPerson[]) {
    this.#kind = kind;
    this.#byKey = new Map(rows.flatMap((row) => keysOf(kind, row.values, row.related).map((key) => [key, row])));
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    const own = rows.flatMap((row): KnownPerson[] => {
      const traits = traitsOf(kind, row.values);
      return traits ? [{ id: row.id, ...traits }] : [];
    });
    this.#index = indexPeople([...own, ...people.filter(({ id }) => !this.#byId.has(id))]);
  }

  find(values: ImportValues[Kind], related: RelatedIds): Found<Kind> {
    for (const key of keysOf(this.#kind, values, related)) {
      const known = this.#byKey.get(key);
      if (known) return { kind: 'known', known };
    }
    const traits = traitsOf(this.#kind, values);
    if (!traits || related.personId !== undefined || related.sameAsRow !== undefined)
      return { kind: 'new', matches: [] };
    const matches = findDuplicates(traits, this.#index);
    const strong = matches.filter(({ strength }) => strength !== 'possible');
    if (strong.length === 0) return { kind: 'new', matches };
    const known = this.#kind === 'representatives' ? undefined : this.#byId.get(surelyOne(strong)?.id ?? '');
    return known ? { kind: 'known', known } : { kind: 'suspected', matches };
  }

  who(values: ImportValues[Kind]): string {
    const traits = traitsOf(this.#kind, values);
    return traits
      ? [printFullName(traits.name), traits.className ?? ''].filter(Boolean).join(', ')
      : this.#label(values);
  }

  #label(values: ImportValues[ImportKind]): string {
    if ('className' in values) return printClassName(values.className);
    return 'age' in values ? String(values.age) : '';
  }
}

/**
 * The very same person, so that a list sent again changes cards instead of asking about each of them: the only one with
 * this name and birth date or СНИЛС, whoever else has a name like it; or the only one with this name at all.
 */
function surelyOne(strong: readonly DuplicateMatch[]): DuplicateMatch | undefined {
  const undoubted = strong.filter(
    // A moved class is what a new list is for.
    ({ reasons, doubts }) => reasons.includes('sameName') && doubts.every((doubt) => doubt === 'otherClass'),
  );
  const certain = undoubted.filter(({ strength }) => strength === 'certain');
  if (certain.length === 1) return certain[0];
  return strong.length === 1 ? undoubted[0] : undefined;
}

/** What names a thing that is no person, and a relation of two people. */
function keysOf<Kind extends ImportKind>(
  kind: Kind,
  values: ImportValues[Kind],
  related: RelatedIds | undefined,
): readonly string[] {
  return KEYS[kind](values, related ?? {});
}

const KEYS: {
  readonly [Kind in ImportKind]: (values: ImportValues[Kind], related: RelatedIds) => readonly string[];
} = {
  employees: () => [],
  pupils: () => [],
  representatives: ({ name }, { childId }) => {
    const { family, given, father } = nameKeysOf(name);
    return childId === undefined ? [] : [`${childId}|${family}|${given}|${father}`];
  },
  classes: ({ className }) => [classKey(className)],
  contingent: ({ age }) => [String(age)],
};
