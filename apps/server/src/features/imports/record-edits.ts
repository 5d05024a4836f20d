import type { Correction } from '@nastavnik/domain/roadmap-reading/edits/draft-corrections';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { jobKind } from '../../platform/jobs/jobs.ts';
import { correctionsInWorker } from '../../platform/reading/read-in-worker.ts';
import { importOf } from './imports.queries.ts';

/** Whoever comes back to a draft later than this edits it anew. */
const SESSION_MINUTES = 30;

/**
 * A draft is saved after every pause in typing; the history has one line for each time that somebody sat down to it. What
 * was changed in all is recorded once, when the draft becomes a roadmap.
 */
export async function recordEditing(tx: Writing, caller: Caller, importId: string): Promise<void> {
  const since = new Date(caller.now.getTime() - SESSION_MINUTES * 60_000);
  const { rows } = await sql`
    select 1 from audit_events
    where tenant_id = ${caller.tenantId} and object_kind = 'import' and object_id = ${importId}
      and type = 'import.edited' and actor_person_id = ${caller.personId} and at > ${since} limit 1`.execute(tx);
  if (rows.length > 0) return;
  await recordEvent(tx, caller, { type: 'import.edited', object: { kind: 'import', id: importId } });
}

export const recordCorrections = jobKind(
  'record-corrections',
  z.strictObject({ tenantId: z.uuid(), importId: z.uuid(), roadmapId: z.uuid(), personId: z.uuid(), name: z.string() }),
);

/** As many as a person reads through; the number is told in full. */
const TOLD = 200;
const LONGEST = 300;

/**
 * In what the confirmed plan differs from the file, in the history of the roadmap: whoever asks later why a deadline is
 * not the one of the signed paper finds who wrote it. A second run finds it told.
 */
export async function carryOutCorrections(
  deps: Deps,
  { tenantId, importId, roadmapId, personId, name }: z.infer<(typeof recordCorrections)['payload']>,
): Promise<void> {
  const one = await reading(deps.pool, { tenantId }, (tx) => importOf(tx, tenantId, importId));
  if (!one?.source || !one.draft) return;
  const was = { period: one.period, columns: one.columns };
  const corrections = await correctionsInWorker({ source: one.source, edited: one.draft, was });
  if (corrections.length === 0) return;
  await writing(deps.pool, { tenantId }, async (tx) => {
    const told = await sql`
      select 1 from audit_events where tenant_id = ${tenantId} and object_kind = 'roadmap' and object_id = ${roadmapId}
        and type = 'roadmap.corrected' and data ->> 'importId' = ${importId}`.execute(tx);
    if (told.rows.length > 0) return;
    await recordEvent(
      tx,
      { tenantId, personId, name, now: deps.clock.now() },
      {
        type: 'roadmap.corrected',
        object: { kind: 'roadmap', id: roadmapId },
        data: { importId, corrected: corrections.length, corrections: corrections.slice(0, TOLD).map(shortened) },
      },
    );
  });
}

function shortened({ title, field, before, after }: Correction): Correction {
  const short = (text: string | null) => text && text.slice(0, LONGEST);
  return { title: title.slice(0, LONGEST), field, before: short(before), after: short(after) };
}
