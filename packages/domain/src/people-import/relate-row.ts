import { printClassName } from '../people/class-names.ts';
import type { KnownPerson } from '../people/duplicate.ts';
import { type PersonName, printFullName } from '../people/person-name.ts';
import { likenessOf, type NameKeys, nameKeysOf } from '../people/same-name.ts';
import type { ImportKind } from './import-columns.ts';
import type { ImportValues, RelatedIds, RowFault } from './import-row.ts';

export type Relation = { readonly related: RelatedIds; readonly faults: readonly RowFault[] };

/** Finds the child of a representative and the class teacher of a class by name; other kinds relate to nobody else. */
export function relateRow<Kind extends ImportKind>(
  kind: Kind,
  pupils: readonly KnownPerson[],
  employees: readonly KnownPerson[],
): (values: ImportValues[Kind]) => Relation {
  const relate: { readonly [K in ImportKind]: (values: ImportValues[K]) => Relation } = {
    employees: () => NOBODY,
    pupils: () => NOBODY,
    contingent: () => NOBODY,
    representatives: childOf(byFamily(kind === 'representatives' ? pupils : [])),
    classes: teacherOf(byFamily(kind === 'classes' ? employees : [])),
  };
  return relate[kind];
}

const NOBODY: Relation = { related: {}, faults: [] };

type Entry = { readonly person: KnownPerson; readonly keys: NameKeys };
type ByFamily = ReadonlyMap<string, readonly Entry[]>;

function byFamily(people: readonly KnownPerson[]): ByFamily {
  const map = new Map<string, Entry[]>();
  for (const person of people) {
    const keys = nameKeysOf(person.name);
    const bucket = map.get(keys.family);
    if (bucket) bucket.push({ person, keys });
    else map.set(keys.family, [{ person, keys }]);
  }
  return map;
}

/** Those whom a name can mean: the same name before names without a patronymic and initials. No slips: a guess about a child is none. */
function named(name: PersonName, people: ByFamily): KnownPerson[] {
  const keys = nameKeysOf(name);
  const found = (people.get(keys.family) ?? []).map(({ person, keys: own }) => ({
    person,
    how: likenessOf(keys, own),
  }));
  for (const likeness of ['same', 'patronymicMissing', 'initialsFit'] as const) {
    const fitting = found.filter(({ how }) => how === likeness).map(({ person }) => person);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function childOf(pupils: ByFamily): (values: ImportValues['representatives']) => Relation {
  return ({ childName, childClass, childBirthDate }) => {
    const className = childClass && printClassName(childClass);
    const fitting = named(childName, pupils).filter(
      (pupil) =>
        (className === null || pupil.className === className) &&
        (childBirthDate === null || pupil.birthDate === null || pupil.birthDate === childBirthDate),
    );
    const [child] = fitting;
    if (!child) return { related: {}, faults: [{ code: 'row.child-not-found', name: printFullName(childName) }] };
    if (fitting.length > 1) {
      return { related: {}, faults: [{ code: 'row.child-ambiguous', ids: fitting.map(({ id }) => id) }] };
    }
    return { related: { childId: child.id }, faults: [] };
  };
}

function teacherOf(employees: ByFamily): (values: ImportValues['classes']) => Relation {
  return ({ classTeacher }) => {
    if (classTeacher === null) return NOBODY;
    const fitting = named(classTeacher, employees);
    const [teacher] = fitting;
    if (!teacher) {
      return { related: {}, faults: [{ code: 'row.class-teacher-not-found', name: printFullName(classTeacher) }] };
    }
    if (fitting.length > 1) {
      return { related: {}, faults: [{ code: 'row.class-teacher-ambiguous', ids: fitting.map(({ id }) => id) }] };
    }
    return { related: { classTeacherId: teacher.id }, faults: [] };
  };
}
