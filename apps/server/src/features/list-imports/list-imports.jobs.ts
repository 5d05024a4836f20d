import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { dayIn } from '../../platform/clock.ts';
import { writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import { type Clockwork, enqueue, handler, type JobHandler } from '../../platform/jobs/jobs.ts';
import { applyList } from './apply-list.ts';
import { checkList } from './check-list.ts';
import { applyJob, checkJob } from './list-jobs.ts';

export function listImportHandlers(deps: Deps): JobHandler[] {
  return [
    handler(checkJob, (payload) => checkList(deps, payload)),
    handler(applyJob, (payload) => applyList(deps, payload)),
    { name: 'tidy-list-imports', run: () => tidy(deps) },
  ];
}

export const listImportClockworks: readonly Clockwork[] = [{ name: 'tidy-list-imports', crontab: '*/15 * * * *' }];

/** Rows of a sheet go when its time is over; a list whose process died in the middle is taken up again. */
async function tidy(deps: Deps): Promise<void> {
  const { rows: tenants } = await sql<{ tenant_id: string }>`select all_tenants() as tenant_id`.execute(deps.pool);
  await eachApart(tenants, ({ tenant_id: tenantId }) =>
    writing(deps.pool, { tenantId }, async (tx) => {
      // A day later than anywhere in the country is late enough.
      const today = dayIn('Europe/Kaliningrad', deps.clock.now());
      const over = sql`select id from list_imports where tenant_id = ${tenantId} and expires_on < ${today}::date`;
      await sql`delete from list_import_rows where tenant_id = ${tenantId} and import_id in (${over})`.execute(tx);
      await sql`update list_imports set state = 'discarded', columns = null, version = version + 1
        where tenant_id = ${tenantId} and id in (${over}) and state not in ('discarded', 'applied')`.execute(tx);
      const { rows } = await sql<{
        id: string;
        state: string;
        version: number;
      }>`select id, state, version from list_imports
        where tenant_id = ${tenantId} and state in ('received', 'checking', 'applying')`.execute(tx);
      // The lock of who applies, the state and the version make a second run harmless.
      for (const { id, state, version } of rows) {
        const options = { key: `list:${tenantId}:${id}` };
        if (state === 'applying') await enqueue(tx, applyJob, { tenantId, importId: id }, options);
        else await enqueue(tx, checkJob, { tenantId, importId: id, version }, options);
      }
    }),
  );
}
