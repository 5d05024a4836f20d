import { CORRECTION_TITLE } from '@nastavnik/domain/people-import/column-words';
import { HEADER_STYLE, textCell, writeWorkbook } from './write-xlsx.ts';

/** A row as it was sent, and what is wrong with it. */
export type WrongRow = { readonly cells: readonly string[]; readonly remarks: readonly string[] };

/**
 * The rows that were not taken, as they were sent, with a last column «Что исправить». The person corrects them and sends
 * the same file: its header is the original one, and the last column is left out when it is read. A column of that name
 * from the time before goes away.
 */
export function renderErrorFile(header: readonly string[], rows: readonly WrongRow[]): Promise<Uint8Array> {
  const kept = header.flatMap((title, column) => (title.trim() === CORRECTION_TITLE ? [] : [column]));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  // Columns beyond the header have no name but may hold something.
  const columns = [
    ...kept,
    ...Array.from({ length: Math.max(0, width - header.length) }, (_, at) => header.length + at),
  ];
  const data = [
    [
      ...columns.map((column) => textCell(header[column] ?? '', HEADER_STYLE)),
      textCell(CORRECTION_TITLE, HEADER_STYLE),
    ],
    ...rows.map(({ cells, remarks }) => [
      ...columns.map((column) => textCell(cells[column] ?? '')),
      textCell(remarks.join('\n'), { wrap: true, backgroundColor: '#FFF4E5' }),
    ]),
  ];
  const widths = [...columns.map((column) => Math.min(40, Math.max(12, (header[column] ?? '').length + 2))), 60];
  return writeWorkbook('Строки с ошибками', [{ name: 'Исправить', widths, rows: data, sticky: 1 }]);
}
