import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';

export type Cycle = { readonly id: string; readonly title: string };

/**
 * The cycle that the banks are kept for: the one asked for, or that of today, or the next to begin, or the last. Where
 * plans of two years or of a calendar year overlap it, the school year goes first. An organisation without any has no
 * banks yet.
 */
export async function cycleOfBanks(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  asked?: string,
): Promise<Cycle> {
  const cycle = await cycleOfBanksIfAny(tx, caller, asked);
  if (!cycle) throw new Refusal('cycle.not-found');
  return cycle;
}

export async function cycleOfBanksIfAny(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  asked?: string,
): Promise<Cycle | undefined> {
  const { rows } = await sql<Cycle>`${plannedOnce}
    select id, title from program_cycles
    where tenant_id = ${caller.tenantId} and ${asked ? sql`id = ${asked}` : sql`true`}
    order by
      (${caller.today}::date between started_on and ended_on) desc,
      (started_on > ${caller.today}::date) desc,
      (to_char(started_on, 'MM-DD') = '09-01' and ended_on - started_on <= 366) desc,
      abs(started_on - ${caller.today}::date), started_on desc, id
    limit 1`.execute(tx);
  return rows[0];
}
