import type { Column } from '../columns/find-columns.ts';
import { type GridCell, type GridRow, gridCell } from '../layout/grid.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksEmpty, looksLikeDeadline, looksLikeMark } from '../text/looks.ts';
import { textOf } from '../text/span.ts';

type Table = { readonly columns: readonly Column[]; readonly rows: readonly GridRow[] };

/**
 * A calendar whose columns are months or weeks and whose cells say what is done then: each cell becomes a row of its own with
 * the head of its column as the deadline; what names the row («Направление») becomes its stage. Other tables stay as they are.
 */
export function spreadSchedule(table: Table): Table {
  const { columns, rows } = table;
  const times = new Set(columns.flatMap((column, at) => (column.phrase && column.meaning === 'deadline' ? [at] : [])));
  const isTime = (cell: GridCell): boolean =>
    times.has(cell.column) && cell.columnSpan === 1 && !looksEmpty(textOf(cell.lines));
  const texts = rows.flatMap((row) => row.cells.filter(isTime).map((cell) => textOf(cell.lines)));
  const told = texts.filter((text) => !looksLikeMark(text) && !looksLikeDeadline(text));
  if (times.size < 2 || told.length < 2 || told.length * 2 < texts.length) return table;

  const kept = columns.flatMap((column, at) => (column.meaning === 'deadline' ? [] : [at]));
  const hasStage = columns.some(({ meaning }) => meaning === 'stage');
  const meanings = kept.map((at) => columns[at]?.meaning ?? 'unknown');
  const naming = hasStage ? -1 : meanings.findIndex((meaning) => NAMES.has(meaning));
  const made = meanings.map((meaning, at): Column => {
    if (at === naming) return { meaning: 'stage', phrase: null };
    return { meaning: NAMES.has(meaning) ? 'note' : meaning, phrase: null };
  });
  const [content, deadline] = [made.length, made.length + 1];
  return {
    columns: [...made, { meaning: 'content', phrase: null }, { meaning: 'deadline', phrase: null }],
    rows: rows.flatMap((row) => {
      const cells = row.cells.filter(isTime);
      const month = row.cells.filter((cell) => columns[cell.column]?.meaning === 'deadline' && !times.has(cell.column));
      const own = row.cells.flatMap((cell) => {
        const at = kept.indexOf(cell.column);
        return at < 0 ? [] : [{ ...cell, column: at, columnSpan: Math.min(cell.columnSpan, deadline + 1 - at) }];
      });
      if (cells.length === 0) return own.length > 0 ? [{ ...row, cells: own }] : [];
      return cells.map((cell, index) => ({
        ...row,
        cells: [
          ...own.filter(({ column }) => index === 0 || made[column]?.meaning !== 'number'),
          gridCell(content, cell.lines),
          gridCell(deadline, [...(columns[cell.column]?.phrase ?? []), ...month.flatMap(({ lines }) => lines)]),
        ],
      }));
    }),
  };
}

const NAMES = new Set<ColumnMeaning>(['content', 'measure', 'unknown']);
