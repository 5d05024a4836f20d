import type { TableExport } from '@nastavnik/documents/sheets/table-export';
import { renderTableCsv } from '@nastavnik/documents/sheets/write-csv';
import { renderTableDocx } from '@nastavnik/documents/sheets/write-docx';
import { renderTableXlsx } from '@nastavnik/documents/sheets/write-xlsx';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { recordDisclosure } from '../../platform/disclosures.ts';

export type ListFormat = 'xlsx' | 'csv' | 'docx';

export type HandedOut = {
  readonly kind: 'bank' | 'register';
  readonly purpose: string;
  readonly personIds: readonly string[];
};

/**
 * A list that leaves the house (RULE-40): who took it, when, what for, and of whom; each of them finds it in «Мои
 * данные».
 */
export async function recordHandingOut(tx: Writing, caller: Caller, out: HandedOut): Promise<void> {
  const id = await recordDisclosure(tx, caller, out);
  await recordEvent(tx, caller, {
    type: 'list.handed-out',
    object: { kind: 'disclosure', id },
    data: { kind: out.kind, people: new Set(out.personIds).size },
  });
}

const KINDS = {
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: renderTableXlsx,
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: renderTableDocx,
  },
  csv: { mediaType: 'text/csv; charset=utf-8', write: renderTableCsv },
} as const;

export async function drawList(
  table: Omit<TableExport, 'mark'>,
  format: ListFormat,
  caller: Pick<Caller, 'name' | 'now'>,
  purpose: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }> {
  const { mediaType, write } = KINDS[format];
  const at = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Moscow' });
  const bytes = await write({ ...table, mark: { by: caller.name, at: at.format(caller.now), purpose } });
  return { bytes, mediaType, name: `${table.title}.${format}` };
}
