import { isHeadRow } from '../columns/find-columns.ts';
import { isBlank, placeOf, rawText, type Span } from '../text/span.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';
import { withLines } from './tab-table.ts';

/** Columns kept apart by spaces, as page-to-text programmes write them: a cell belongs to the column whose head begins nearest. */
export function spacedTable(lines: readonly Span[]): LayoutBlock[] | null {
  const first = lines.findIndex((line) => {
    const cells = partsOf(line);
    return cells.length > 2 && isHeadRow(rowOf(cells, startsOf(cells)));
  });
  const head = lines[first];
  if (!head) return null;
  const starts = startsOf(partsOf(head));
  const last = lines.findLastIndex((line) => partsOf(line).length > 1);
  if (last <= first) return null;
  const rows = lines
    .slice(first, last + 1)
    .filter((line) => !isBlank(line))
    .map((line) => rowOf(partsOf(line), starts));
  return withLines(lines, first, last + 1, rows);
}

function partsOf(line: Span): Span[] {
  return [...rawText(line).matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
    piece: line.piece,
    from: line.from + match.index,
    to: line.from + match.index + match[0].length,
  }));
}

function startsOf(cells: readonly Span[]): number[] {
  return cells.map((cell) => cell.from);
}

/** A line with one part at its left edge is a heading across the table. */
function rowOf(cells: readonly Span[], starts: readonly number[]): GridRow {
  const columns = starts.map((): Span[] => []);
  for (const cell of cells) {
    const distances = starts.map((start) => Math.abs(start - cell.from));
    columns[distances.indexOf(Math.min(...distances))]?.push(cell);
  }
  const filled = columns.flatMap((spans, column) => (spans.length > 0 ? [{ spans, column }] : []));
  const alone = filled.length === 1 && filled[0]?.column === 0;
  return {
    cells: filled.map(({ spans, column }) => gridCell(column, spans, alone ? starts.length : 1)),
    place: placeOf(cells),
  };
}
