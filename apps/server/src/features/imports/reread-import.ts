import type { rereadBody } from '@nastavnik/contracts/imports';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { CarriedEdits } from '@nastavnik/domain/roadmap-reading/edits/carry-edits';
import type { ReadingAgain } from '@nastavnik/domain/roadmap-reading/edits/read-again';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { readAgainInWorker } from '../../platform/reading/read-in-worker.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lookedUpImport, openImport } from './edit-draft.ts';
import { saveImport } from './imports.queries.ts';

/**
 * Reads the stored source again in another period or with other meanings of its columns, in a process of its own and
 * outside of any transaction. Edits that the new reading has room for are kept; the others are named in the answer.
 * Whoever edits meanwhile is not overwritten: the version is asked again when the reading is stored.
 */
export async function rereadImport(
  deps: Deps,
  caller: Caller,
  id: string,
  body: z.infer<typeof rereadBody>,
): Promise<Pick<CarriedEdits, 'kept' | 'lost'>> {
  const one = await reading(deps.pool, caller, (tx) => lookedUpImport(tx, caller, id, body.version));
  if (!one.source || !one.draft) throw new Refusal('import.not-read-yet');
  const was = { period: one.period, columns: one.columns };
  const now = { period: body.period ?? one.period, columns: body.columns ?? one.columns };
  const { draft, kept, lost } = await readAgain({ source: one.source, edited: one.draft, was, now });
  await writing(deps.pool, caller, async (tx) => {
    const { version, settled } = await openImport(tx, caller, id, body.version);
    await saveImport(tx, caller.tenantId, id, { draft, ...now, settled, version: version + 1 });
    await recordEvent(tx, caller, {
      type: 'import.reread',
      object: { kind: 'import', id },
      data: { ...now, kept, lost: lost.length },
    });
  });
  return { kept, lost };
}

async function readAgain(again: ReadingAgain): Promise<CarriedEdits> {
  try {
    return await readAgainInWorker(again);
  } catch (error) {
    if (error instanceof ReadingRefusal && isRefusalCode(error.code)) throw new Refusal(error.code, error.details);
    throw error;
  }
}
