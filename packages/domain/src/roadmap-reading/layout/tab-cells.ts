import { isHeadRow } from '../columns/find-columns.ts';
import { looksLikeNumber } from '../text/looks.ts';
import { isBlank, placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';
import { withLines } from './tab-table.ts';

/** A cell a line, each opened by a tab; lines without a tab go on with the cell, an empty line stands between rows. */
export function tabCells(lines: readonly Span[]): LayoutBlock[] | null {
  const opens = lines.map((line) => /^\s*\t[^\t]*$/u.test(rawText(line)));
  if (opens.filter(Boolean).length < 4) return null;
  const first = opens.indexOf(true);
  const rows = rowsFrom(lines.slice(first), opens.slice(first));
  const head = rows.findIndex((cells) => isHeadRow(toRow(cells)));
  if (head < 0) return null;
  const width = rows[head]?.length ?? 0;
  const chunks = rows.flatMap((cells, index) => (index <= head ? [cells] : chunked(cells, width)));
  return withLines(lines, first, lines.length, chunks.map(toRow));
}

function rowsFrom(lines: readonly Span[], opens: readonly boolean[]): Span[][][] {
  const rows: Span[][][] = [[]];
  let width = 0;
  let blankBefore = false;
  lines.forEach((line, index) => {
    const row = rows.at(-1) as Span[][];
    if (opens[index]) {
      const full = width > 0 ? row.length >= width : blankBefore;
      const heading =
        blankBefore && row.length === 1 && !looksLikeNumber(textOf(row[0] ?? [])) && textOf(row[0] ?? []) !== '';
      if (row.length > 0 && (full || heading)) {
        if (width === 0 && isHeadRow(toRow(row))) width = row.length;
        rows.push([[line]]);
      } else row.push([line]);
    } else row.at(-1)?.push(line);
    blankBefore = isBlank(line) && !opens[index];
  });
  return rows;
}

/** Rows that no empty line parts are told by their width. */
function chunked(cells: Span[][], width: number): Span[][][] {
  if (width < 2 || cells.length <= width) return [cells];
  return Array.from({ length: Math.ceil(cells.length / width) }, (_, index) =>
    cells.slice(index * width, (index + 1) * width),
  );
}

function toRow(cells: readonly Span[][]): GridRow {
  return { cells: cells.map((spans, column) => gridCell(column, spans)), place: placeOf(cells.flat()) };
}
