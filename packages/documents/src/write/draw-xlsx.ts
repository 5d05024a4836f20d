import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import type { DocumentTable, OfficialDocument } from './official-document.ts';
import { coreProperties, settleZip, withoutControls } from './settle-zip.ts';

type SheetRow = (CellObject | null)[];

/** Excel counts widths in characters of the usual font: about two millimetres each. */
const MILLIMETRES_A_CHARACTER = 1.9;
const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]/gu;

/**
 * A workbook with one sheet: header, stamps and title in rows above the table, the table with merged cells, signatures
 * below. Every cell is text, so that «1.10» stays «1.10» and nothing typed by a person is ever a formula.
 */
export async function drawXlsx(document: OfficialDocument, sheet: string): Promise<Uint8Array> {
  const table = document.blocks.find((block) => block.kind === 'table');
  const width = table?.columns.length ?? 1;
  const rows: SheetRow[] = [
    ...document.organizations.map(({ text }) => across(text, width, { align: 'center' })),
    ...stampRows(document, width),
    ...document.title.map((text) => across(text, width, { align: 'center', fontWeight: 'bold' })),
    ...document.blocks.flatMap((block): SheetRow[] => {
      switch (block.kind) {
        case 'heading':
          return [across(block.text, width, { fontWeight: 'bold' })];
        case 'paragraph':
          return [across(block.text, width)];
        case 'list':
          return block.items.map((item) => across(`– ${item}`, width));
        case 'table':
          return [[], ...tableRows(block)];
      }
    }),
    ...document.signatures.flatMap(({ post, name }) => [[], across([post, name].filter(Boolean).join(' '), width)]),
  ];
  const book = await writeXlsxFile(
    rows,
    {
      sheet: withoutControls(sheet).replace(FORBIDDEN_IN_SHEET_NAME, ' ').slice(0, 31),
      ...(document.orientation === 'landscape' ? { orientation: 'landscape' as const } : {}),
      columns: (table?.columns ?? []).map((column) => ({ width: Math.round(column.width / MILLIMETRES_A_CHARACTER) })),
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer();
  return settleZip(new Uint8Array(book), { 'docProps/core.xml': coreProperties(document.name) });
}

/** A line over the whole width of the table. */
function across(text: string, width: number, style: Partial<CellObject> = {}): SheetRow {
  return [textCell(text, { wrap: true, columnSpan: width, ...style }), ...blanks(width - 1)];
}

/** Left and right stamps beside each other, as on paper: each in one half of the sheet. */
function stampRows({ stamps }: OfficialDocument, width: number): SheetRow[] {
  if (stamps.length === 0) return [];
  const side = (name: 'left' | 'right') =>
    stamps
      .filter((stamp) => stamp.side === name)
      .map((stamp) => stamp.lines.join('\n'))
      .join('\n\n');
  const left = Math.max(1, Math.floor(width / 2));
  const right = Math.max(1, width - left);
  return [
    [],
    [
      textCell(side('left'), { wrap: true, columnSpan: left }),
      ...blanks(left - 1),
      textCell(side('right'), { wrap: true, columnSpan: right }),
      ...blanks(right - 1),
    ],
    [],
  ];
}

function tableRows(table: DocumentTable): SheetRow[] {
  const header = table.columns.map((column) =>
    textCell(column.heading, { ...BORDER, wrap: true, fontWeight: 'bold', align: 'center', alignVertical: 'center' }),
  );
  const rows = table.rows.map((row) => {
    const cells: SheetRow = table.columns.map(() => null);
    for (const cell of row.cells) {
      cells[cell.column] = textCell(cell.lines.join('\n'), {
        ...BORDER,
        wrap: true,
        align: row.kind === 'group' ? 'center' : (table.columns[cell.column]?.align ?? 'left'),
        ...(cell.bold ? { fontWeight: 'bold' } : {}),
        ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
        ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      });
    }
    return cells;
  });
  return [header, ...rows];
}

const BORDER = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'top' } as const;

function textCell(text: string, style: Partial<CellObject>): CellObject {
  return { alignVertical: 'top', ...style, value: withoutControls(text), type: String };
}

function blanks(count: number): null[] {
  return Array.from({ length: Math.max(0, count) }, () => null);
}
