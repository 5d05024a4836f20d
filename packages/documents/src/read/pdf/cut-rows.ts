import type { SourceCell, SourceLine, SourceRow } from '@nastavnik/domain/source/source-document';
import type { Notes } from '../notes.ts';
import type { DrawnCell } from './placed-block.ts';
import { glued, isContinued, STARTS_ITEM } from './unwrap.ts';

/** What is known of a table that a page has cut: how its cells are drawn, and whether nothing is ruled below the cut. */
export type Cut = {
  readonly drawn: Map<SourceCell, DrawnCell>;
  readonly isOpen: boolean;
  readonly notes: Notes;
};

/**
 * Rows before and after a page as the rows of one table. A merged cell that goes on is drawn empty on the next page: it
 * is one cell with all its rows. A row that the page has cut through is one row: its cells are put together.
 */
export function rowsOverCut(above: readonly SourceRow[], below: readonly SourceRow[], cut: Cut): SourceRow[] {
  const last = above.at(-1);
  const [first, ...rest] = below;
  if (!last || !first) return [...above, ...below];
  const reaching = above.flatMap((row, r) =>
    row.cells.filter((cell) => cell.rowSpan > 1 && r + cell.rowSpan === above.length),
  );
  const grown = new Map<SourceCell, SourceCell>();
  for (const cell of first.cells) {
    const upper = reaching.find((one) => one.column === cell.column && one.columnSpan === cell.columnSpan);
    if (upper && (cell.lines.length === 0 || goesOn(upper, cell, cut))) grown.set(upper, cell);
  }
  const lower = new Set(grown.values());
  const own = first.cells.filter((cell) => !lower.has(cell));
  if (own.length === 0) return [...above, ...below];
  const isCut = isOneRow(
    last.cells.filter((cell) => cell.rowSpan === 1),
    own,
    cut,
  );
  const mended = above.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const more = grown.get(cell);
      if (!more) return cell;
      return joined(cell, more, cell.rowSpan + more.rowSpan - (isCut ? 1 : 0), cut);
    }),
  }));
  if (!isCut) return [...mended, { ...first, cells: own }, ...rest];
  const whole = {
    ...last,
    cells: (mended.at(-1)?.cells ?? []).map((cell) => {
      const more = own.find(({ column }) => column === cell.column);
      return more && cell.rowSpan === 1 ? joined(cell, more, more.rowSpan, cut) : cell;
    }),
  };
  return [...mended.slice(0, -1), whole, ...rest];
}

/**
 * A row goes on over the page when its main cell goes on in the middle of a sentence or of a list, no cell goes on that had
 * room to end above, and the row has no beginning of its own: its first cell is empty or goes on, too.
 */
function isOneRow(upper: readonly SourceCell[], lower: readonly SourceCell[], cut: Cut): boolean {
  if (upper.length !== lower.length) return false;
  const pairs = lower.map((cell, i) => [upper[i], cell] as const);
  if (pairs.some(([a, b]) => a?.column !== b.column || a.columnSpan !== b.columnSpan)) return false;
  const filled = pairs.filter(([, cell]) => cell.lines.length > 0);
  if (cut.isOpen || filled.length === 0) return true;
  const hasRoom = (cell: SourceCell | undefined): boolean => {
    const look = cell && cut.drawn.get(cell);
    return !look?.last || look.below > look.last.size * ROOM;
  };
  if (filled.some(([a]) => hasRoom(a))) return false;
  const going = filled.filter(([a, b]) => a && goesOn(a, b, cut)).map(([, cell]) => cell);
  const length = (cell: SourceCell): number => cell.lines.reduce((sum, line) => sum + line.text.length, 0);
  const [main] = filled.map(([, cell]) => cell).toSorted((a, b) => length(b) - length(a));
  // Beside a stage that goes on, both rows have nothing in its columns.
  const start = pairs.find(([a, b]) => (a?.lines.length ?? 0) + b.lines.length > 0);
  const hasNoStart = start?.[1].lines.length === 0 && (start[0]?.lines.length ?? 0) > 0;
  // The rest of one cell, and nothing else, is no row.
  const [only] = filled;
  if (hasNoStart && filled.length === 1 && only?.[0] && isOpenEnd(only[0]) && isWrapped(only[0], only[1], cut))
    return true;
  const full = pairs.filter(([a]) => (a?.lines.length ?? 0) > 0);
  if (start && going.includes(start[1]) && filled.length < full.length) return true;
  // «сентябрь» below «сентябрь» in a narrow column goes on with nothing: the longest cell tells.
  if (!main || !(going.includes(main) || (going.length > 0 && STARTS_ITEM.test(main.lines[0]?.text ?? ''))))
    return false;
  return hasNoStart || (start !== undefined && going.includes(start[1]));
}

/** Room under the last line, in sizes of its letters, from which on more lines would have stood there: a paragraph of three lines may have gone over as a whole. */
const ROOM = 3.5;

const isOpenEnd = (cell: SourceCell): boolean => !/[.;:!?]$/.test(cell.lines.at(-1)?.text ?? '.');

/** The text of the lower cell goes on in the middle of a sentence. */
function goesOn(upper: SourceCell, lower: SourceCell, cut: Cut): boolean {
  if (!isOpenEnd(upper) || !/^[а-яёa-z(«",]/.test(lower.lines[0]?.text ?? '')) return false;
  return isWrapped(upper, lower, cut);
}

/** The last line above was full: the first word below had no room on it. */
function isWrapped(upper: SourceCell, lower: SourceCell, cut: Cut): boolean {
  const above = cut.drawn.get(upper);
  const below = cut.drawn.get(lower);
  if (!above?.last || !below?.first) return false;
  return isContinued(above.last, { ...below.first, y: above.last.y + above.last.size }, above.room);
}

/** The cell with what the next page has of it; a further page may cut it again. */
function joined(upper: SourceCell, lower: SourceCell, rowSpan: number, cut: Cut): SourceCell {
  const whole = { ...upper, rowSpan, lines: linesOverCut(upper, lower, cut) };
  const look = cut.drawn.get(lower.lines.length > 0 ? lower : upper);
  if (look) cut.drawn.set(whole, look);
  return whole;
}

function linesOverCut(upper: SourceCell, lower: SourceCell, cut: Cut): readonly SourceLine[] {
  const end = upper.lines.at(-1);
  const [head, ...others] = lower.lines;
  const look = cut.drawn.get(upper);
  if (!end || !head || !look?.last || !isWrapped(upper, lower, cut)) return [...upper.lines, ...lower.lines];
  const text = glued(end.text, head.text, look.last, look.room, cut.notes);
  return [...upper.lines.slice(0, -1), { ...end, text }, ...others];
}
