import { isHeadRow } from '../columns/find-columns.ts';
import { headerWord, isHeaderLine } from '../columns/header-words.ts';
import { isBlank, placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { rowsOfStream, type StreamCell } from './cell-stream.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';
import { splitAt, withLines } from './tab-table.ts';

/** Cells parted by `|`: a whole row a line, a cell a line with the bar at its end, or the bar alone between the cells. */
export function pipeTable(lines: readonly Span[]): LayoutBlock[] | null {
  const bars = lines.map((line) => (rawText(line).match(/\|/gu) ?? []).length);
  const barred = bars.filter((count) => count > 0);
  if (barred.length < 2) return null;
  return rowPerLine(lines, bars) ?? cellPerLine(lines, bars);
}

function rowPerLine(lines: readonly Span[], bars: readonly number[]): LayoutBlock[] | null {
  const first = lines.findIndex((line, index) => (bars[index] ?? 0) >= 2 && isHeadRow(toRow(cellsOf(line))));
  if (first < 0) return null;
  const last = bars.findLastIndex((count) => count > 0);
  const rows: Span[][][] = [];
  for (const line of lines.slice(first, last + 1)) {
    const cells = cellsOf(line);
    if (cells.length === 1 && !rawText(line).includes('|') && rows.length > 0) {
      if (!isBlank(line)) rows.at(-1)?.at(-1)?.push(line);
    } else rows.push(cells);
  }
  return withLines(lines, first, last + 1, rows.map(toRow));
}

/** The cells of one line; a bar at its beginning or end is a border and not an empty cell. */
function cellsOf(line: Span): Span[][] {
  const parts = splitAt(line, '|');
  if (parts.length > 1 && isBlank(parts[0] as Span)) parts.shift();
  if (parts.length > 1 && isBlank(parts.at(-1) as Span)) parts.pop();
  return parts.map((part) => [part]);
}

function cellPerLine(lines: readonly Span[], bars: readonly number[]): LayoutBlock[] | null {
  const firstBar = bars.findIndex((count) => count > 0);
  const alone = rawText(lines[firstBar] as Span).trim() === '|';
  const first = alone ? Math.max(0, firstBar - 1) : firstBar;
  const cells: StreamCell[] = [];
  let open: Span[] = [];
  for (const line of lines.slice(first)) {
    const parts = splitAt(line, '|');
    parts.forEach((part, index) => {
      open.push(part);
      if (index < parts.length - 1) {
        cells.push(open);
        open = [];
      }
    });
  }
  if (open.some((span) => !isBlank(span))) cells.push(open);
  const start = cells.findIndex((cell, index) => isHead(cell) && isHead(cells[index + 1] ?? []));
  if (start < 0) return null;
  let width = 0;
  while (isHead(cells[start + width] ?? [])) width += 1;
  const before = cells.slice(0, start).map((cell) => toRow([cell]));
  const rows = rowsOfStream(cells.slice(start, start + width), cells.slice(start + width));
  return withLines(lines, first, lines.length, [...before, ...rows]);
}

/** A head ends where a cell says again what a column before it has said, or is no strict head: «Работа с фондом учебников». */
function isHead(cell: StreamCell): boolean {
  const text = textOf(cell);
  if (text.length > 80 || /^\p{Lu}+\.|[.!?;]$/u.test(text.replace(/п\s*[./]\s*п\.?$/u, ''))) return false;
  const meaning = headerWord(text)?.meaning;
  if (meaning === undefined) return false;
  return isHeaderLine(text) || !['content', 'measure', 'stage'].includes(meaning);
}

function toRow(cells: readonly StreamCell[]): GridRow {
  return { cells: cells.map((spans, column) => gridCell(column, spans)), place: placeOf(cells.flat()) };
}
