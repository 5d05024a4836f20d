import type { SourcePlace } from '../../source/source-document.ts';
import type { Column } from '../columns/find-columns.ts';
import { fit } from '../layout/cell-stream.ts';
import type { GridRow } from '../layout/grid.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksEmpty, looksLikeAction, looksLikeNumber } from '../text/looks.ts';
import { type Span, textOf, trimmed } from '../text/span.ts';

/** A filled cell and the column it was found to stand in. */
export type PlacedCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly spans: readonly Span[];
  readonly text: string;
};

/** A row of the plan with its cells put to columns. `marks` are pieces that are layout and not words: «2 3 4 5» under the head. */
export type PlacedRow = {
  readonly place: SourcePlace;
  readonly cells: readonly PlacedCell[];
  readonly marks: readonly (readonly Span[])[];
  /** The cells do not fit the columns: recognition has put several rows into one. */
  readonly scrambled: boolean;
};

/** Puts the cells of a row to the columns, moving a row by one place where its first cell was lost. */
export function placeRow(row: GridRow, columns: readonly Column[], recovered: boolean): PlacedRow {
  const filled = row.cells
    .map((cell) => ({
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      spans: trimmed(cell.lines),
      text: textOf(cell.lines),
    }))
    .filter(
      (cell) => cell.text !== '' && !(looksEmpty(cell.text) && recovered && columns[cell.column]?.phrase === null),
    );
  const marks = columnNumbers(filled);
  const cells = filled.filter((cell) => !marks.includes(cell));
  const placed = { place: row.place, marks: marks.map((cell) => cell.spans) };
  if (cells.length === 0) return { ...placed, cells, scrambled: false };
  const meanings = columns.map((column) => column.meaning);
  const moved = cells.length > 1 || marks.length > 0 ? moveRow(cells, meanings) : cells;
  const lostNumbers = marks.length > 0 && cells.every((cell) => cell.column > 1);
  return { ...placed, cells: moved, scrambled: lostNumbers || isScrambled(moved, meanings) };
}

const follows = (one: PlacedCell | undefined, next: PlacedCell | undefined): boolean =>
  Number(next?.text) === Number(one?.text) + 1;

/** The second head row «1 2 3 4 5», also where a part of it stands in a row with words. */
function columnNumbers(cells: readonly PlacedCell[]): PlacedCell[] {
  const figures = cells.filter((cell) => /^\d{1,2}$/u.test(cell.text));
  // A sheet writes the number of the row itself without its dot: «1 | Нормативная работа | 3 | 4 | 5».
  const isRowNumber = figures[0]?.column === 0 && figures.length < cells.length && !follows(figures[0], figures[1]);
  const digits = isRowNumber ? figures.slice(1) : figures;
  const rising = digits.every(
    (cell, index) => index === 0 || Number(cell.text) === Number(digits[index - 1]?.text) + 1,
  );
  if (!rising) return [];
  if (digits.length === cells.length && digits.length >= 2) return [...digits];
  const inPlace = digits.filter(
    (cell) => Math.abs(Number(cell.text) - 1 - cell.column) <= 1 && (cell.column > 0 || digits.length > 2),
  );
  return inPlace.length >= 2 ? inPlace : [];
}

function moveRow(cells: readonly PlacedCell[], meanings: readonly ColumnMeaning[]): readonly PlacedCell[] {
  const first = cells[0];
  if (meanings[0] !== 'number' || !first || first.column !== 0 || looksLikeNumber(first.text)) return cells;
  const score = (shift: number): number =>
    cells.reduce((sum, cell) => {
      const meaning = meanings[cell.column + shift];
      return sum + (meaning === undefined ? -3 : fit(cell.text, meaning));
    }, 0);
  return score(1) > score(0) + 1 ? cells.map((cell) => ({ ...cell, column: cell.column + 1 })) : cells;
}

function isScrambled(cells: readonly PlacedCell[], meanings: readonly ColumnMeaning[]): boolean {
  if (cells.length < 2) return false;
  if (cells.some((cell) => cell.column >= meanings.length)) return true;
  return cells.some((cell) => {
    const meaning = meanings[cell.column];
    if (meaning === 'number') return !looksLikeNumber(cell.text) && cell.text.length > 12;
    return (meaning === 'deadline' || meaning === 'responsible') && looksLikeAction(cell.text) && cell.text.length > 30;
  });
}
