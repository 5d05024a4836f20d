import type { SourceCell, SourceParagraph } from '@nastavnik/domain/source/source-document';
import type { Notes } from '../notes.ts';
import { tidyText } from '../plain-text.ts';
import { borderlessTable } from './borderless.ts';
import { stretches } from './gutters.ts';
import { type Lattice, type LatticeCell, latticesOf } from './lattice.ts';
import type { PdfItem, PdfPage } from './page-content.ts';
import type { DrawnCell, PlacedBlock } from './placed-block.ts';
import { splitAtRulings } from './split-at-rulings.ts';
import { drawn, lineGroups, type VisualLine, visualLines } from './text-lines.ts';
import { unwrap } from './unwrap.ts';

/** The blocks of one page from top to bottom: tables by their rulings, the rest as paragraphs. */
export function pageBlocks(page: PdfPage, notes: Notes): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let free: readonly PdfItem[] = page.items;
  for (const lattice of latticesOf(page.segments)) {
    const { table, rest } = tableOf(lattice, free, page.number, notes);
    if (!table) continue;
    free = rest;
    placed.push(table);
  }
  placed.push(...paragraphsOf(free, placed, page, notes));
  return placed.sort((a, b) => a.top - b.top);
}

function tableOf(lattice: Lattice, items: readonly PdfItem[], page: number, notes: Notes) {
  const inside = new Map<LatticeCell, PdfItem[]>();
  const rest: PdfItem[] = [];
  for (const item of items.flatMap((one) => splitAtRulings(one, lattice))) {
    // Where it begins: a word wider than its narrow cell is drawn over the ruling into the next one.
    const x = item.x + Math.min(item.width / 2, item.size * 0.6);
    const y = item.y - item.size * 0.3;
    const cell = lattice.cells.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
    if (cell) inside.set(cell, [...(inside.get(cell) ?? []), item]);
    else rest.push(item);
  }
  if (inside.size === 0) return { table: undefined, rest: items };
  const look = new Map<SourceCell, DrawnCell>();
  const rows = Array.from({ length: lattice.rows.length - 1 }, (_, row) => ({
    cells: lattice.cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map((cell) => cellOf(cell, inside.get(cell) ?? [], look, notes)),
    page,
  }));
  const table: PlacedBlock = {
    block: { kind: 'table', rows, page },
    top: lattice.rows[0] ?? 0,
    bottom: lattice.rows[lattice.rows.length - 1] ?? 0,
    columns: lattice.columns,
    drawn: look,
    isOpenBelow: lattice.isOpenBelow,
  };
  return { table, rest };
}

function cellOf(
  cell: LatticeCell,
  items: readonly PdfItem[],
  look: Map<SourceCell, DrawnCell>,
  notes: Notes,
): SourceCell {
  const lines = visualLines(items);
  // Padding on the right is as wide as on the left, where the text begins.
  const padding = Math.max(1, Math.min(...lines.map((line) => line.left)) - cell.left);
  const room = { left: cell.left + padding, right: cell.right - Math.min(padding, 8) };
  const made: SourceCell = {
    column: cell.column,
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    lines: unwrap(lines, room, notes).map(({ text, bold }) => ({
      text: tidyText(text).replaceAll('\t', ' '),
      ...(bold ? { bold: true } : {}),
    })),
  };
  const last = lines.at(-1);
  look.set(made, { first: lines[0], last, room, below: cell.bottom - (last?.y ?? cell.top) });
  return made;
}

function paragraphsOf(
  items: readonly PdfItem[],
  tables: readonly PlacedBlock[],
  page: PdfPage,
  notes: Notes,
): PlacedBlock[] {
  const groups = lineGroups(items);
  const left = Math.min(...items.map((item) => item.x));
  const right = Math.max(...items.map((item) => item.x + item.width));
  const runs: PdfItem[][][] = [];
  let before: number | undefined;
  for (const group of groups) {
    const y = group[0]?.y ?? 0;
    const last = before;
    if (last === undefined || tables.some(({ top }) => top > last && top < y)) runs.push([]);
    runs[runs.length - 1]?.push(group);
    before = y;
  }
  return runs.flatMap(stretches).flatMap((stretch): PlacedBlock[] => {
    if (stretch.gutters) return [borderlessTable(stretch.lines, stretch.gutters, page.number, notes)];
    return unwrap(stretch.lines.map(drawn), { left, right }, notes).map(({ text, bold, first }) => {
      const block: SourceParagraph = {
        kind: 'paragraph',
        text: tidyText(text),
        page: page.number,
        ...(bold ? { bold: true } : {}),
        ...(isCentered(first, page.width) ? { centered: true } : {}),
      };
      return { block, top: first.y - first.size, bottom: first.y };
    });
  });
}

/** In the middle of the sheet, with clear room on both sides. */
function isCentered(line: VisualLine, width: number): boolean {
  return Math.abs((line.left + line.right) / 2 - width / 2) < width * 0.04 && line.left > width * 0.2;
}
