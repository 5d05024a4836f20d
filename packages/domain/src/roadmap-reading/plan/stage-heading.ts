import type { Column } from '../columns/find-columns.ts';
import { isStageWord } from '../layout/cell-stream.ts';
import { looksLikeNumber } from '../text/looks.ts';
import { flowOf, type Span, trimmed } from '../text/span.ts';
import type { PlacedRow } from './plan-rows.ts';

/** `mark` is the whole prefix with its number and the word «этап». */
export type StageHeading = { number: Span[]; title: Span[]; notes: Span[][]; mark: Span[] };

/**
 * A row that names a stage: one filled cell (beside a number) that spans the table, is bold, begins with a word of stages,
 * stands in the first column, or has a number of one step in a table whose rows have numbers of two («2.» among «2.1», «2.2»).
 */
export function stageHeading(
  row: PlacedRow,
  columns: readonly Column[],
  numbers: readonly string[],
  next: string,
): StageHeading | null {
  if (row.scrambled) return null;
  const number = row.cells.find((cell) => columns[cell.column]?.meaning === 'number' && looksLikeNumber(cell.text));
  const words = row.cells.filter((cell) => cell !== number);
  const [cell] = words;
  const same = words.length > 2 && words.every((one) => one.text === cell?.text);
  if (!cell || (words.length > 1 && !same)) return null;
  const meaning = columns[cell.column]?.meaning;
  const wide = cell.columnSpan >= Math.max(2, columns.length - 2) && columns.length > 2;
  const bold = cell.spans.every((span) => span.piece.bold);
  const first = cell.column === 0 && columns.length > 2 && meaning !== 'stage' && meaning !== 'content';
  const numberText = number?.text.replace(/[.)\s]+$/u, '') ?? '';
  const parent = /^\d+$/u.test(numberText) && numbers.some((other) => /^\d+\s?\.\s?\d/u.test(other));
  const roman = /^[IVXІХ]+$/u.test(numberText);
  const hasStageColumn = columns.some((column) => column.meaning === 'stage');
  if (hasStageColumn && !wide && !same && !(first && isStageWord(cell.text))) return null;
  // A row of words only, and then the count begins at 1.
  const restarts = !number && numbers.length > 0 && /^(?:\d+\s?\.\s?)?1[.)]?$/u.test(next);
  if (!(wide || same || bold || first || parent || roman || restarts || isStageWord(cell.text))) return null;
  const heading = splitHeading(cell.spans);
  return {
    number: number ? [...number.spans] : heading.number,
    title: heading.title,
    notes: heading.notes,
    mark: heading.mark,
  };
}

/** «II этап – Реализация…» is number and title; what follows on a line of its own («Задача этапа – …») is a note. */
export function splitHeading(spans: readonly Span[]): StageHeading {
  const flow = flowOf(spans);
  const note = /\n\s*(?=(?:задач[аи]|цел[ьи])(?:\s|$))/iu.exec(flow.text);
  const end = note ? note.index : flow.text.length;
  const notes = note ? [trimmed(flow.slice(end, flow.text.length))] : [];
  const title = flow.text.slice(0, end);
  const mark =
    /^\s*(\d{1,2}|[IVXІХ]{1,4})(?:\s*-?\s*й)?\s+этап\s*[.:–—-]*\s*/iu.exec(title) ??
    /^\s*этап\s+(?:№\s*)?(\d{1,2}|[IVXІХ]{1,4})\s*[.:–—-]*\s*/iu.exec(title) ??
    /^\s*(\d{1,2}(?:\.\d{1,2})*|[IVXІХ]{1,4})\s*[.)]\s*/u.exec(title);
  if (!mark?.[1] || mark[0].length >= title.length)
    return { number: [], title: trimmed(flow.slice(0, end)), notes, mark: [] };
  const at = mark[0].indexOf(mark[1]);
  return {
    number: trimmed(flow.slice(at, at + mark[1].length)),
    title: trimmed(flow.slice(mark[0].length, end)),
    notes,
    mark: trimmed(flow.slice(0, mark[0].length)),
  };
}
