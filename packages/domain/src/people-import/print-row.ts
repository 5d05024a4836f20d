import { printClassName } from '../people/class-names.ts';
import { type PersonName, printFullName } from '../people/person-name.ts';
import { printSnils } from '../people/snils.ts';
import { printCategory, printKinship, printStudyForm } from './cell-words.ts';
import { templateColumns } from './column-words.ts';
import type { ImportField, ImportKind } from './import-columns.ts';
import type { ImportValues } from './import-row.ts';
import { printDayCell } from './read-day-cell.ts';

type Cells = Partial<Record<ImportField, string>>;

/** A row in the columns of the template, as it reads back; values that are not known are empty cells. */
export function printRow<Kind extends ImportKind>(kind: Kind, values: ImportValues[Kind]): readonly string[] {
  const cells = PRINTERS[kind](values);
  return templateColumns(kind).map(({ field }) => cells[field] ?? '');
}

const PRINTERS: { readonly [Kind in ImportKind]: (values: ImportValues[Kind]) => Cells } = {
  employees: (row) => ({
    ...nameCells(row.name),
    birthDate: printed(row.birthDate, printDayCell),
    snils: printed(row.snils, printSnils),
    post: row.post ?? '',
    subjects: row.subjects.join(', '),
    experienceYears: printed(row.experienceYears, String),
    category: printed(row.category, printCategory),
    association: row.association ?? '',
    startedOn: printed(row.startedOn, printDayCell),
    phone: row.phone ?? '',
    email: row.email ?? '',
  }),
  pupils: (row) => ({
    ...nameCells(row.name),
    birthDate: printDayCell(row.birthDate),
    className: printClassName(row.className),
    snils: printed(row.snils, printSnils),
    studyForm: printed(row.studyForm, printStudyForm),
  }),
  representatives: (row) => ({
    ...nameCells(row.name),
    kinship: printed(row.kinship, printKinship),
    authority: row.authority ?? '',
    phone: row.phone ?? '',
    email: row.email ?? '',
    childName: printFullName(row.childName),
    childClass: printed(row.childClass, printClassName),
    childBirthDate: printed(row.childBirthDate, printDayCell),
  }),
  classes: (row) => ({
    className: printClassName(row.className),
    classTeacher: printed(row.classTeacher, printFullName),
  }),
  contingent: (row) => ({ age: String(row.age), count: String(row.count) }),
};

function nameCells({ familyName, givenName, patronymic }: PersonName): Cells {
  return { familyName, givenName, patronymic: patronymic ?? '' };
}

function printed<Value>(value: Value | null, print: (value: Value) => string): string {
  return value === null ? '' : print(value);
}
