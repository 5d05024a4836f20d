import type { SourceLine, SourceTable } from '@nastavnik/domain/source/source-document';
import { LIMITS } from '../limits.ts';
import type { Notes } from '../notes.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { XmlElement } from '../xml.ts';
import { isElement, numberIn } from '../xml-walk.ts';

type OpenCell = { column: number; columnSpan: number; rowSpan: number; lines: SourceLine[] };

/** A table of ODF: covered cells are written out, repeated rows and cells are not. */
export function odtTable(table: XmlElement, linesOf: (cell: XmlElement) => SourceLine[], notes: Notes): SourceTable {
  const rows: OpenCell[][] = [];
  let total = 0;

  function readRow(row: XmlElement): OpenCell[] {
    const cells: OpenCell[] = [];
    let column = 0;
    for (const node of row.children.filter(isElement)) {
      const repeated = span(node, 'table:number-columns-repeated');
      if (node.name === 'table:covered-table-cell') {
        keepCoveredText(linesOf(node), column, cells);
        column += repeated;
      } else if (node.name === 'table:table-cell') {
        const lines = linesOf(node);
        for (let i = 0; i < repeated; i++) {
          const columnSpan = span(node, 'table:number-columns-spanned');
          cells.push({ column, columnSpan, rowSpan: span(node, 'table:number-rows-spanned'), lines: [...lines] });
          // What a cell spans is written after it as covered cells.
          column += 1;
          total += 1;
          if (total > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
        }
      }
    }
    return cells;
  }

  function keepCoveredText(lines: SourceLine[], column: number, current: OpenCell[]): void {
    if (lines.length === 0) return;
    const row = rows.length;
    const owner = [...rows, current]
      .flatMap((cells, r) => cells.map((cell) => ({ cell, r })))
      .findLast(
        ({ cell, r }) => r + cell.rowSpan > row && cell.column <= column && column < cell.column + cell.columnSpan,
      );
    owner?.cell.lines.push(...lines);
    notes.add('covered-cell-text-kept');
  }

  for (const row of rowsOf(table)) {
    const cells = readRow(row);
    const isEmpty = cells.every((cell) => cell.lines.length === 0);
    const repeated = isEmpty ? 1 : span(row, 'table:number-rows-repeated');
    total += cells.length * (repeated - 1);
    if (total > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
    for (let i = 0; i < repeated; i++) rows.push(cells.map((cell) => ({ ...cell })));
  }
  rows.forEach((cells, r) => {
    for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, rows.length - r);
  });
  return { kind: 'table', rows: rows.map((cells) => ({ cells })) };
}

function rowsOf(container: XmlElement): XmlElement[] {
  return container.children
    .filter(isElement)
    .flatMap((node) => (node.name === 'table:table-row' ? [node] : ROW_GROUPS.has(node.name) ? rowsOf(node) : []));
}

const ROW_GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

const span = (element: XmlElement, name: string): number => Math.max(1, numberIn(element, name) ?? 1);
