import { refine } from '../columns/find-columns.ts';
import { headerWord } from '../columns/header-words.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksEmpty, looksLikeDeadline, looksLikeMark, looksLikeNumber, looksLikeResponsible } from '../text/looks.ts';
import { placeOf, type Span, textOf } from '../text/span.ts';
import { type GridRow, gridCell } from './grid.ts';

/** A cell of a text where the borders of rows are lost and only the order of cells is left. */
export type StreamCell = readonly Span[];

/**
 * Puts a stream of cells back into rows. `head` are the first cells, one a column. A cell that is a row's number opens a
 * row; a full row followed by something that is no number is followed by a heading. Without numbers rows have the head's width.
 * `wrapped`: the cells are lines, and a cell may go on over several of them, so a row ends only where the next number stands.
 */
export function rowsOfStream(head: readonly StreamCell[], body: readonly StreamCell[], wrapped = false): GridRow[] {
  const meanings = refine(head.map((cell) => headerWord(textOf(cell))?.meaning ?? 'unknown'));
  const rows: GridRow[] = [toRow(head)];
  const numbered = meanings[0] === 'number';
  let open: StreamCell[] = [];
  const close = (): void => {
    if (open.length > 0) rows.push(alignedRow(open, meanings));
    open = [];
  };
  for (const cell of body) {
    const text = textOf(cell);
    const startsRow = numbered
      ? looksLikeNumber(text) && opensNumber(open, text, wrapped ? Infinity : head.length)
      : open.length >= head.length;
    if (startsRow) {
      close();
      if (numbered || text !== '') open = [cell];
      continue;
    }
    if (open.length === 0 && numbered) {
      if (text !== '') rows.push(toRow([cell]));
    } else if (numbered && open.length >= head.length) {
      if (isStageWord(text) || (!wrapped && (looksEmpty(text) || !fitsLast(open, cell, meanings)))) {
        close();
        if (text !== '') rows.push(toRow([cell]));
      } else open.push(cell);
    } else open.push(cell);
    if (!numbered && open.length === 1 && isStageWord(text)) {
      rows.push(toRow(open));
      open = [];
    }
  }
  close();
  return rows;
}

/** «5 » in a column of classes is not the next row: only the first place of a row, or a number after enough cells, opens one. */
function opensNumber(open: readonly StreamCell[], text: string, width: number): boolean {
  if (open.length === 0 || open.length >= width) return true;
  const before = Number.parseInt(textOf(open[0] ?? []), 10);
  const now = Number.parseInt(text, 10);
  const full = width === Infinity ? 3 : 2;
  return (
    open.length >= full &&
    (now === before + 1 ||
      (width !== Infinity && /\d\.\d/u.test(text)) ||
      (width === Infinity && /^\d+\.\d+/u.test(text)))
  );
}

function fitsLast(open: readonly StreamCell[], cell: StreamCell, meanings: readonly ColumnMeaning[]): boolean {
  const last = meanings.at(-1);
  const text = textOf(cell);
  return (
    (last === 'responsible' && looksLikeResponsible(text)) ||
    (last === 'deadline' && looksLikeDeadline(text)) ||
    (/^[а-яё]/u.test(text) && open.length > 0)
  );
}

export function isStageWord(text: string): boolean {
  return /^(?:[IVXІХ]{1,4}\s*[.)](?:\s|$)|[IVXІХ]{1,4}\s+этап|\d+\s*(?:-?\s?й\s+)?этап(?:\P{L}|$)|(?:этап|раздел|модуль|блок|направление)(?:[\s№:«]|$))/iu.test(
    text.trim(),
  );
}

/** A row whose cells are as many as the columns stands as it is; otherwise its cells go to the columns they look like. */
function alignedRow(cells: readonly StreamCell[], meanings: readonly ColumnMeaning[]): GridRow {
  while (cells.length > meanings.length && textOf(cells.at(-1) ?? []) === '') cells = cells.slice(0, -1);
  const schedule = meanings.filter((meaning) => meaning === 'deadline').length > 1;
  if (cells.length <= 1 || cells.length === meanings.length || schedule) return toRow(cells);
  const filled = cells.filter((cell) => textOf(cell) !== '');
  const columns = alignCells(
    filled.map((cell) => textOf(cell)),
    meanings,
  );
  const merged = meanings.map((_, column) => filled.filter((_cell, index) => columns[index] === column).flat());
  return { cells: merged.map((spans, column) => gridCell(column, spans)), place: placeOf(cells.flat()) };
}

/** The best way to lay texts over columns without changing their order: the column of each text. */
export function alignCells(texts: readonly string[], meanings: readonly ColumnMeaning[]): number[] {
  const width = meanings.length;
  // best[i][c]: the score of texts 0 … i with text i in column c.
  const best: number[][] = [];
  const from: number[][] = [];
  texts.forEach((text, index) => {
    const scores: number[] = [];
    const back: number[] = [];
    for (let column = 0; column < width; column += 1) {
      let before = index === 0 ? 0 : -Infinity;
      let origin = -1;
      for (let previous = 0; index > 0 && previous <= column; previous += 1) {
        const stay = previous === column ? -0.5 : 0;
        const score = (best[index - 1]?.[previous] ?? -Infinity) + stay;
        if (score > before) [before, origin] = [score, previous];
      }
      scores.push(before + fit(text, meanings[column] ?? 'unknown'));
      back.push(origin);
    }
    best.push(scores);
    from.push(back);
  });
  const columns: number[] = [];
  let column = best.at(-1)?.reduce((top, score, at, all) => (score > (all[top] ?? -Infinity) ? at : top), 0) ?? 0;
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    columns.unshift(column);
    column = from[index]?.[column] ?? 0;
  }
  return columns;
}

/** How well a text stands in a column of this meaning; higher is better. */
export function fit(text: string, meaning: ColumnMeaning): number {
  const deadline = looksLikeDeadline(text);
  const responsible = !deadline && looksLikeResponsible(text);
  switch (meaning) {
    case 'number':
      return looksLikeNumber(text) ? 3 : -3;
    case 'deadline':
      return deadline || looksLikeMark(text) ? 3 : -2;
    case 'responsible':
      return responsible ? 3 : deadline ? -3 : -1;
    case 'result':
    case 'note':
    case 'unknown':
      return deadline || responsible ? -1 : 0.5;
    case 'content':
      return deadline ? -2 : responsible ? -1 : 1.2;
    case 'stage':
    case 'measure':
    case 'audience':
      return deadline ? -2 : responsible ? -1 : 1;
  }
}

function toRow(cells: readonly StreamCell[]): GridRow {
  return { cells: cells.map((spans, column) => gridCell(column, spans)), place: placeOf(cells.flat()) };
}
