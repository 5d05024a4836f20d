import type { Strip } from './free-columns.ts';
import type { PdfItem } from './page-content.ts';
import { drawn, type VisualLine } from './text-lines.ts';
import { isSurelyContinued } from './unwrap.ts';

/** A line of a table without rulings: what of it stands in each column, and the columns that it reaches over. */
export type GridLine = {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly (VisualLine | undefined)[];
  /** Strips that a piece of it covers, by their place. */
  readonly over: ReadonlySet<number>;
};

/** Where a row begins: above which line, and the first column whose cell begins there; cells before it go on from above. */
type RowStart = { readonly line: number; readonly column: number; readonly over: ReadonlySet<number> };

export function gridLines(lines: readonly (readonly PdfItem[])[], strips: readonly Strip[]): GridLine[] {
  return lines.map((line) => {
    const over = new Set<number>();
    for (const item of line) {
      strips.forEach(([left, right], i) => {
        if (item.x < left - 1 && item.x + item.width > right + 1) over.add(i);
      });
    }
    const columnOf = (item: PdfItem): number => strips.filter(([, right]) => item.x > right - 2).length;
    const cells = [...strips.keys(), strips.length].map((column) => {
      const own = line.filter((item) => columnOf(item) === column);
      return own.length > 0 ? drawn(own) : undefined;
    });
    return { y: line[0]?.y ?? 0, size: line[0]?.size ?? 10, cells, over };
  });
}

/** How far the lines of a cell stand apart at most, in points, and whether rows stand wider apart than that. */
export type Spacing = { readonly tight: number; readonly usesSpace: boolean };

/** What the lines of a whole table, page by page, tell of its spacing. */
export function spacingOf(pages: readonly (readonly GridLine[])[]): Spacing {
  const tight = tightStep(pages) * 1.22;
  const starts = pages.flatMap((lines) =>
    lines.flatMap((_, at) =>
      startTogether(lines, at, tight) === undefined ? [] : [spacedStart(lines, at, tight) !== undefined],
    ),
  );
  const bySpace = starts.filter(Boolean).length;
  return { tight, usesSpace: bySpace > 0 && bySpace >= starts.length * 0.6 };
}

/**
 * The rows of lines in columns. Where rows stand wider apart than the lines inside a cell, the blanks tell; else a row
 * begins where the first column begins anew, or where several columns begin at once. A head of `head` lines is a row.
 */
export function rowStarts(lines: readonly GridLine[], head: number, { tight, usesSpace }: Spacing): RowStart[] {
  const starts: RowStart[] = [{ line: 0, column: 0, over: lines[0]?.over ?? NONE }];
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at];
    const before = lines[at - 1];
    const last = starts.at(-1);
    if (!line || !before || !last) continue;
    const { over } = line;
    const isNear = line.y - before.y <= tight;
    if (at < head) continue;
    if (at === head) starts.push({ line: at, column: 0, over });
    else if (last.over.size > 0 && isNear && (over.size > 0 || isLastOfWide(line))) {
      starts[starts.length - 1] = { ...last, over: new Set([...last.over, ...over]) };
    } else if (over.size > 0 || last.over.size > 0) starts.push({ line: at, column: 0, over });
    else if (usesSpace) {
      const column = spacedStart(lines, at, tight);
      if (column !== undefined) starts.push({ line: at, column: beginsAnew(lines, at, tight) ? 0 : column, over });
    } else {
      const column = startTogether(lines, at, tight);
      if (column === undefined && !beginsAnew(lines, at, tight)) continue;
      starts.push({ line: at, column: Math.max(column ?? 0, firstBegun(lines, at, tight)), over });
    }
  }
  return withWholeCells(starts, lines, head);
}

const NONE: ReadonlySet<number> = new Set();

/** The end of a text across the table, too short to reach over a strip. */
const isLastOfWide = (line: GridLine): boolean =>
  line.cells[0] !== undefined && line.cells.every((cell, column) => column === 0 || !cell);

/** The usual distance of two lines of a cell, in points: that of lines where a sentence goes on; rows of one line tell nothing. */
function tightStep(pages: readonly (readonly GridLine[])[]): number {
  const steps: number[] = [];
  const going: number[] = [];
  for (const lines of pages) {
    for (const column of (lines[0]?.cells ?? []).keys()) {
      const own = linesIn(lines, column);
      const room = roomOf(own);
      own.slice(1).forEach((cell, i) => {
        const before = own[i];
        const step = cell.y - (before?.y ?? 0);
        if (step < cell.size * 1.45) steps.push(step);
        if (before && isSurelyContinued(before, cell, room)) going.push(step);
      });
    }
  }
  const told = (going.length > 2 ? going : steps).sort((a, b) => a - b);
  return told[Math.floor(told.length / 4)] ?? (pages[0]?.[0]?.size ?? 10) * 1.2;
}

/** What stands in a column alone, without texts across the table. */
const linesIn = (lines: readonly GridLine[], column: number): VisualLine[] =>
  lines.flatMap(({ cells, over }) => (over.size > 0 ? [] : (cells[column] ?? [])));

const roomOf = (lines: readonly VisualLine[]): { left: number; right: number } => ({
  left: Math.min(...lines.map(({ left }) => left)),
  right: Math.max(...lines.map(({ right }) => right)),
});

const above = (lines: readonly GridLine[], at: number, column: number): VisualLine | undefined =>
  lines.slice(0, at).findLast(({ cells }) => cells[column])?.cells[column];
const below = (lines: readonly GridLine[], at: number, column: number): VisualLine | undefined =>
  lines.slice(at).find(({ cells }) => cells[column])?.cells[column];

/** Lines above and below the place stand in one cell. */
function isBridged(lines: readonly GridLine[], at: number, column: number, tight: number): boolean {
  const upper = above(lines, at, column);
  const lower = below(lines, at, column);
  return upper !== undefined && lower !== undefined && lower.y - upper.y <= tight;
}

/** How far the cells from a column on stand below those above them; pieces of one line may differ by a part of it. */
export function stepAbove(lines: readonly GridLine[], at: number, first: number): number {
  const ys = (line: GridLine | undefined): number[] => line?.cells.slice(first).flatMap((cell) => cell?.y ?? []) ?? [];
  const upper = ys(lines.slice(0, at).findLast((line) => ys(line).length > 0));
  return Math.min(...ys(lines[at])) - Math.max(-Infinity, ...upper);
}

/** The first column that a blank above this line parts from what stands above; nothing if no row begins here. */
function spacedStart(lines: readonly GridLine[], at: number, tight: number): number | undefined {
  const columns = lines[0]?.cells.length ?? 0;
  for (let first = 0; first <= stageColumns(lines); first++) {
    const own = [...Array(columns).keys()].slice(first);
    if (!own.some((column) => lines[at]?.cells[column])) continue;
    const isFree = own.every((column) => !isBridged(lines, at, column, tight));
    if (isFree && stepAbove(lines, at, first) > tight) return first;
  }
  return undefined;
}

/**
 * The first column of a row that begins here: several cells look begun, or a list counts from 1 again, and none goes on in
 * the middle of a sentence but those of a stage beside its rows.
 */
function startTogether(lines: readonly GridLine[], at: number, tight: number): number | undefined {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || !before || line.y - before.y < tight * 0.6) return undefined;
  const going = line.cells.findLastIndex((cell, column) => cell && goesOn(lines, at, column, tight));
  const first = going + 1;
  if (first > stageColumns(lines)) return undefined;
  const own = line.cells.map((cell, column) => (column < first ? undefined : cell));
  const begun = own.filter((cell, column) => cell && !isBridged(lines, at, column, tight));
  const filled = own.filter((cell) => cell !== undefined);
  const isCountedAnew = own.some((cell, column) => cell && column > 0 && /^1[.)](?:\s|$)/.test(cell.text));
  const looksBegun = filled.length > 2 && filled.every(({ text }) => /^[А-ЯЁ\d«–-]/.test(text));
  return begun.length >= 2 || isCountedAnew || looksBegun ? first : undefined;
}

/** How many columns may tell of a stage beside its rows: two in a table of four, one in a table of three. */
const stageColumns = (lines: readonly GridLine[]): number => Math.min(2, (lines[0]?.cells.length ?? 0) - 2);

/** The first column has a line that does not go on from the one above. */
function beginsAnew(lines: readonly GridLine[], at: number, tight: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line?.cells[0] || !before || line.y - before.y < tight * 0.6) return false;
  if (goesOn(lines, at, 0, tight)) return false;
  const others = line.cells.slice(1).flatMap((cell, i) => (cell ? [i + 1] : []));
  return others.length > 0 && !others.some((column) => goesOn(lines, at, column, tight));
}

/** The cell of a column goes on in the middle of a sentence. */
function goesOn(lines: readonly GridLine[], at: number, column: number, tight: number): boolean {
  const cell = lines[at]?.cells[column];
  const upper = above(lines, at, column);
  if (!cell || !upper || !isBridged(lines, at, column, tight)) return false;
  // «во», the end of a word that a narrow cell has cut, is no preposition that leans forward.
  if (/^[А-ЯЁ]/.test(cell.text) && !upper.text.includes(' ')) return false;
  return isSurelyContinued(upper, cell, roomOf(linesIn(lines, column)));
}

/** The first column from which on nothing goes on over the beginning of a row. */
function firstBegun(lines: readonly GridLine[], at: number, tight: number): number {
  let first = 0;
  while (first < stageColumns(lines) && !lines[at]?.cells[first] && isBridged(lines, at, first, tight)) first += 1;
  return first;
}

/** A paragraph that stands apart inside its cell is no row: nothing but one column, and not the first, has words in it. */
function withWholeCells(starts: readonly RowStart[], lines: readonly GridLine[], head: number): RowStart[] {
  return starts.filter((start, i) => {
    if (start.line === 0 || start.line === head || start.over.size > 0) return true;
    const own = lines.slice(start.line, starts[i + 1]?.line ?? lines.length);
    const filled = new Set(own.flatMap(({ cells }) => cells.flatMap((cell, column) => (cell ? [column] : []))));
    const isBold = own.every(({ cells }) => cells.every((cell) => !cell || cell.bold));
    return filled.size > 1 || filled.has(0) || isBold || starts[i - 1]?.over.size !== 0;
  });
}
