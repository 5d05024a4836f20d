import type { ImportKind } from './import-columns.ts';
import type { ImportValues, KnownRow, RelatedIds } from './import-row.ts';
import { contactKeys } from './row-keys.ts';

/**
 * Tells for each row whether its representative is one we have or one of an earlier row: a mother of two stands in two
 * rows and is one person. Rows are asked in their order. Nobody for other kinds.
 */
export function representativesKnown<Kind extends ImportKind>(
  rows: readonly KnownRow<Kind>[],
): (values: ImportValues[Kind], row: number) => Pick<RelatedIds, 'personId' | 'sameAsRow'> {
  const ids = new Map(rows.flatMap((each) => keysOf(each.values).map((key) => [key, each.id])));
  const firstRows = new Map<string, number>();
  return (values, row) => {
    const keys = keysOf(values);
    const personId = keys.map((key) => ids.get(key)).find((id) => id !== undefined);
    const sameAsRow = keys.map((key) => firstRows.get(key)).find((number) => number !== undefined);
    for (const key of keys) if (!firstRows.has(key)) firstRows.set(key, sameAsRow ?? row);
    if (personId !== undefined) return { personId };
    return sameAsRow === undefined ? {} : { sameAsRow };
  };
}

function keysOf(values: ImportValues[ImportKind]): readonly string[] {
  return 'childName' in values ? contactKeys(values) : [];
}
