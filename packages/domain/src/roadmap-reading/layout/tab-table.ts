import { isHeadRow } from '../columns/find-columns.ts';
import { looksLikeNumber } from '../text/looks.ts';
import { isBlank, placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';

/**
 * A row a line, cells parted by tabs (or by `;`, as sheets are saved). Cells that break over lines and headings between the
 * rows are put where they belong.
 */
export function tabTable(lines: readonly Span[], separator: '\t' | ';' = '\t'): LayoutBlock[] | null {
  const first = lines.findIndex((line) => {
    const cells = splitAt(line, separator);
    return cells.length > (separator === ';' ? 2 : 1) && isHeadRow(rowOf(cells));
  });
  if (first < 0) return null;
  const width = splitAt(lines[first] as Span, separator).length;
  const last = lines.findLastIndex(
    (line) => splitAt(line, separator).length > (separator === ';' ? width - 2 : 1) && !isBlank(line),
  );
  const rows: Span[][][] = [];
  let blankBefore = false;
  let end = last + 1;
  while (end < lines.length && isContinuation(lines[end])) end += 1;
  for (const line of lines.slice(first, end)) {
    if (isBlank(line) && !rawText(line).includes(separator)) {
      blankBefore = true;
      continue;
    }
    const cells = splitAt(line, separator).map((span) => [span]);
    const open = rows.at(-1);
    const joins = open !== undefined && rows.length > 1 && belongsTo(open, cells, { width, blankBefore });
    if (joins) {
      open.at(-1)?.push(...(cells[0] ?? []));
      open.push(...cells.slice(1));
    } else rows.push(cells);
    blankBefore = false;
  }
  return withLines(
    lines,
    first,
    end,
    rows.map((cells) => rowOf(cells, width)),
  );
}

function isContinuation(line: Span | undefined): boolean {
  return line !== undefined && /^\s*[а-яё]/u.test(rawText(line));
}

/** A line goes on with the row above when that row has still room, or when it is a lower-case tail without tabs. */
function belongsTo(open: Span[][], cells: Span[][], at: { width: number; blankBefore: boolean }): boolean {
  const start = textOf(cells[0] ?? []);
  if (cells.length === 1 && /^[а-яё(]/u.test(start) && !at.blankBefore) return true;
  if (open.length >= at.width || at.blankBefore || open.length < 2) return false;
  if (start === '' || looksLikeNumber(start)) return false;
  return open.length + cells.length - 1 <= at.width;
}

/** A line without any tab among the rows is a heading across the whole table. */
function rowOf(cells: readonly (Span | readonly Span[])[], width = 1): GridRow {
  const lists = cells.map((cell) => ('piece' in cell ? [cell] : cell));
  const across = lists.length === 1 ? width : 1;
  return { cells: lists.map((spans, column) => gridCell(column, spans, across)), place: placeOf(lists.flat()) };
}

/** Cuts a line at each separator; empty parts stay, for they are empty cells. */
export function splitAt(line: Span, separator: string): Span[] {
  const text = rawText(line);
  const parts: Span[] = [];
  let from = 0;
  for (;;) {
    const at = text.indexOf(separator, from);
    const to = at < 0 ? text.length : at;
    parts.push({ piece: line.piece, from: line.from + from, to: line.from + to });
    if (at < 0) return parts;
    from = at + 1;
  }
}

/** The blocks of a text whose lines `from … to - 1` turned out to be a table. */
export function withLines(lines: readonly Span[], from: number, to: number, rows: readonly GridRow[]): LayoutBlock[] {
  const blocks: LayoutBlock[] = [];
  if (from > 0) blocks.push({ kind: 'lines', spans: lines.slice(0, from) });
  blocks.push({ kind: 'rows', rows, recovered: true });
  if (to < lines.length) blocks.push({ kind: 'lines', spans: lines.slice(to) });
  return blocks;
}
