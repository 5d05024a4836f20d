import type { apartBody } from '@nastavnik/contracts/persons';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personRows } from './list-persons.ts';

/** «Это другой человек», of somebody just added or of two cards compared; said once, nobody is asked of them again. */
export async function setApart(
  tx: Writing,
  caller: Pick<Caller, 'tenantId' | 'personId' | 'now'>,
  personId: string,
  others: readonly string[],
): Promise<void> {
  if (others.length === 0) return;
  await tx
    .insertInto('people_apart')
    .values(
      others.map((other) => ({
        tenant_id: caller.tenantId,
        one_id: personId < other ? personId : other,
        other_id: personId < other ? other : personId,
        said_by: caller.personId,
        said_at: caller.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The decision of a person about two cards, and its taking back. @throws person.not-found */
export async function decideApart(
  tx: Writing,
  caller: Caller,
  { oneId, otherId, apart }: z.infer<typeof apartBody>,
): Promise<void> {
  permit(caller, 'people.merge');
  const rows = await personRows(tx, caller, [oneId, otherId]);
  if (rows.size < 2) throw new Refusal('person.not-found');
  if (apart) await setApart(tx, caller, oneId, [otherId]);
  else {
    await sql`delete from people_apart where tenant_id = ${caller.tenantId}
      and ((one_id = ${oneId} and other_id = ${otherId}) or (one_id = ${otherId} and other_id = ${oneId}))`.execute(tx);
  }
  await recordEvent(tx, caller, {
    type: apart ? 'person.told-apart' : 'person.not-told-apart',
    object: { kind: 'person', id: oneId },
    data: { otherId },
  });
}

export type Apart = {
  readonly oneId: string;
  readonly otherId: string;
  readonly saidBy: string;
  readonly saidAt: Date;
};

/** Pairs told apart, the newest first; of records that went into others nothing is said. */
export async function peopleApart(tx: Reading, tenantId: string): Promise<Apart[]> {
  const { rows } = await sql<Apart>`
    select a.one_id as "oneId", a.other_id as "otherId", a.said_at as "saidAt",
      b.family_name || ' ' || left(b.given_name, 1) || '.' as "saidBy"
    from people_apart a
    join people o on o.tenant_id = a.tenant_id and o.id = a.one_id and o.merged_into is null and o.erased_at is null
    join people t on t.tenant_id = a.tenant_id and t.id = a.other_id and t.merged_into is null and t.erased_at is null
    join people b on b.tenant_id = a.tenant_id and b.id = a.said_by
    where a.tenant_id = ${tenantId} and a.one_id <> a.other_id
    order by a.said_at desc, a.one_id, a.other_id`.execute(tx);
  return rows;
}
