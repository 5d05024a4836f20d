import {
  CATEGORY_TITLES,
  KINSHIP_TITLES,
  readCategory,
  readKinship,
  readStudyForm,
  STUDY_FORM_TITLES,
} from './cell-words.ts';
import { readEmail, readPhone, readWhole, readYears } from './contact-cells.ts';
import type { ColumnMapping, ImportField, ImportKind } from './import-columns.ts';
import type {
  CellFault,
  ClassRow,
  ContingentImportRow,
  EmployeeRow,
  ImportValues,
  PupilRow,
  ReadRow,
  RepresentativeRow,
} from './import-row.ts';
import { type RowContext, RowReader } from './row-reader.ts';

/**
 * Reads the cells of one row by the mapping of the columns: values, or everything that is wrong with it, each with its
 * column and a code. Never throws, whatever stands in the cells.
 */
export function readRow<Kind extends ImportKind>(
  kind: Kind,
  cells: readonly string[],
  mapping: ColumnMapping,
  context: RowContext,
): ReadRow<Kind> {
  const row = new RowReader(cells, mapping, context);
  const values = READERS[kind](row);
  const { faults, remarks } = row;
  return values === null || faults.length > 0 ? { faults, remarks, who: row.who() } : { values, remarks };
}

/** True for a row that holds nothing: sheets have such rows below the list. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** `null` only where a fault was written down. */
const READERS: { readonly [Kind in ImportKind]: (row: RowReader) => ImportValues[Kind] | null } = {
  employees: employee,
  pupils: pupil,
  representatives: representative,
  classes: schoolClass,
  contingent,
};

function employee(row: RowReader): EmployeeRow | null {
  const name = row.name();
  const rest = {
    birthDate: row.birthDate('birthDate', 'adult'),
    snils: row.snils(),
    ...contacts(row),
    post: row.text('post'),
    subjects: listOf(row.text('subjects')),
    experienceYears: row.value('experienceYears', readYears, {
      field: 'experienceYears',
      code: 'cell.number',
      from: 0,
      to: 70,
    }),
    category: row.value('category', readCategory, unknownWord('category', CATEGORY_TITLES)),
    association: row.text('association'),
    startedOn: row.day('startedOn'),
  };
  return name && { name, ...rest };
}

function pupil(row: RowReader): PupilRow | null {
  const name = row.name();
  const birthDate = row.birthDate('birthDate', 'pupil');
  const className = row.className('className');
  if (!row.has('birthDate')) row.missing('birthDate');
  if (!row.has('className')) row.missing('className');
  const rest = {
    snils: row.snils(),
    studyForm: row.value('studyForm', readStudyForm, unknownWord('studyForm', STUDY_FORM_TITLES)),
  };
  if (birthDate !== null && className !== null && row.faults.length === 0)
    row.compareAgeWithClass(birthDate, className);
  return name && birthDate && className && { name, birthDate, className, ...rest };
}

function representative(row: RowReader): RepresentativeRow | null {
  const name = row.name();
  const childName = row.wholeName('childName', true);
  if (!row.has('childName')) row.missing('childName');
  const rest = {
    kinship: row.value('kinship', readKinship, unknownWord('kinship', KINSHIP_TITLES)),
    authority: row.text('authority'),
    ...contacts(row),
    childClass: row.className('childClass'),
    childBirthDate: row.birthDate('childBirthDate', 'pupil'),
  };
  return name && childName && { name, childName, ...rest };
}

function schoolClass(row: RowReader): ClassRow | null {
  const className = row.className('className');
  if (!row.has('className')) row.missing('className');
  const classTeacher = row.wholeName('classTeacher', true);
  return className && { className, classTeacher };
}

function contingent(row: RowReader): ContingentImportRow | null {
  const number = (field: 'age' | 'count', to: number): number | null => {
    if (!row.has(field)) row.missing(field);
    return row.value(field, (cell) => readWhole(cell, 0, to), { field, code: 'cell.number', from: 0, to });
  };
  const [age, count] = [number('age', 120), number('count', 1_000_000)];
  return age === null || count === null ? null : { age, count };
}

function contacts(row: RowReader): { email: string | null; phone: string | null } {
  return {
    email: row.value('email', readEmail, { field: 'email', code: 'cell.email' }),
    phone: row.value('phone', readPhone, { field: 'phone', code: 'cell.phone' }),
  };
}

function listOf(text: string | null): readonly string[] {
  const parts = (text ?? '').split(/[,;/]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function unknownWord(field: ImportField, known: readonly string[]): CellFault {
  return { field, code: 'cell.unknown-word', known };
}
