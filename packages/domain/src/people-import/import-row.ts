import type { PlainDate } from '../calendar/plain-date.ts';
import type { ClassName } from '../people/class-name.ts';
import type { DuplicateMatch } from '../people/duplicate.ts';
import type { NameFault, PersonName } from '../people/person-name.ts';
import type { Snils, SnilsFault } from '../people/snils.ts';
import type { QualificationCategory, StudyForm } from '../people/teacher-facts.ts';
import type { ImportField, ImportKind } from './import-columns.ts';

export type EmployeeRow = {
  readonly name: PersonName;
  readonly birthDate: PlainDate | null;
  readonly snils: Snils | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly post: string | null;
  readonly subjects: readonly string[];
  readonly experienceYears: number | null;
  readonly category: QualificationCategory | null;
  readonly association: string | null;
  readonly startedOn: PlainDate | null;
};

export type PupilRow = {
  readonly name: PersonName;
  readonly birthDate: PlainDate;
  readonly className: ClassName;
  readonly snils: Snils | null;
  readonly studyForm: StudyForm | null;
};

export const KINSHIPS = ['mother', 'father', 'adoptiveParent', 'guardian', 'trustee', 'fosterParent', 'other'] as const;
export type Kinship = (typeof KINSHIPS)[number];

export type RepresentativeRow = {
  readonly name: PersonName;
  readonly kinship: Kinship | null;
  /** The document that gives the authority, as written («свидетельство о рождении I-АБ № 000000»). */
  readonly authority: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly childName: PersonName;
  readonly childClass: ClassName | null;
  readonly childBirthDate: PlainDate | null;
};

export type ClassRow = { readonly className: ClassName; readonly classTeacher: PersonName | null };

export type ContingentImportRow = { readonly age: number; readonly count: number };

/** The values of a row by kind of import. */
export type ImportValues = {
  readonly employees: EmployeeRow;
  readonly pupils: PupilRow;
  readonly representatives: RepresentativeRow;
  readonly classes: ClassRow;
  readonly contingent: ContingentImportRow;
};

/** Why a cell is not taken. `field` names the column's meaning; data are what a sentence in Russian needs. */
export type CellFault = { readonly field: ImportField } & (
  | { readonly code: 'cell.missing' }
  | { readonly code: 'cell.too-long'; readonly limit: number }
  | { readonly code: 'cell.name'; readonly fault: NameFault }
  | { readonly code: 'cell.date-unreadable' }
  | { readonly code: 'cell.date-impossible' }
  | { readonly code: 'cell.date-in-future'; readonly date: PlainDate }
  | { readonly code: 'cell.birth-too-early'; readonly date: PlainDate }
  | { readonly code: 'cell.age-outside-school'; readonly age: number; readonly from: number; readonly to: number }
  | { readonly code: 'cell.class-unreadable' }
  | { readonly code: 'cell.class-unknown'; readonly className: string; readonly known: readonly string[] }
  | { readonly code: 'cell.snils'; readonly fault: SnilsFault }
  | { readonly code: 'cell.phone' }
  | { readonly code: 'cell.email' }
  | { readonly code: 'cell.number'; readonly from: number; readonly to: number }
  | { readonly code: 'cell.unknown-word'; readonly known: readonly string[] }
);

/** Taken, but a person should look: it does not stop the row. */
export type CellRemark = {
  readonly field: ImportField;
} /** «01.02.12»: which century is not certain; what was taken is said. */ & (
  | { readonly code: 'cell.century-guessed'; readonly date: PlainDate }
  | { readonly code: 'cell.name-order-guessed' }
  | { readonly code: 'cell.initials-only' }
  | { readonly code: 'cell.latin-letters-mended' }
  | { readonly code: 'cell.age-unusual-for-class'; readonly age: number; readonly className: string }
);

export type ReadRow<Kind extends ImportKind> =
  | { readonly values: ImportValues[Kind]; readonly remarks: readonly CellRemark[] }
  /** `who` names the person as far as it can be read, for the list of errors. */
  | { readonly faults: readonly CellFault[]; readonly remarks: readonly CellRemark[]; readonly who: string };

/** Whom or what the school has already, in the same shape as a row. */
export type KnownRow<Kind extends ImportKind> = {
  readonly id: string;
  readonly values: ImportValues[Kind];
  readonly related?: RelatedIds;
};

export type RowFault =
  | CellFault
  /** The same person stands in this file twice; `row` is the other one. */
  | { readonly code: 'row.twice-in-file'; readonly row: number }
  | { readonly code: 'row.child-not-found'; readonly name: string }
  | { readonly code: 'row.child-ambiguous'; readonly ids: readonly string[] }
  | { readonly code: 'row.class-teacher-not-found'; readonly name: string }
  | { readonly code: 'row.class-teacher-ambiguous'; readonly ids: readonly string[] };

/** Another row of the file may be about the same person. */
export type RowRemark = CellRemark | { readonly code: 'row.alike-in-file'; readonly row: number };

/** What would happen to one row. `row` is its number in the sheet, from 1. */
export type RowOutcome<Kind extends ImportKind> = { readonly row: number; readonly remarks: readonly RowRemark[] } & (
  | {
      readonly outcome: 'new';
      readonly values: ImportValues[Kind];
      /** Weak likenesses, to look at; they do not stop the row. */
      readonly matches: readonly DuplicateMatch[];
      readonly related: RelatedIds;
    }
  | {
      readonly outcome: 'changed';
      readonly id: string;
      readonly values: ImportValues[Kind];
      /** Names of the values that differ: only these are written. An empty cell takes nothing away. */
      readonly changes: readonly string[];
      readonly related: RelatedIds;
    }
  | { readonly outcome: 'unchanged'; readonly id: string; readonly related: RelatedIds }
  | {
      readonly outcome: 'duplicateSuspected';
      readonly values: ImportValues[Kind];
      readonly matches: readonly DuplicateMatch[];
      readonly related: RelatedIds;
    }
  | { readonly outcome: 'error'; readonly faults: readonly RowFault[]; readonly who: string }
);

/**
 * Who else a row is about. `childId`: of a representative; `classTeacherId`: of a class. `personId` and `sameAsRow`: the
 * representative is somebody we have already, or who stands in an earlier row: the same name and telephone or address.
 */
export type RelatedIds = {
  readonly childId?: string;
  readonly classTeacherId?: string;
  readonly personId?: string;
  readonly sameAsRow?: number;
};

/** The whole file tried without writing anything. It may be applied when nothing is an error and nothing is open. */
export type DryRun<Kind extends ImportKind> = {
  readonly rows: readonly RowOutcome<Kind>[];
  readonly counts: Readonly<Record<RowOutcome<Kind>['outcome'], number>>;
};
