import { drawDocx } from '../write/draw-docx.ts';
import type { OfficialDocument } from '../write/official-document.ts';
import { markLine, type TableExport } from './table-export.ts';

const MILLIMETRES_A_CHARACTER = 1.9;

/** A list as a Word file: the watermark first, then the title and the table. */
export function renderTableDocx(table: TableExport): Promise<Uint8Array> {
  return drawDocx(tableDocument(table), 'PT Serif');
}

function tableDocument({ title, columns, rows, mark }: TableExport): OfficialDocument {
  return {
    name: title,
    orientation: columns.length > 4 ? 'landscape' : 'portrait',
    organizations: [],
    stamps: [],
    title: [title],
    blocks: [
      { kind: 'paragraph', text: markLine(mark) },
      {
        kind: 'table',
        summary: title,
        columns: columns.map(({ title: heading, width }) => ({
          heading,
          width: (width ?? 16) * MILLIMETRES_A_CHARACTER,
          align: 'left',
        })),
        rows: rows.map((cells) => ({
          kind: 'plain',
          cells: columns.map((_, column) => ({
            column,
            columnSpan: 1,
            rowSpan: 1,
            lines: (cells[column] ?? '').split('\n').filter((line) => line !== ''),
            bold: false,
          })),
        })),
      },
    ],
    signatures: [],
    mark: null,
  };
}
