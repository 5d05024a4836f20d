import { headerWord, isHeaderLine } from '../columns/header-words.ts';
import { isBlank, placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { fit, rowsOfStream, type StreamCell } from './cell-stream.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';
import { groupedRows } from './grouped-cells.ts';
import { lineStream } from './line-stream.ts';

/**
 * Text without any separators: a cell a paragraph, a cell a line, or the columns of a page run into each other. The head tells
 * which: its cells stand one after the other, each in its own paragraph or line, or are scattered among the rows.
 */
export function looseCells(lines: readonly Span[]): LayoutBlock[] | null {
  const paragraphs = paragraphsOf(lines);
  const scattered = lineStream(lines);
  if (scattered) return scattered;
  return (
    fromCells(lines, paragraphs) ??
    fromCells(
      lines,
      lines.filter((line) => !isBlank(line)).map((line) => [line]),
      true,
    )
  );
}

function fromCells(lines: readonly Span[], cells: readonly StreamCell[], wrapped = false): LayoutBlock[] | null {
  const head = headOf(cells);
  if (!head) return null;
  const first = lines.indexOf(head.cells[0]?.[0] as Span);
  const body = cells.slice(head.to);
  const before: LayoutBlock[] = first > 0 ? [{ kind: 'lines', spans: lines.slice(0, first) }] : [];
  const meanings = head.cells.map((cell) => headerWord(textOf(cell))?.meaning ?? 'unknown');
  const numbered = meanings[0] === 'number';
  if (numbered || chunksFit(body, meanings)) {
    return [
      ...before,
      { kind: 'rows', rows: rowsOfStream(head.cells, body, wrapped), recovered: true, marks: head.marks },
    ];
  }
  const grouped = groupedRows(body, meanings);
  return [
    ...before,
    {
      kind: 'rows',
      rows: [toRow(head.cells), ...grouped.rows],
      recovered: true,
      firm: true,
      marks: [...head.marks, ...grouped.marks],
    },
  ];
}

/** The cells of the head, its second line (quarters, «1 2 3 4 5») drawn in. */
function headOf(cells: readonly StreamCell[]): { cells: StreamCell[]; to: number; marks: StreamCell[] } | null {
  for (let from = 0; from < cells.length; from += 1) {
    const head: StreamCell[] = [];
    const phrases: StreamCell[] = [];
    let to = from;
    for (; to < cells.length; to += 1) {
      const cell = cells[to] as StreamCell;
      const text = textOf(cell);
      if (isHeaderLine(text)) {
        if (headerWord(text)?.phrase) phrases.push(cell);
        else head.push(cell);
      } else if (
        head.length > 0 &&
        /^[а-яё]/u.test(text) &&
        text.length < 40 &&
        /(?:\s|^)(?:за|и|на|по|для|о)$/u.test(textOf(head.at(-1) ?? []))
      ) {
        head.push([...(head.pop() ?? []), ...cell]);
      } else break;
    }
    const all = withPhrases(head, phrases);
    if (new Set(head.map((cell) => headerWord(textOf(cell))?.meaning)).size < 3) continue;
    const marks: StreamCell[] = [];
    while (textOf(cells[to + marks.length] ?? []) === String(marks.length + 1))
      marks.push(cells[to + marks.length] as StreamCell);
    const numbering = marks.length >= 2 && marks.length === all.length;
    const replaced = head.filter((cell) => !all.includes(cell));
    return { cells: all, to: numbering ? to + marks.length : to, marks: [...(numbering ? marks : []), ...replaced] };
  }
  return null;
}

/** Quarters stand where the column of deadlines stood. */
function withPhrases(head: readonly StreamCell[], phrases: readonly StreamCell[]): StreamCell[] {
  if (phrases.length === 0) return [...head];
  const at = head.findIndex((cell) => headerWord(textOf(cell))?.meaning === 'deadline');
  return at < 0 ? [...head, ...phrases] : [...head.slice(0, at), ...phrases, ...head.slice(at + 1)];
}

function chunksFit(body: readonly StreamCell[], meanings: readonly Parameters<typeof fit>[1][]): boolean {
  const score = body.reduce(
    (sum, cell, index) =>
      sum + fit(textOf(cell) === '-' ? 'х' : textOf(cell), meanings[index % meanings.length] ?? 'unknown'),
    0,
  );
  return body.length > 0 && score / body.length >= 0.8;
}

function paragraphsOf(lines: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  let open = false;
  for (const line of lines) {
    if (isBlank(line)) open = false;
    else if (open) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      open = true;
    }
  }
  return groups.filter((group) => rawText(group[0] as Span) !== '');
}

function toRow(cells: readonly StreamCell[]): GridRow {
  return { cells: cells.map((spans, column) => gridCell(column, spans)), place: placeOf(cells.flat()) };
}
