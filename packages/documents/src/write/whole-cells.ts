import type { DocumentTable, TableCell } from './official-document.ts';

/** A cell of the PDF's table: a merged cell may be drawn as two, the words above and an empty rest without a line between. */
export type WholeCell = TableCell & { readonly openBelow: boolean; readonly openAbove: boolean };

/** Letters on a millimetre of 12 pt text, rather few: a guess too low only keeps one row more together. */
const LETTERS_A_MILLIMETRE = 0.42;

/**
 * The table with its merged cells cut in two where they are long: the upper part covers as many rows as its words need
 * and is kept on one page, so that a page break never goes through a stage's title; the lower part may be broken.
 */
export function wholeCells(
  table: DocumentTable,
  room: number,
): (Omit<DocumentTable['rows'][number], 'cells'> & { cells: WholeCell[] })[] {
  const scale = Math.max(1, room / table.columns.reduce((total, column) => total + column.width, 0));
  const lines = (cell: TableCell) => linesOf(cell, table, scale);
  const heights = table.rows.map(({ cells }) => Math.max(1, ...cells.filter((cell) => cell.rowSpan === 1).map(lines)));
  const rows = table.rows.map((row) => ({ ...row, cells: [] as WholeCell[] }));
  table.rows.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const upper = rowsNeeded(cell, lines(cell), heights.slice(at));
      const isCut = upper < cell.rowSpan;
      rows[at]?.cells.push({ ...cell, rowSpan: upper, openBelow: isCut, openAbove: false });
      if (!isCut) continue;
      const rest = { ...cell, lines: [], rowSpan: cell.rowSpan - upper, openBelow: false, openAbove: true };
      rows[at + upper]?.cells.push(rest);
    }
  });
  return rows;
}

function rowsNeeded(cell: TableCell, lines: number, heights: readonly number[]): number {
  let rows = 1;
  for (let height = heights[0] ?? 1; height < lines && rows < cell.rowSpan; rows += 1) height += heights[rows] ?? 1;
  return rows;
}

function linesOf(cell: TableCell, table: DocumentTable, scale: number): number {
  const columns = table.columns.slice(cell.column, cell.column + cell.columnSpan);
  const letters = columns.reduce((total, column) => total + column.width, 0) * scale * LETTERS_A_MILLIMETRE;
  return cell.lines.reduce((total, line) => total + Math.max(1, Math.ceil(line.length / letters)), 0);
}
