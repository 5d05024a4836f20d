import type { ImportKind } from '@nastavnik/domain/people-import/import-columns';
import type { ImportValues, KnownRow, RelatedIds, RowOutcome } from '@nastavnik/domain/people-import/import-row';
import { changesOf } from '@nastavnik/domain/people-import/row-changes';
import type { Outcome } from './list-import.queries.ts';

/** A row that writes something: somebody new, or values of somebody known. */
export type RowToApply<Kind extends ImportKind = ImportKind> = {
  readonly row: number;
  readonly values: ImportValues[Kind];
  readonly related: RelatedIds;
  /** `null`: somebody new. */
  readonly id: string | null;
  /** The values that are written; of somebody new all of them. */
  readonly changes: readonly string[];
  /** Of somebody new: whom a person has said it is not. */
  readonly otherThan?: readonly string[];
};

/** The rows that write, by what was found and what a person has decided about suspected ones. */
export function rowsToApply<Kind extends ImportKind>(
  kind: Kind,
  rows: readonly RowOutcome<Kind>[],
  decisions: ReadonlyMap<number, string>,
  knownRows: readonly KnownRow<Kind>[],
): RowToApply<Kind>[] {
  const known = new Map(knownRows.map((row) => [row.id, row]));
  return rows.flatMap((row): RowToApply<Kind>[] => {
    if (row.outcome === 'error' || row.outcome === 'unchanged') return [];
    const { values, related } = row;
    if (row.outcome === 'new') return [{ row: row.row, values, related, id: null, changes: [] }];
    if (row.outcome === 'changed') return [{ row: row.row, values, related, id: row.id, changes: row.changes }];
    const decision = decisions.get(row.row);
    if (decision === undefined || decision === 'leaveOut') return [];
    if (decision === 'new') {
      const otherThan = row.matches.filter(({ strength }) => strength !== 'possible').map(({ id }) => id);
      return [{ row: row.row, values, related, id: null, changes: [], otherThan }];
    }
    const before = known.get(decision);
    const changes = before ? changesOf(kind, before, values, related) : filledIn(values);
    return [{ row: row.row, values, related, id: decision, changes }];
  });
}

/** An empty cell takes nothing away from somebody known. */
function filledIn(values: object): string[] {
  return Object.entries(values).flatMap(([field, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [field],
  );
}

/** Is the row still what was shown and confirmed? */
export function isAsShown(
  row: RowOutcome<ImportKind>,
  shown: { readonly outcome: Outcome; readonly findings: { readonly id: string | null } } | undefined,
): boolean {
  if (!shown || shown.outcome !== row.outcome) return false;
  return shown.findings.id === (row.outcome === 'changed' || row.outcome === 'unchanged' ? row.id : null);
}
