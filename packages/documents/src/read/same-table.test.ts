import type { SourceTable } from '@nastavnik/domain/source/source-document';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  planAsDocx,
  planAsHtml,
  planAsOdt,
  planAsXlsx,
  type TablePlan,
  tablePlans,
} from './fixtures/table-plans.testing.ts';
import { wordsOfSource } from './plain-words.ts';
import { readSource } from './read-source.ts';

// These take a second alone, and more beside everything else on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** `READ_RUNS=2000 npx vitest run --project pure packages/documents/src/read` searches longer. */
const numRuns = Number(process.env['READ_RUNS'] ?? 60);

/** A sheet has no end of its own: it ends with its last cell, and merges reach no further. */
function asSheet(plan: TablePlan): TablePlan {
  const height = Math.max(...plan.cells.map(({ row }) => row)) + 1;
  const width = Math.max(...plan.cells.map(({ column }) => column)) + 1;
  const cells = plan.cells.map((cell) => ({
    ...cell,
    rowSpan: Math.min(cell.rowSpan, height - cell.row),
    columnSpan: Math.min(cell.columnSpan, width - cell.column),
    lines: cell.lines.map(({ text }) => ({ text })),
  }));
  return { height, width, cells };
}

function expected(plan: TablePlan): SourceTable['rows'] {
  return Array.from({ length: plan.height }, (_, row) => ({
    cells: plan.cells
      .filter((cell) => cell.row === row)
      .map(({ column, columnSpan, rowSpan, lines }) => ({
        column,
        columnSpan,
        rowSpan,
        lines: lines.map(({ text, number }) => (number !== undefined ? { text, marker: `${number}.` } : { text })),
      })),
  }));
}

const words = (plan: TablePlan): string[] =>
  plan.cells.flatMap((cell) => cell.lines.flatMap((line) => line.text.split(' ')));

test.each([
  ['DOCX', 'план.docx', planAsDocx],
  ['ODT', 'план.odt', planAsOdt],
  ['HTML', 'план.html', planAsHtml],
  ['XLSX', 'план.xlsx', planAsXlsx],
] as const)('a table written as %s gives back the same cells, numbers and every word', async (format, name, write) => {
  await fc.assert(
    fc.asyncProperty(tablePlans, async (plan) => {
      const document = await readSource(write(plan), name);
      expect(document.blocks).toMatchObject([
        { kind: 'table', rows: expected(format === 'XLSX' ? asSheet(plan) : plan) },
      ]);
      expect(wordsOfSource(document).map(({ word }) => word)).toEqual(words(plan));
    }),
    { numRuns },
  );
});
