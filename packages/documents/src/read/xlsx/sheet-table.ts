import type { SourceCell, SourceRow } from '@nastavnik/domain/source/source-document';
import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { Address, SheetCell } from './sheet-cells.ts';

/** A merged range, both ends included. */
export type Range = { readonly from: Address; readonly to: Address };

/**
 * A sheet as one table: whether its first rows are a title is a rule of reading, not of the format. Empty rows go at
 * both ends, and several in a row become one; columns begin with the first used one.
 */
export function sheetRows(
  cells: readonly SheetCell[],
  merges: readonly Range[],
): { rows: SourceRow[]; sheetRow: number[] } {
  const first = { row: Infinity, column: Infinity };
  const last = { row: -1, column: -1 };
  for (const { row, column } of cells) {
    first.row = Math.min(first.row, row);
    first.column = Math.min(first.column, column);
    last.row = Math.max(last.row, row);
    last.column = Math.max(last.column, column);
  }
  const byRow = new Map<number, Map<number, SheetCell>>();
  for (const cell of cells) {
    const row = byRow.get(cell.row) ?? new Map<number, SheetCell>();
    byRow.set(cell.row, row.set(cell.column, cell));
  }
  // A merge may reach over the whole sheet (a million rows); what counts is inside the used part.
  const used = merges
    .map(({ from, to }) => ({
      from: { row: Math.max(from.row, first.row), column: Math.max(from.column, first.column) },
      to: { row: Math.min(to.row, last.row), column: Math.min(to.column, last.column) },
    }))
    .filter(({ from, to }) => from.row <= to.row && from.column <= to.column);
  const inMerge = new Set(used.flatMap(({ from, to }) => rangeOf(from.row, to.row)));
  const kept = rangeOfRows(byRow, inMerge);
  const width = last.column - first.column + 1;
  if (kept.length * Math.max(width, 1) > LIMITS.cells) throw new ReadingRefusal('file.too-complex');

  const rowIndex = new Map(kept.map((row, i) => [row, i]));
  const covered = new Map<string, Range | 'covered'>();
  for (const range of used) {
    for (const row of rangeOf(range.from.row, range.to.row)) {
      for (let column = range.from.column; column <= range.to.column; column++) {
        const isFirst = row === range.from.row && column === range.from.column;
        const key = `${row},${column}`;
        if (!covered.has(key)) covered.set(key, isFirst ? range : 'covered');
      }
    }
  }

  const rows = kept.map((row): SourceRow => {
    const made: SourceCell[] = [];
    for (let column = first.column; byRow.has(row) || inMerge.has(row) ? column <= last.column : false; column++) {
      const merge = covered.get(`${row},${column}`);
      const cell = byRow.get(row)?.get(column);
      // A covered cell with text of its own is left over from before the merge; nobody sees it, but it is text.
      if (merge === 'covered' && !cell) continue;
      const range = merge === 'covered' ? undefined : merge;
      made.push({
        column: column - first.column,
        columnSpan: range ? range.to.column - column + 1 : 1,
        rowSpan: range ? (rowIndex.get(range.to.row) ?? 0) - (rowIndex.get(row) ?? 0) + 1 : 1,
        lines: cell ? linesOf(cell) : [],
      });
    }
    return { cells: made };
  });
  return { rows, sheetRow: kept };
}

function linesOf({ text, bold }: SheetCell): SourceCell['lines'] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, ...(bold ? { bold: true } : {}) }));
}

/** Rows with something in them, and one empty row for every gap. */
function rangeOfRows(byRow: ReadonlyMap<number, unknown>, inMerge: ReadonlySet<number>): number[] {
  const filled = [...new Set([...byRow.keys(), ...inMerge])].sort((a, b) => a - b);
  return filled.flatMap((row, i) => {
    const before = filled[i - 1];
    return before !== undefined && row - before > 1 ? [row - 1, row] : [row];
  });
}

function rangeOf(from: number, to: number): number[] {
  if (to - from > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
