import type { SourceBlock } from '@nastavnik/domain/source/source-document';
import { cellLines } from '../cell-lines.ts';
import type { Notes } from '../notes.ts';
import { type FlowingCell, rowsOfFlowingCells } from '../table-grid.ts';
import type { XmlElement } from '../xml.ts';
import { isHidden } from './html-look.ts';

/** A table with its caption before it; text that stands between rows (a mistake that browsers move out) goes before too. */
export function htmlTable(
  table: XmlElement,
  blocksOf: (container: XmlElement) => SourceBlock[],
  notes: Notes,
): SourceBlock[] {
  const before: SourceBlock[] = [];
  const rows: FlowingCell[][] = [];

  function collect(container: XmlElement): void {
    for (const node of container.children) {
      if (typeof node === 'string') {
        if (node.trim() !== '') before.push(...blocksOf(holding([node])));
      } else if (node.name === 'tr') {
        if (isHidden(node)) notes.add('hidden-rows-kept');
        rows.push(cellsOf(node));
      } else if (node.name === 'td' || node.name === 'th') {
        rows.push([cell(node)]);
      } else if (node.name === 'tbody' || node.name === 'thead' || node.name === 'tfoot') {
        collect(node);
      } else {
        before.push(...blocksOf(holding([node])));
      }
    }
  }

  function cellsOf(row: XmlElement): FlowingCell[] {
    const cells: FlowingCell[] = [];
    for (const node of row.children) {
      if (typeof node === 'string' ? node.trim() === '' : false) continue;
      if (typeof node !== 'string' && (node.name === 'td' || node.name === 'th')) cells.push(cell(node));
      else before.push(...blocksOf(holding([node])));
    }
    return cells;
  }

  const cell = (node: XmlElement): FlowingCell => ({
    columnSpan: spanOf(node, 'colspan'),
    rowSpan: node.attributes['rowspan'] === '0' ? 65_534 : spanOf(node, 'rowspan'),
    lines: cellLines(blocksOf(node)),
  });

  collect(table);
  return rows.length === 0 ? before : [...before, { kind: 'table', rows: rowsOfFlowingCells(rows) }];
}

const holding = (children: XmlElement['children']): XmlElement => ({ name: '', attributes: {}, children });

/** HTML bounds colspan at 1000 and rowspan at 65534; what is no number is 1. */
function spanOf(node: XmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(node.attributes[name] ?? '1', 10);
  return value > 0 ? Math.min(value, name === 'colspan' ? 1000 : 65_534) : 1;
}
