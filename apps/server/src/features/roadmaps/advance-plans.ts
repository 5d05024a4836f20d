import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { archivesOn, enactRefusal } from '@nastavnik/domain/roadmaps/roadmap-guards';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import { dayIn } from '../../platform/clock.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import type { Clockwork, JobHandler } from '../../platform/jobs/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { approvedOn, enactPlan } from './approve-roadmap.ts';
import { moveRoadmap } from './move-roadmap.ts';
import { planForUpdate, roadmapIds } from './plan.queries.ts';

export const planClockworks: readonly Clockwork[] = [{ name: 'advance-plans', crontab: '5 * * * *' }];

export function planHandlers(deps: Deps): JobHandler[] {
  return [{ name: 'advance-plans', run: () => advancePlans(deps) }];
}

/** The commands of LIFECYCLE 4.1 and 4.2 that are the clock's: each organisation by its own day. May run twice. */
async function advancePlans(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await eachApart(await tenantsToday(deps, now), async ({ tenantId, today }) => {
    const actor: Actor = { tenantId, personId: null, name: 'Наставник', now };
    await writing(deps.pool, { tenantId }, (tx) => markOverdue(tx, actor, today));
    const waiting = await reading(deps.pool, { tenantId }, (tx) => roadmapIds(tx, tenantId, ['approved', 'closed']));
    await eachApart(waiting, ({ id }) => advanceOne(deps, actor, id, today));
  });
}

/** What the rules refuse (an amendment whose running edition was closed meanwhile) stays as it is, for people to settle. */
async function advanceOne(deps: Deps, actor: Actor, roadmapId: string, today: PlainDate): Promise<void> {
  try {
    await writing(deps.pool, actor, (tx) => advance(tx, actor, roadmapId, today));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Every organisation of the server with its own calendar day. */
export async function tenantsToday(deps: Deps, now: Date): Promise<{ tenantId: string; today: PlainDate }[]> {
  const { rows } = await sql<{ id: string }>`select all_tenants() as id`.execute(deps.pool);
  const days = [];
  for (const { id: tenantId } of rows) {
    const zone = await reading(deps.pool, { tenantId }, (tx) =>
      tx.selectFrom('organizations').select('time_zone').where('tenant_id', '=', tenantId).executeTakeFirst(),
    );
    days.push({ tenantId, today: dayIn(zone?.time_zone ?? 'Europe/Moscow', now) });
  }
  return days;
}

/** 4.2 markOverdue. The state is computed for any day without it; here it enters the history. */
async function markOverdue(tx: Writing, actor: Actor, today: PlainDate): Promise<void> {
  const { rows } = await sql<{ item_id: string; id: string; due_on: PlainDate; was: string }>`
    with due as (
      select o.id, o.item_id, o.due_on, o.state from item_occurrences o
      join roadmap_items i on i.tenant_id = o.tenant_id and i.id = o.item_id
      join roadmaps r on r.tenant_id = i.tenant_id and r.id = i.roadmap_id
      where o.tenant_id = ${actor.tenantId} and r.state = 'inForce' and r.removed_at is null and i.awake
        and o.state in ('planned', 'inProgress', 'postponed') and o.due_on < ${today}
      for update of o skip locked
    )
    update item_occurrences o set state = 'overdue' from due
    where o.tenant_id = ${actor.tenantId} and o.id = due.id
    returning o.item_id, o.id, o.due_on, due.state as was`.execute(tx);
  for (const row of rows) {
    await recordEvent(tx, actor, {
      type: 'item.overdue',
      object: { kind: 'item', id: row.item_id },
      data: { occurrenceId: row.id, from: row.was, to: 'overdue', due: row.due_on },
    });
  }
}

async function advance(tx: Writing, actor: Actor, roadmapId: string, today: PlainDate): Promise<void> {
  const plan = await planForUpdate(tx, { tenantId: actor.tenantId, today }, roadmapId);
  if (plan?.roadmap.state === 'approved') {
    // The day of the approval is left to people; what they forget is enacted the night after.
    const since = approvedOn(plan);
    if (since !== null && since >= today) return;
    if (!enactRefusal({ today, cycleStart: plan.cycle.start, approvedOn: since }))
      await enactPlan(tx, actor, plan, today);
  } else if (plan?.roadmap.state === 'closed' && today >= archivesOn(plan.cycle.end)) {
    await moveRoadmap(tx, actor, plan, { to: 'archived', event: 'roadmap.archived' });
  }
}
