import type { GridCell, GridRow } from '../layout/grid.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import {
  looksEmpty,
  looksLikeAction,
  looksLikeDeadline,
  looksLikeNumber,
  looksLikeResponsible,
} from '../text/looks.ts';
import { type Span, textOf } from '../text/span.ts';
import { type HeaderWord, headerWord } from './header-words.ts';
import { markedTime, termEdge } from './marked-columns.ts';

/**
 * `phrase` is a deadline that the head of the column names, for marks under it; `says` is that deadline in full where the head
 * is only a number («IX» is «сентябрь»). `edge`: the column holds the first or the last day of a term.
 */
export type Column = {
  readonly meaning: ColumnMeaning;
  readonly phrase: readonly Span[] | null;
  readonly says?: string;
  readonly edge?: 'start' | 'end';
};
/** `headRows` counts the rows from the first that are the table's head; `before` are rows above it (a title inside the table). */
export type FoundColumns = {
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  /** A column of the head names what is done. */
  readonly hasContent: boolean;
};

/** How many rows of a sheet may stand above the head: a title, stamps, goals. */
const ROWS_ABOVE = 80;

/** Looks for the head within the first rows of a table. */
export function findHead(rows: readonly GridRow[]): FoundColumns | null {
  for (let index = 0; index < Math.min(rows.length, ROWS_ABOVE); index += 1) {
    const row = rows[index];
    if (!row) continue;
    if (!isHeadRow(row)) continue;
    let to = index + 1;
    const depth = Math.max(1, ...row.cells.map((cell) => cell.rowSpan));
    while (to < rows.length && (to - index < depth || isSecondHead(rows[to], row))) to += 1;
    const head = rows.slice(index, to);
    const hasContent = head.some((one) =>
      one.cells.some((cell) => CONTENT.has(headCell(textOf(cell.lines))?.meaning ?? 'unknown')),
    );
    return { columns: columnsOf(head), from: index, to, hasContent };
  }
  return null;
}

const CONTENT = new Set<ColumnMeaning>(['content', 'measure', 'stage']);

/** A row is a table's head when at least two of its cells are words of heads and none of them is a whole sentence. */
export function isHeadRow(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => !looksEmpty(textOf(cell.lines)));
  const words = filled.map((cell) => headCell(textOf(cell.lines)));
  const known = words.filter((word) => word !== null);
  const meanings = new Set(known.map((word) => word.meaning));
  if (meanings.size < 2 && !(known.length >= 2 && filled.length === known.length)) return false;
  if (filled.some((cell) => looksLikeNumber(textOf(cell.lines)) || textOf(cell.lines).length > 130)) return false;
  return known.length * 2 >= filled.length;
}

/** A row in the middle of a table that says the same as its head: a page began there. */
export function repeatsHead(row: GridRow, head: ReadonlySet<string>): boolean {
  const texts = row.cells.map((cell) => headKey(textOf(cell.lines))).filter((text) => text !== '');
  return texts.length >= 2 && texts.filter((text) => head.has(text)).length * 3 >= texts.length * 2;
}

export function headKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}№]/gu, '');
}

/** An activity («Мониторинг … деятельности») has words of heads in it too, but is longer or ends like a sentence. */
function headCell(text: string): HeaderWord | null {
  const clean = text.trim();
  if (
    /[.;]$/u.test(clean.replace(/п\s*[./\\]?\s*п\.?$|\sгг?\.$/u, '')) ||
    (clean.length > 60 && looksLikeAction(clean))
  )
    return null;
  return headerWord(clean);
}

/** The second line of a head: quarters or months under «Сроки», so only where the first line left room below. */
function isSecondHead(row: GridRow | undefined, head: GridRow): boolean {
  if (!row || !head.cells.some((cell) => cell.columnSpan > 1)) return false;
  const filled = row.cells.filter((cell) => !looksEmpty(textOf(cell.lines)));
  return filled.length > 1 && filled.every((cell) => isUnderHead(textOf(cell.lines), head));
}

function isUnderHead(text: string, head: GridRow): boolean {
  if (headerWord(text) !== null || termEdge(text) !== null) return true;
  return head.cells.some((cell) => cell.columnSpan > 1 && markedTime(text, textOf(cell.lines)) !== null);
}

type FoundHead = { word: HeaderWord; cell: GridCell; more: Pick<Column, 'says' | 'edge'> };

function columnsOf(head: readonly GridRow[]): Column[] {
  const cells = head.flatMap((row) => row.cells).filter((cell) => !looksEmpty(textOf(cell.lines)));
  // Places to the right of the last head cell are no columns: a scrambled row has spilt over there.
  const width = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  const found = Array.from({ length: width }, (_, column): FoundHead | null => {
    const above = cells.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
    const words = above.map((cell) => ({ cell, word: headerWord(textOf(cell.lines)) }));
    const telling = words.toReversed().find(({ word }) => word !== null) ?? null;
    const own = above.at(-1);
    const term = words.find(({ word, cell }) => word?.meaning === 'deadline' && cell.columnSpan > 1);
    if (own && term && own !== term.cell) {
      const says = markedTime(textOf(own.lines), textOf(term.cell.lines));
      if (says !== null && !telling?.word?.phrase) {
        return { word: { meaning: 'deadline', phrase: says }, cell: own, more: { says } };
      }
      const edge = termEdge(textOf(own.lines));
      if (edge) return { word: { meaning: 'deadline', phrase: null }, cell: own, more: { edge } };
    }
    return telling?.word ? { word: telling.word, cell: telling.cell, more: {} } : null;
  });
  const meanings = refine(found.map((entry) => entry?.word.meaning ?? 'unknown'));
  return meanings.map((meaning, index) => {
    const entry = found[index];
    return { meaning, phrase: entry && entry.word.phrase !== null ? entry.cell.lines : null, ...entry?.more };
  });
}

/**
 * Of two columns that both say what is done, the first names the measure and the second its content. Without any column
 * of content the best other one takes its place: «Направления деятельности» alone are the activities.
 */
export function refine(meanings: readonly ColumnMeaning[]): ColumnMeaning[] {
  const refined = [...meanings];
  const contents = refined.flatMap((meaning, index) => (meaning === 'content' ? [index] : []));
  if (contents.length > 1 && !refined.includes('measure')) {
    refined[contents[0] ?? 0] = 'measure';
    for (const extra of contents.slice(2)) refined[extra] = 'unknown';
  } else if (contents.length > 1) {
    for (const extra of contents.slice(1)) refined[extra] = 'unknown';
  }
  if (contents.length === 0) {
    const stand = (['measure', 'stage', 'unknown'] as const)
      .map((meaning) => refined.indexOf(meaning))
      .find((at) => at >= 0);
    if (stand !== undefined) refined[stand] = 'content';
  }
  return once(refined);
}

/** A second column of the same kind is unknown, except deadlines (a schedule by quarters has four) and notes. */
function once(meanings: readonly ColumnMeaning[]): ColumnMeaning[] {
  return meanings.map((meaning, index) =>
    ['deadline', 'note', 'unknown'].includes(meaning) || meanings.indexOf(meaning) === index ? meaning : 'unknown',
  );
}

/** A first column whose head was lost («№» is often missing in a font) is that of numbers when its cells are numbers. */
export function withNumbers(columns: readonly Column[], rows: readonly GridRow[]): readonly Column[] {
  if (columns[0]?.meaning !== 'unknown' || columns.some((column) => column.meaning === 'number')) return columns;
  const texts = rows
    .flatMap((row) => row.cells.filter((cell) => cell.column === 0 && cell.columnSpan === 1))
    .map((cell) => textOf(cell.lines))
    .filter((text) => text !== '');
  const numbers = texts.filter(looksLikeNumber).length;
  return texts.length > 0 && numbers >= 0.6 * texts.length
    ? [{ meaning: 'number', phrase: null }, ...columns.slice(1)]
    : columns;
}

/** Columns of a table without a head, by what its cells look like. `null` when it does not look like a plan at all. */
export function guessColumns(rows: readonly GridRow[]): Column[] | null {
  const width = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)));
  if (width < 2 || rows.length < 2) return null;
  const texts = Array.from({ length: width }, (_, column) =>
    rows
      .flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.columnSpan === 1))
      .map((cell) => textOf(cell.lines))
      .filter((text) => !looksEmpty(text)),
  );
  const share = (column: number, looks: (text: string) => boolean): number => {
    const cells = texts[column] ?? [];
    return cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
  };
  const meanings = texts.map((cells, column): ColumnMeaning => {
    if (cells.length === 0) return 'unknown';
    if (column === 0 && share(column, looksLikeNumber) >= 0.6) return 'number';
    if (share(column, looksLikeDeadline) >= 0.5) return 'deadline';
    if (share(column, looksLikeResponsible) >= 0.5) return 'responsible';
    return 'unknown';
  });
  if (!meanings.includes('deadline') && !meanings.includes('responsible')) return null;
  const free = meanings.flatMap((meaning, index) => (meaning === 'unknown' ? [index] : []));
  const typed = meanings.findIndex((meaning) => meaning === 'deadline' || meaning === 'responsible');
  const before = free.filter((index) => index < typed);
  const content = before.at(-1) ?? free[0];
  if (content === undefined) return null;
  meanings[content] = 'content';
  const stage = before.at(-2);
  if (stage !== undefined) meanings[stage] = 'stage';
  const after = free.find((index) => index > typed);
  if (after !== undefined) meanings[after] = 'result';
  return meanings.map((meaning) => ({ meaning, phrase: null }));
}
