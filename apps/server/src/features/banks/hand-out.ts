import type { TableExport } from '@nastavnik/documents/sheets/table-export';
import { renderTableCsv } from '@nastavnik/documents/sheets/write-csv';
import { renderTableDocx } from '@nastavnik/documents/sheets/write-docx';
import { renderTableXlsx } from '@nastavnik/documents/sheets/write-xlsx';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

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
  const id = newId(caller.now);
  await tx
    .insertInto('disclosures')
    .values({
      tenant_id: caller.tenantId,
      id,
      at: caller.now,
      by_person_id: caller.personId,
      by_name: caller.name,
      kind: out.kind,
      purpose: out.purpose,
    })
    .execute();
  const people = [...new Set(out.personIds)];
  if (people.length > 0) {
    await tx
      .insertInto('disclosed_people')
      .values(people.map((person_id) => ({ tenant_id: caller.tenantId, disclosure_id: id, person_id })))
      .execute();
  }
  await recordEvent(tx, caller, {
    type: 'list.handed-out',
    object: { kind: 'disclosure', id },
    data: { kind: out.kind, people: people.length },
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
