import { type DateSpan, daysBetween } from '@nastavnik/domain/calendar/plain-date';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A programme of ten years is a slip of the pen in a year. */
const LONGEST_DAYS = 3660;

/** The cycle of this period: the one that is there, or a new one. Plans of several years may overlap those of one. */
export async function cycleFor(
  tx: Writing,
  actor: Actor,
  wanted: { readonly title: string; readonly period: DateSpan },
): Promise<DateSpan & { readonly id: string }> {
  const { start, end } = wanted.period;
  if (daysBetween(start, end) > LONGEST_DAYS) throw new Refusal('cycle.too-long');
  const known = await tx
    .selectFrom('program_cycles')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where('started_on', '=', start)
    .where('ended_on', '=', end)
    .orderBy('id')
    .executeTakeFirst();
  if (known) return { id: known.id, start, end };
  const id = newId(actor.now);
  await tx
    .insertInto('program_cycles')
    .values({ tenant_id: actor.tenantId, id, title: wanted.title, started_on: start, ended_on: end })
    .execute();
  return { id, start, end };
}
