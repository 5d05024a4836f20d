import { findHead } from '../columns/find-columns.ts';
import type { PieceBlock } from '../text/pieces.ts';
import { type Span, wholeOf } from '../text/span.ts';
import type { GridRow, LayoutBlock } from './grid.ts';
import { looseCells } from './loose-cells.ts';
import { pipeTable } from './pipes.ts';
import { spacedTable } from './spaced-table.ts';
import { tabCells } from './tab-cells.ts';
import { tabTable } from './tab-table.ts';

/** Finds what is a table: the tables of the source, or, in a text without them, lines that were a table once. */
export function findLayout(blocks: readonly PieceBlock[]): LayoutBlock[] {
  const hasPlan = blocks.some((block) => block.kind === 'table' && findHead(gridOf(block)) !== null);
  const layout: LayoutBlock[] = [];
  // A stamp often stands in a text box, which has no place in the body; running heads and footnotes are no part of the plan.
  let lines: Span[] = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.piece.aside === 'textbox' ? [wholeOf(block.piece)] : [],
  );
  const flush = (): void => {
    if (lines.length > 0) layout.push(...(hasPlan ? [{ kind: 'lines', spans: lines } as const] : recovered(lines)));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.piece.aside === null) lines.push(wholeOf(block.piece));
    } else {
      flush();
      layout.push({ kind: 'rows', rows: gridOf(block), recovered: false });
    }
  }
  flush();
  return layout;
}

function recovered(lines: readonly Span[]): LayoutBlock[] {
  return (
    tabTable(lines) ??
    tabCells(lines) ??
    pipeTable(lines) ??
    tabTable(lines, ';') ??
    spacedTable(lines) ??
    looseCells(lines) ?? [{ kind: 'lines', spans: lines }]
  );
}

function gridOf(block: Extract<PieceBlock, { kind: 'table' }>): GridRow[] {
  return block.rows.map((row) => ({
    place: row.place,
    cells: row.cells.map((cell) => ({
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      lines: cell.pieces.map(wholeOf),
    })),
  }));
}
