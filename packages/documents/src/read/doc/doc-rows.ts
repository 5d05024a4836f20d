import type { SourceLine } from '@nastavnik/domain/source/source-document';
import { rowsOfWrittenCells } from '../table-grid.ts';
import { SPRM, type Sprm } from './sprms.ts';

/** A row as its end mark describes it: the right edges of cells in twips, and what is merged. */
export type DocRow = { readonly cells: readonly SourceLine[][]; readonly sprms: readonly Sprm[] };

type Definition = { readonly edges: readonly number[]; readonly continues: readonly boolean[] };

/** Edges of two rows that differ by less are one edge: people drag borders by hand (1/20 inch). */
const SAME_EDGE = 72;

/** Columns come from the edges of all rows; vertical merges from the flags of the cells. */
export function rowsOfDoc(rows: readonly DocRow[]) {
  const definitions = rows.map(({ sprms, cells }) => definition(sprms, cells.length));
  const grid = gridOf(definitions);
  const columnAt = (edge: number): number => {
    const column = grid.findIndex((line) => Math.abs(line - edge) < SAME_EDGE);
    return column < 0 ? 0 : column;
  };
  return rowsOfWrittenCells(
    rows.map(({ cells }, r) => {
      const { edges = [], continues = [] } = definitions[r] ?? {};
      return cells.map((lines, c) => {
        const column = edges.length > c + 1 ? columnAt(edges[c] ?? 0) : c;
        const end = edges.length > c + 1 ? columnAt(edges[c + 1] ?? 0) : c + 1;
        return { column, columnSpan: Math.max(1, end - column), continues: continues[c] ?? false, lines };
      });
    }),
  );
}

function gridOf(definitions: readonly Definition[]): number[] {
  const sorted = [...new Set(definitions.flatMap(({ edges }) => edges))].sort((a, b) => a - b);
  const grid: number[] = [];
  for (const edge of sorted) if (edge - (grid[grid.length - 1] ?? -Infinity) >= SAME_EDGE) grid.push(edge);
  return grid;
}

/** sprmTDefTable: the count of cells, their edges, then 20 bytes a cell, of which the first two hold the merges. */
function definition(sprms: readonly Sprm[], cells: number): Definition {
  const operand = sprms.findLast(({ code }) => code === SPRM.tableCells)?.operand;
  const count = operand?.[0] ?? 0;
  if (!operand || count === 0 || operand.length < 1 + (count + 1) * 2) return { edges: [], continues: [] };
  const edges: number[] = [];
  for (let i = 0; i <= count; i++) edges.push(operand.readInt16LE(1 + i * 2));
  const continues: boolean[] = [];
  for (let i = 0; i < Math.min(count, cells); i++) {
    const at = 1 + (count + 1) * 2 + i * 20;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    continues.push(((flags >> 5) & 3) === 1);
  }
  for (const { code, operand: merge } of sprms) {
    if (code === SPRM.verticalMerge && merge.length >= 2) continues[merge[0] ?? 0] = merge[1] === 1;
  }
  return { edges, continues };
}
