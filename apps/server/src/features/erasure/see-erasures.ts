import type { destructionRun, erasuresAnswer } from '@nastavnik/contracts/erasure';
import { can } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { plannedErasures, runRows } from './erasures.queries.ts';
import { type Run, runErasures } from './run-erasures.ts';

/** What has to go, by when and why; and what has gone, with its papers. */
export async function seeErasures(tx: Reading, caller: Caller): Promise<z.infer<typeof erasuresAnswer>> {
  permit(caller, 'erasure.see');
  const mayRun = can(caller, 'erasure.run');
  const planned = await plannedErasures(tx, caller.tenantId, sql`true`);
  return {
    planned: planned.map((row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.name },
      ground: row.ground,
      dueOn: row.due_on,
      warnedAt: row.warned_at?.toISOString() ?? null,
      heldBy: row.held_by,
      may: { run: mayRun && row.held_by === null, cancel: mayRun },
    })),
    runs: (await runRows(tx, caller.tenantId)).map(viewRun),
    may: { run: mayRun, depersonalise: can(caller, 'cycle.depersonalise') },
  };
}

export function viewRun(row: Awaited<ReturnType<typeof runRows>>[number]): z.infer<typeof destructionRun> {
  return {
    id: row.id,
    number: row.number,
    ranAt: row.ran_at.toISOString(),
    ranBy: row.ran_by ?? 'Наставник',
    subjects: row.subjects,
    keepUntil: row.keep_until,
  };
}

/** The data protection officer need not wait for the thirtieth day. */
export async function runByHand(tx: Writing, caller: Caller, ids: readonly string[]): Promise<Run> {
  permit(caller, 'erasure.run');
  const known = await plannedErasures(tx, caller.tenantId, sql`e.id = any (${sql.val([...ids])}::uuid[])`);
  if (known.length < new Set(ids).size) throw new Refusal('erasure.not-found');
  return runErasures(tx, caller, ids);
}

/** There was no ground, or another basis demands that the data stay: said with its reason. */
export async function cancelErasure(tx: Writing, caller: Caller, id: string, reason: string): Promise<void> {
  permit(caller, 'erasure.run');
  const cancelled = await tx
    .updateTable('erasures')
    .set({ cancelled_at: caller.now, cancel_reason: reason })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .where('run_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (cancelled.numUpdatedRows === 0n) throw new Refusal('erasure.not-found');
  await recordEvent(tx, caller, { type: 'erasure.cancelled', object: { kind: 'erasure', id }, data: { reason } });
}
