import { LIMITS } from '../read/limits.ts';
import { damaged, ReadingRefusal } from '../read/refusal.ts';
import { refuseLie, sniff } from '../read/sniff.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ReadSheets } from './sheet-grid.ts';

/**
 * Reads a table of people: XLSX, or text with semicolons, commas or tabs in UTF-8 or an old Russian encoding. Cells come as
 * they are shown, dates as DD.MM.YYYY. The type is taken from the bytes. Throws a `ReadingRefusal` only; bounded in size
 * and cells, not in time: run it where it can be stopped.
 */
export function readSheets(bytes: Uint8Array, name: string): ReadSheets {
  if (bytes.length === 0) throw new ReadingRefusal('file.empty');
  if (bytes.length > LIMITS.fileBytes) throw new ReadingRefusal('file.too-large');
  try {
    const sniffed = sniff(bytes);
    refuseLie(name, sniffed.kind);
    const read = readKind(bytes, sniffed);
    if (read.sheets.every(({ rows }) => rows.length === 0)) throw new ReadingRefusal('file.empty');
    return read;
  } catch (error) {
    throw error instanceof ReadingRefusal ? error : damaged('file', error);
  }
}

function readKind(bytes: Uint8Array, sniffed: ReturnType<typeof sniff>): ReadSheets {
  switch (sniffed.kind) {
    case 'xlsx':
      return readWorkbook(sniffed.zip);
    case 'text':
      return readCsv(bytes);
    case 'encrypted':
      throw new ReadingRefusal('file.encrypted');
    default:
      throw new ReadingRefusal('file.type-unsupported', { is: sniffed.kind });
  }
}
