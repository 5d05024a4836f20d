import type { LayoutBlock } from '../layout/grid.ts';
import { isBlank, rawText, type Span, textOf } from '../text/span.ts';

/** A line of the head; `gap` is true when an empty line, a cell's or a table's border stands before it. */
export type HeadLine = { readonly span: Span; readonly text: string; readonly gap: boolean };

const STAMP =
  /утвержда[юе]\p{L}*|утвержд[её]н\p{L}*|согласован\p{L}*|принят[оаы]?(?!\p{L})|рассмотрен\p{L}*|одобрен\p{L}*/iu;

/** The lines before the plan: paragraphs as they are, tables cell by cell, two stamps side by side put one after the other. */
export function headLines(blocks: readonly LayoutBlock[]): HeadLine[] {
  const lines: (HeadLine & { blanks: number })[] = [];
  let gap = true;
  let blanks = 0;
  const add = (spans: readonly Span[]): void => {
    for (const span of spans.flatMap(splitLines)) {
      if (isBlank(span)) {
        gap = true;
        blanks += 1;
      } else {
        lines.push({ span, text: textOf([span]), gap, blanks });
        gap = false;
        blanks = 0;
      }
    }
  };
  for (const block of blocks) {
    if (block.kind === 'lines') add(untwined(block.spans));
    else {
      for (const row of block.rows) {
        // Cells side by side are apart; a cell alone in its row is a line like any other (a sheet of a workbook).
        const filled = row.cells.filter((cell) => cell.lines.some((span) => !isBlank(span)));
        if (filled.length === 0) gap = true;
        for (const cell of filled) {
          if (filled.length > 1) gap = true;
          add(cell.lines);
          if (filled.length > 1) gap = true;
        }
      }
    }
    if (block.kind === 'rows') gap = true;
  }
  // Where an empty line follows every line, only two of them part anything.
  const spaced = lines.filter((line) => line.blanks > 0).length > 0.75 * lines.length && lines.length > 6;
  return lines.map((line) => (spaced ? { ...line, gap: line.blanks > 1 } : line));
}

function splitLines(span: Span): Span[] {
  const spans: Span[] = [];
  let from = span.from;
  for (const line of rawText(span).split('\n')) {
    spans.push({ piece: span.piece, from, to: from + line.length });
    from += line.length + 1;
  }
  return spans;
}

/** «ПРИНЯТО        УТВЕРЖДЕНО» and the lines below it: the left stamp first, then the right one. */
function untwined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (let index = 0; index < spans.length; ) {
    const span = spans[index] as Span;
    const parts = partsOf(span);
    if (parts.length < 2 || parts.filter((part) => STAMP.test(rawText(part))).length < 2) {
      out.push(span);
      index += 1;
      continue;
    }
    const columns: Span[][] = parts.map((part) => [part]);
    index += 1;
    for (
      ;
      index < spans.length && !isBlank(spans[index] as Span) && columns[0] !== undefined && columns[0].length < 10;
      index += 1
    ) {
      const next = partsOf(spans[index] as Span);
      if (
        next.length === 1 &&
        !/^\s{8,}|^\t/u.test(rawText(spans[index] as Span)) &&
        /дорожн|^\s*план/iu.test(rawText(spans[index] as Span))
      )
        break;
      for (const part of next) nearest(columns, parts, part).push(part);
    }
    for (const column of columns) out.push(...column, { piece: span.piece, from: span.to, to: span.to });
  }
  return out;
}

function nearest(columns: Span[][], heads: readonly Span[], part: Span): Span[] {
  const distances = heads.map((head) => Math.abs(head.from - part.from));
  return columns[distances.indexOf(Math.min(...distances))] ?? (columns[0] as Span[]);
}

function partsOf(span: Span): Span[] {
  return [...rawText(span).matchAll(/\S+(?:[^\S\t]{1,2}\S+)*/gu)].map((match) => ({
    piece: span.piece,
    from: span.from + (match.index ?? 0),
    to: span.from + (match.index ?? 0) + match[0].length,
  }));
}

/** True for the first line of a stamp, also for «Приложение 1 к приказу № 15 от 18.02.2022». */
export function opensStamp(text: string): boolean {
  const clean = text.replace(/^[\s"«*_]+/u, '');
  return (
    new RegExp(`^(?:${STAMP.source})(?:$|[\\s:.,«"(])`, 'iu').test(clean) ||
    clean.toLowerCase().startsWith('зацвярджаю')
  );
}
