import type { KnownPerson } from '../people/duplicate.ts';
import { alikeInFile } from './alike-in-file.ts';
import type { ImportKind } from './import-columns.ts';
import type { DryRun, KnownRow, ReadRow, RowFault, RowOutcome, RowRemark } from './import-row.ts';
import { Matcher } from './match-row.ts';
import { relateRow } from './relate-row.ts';
import { representativesKnown } from './representatives-known.ts';
import { changesOf } from './row-changes.ts';
import { rowKeys } from './row-keys.ts';

/** What the school has on the day of the trial. */
export type Known<Kind extends ImportKind> = {
  /** Rows of this kind already there. */
  readonly rows: readonly KnownRow<Kind>[];
  /** Everybody else in the organisation: a new pupil may be last year's, a parent may be a teacher. */
  readonly people: readonly KnownPerson[];
  /** For representatives: the pupils, among whom the child is found. */
  readonly pupils?: readonly KnownPerson[];
  /** For classes: the employees, among whom the class teacher is found. */
  readonly employees?: readonly KnownPerson[];
};

/** A row as it was read, with its number in the sheet, from 1. */
export type NumberedRow<Kind extends ImportKind> = { readonly row: number; readonly read: ReadRow<Kind> };

/**
 * Tries a whole file without writing: each row is new, changed, unchanged, somebody we may have, or an error. The same
 * is asked again when it is applied, since the world moves.
 */
export function dryRun<Kind extends ImportKind>(
  kind: Kind,
  rows: readonly NumberedRow<Kind>[],
  known: Known<Kind>,
): DryRun<Kind> {
  const matcher = new Matcher(kind, known.rows, known.people);
  const sameRepresentative = representativesKnown(known.rows);
  const relate = relateRow(kind, known.pupils ?? [], known.employees ?? []);
  const alike = alikeInFile(
    kind,
    rows.flatMap(({ row, read }) => ('values' in read ? [{ row, values: read.values }] : [])),
  );
  const firstRow = new Map<string, number>();

  const outcomes = rows.map(({ row, read }): RowOutcome<Kind> => {
    const other = alike.get(row);
    const remarks: readonly RowRemark[] =
      other === undefined ? read.remarks : [...read.remarks, { code: 'row.alike-in-file', row: other }];
    if ('faults' in read) return { row, remarks, outcome: 'error', faults: read.faults, who: read.who };
    const { values } = read;
    const faults: RowFault[] = [];
    for (const key of rowKeys(kind, values)) {
      const before = firstRow.get(key);
      if (before === undefined) firstRow.set(key, row);
      else if (!faults.some(({ code }) => code === 'row.twice-in-file')) {
        faults.push({ code: 'row.twice-in-file', row: before });
      }
    }
    const relation = relate(values);
    faults.push(...relation.faults);
    if (faults.length > 0) return { row, remarks, outcome: 'error', faults, who: matcher.who(values) };
    const related = { ...relation.related, ...sameRepresentative(values, row) };
    const found = matcher.find(values, related);
    if (found.kind === 'suspected') {
      return { row, remarks, outcome: 'duplicateSuspected', values, matches: found.matches, related };
    }
    if (found.kind === 'new') return { row, remarks, outcome: 'new', values, matches: found.matches, related };
    const changes = changesOf(kind, found.known, values, related);
    const { id } = found.known;
    return changes.length === 0
      ? { row, remarks, outcome: 'unchanged', id, related }
      : { row, remarks, outcome: 'changed', id, values, changes, related };
  });
  return { rows: outcomes, counts: countOutcomes(outcomes) };
}

/** May the file be applied? Nothing wrong, and each suspicion answered by a person (`answered`: numbers of rows). */
export function isApplicable<Kind extends ImportKind>(
  { rows }: DryRun<Kind>,
  answered: ReadonlySet<number> = new Set(),
): boolean {
  return rows.every(
    ({ outcome, row }) => outcome !== 'error' && (outcome !== 'duplicateSuspected' || answered.has(row)),
  );
}

function countOutcomes<Kind extends ImportKind>(rows: readonly RowOutcome<Kind>[]): DryRun<Kind>['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, duplicateSuspected: 0, error: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
