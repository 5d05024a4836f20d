/** What is imported from sheets. */
export const IMPORT_KINDS = ['employees', 'pupils', 'representatives', 'classes', 'contingent'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Fields of a row. `fullName` stands for the three parts when a sheet has them in one cell. */
export const IMPORT_FIELDS = [
  'fullName',
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'snils',
  'email',
  'phone',
  'post',
  'subjects',
  'experienceYears',
  'category',
  'association',
  'startedOn',
  'className',
  'studyForm',
  'childName',
  'childClass',
  'childBirthDate',
  'kinship',
  'authority',
  'classTeacher',
  'age',
  'count',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A column of the sheet, by its position from 0, and the field that it holds; `null`: left out. */
export type ColumnMapping = Readonly<Record<number, ImportField | null>>;

export type ColumnGuess = {
  readonly column: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** 0 … 1. Below 0.5 the column is shown for a person to decide. */
  readonly confidence: number;
  readonly why: 'remembered' | 'header' | 'content' | 'none';
};

/** A mapping once confirmed, kept by normalised headers so that another order of columns finds it again. */
export type RememberedMapping = readonly { readonly header: string; readonly field: ImportField | null }[];
