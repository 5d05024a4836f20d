import { dryRun, type Known, type NumberedRow } from '@nastavnik/domain/people-import/dry-run';
import type { ColumnMapping, ImportKind } from '@nastavnik/domain/people-import/import-columns';
import type { DryRun, ReadRow } from '@nastavnik/domain/people-import/import-row';
import { isEmptyRow, readRow } from '@nastavnik/domain/people-import/read-row';
import type { RowContext } from '@nastavnik/domain/people-import/row-reader';

/** Rows of a sheet with what is known of the school, and how its columns are understood. */
export type ListToTry<Kind extends ImportKind = ImportKind> = {
  readonly kind: Kind;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly mapping: ColumnMapping;
  readonly context: RowContext;
  readonly known: Known<Kind>;
};
export type TriedList<Kind extends ImportKind = ImportKind> = DryRun<Kind> & {
  readonly who: Readonly<Record<number, string>>;
};

/** Reads the rows and tries them without writing anything. `who` names whom each row is about. */
export function tryList<Kind extends ImportKind>({
  kind,
  rows,
  mapping,
  context,
  known,
}: ListToTry<Kind>): TriedList<Kind> {
  const filled = rows.filter(({ cells }) => !isEmptyRow(cells));
  const read = filled.map(
    ({ row, cells }): NumberedRow<Kind> => ({
      row,
      read: storable(kind, readRow(kind, cells, mapping, context)),
    }),
  );
  const who = Object.fromEntries(
    read.map(({ row, read: one }) => [row, 'values' in one ? whoOf(one.values) : one.who]),
  );
  return { ...dryRun(kind, read, known), who };
}

/** What the tables ask for beyond the reading: the kind of a power, an age that a pupil may have. */
function storable<Kind extends ImportKind>(kind: Kind, read: ReadRow<Kind>): ReadRow<Kind> {
  if (!('values' in read)) return read;
  const { values, remarks } = read;
  if ('childName' in values && values.kinship === null) {
    return { faults: [{ field: 'kinship', code: 'cell.missing' }], remarks, who: whoOf(values) };
  }
  if ('childName' in values && values.kinship === 'other') {
    return { faults: [{ field: 'kinship', code: 'cell.unknown-word', known: KNOWN_KIN }], remarks, who: whoOf(values) };
  }
  if (kind === 'contingent' && 'age' in values && values.age > 30) {
    return { faults: [{ field: 'age', code: 'cell.number', from: 0, to: 30 }], remarks, who: whoOf(values) };
  }
  return read;
}

const KNOWN_KIN = ['мать', 'отец', 'усыновитель', 'опекун', 'попечитель', 'приёмный родитель'];

function whoOf(values: object): string {
  if ('name' in values) {
    const { familyName, givenName, patronymic } = values.name as {
      familyName: string;
      givenName: string;
      patronymic: string | null;
    };
    return [familyName, givenName, patronymic].filter(Boolean).join(' ');
  }
  if ('className' in values) {
    const { grade, letter } = values.className as { grade: number; letter: string };
    return `${grade}${letter}`;
  }
  return 'age' in values ? String(values.age) : '';
}
