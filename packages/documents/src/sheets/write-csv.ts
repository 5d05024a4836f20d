import { withoutControls } from '../write/settle-zip.ts';
import { markLine, type TableExport } from './table-export.ts';

/**
 * UTF-8 with its mark, semicolons, CRLF: what Russian spreadsheets open by a double click. The watermark stands last,
 * below an empty line, so that the first line is the header.
 */
export function renderTableCsv({ columns, rows, mark }: TableExport): Uint8Array {
  const lines = [columns.map(({ title }) => title), ...rows, [], [markLine(mark)]];
  return new TextEncoder().encode(`\ufeff${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`);
}

/**
 * A cell as text whatever it holds. What a spreadsheet would take for a formula (= + - @, also behind a tab or line end)
 * gets an apostrophe before it, which our reader takes away again.
 */
export function csvCell(value: string): string {
  const text = withoutControls(value);
  const safe = /^\s*[=+\-@]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";,\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
