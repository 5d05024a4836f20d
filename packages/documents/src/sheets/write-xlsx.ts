import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { coreProperties, settleZip, withoutControls } from '../write/settle-zip.ts';
import { markLine, type TableExport } from './table-export.ts';

export type WorkbookSheet = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (CellObject | null)[])[];
  /** Rows at the top that stay while one scrolls. */
  readonly sticky: number;
};

const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]/gu;
const LONGEST_CELL = 32_767;

/** Bytes of a workbook without the time and name of the writer: the same sheets give the same bytes. */
export async function writeWorkbook(title: string, sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const book = await writeXlsxFile(
    sheets.map(({ name, widths, rows, sticky }) => ({
      sheet: withoutControls(name).replace(FORBIDDEN_IN_SHEET_NAME, ' ').slice(0, 31),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: sticky,
      data: rows.map((row) => [...row]),
    })),
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer();
  return settleZip(new Uint8Array(book), { 'docProps/core.xml': coreProperties(title) });
}

/**
 * A cell of text, whatever it looks like: «=1+1», «007» and «+7…» stay as typed, and the format keeps them so when a
 * person edits them.
 */
export function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  const value = withoutControls(text).slice(0, LONGEST_CELL);
  return { alignVertical: 'top', ...style, value, type: String, format: '@' };
}

export const HEADER_STYLE: Partial<CellObject> = {
  fontWeight: 'bold',
  wrap: true,
  borderStyle: 'thin',
  backgroundColor: '#E8EEF5',
};

/** A list as a workbook: watermark and title above the table, the header stays while one scrolls. */
export function renderTableXlsx({ title, columns, rows, mark }: TableExport): Promise<Uint8Array> {
  const data = [
    [textCell(markLine(mark), { fontStyle: 'italic', textColor: '#666666' })],
    [textCell(title, { fontWeight: 'bold' })],
    columns.map((column) => textCell(column.title, HEADER_STYLE)),
    ...rows.map((cells) => columns.map((_, at) => textCell(cells[at] ?? '', { wrap: true, borderStyle: 'thin' }))),
  ];
  const widths = columns.map(({ width, title: heading }) => width ?? Math.min(40, Math.max(12, heading.length + 2)));
  return writeWorkbook(title, [{ name: title, widths, rows: data, sticky: 3 }]);
}
