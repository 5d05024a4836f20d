import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { dayIn } from '../../platform/clock.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import { type Clockwork, handler, type JobHandler, jobKind } from '../../platform/jobs/jobs.ts';
import { readRoadmapInWorker } from '../../platform/reading/read-in-worker.ts';
import { Refusal } from '../../platform/refusal.ts';
import { fileOf } from '../files/door.ts';
import { expiredImports, importForUpdate, importOf, saveImport } from './imports.queries.ts';
import { carryOutCorrections, recordCorrections } from './record-edits.ts';

export const readImport = jobKind(
  'read-import',
  z.strictObject({ tenantId: z.uuid(), importId: z.uuid(), version: z.number().int() }),
);

export function importHandlers(deps: Deps): JobHandler[] {
  return [
    handler(readImport, (payload) => carryOutReading(deps, payload)),
    handler(recordCorrections, (payload) => carryOutCorrections(deps, payload)),
    { name: 'expire-imports', run: () => expireImports(deps) },
  ];
}

export const importClockworks: readonly Clockwork[] = [{ name: 'expire-imports', crontab: '10 1 * * *' }];

/** Reads the file in a worker and stores what was understood. A second run finds the work done and leaves it. */
async function carryOutReading(
  deps: Deps,
  { tenantId, importId, version }: z.infer<(typeof readImport)['payload']>,
): Promise<void> {
  const found = await reading(deps.pool, { tenantId }, async (tx) => {
    const one = await importOf(tx, tenantId, importId);
    return one && { one, file: await fileOf(tx, tenantId, one.fileId) };
  });
  if (!found?.file || found.one.version !== version || !['received', 'reading'].includes(found.one.state)) return;
  await writing(deps.pool, { tenantId }, (tx) => saveImport(tx, tenantId, importId, { state: 'reading' }));
  const understood = await understand(deps, found.file, found.one);
  await writing(deps.pool, { tenantId }, async (tx) => {
    const now = await importForUpdate(tx, tenantId, importId);
    if (now?.state !== 'reading' || now.version !== version) return;
    await saveImport(tx, tenantId, importId, { ...understood, version: version + 1 });
  });
}

async function understand(
  deps: Deps,
  file: { readonly sha256: string; readonly name: string },
  { period }: { readonly period: DateSpan | null },
) {
  try {
    const bytes = await deps.files.get(file.sha256);
    const { source, draft } = await readRoadmapInWorker({ bytes, name: file.name }, period ? { period } : {});
    return { state: 'read' as const, failure: null, source, draft, period: period ?? draft.period };
  } catch (error) {
    if (error instanceof ReadingRefusal && isRefusalCode(error.code))
      return { state: 'failed' as const, failure: error.code };
    if (error instanceof Refusal) return { state: 'failed' as const, failure: error.code };
    throw error;
  }
}

/** Drafts have an end date; the file itself stays, and a restored import is read again. */
async function expireImports(deps: Deps): Promise<void> {
  const { rows: tenants } = await sql<{ tenant_id: string }>`select all_tenants() as tenant_id`.execute(deps.pool);
  await eachApart(tenants, ({ tenant_id: tenantId }) =>
    writing(deps.pool, { tenantId }, async (tx) => {
      // A day later than anywhere in the country is late enough.
      for (const id of await expiredImports(tx, tenantId, dayIn('Europe/Kaliningrad', deps.clock.now()))) {
        await saveImport(tx, tenantId, id, { state: 'discarded', failure: null, source: null, draft: null });
      }
    }),
  );
}
