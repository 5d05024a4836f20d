import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { WARN_AFTER_DAYS } from '@nastavnik/domain/consents/erasure';
import { LEGAL_TERM_LENGTHS } from '@nastavnik/domain/legal-terms/legal-deadline';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../platform/audit.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import type { Clockwork, JobHandler } from '../../platform/jobs/jobs.ts';
import { addDuty, erasureDutyKey } from '../duties/door.ts';
import { tenantsToday } from '../roadmaps/door.ts';
import { plannedErasures } from './erasures.queries.ts';
import { finishRun } from './finish-run.ts';
import { forgetHandlers } from './forget-files.ts';
import { forgetOldConsents } from './forget-old-consents.ts';
import { runErasures } from './run-erasures.ts';

export const erasureClockworks: readonly Clockwork[] = [{ name: 'destroy-due', crontab: '35 * * * *' }];

export function erasureHandlers(deps: Deps): JobHandler[] {
  return [{ name: 'destroy-due', run: () => destroyDue(deps) }, ...forgetHandlers(deps)];
}

/** RULE-16: warned on the 25th day, run on the 30th; each organisation by itself, harmless when run twice. */
async function destroyDue(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await eachApart(await tenantsToday(deps, now), async ({ tenantId, today }) => {
    const actor = { tenantId, personId: null, name: 'Наставник', now, today };
    await writing(deps.pool, { tenantId }, (tx) => warn(tx, actor));
    await writing(deps.pool, { tenantId }, (tx) => runErasures(tx, actor, 'due'));
    await writing(deps.pool, { tenantId }, (tx) => forgetOldConsents(tx, actor));
    await eachApart(await unfinishedRuns(deps, tenantId), (runId) => finishRun(deps, actor, runId));
  });
}

const DAYS_LEFT = LEGAL_TERM_LENGTHS.withdrawal.count - WARN_AFTER_DAYS;

async function warn(tx: Writing, actor: Actor & { readonly today: PlainDate }): Promise<void> {
  const soon = sql`e.warned_at is null and e.due_on <= ${addDays(actor.today, DAYS_LEFT)}`;
  for (const erasure of await plannedErasures(tx, actor.tenantId, soon, true)) {
    await tx
      .updateTable('erasures')
      .set({ warned_at: actor.now })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', erasure.id)
      .execute();
    await addDuty(tx, actor, {
      kind: 'erasure.due',
      key: erasureDutyKey(erasure.id),
      personId: erasure.person_id,
      dueOn: erasure.due_on,
      data: { ground: erasure.ground, erasureId: erasure.id },
    });
  }
}

/** The server went away between the destruction and its papers: they are drawn now. */
async function unfinishedRuns(deps: Deps, tenantId: string): Promise<string[]> {
  const rows = await reading(deps.pool, { tenantId }, (tx) =>
    tx
      .selectFrom('destruction_runs')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('act_file_id', 'is', null)
      .execute(),
  );
  return rows.map(({ id }) => id);
}
