import type { SourceBlock, SourceCell, SourceParagraph, SourceRow } from '@nastavnik/domain/source/source-document';
import { rowLine } from '../cell-lines.ts';
import type { Notes } from '../notes.ts';
import { rowsOverCut } from './cut-rows.ts';
import type { DrawnCell, PlacedBlock } from './placed-block.ts';

export type PageBlocks = {
  readonly number: number;
  readonly height: number;
  readonly blocks: readonly PlacedBlock[];
};

/**
 * Puts pages together: running heads and page numbers go aside, a table that goes on over pages becomes one, its
 * repeated header rows go aside too. Nothing is dropped.
 */
export function acrossPages(pages: readonly PageBlocks[], notes: Notes): SourceBlock[] {
  const isRunning = runningLines(pages);
  const heads: SourceBlock[] = [];
  const feet: SourceBlock[] = [];
  const body: PlacedBlock[] = [];
  for (const page of pages) {
    let isFirst = true;
    for (const placed of page.blocks) {
      const aside = isRunning(page, placed);
      if (aside) {
        notes.add('page-number-moved');
        (aside === 'header' ? heads : feet).push({ ...(placed.block as SourceParagraph), aside });
        continue;
      }
      const below = isFirst ? marksBelowTable(body, pages) : 0;
      const last = body[body.length - 1 - below];
      const joined = isFirst && last ? joinTables(last, placed, heads, notes) : undefined;
      if (joined) {
        // A mark at the foot of one sheet does not end a table that goes on over the next.
        for (const mark of body.splice(body.length - below, below)) {
          feet.push({ ...(mark.block as SourceParagraph), aside: 'footer' });
        }
        body[body.length - 1] = joined;
      } else body.push(placed);
      isFirst = false;
    }
  }
  return [...heads, ...body.map(({ block }) => block), ...feet];
}

/** The top and bottom strip of a sheet where running heads stand, as a part of its height. */
const STRIP = 0.09;
/** A page number may stand a little further in, and so may what stands at the foot of one sheet alone. */
const FOOT = 0.12;

/** How many paragraphs at the foot of the last sheet stand below its last table. */
function marksBelowTable(body: readonly PlacedBlock[], pages: readonly PageBlocks[]): number {
  let count = 0;
  for (const { block, top } of body.toReversed()) {
    const height = pages.find(({ number }) => number === block.page)?.height ?? Infinity;
    if (block.kind === 'table' || top < height * (1 - FOOT)) return count;
    count += 1;
  }
  return 0;
}

function runningLines(pages: readonly PageBlocks[]) {
  const key = (text: string): string => text.replace(/\d+/g, '#').trim();
  const strip = (page: PageBlocks, placed: PlacedBlock): 'header' | 'footer' | undefined => {
    if (placed.block.kind !== 'paragraph') return undefined;
    const isNumber = PAGE_NUMBER.test(placed.block.text);
    const part = isNumber ? FOOT : STRIP;
    if (placed.bottom < page.height * part) return 'header';
    return (isNumber ? placed.bottom : placed.top) > page.height * (1 - part) ? 'footer' : undefined;
  };
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const placed of page.blocks) {
      const where = strip(page, placed);
      if (!where || placed.block.kind !== 'paragraph') continue;
      const line = `${where} ${key(placed.block.text)}`;
      seen.set(line, (seen.get(line) ?? new Set()).add(page.number));
    }
  }
  return (page: PageBlocks, placed: PlacedBlock): 'header' | 'footer' | undefined => {
    const where = strip(page, placed);
    if (!where || placed.block.kind !== 'paragraph') return undefined;
    const { text } = placed.block;
    const repeats = (seen.get(`${where} ${key(text)}`)?.size ?? 0) >= Math.max(2, pages.length * 0.5);
    return PAGE_NUMBER.test(text) || repeats ? where : undefined;
  };
}

const PAGE_NUMBER = /^(стр(аница|\.)?\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(\s*(из|\/)\s*\d{1,4})?$/i;

function joinTables(
  above: PlacedBlock,
  below: PlacedBlock,
  heads: SourceBlock[],
  notes: Notes,
): PlacedBlock | undefined {
  if (above.block.kind !== 'table' || below.block.kind !== 'table') return undefined;
  const columns = commonGrid(above.columns ?? [], below.columns ?? []);
  if (!columns) return undefined;
  const upper = onGrid(above, columns);
  const lower = onGrid(below, columns);
  const { rows, repeated } = withoutRepeatedHead(upper.rows, lower.rows);
  for (const row of repeated) {
    notes.add('repeated-header-moved');
    const page = row.page ?? below.block.page;
    heads.push({
      kind: 'paragraph',
      text: rowLine(row).text,
      ...(page === undefined ? {} : { page }),
      aside: 'header',
    });
  }
  const drawn = new Map([...upper.drawn, ...lower.drawn]);
  const isOpen = above.isOpenBelow ?? false;
  return {
    ...above,
    block: { ...above.block, rows: rowsOverCut(upper.rows, rows, { drawn, isOpen, notes }) },
    columns,
    bottom: below.bottom,
    drawn,
    isOpenBelow: below.isOpenBelow ?? false,
  };
}

/**
 * The rulings down of two pieces of one table: the same on both sheets, or fewer on one of them, where merged cells or the
 * edge of the sheet hide some.
 */
function commonGrid(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const [more, fewer] = a.length >= b.length ? [a, b] : [b, a];
  const isThere = (x: number): boolean => more.some((one) => Math.abs(one - x) < NEAR);
  if (Math.abs((a[0] ?? 0) - (b[0] ?? 0)) >= NEAR || !fewer.every(isThere)) return undefined;
  const isWhole = Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0)) < NEAR;
  return isWhole || fewer.length > 3 ? more : undefined;
}

const NEAR = 6;

/** The rows of a piece with its cells counted in the columns of the whole table. */
function onGrid({ block, columns = [], drawn = new Map() }: PlacedBlock, grid: readonly number[]) {
  const rows = block.kind === 'table' ? block.rows : [];
  if (columns.length === grid.length) return { rows, drawn };
  const place = (column: number): number => grid.findIndex((x) => Math.abs(x - (columns[column] ?? 0)) < NEAR);
  const moved = new Map<SourceCell, DrawnCell>();
  const placed = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column = place(cell.column);
      const made = { ...cell, column, columnSpan: place(cell.column + cell.columnSpan) - column };
      const look = drawn.get(cell);
      if (look) moved.set(made, look);
      return made;
    }),
  }));
  return { rows: placed, drawn: moved };
}

function withoutRepeatedHead(
  above: readonly SourceRow[],
  below: readonly SourceRow[],
): { rows: readonly SourceRow[]; repeated: SourceRow[] } {
  const text = (row: SourceRow | undefined): string => (row ? rowLine(row).text : '');
  let count = 0;
  while (count < below.length && text(below[count]) !== '' && text(below[count]) === text(above[count])) {
    count += 1;
  }
  return { rows: below.slice(count), repeated: below.slice(0, count) };
}
