import type { SourceCell, SourceLine, SourceRow } from '@nastavnik/domain/source/source-document';
import { LIMITS } from './limits.ts';
import { ReadingRefusal } from './refusal.ts';

/** One cell as a word processor writes it: a cell that `continues` belongs to the cell above in the same column. */
export type WrittenCell = { column: number; columnSpan: number; continues: boolean; lines: SourceLine[] };

type OpenCell = { column: number; columnSpan: number; rowSpan: number; lines: SourceLine[] };

/** Grows a table of whole cells out of cells merged by «continues the one above» (DOCX, DOC). */
export function rowsOfWrittenCells(rows: readonly (readonly WrittenCell[])[]): SourceRow[] {
  let above = new Map<number, OpenCell>();
  return rows.map((written) => {
    const open = new Map<number, OpenCell>();
    const cells: SourceCell[] = [];
    for (const cell of written) {
      const upper = cell.continues ? above.get(cell.column) : undefined;
      if (upper) {
        upper.rowSpan += 1;
        upper.lines.push(...cell.lines);
        open.set(cell.column, upper);
      } else {
        const own = { column: cell.column, columnSpan: cell.columnSpan, rowSpan: 1, lines: cell.lines };
        cells.push(own);
        open.set(cell.column, own);
      }
    }
    above = open;
    return { cells };
  });
}

/** One cell as HTML writes it: its column follows from what stands before it and what hangs from above. */
export type FlowingCell = { columnSpan: number; rowSpan: number; lines: SourceLine[] };

/** Lays cells with column and row spans into a grid (HTML); a span never reaches past the last row. */
export function rowsOfFlowingCells(rows: readonly (readonly FlowingCell[])[]): SourceRow[] {
  const busyUntil: number[] = [];
  let total = 0;
  return rows.map((cells, row) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while ((busyUntil[column] ?? 0) > row) column += 1;
      // A wide cell meets a cell hanging from above: the browser overlaps them, we narrow the new one.
      let columnSpan = 1;
      while (columnSpan < cell.columnSpan && (busyUntil[column + columnSpan] ?? 0) <= row) columnSpan += 1;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows.length - row));
      for (let c = column; c < column + columnSpan; c++) busyUntil[c] = row + rowSpan;
      total += columnSpan;
      if (total > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
      const here = { column, columnSpan, rowSpan, lines: cell.lines };
      column += columnSpan;
      return here;
    });
    return { cells: placed };
  });
}
