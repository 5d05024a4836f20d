import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

export type NewDuty = {
  readonly kind: string;
  /** One task per cause: a sweep that runs twice finds it here. */
  readonly key: string;
  readonly personId: string | null;
  readonly consentId?: string;
  readonly demandId?: string;
  readonly dueOn: PlainDate;
  readonly data?: Record<string, unknown>;
};

/** Puts a task before the office. Returns true when it was not there yet. */
export async function addDuty(tx: Writing, actor: Actor, duty: NewDuty): Promise<boolean> {
  const inserted = await tx
    .insertInto('duty_tasks')
    .values({
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      kind: duty.kind,
      key: duty.key,
      person_id: duty.personId,
      consent_id: duty.consentId ?? null,
      demand_id: duty.demandId ?? null,
      data: JSON.stringify(duty.data ?? {}),
      due_on: duty.dueOn,
      created_at: actor.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One task per planned destruction. */
export function erasureDutyKey(erasureId: string): string {
  return `erasure.due:${erasureId}`;
}

/** What asked for it is there: open tasks about these consents, this demand, these destructions are done. */
export async function closeDuties(
  tx: Writing,
  actor: Actor & { readonly today: PlainDate },
  about: {
    readonly consentIds?: readonly string[];
    readonly demandId?: string;
    readonly erasureIds?: readonly string[];
    readonly kinds?: readonly string[];
    readonly keyPrefix?: string;
  },
): Promise<void> {
  if (about.erasureIds?.length === 0) return;
  let query = tx
    .updateTable('duty_tasks')
    .set({ done_on: actor.today, done_by: actor.personId })
    .where('tenant_id', '=', actor.tenantId)
    .where('done_on', 'is', null);
  if (about.consentIds) query = query.where('consent_id', 'in', [...about.consentIds]);
  if (about.demandId) query = query.where('demand_id', '=', about.demandId);
  if (about.erasureIds) query = query.where('key', 'in', about.erasureIds.map(erasureDutyKey));
  if (about.keyPrefix) query = query.where('key', 'like', `${about.keyPrefix}%`);
  if (about.kinds) query = query.where('kind', 'in', [...about.kinds]);
  await query.execute();
}
