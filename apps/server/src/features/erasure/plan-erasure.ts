import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

export type ErasureGround = 'withdrawal' | 'refusal' | 'purposeReached' | 'unlawful' | 'demand';

export type PlannedErasure = {
  readonly personId: string;
  readonly ground: ErasureGround;
  /** The day by which the data are gone (RULE-16). */
  readonly dueOn: PlainDate;
};

/** Says that a person's data have to go. One plan per person: a second ground keeps the earlier day. */
export async function planErasure(
  tx: Writing,
  actor: Actor,
  { personId, ground, dueOn }: PlannedErasure,
): Promise<void> {
  const open = await tx
    .selectFrom('erasures')
    .select(['id', 'due_on'])
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', personId)
    .where('run_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (open && open.due_on <= dueOn) return;
  const id = open?.id ?? newId(actor.now);
  await tx
    .insertInto('erasures')
    .values({ tenant_id: actor.tenantId, id, person_id: personId, ground, due_on: dueOn, created_at: actor.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ ground, due_on: dueOn }))
    .execute();
  await recordEvent(tx, actor, {
    type: 'erasure.planned',
    object: { kind: 'erasure', id },
    data: { personId, ground, dueOn },
  });
}

/** Another basis has come (a new consent), or there was no ground: the data stay. Returns the plans that are off. */
export async function cancelErasureOf(
  tx: Writing,
  actor: Actor,
  personId: string,
  reason: string,
): Promise<readonly string[]> {
  const cancelled = await tx
    .updateTable('erasures')
    .set({ cancelled_at: actor.now, cancel_reason: reason })
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', personId)
    .where('run_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of cancelled) {
    await recordEvent(tx, actor, { type: 'erasure.cancelled', object: { kind: 'erasure', id }, data: { reason } });
  }
  return cancelled.map(({ id }) => id);
}
