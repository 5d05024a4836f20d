import { addDays } from '@nastavnik/domain/calendar/plain-date';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordFile, storeFile } from '../files/door.ts';
import { readImport } from './imports.jobs.ts';

/** Days in which an import can be finished. */
const KEPT_DAYS = 60;

/** Keeps what was dropped or pasted and has it read. Whatever it is, the reader decides. */
export async function receiveImport(
  deps: Deps,
  caller: Caller,
  document: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: string }> {
  permit(caller, 'import.use');
  const stored = await storeFile(deps.files, document, 'application/octet-stream');
  const id = newId(caller.now);
  await writing(deps.pool, caller, async (tx) => {
    await tx
      .insertInto('roadmap_imports')
      .values({
        tenant_id: caller.tenantId,
        id,
        name: document.name,
        file_id: await recordFile(tx, caller, stored),
        state: 'received',
        received_by: caller.personId,
        received_at: caller.now,
        expires_on: addDays(caller.today, KEPT_DAYS),
      })
      .execute();
    await recordEvent(tx, caller, {
      type: 'import.received',
      object: { kind: 'import', id },
      data: { name: document.name },
    });
    await enqueue(tx, readImport, { tenantId: caller.tenantId, importId: id, version: 1 });
  });
  return { id };
}

/** The clipboard as a document of its own: its HTML where that holds tables or paragraphs, else the bare text. */
export function pastedDocument(pasted: { readonly name: string; readonly text: string; readonly html: string | null }) {
  if (pasted.html !== null && /<(table|p|li|h[1-6]|div)[\s>]/i.test(pasted.html)) {
    return { name: `${pasted.name}.html`, bytes: new TextEncoder().encode(pasted.html) };
  }
  if (pasted.text.trim() === '') throw new Refusal('file.empty');
  return { name: `${pasted.name}.txt`, bytes: new TextEncoder().encode(pasted.text) };
}
