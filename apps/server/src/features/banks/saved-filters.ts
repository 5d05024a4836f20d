import type { savedFilter, saveFilterBody } from '@nastavnik/contracts/banks';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Filters are each person's own; what a filter shows is decided when it is used. */
export async function savedFilters(tx: Reading, caller: Caller): Promise<z.infer<typeof savedFilter>[]> {
  const rows = await tx
    .selectFrom('saved_filters')
    .select(['id', 'place', 'name', 'filter'])
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .orderBy('place')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    place: row.place as z.infer<typeof savedFilter>['place'],
    name: row.name,
    filter: row.filter as Record<string, string>,
  }));
}

/** Saving under a name that is there replaces what stood under it. */
export async function saveFilter(tx: Writing, caller: Caller, body: z.infer<typeof saveFilterBody>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into saved_filters (tenant_id, id, person_id, place, name, filter)
    values (${caller.tenantId}, ${newId(caller.now)}, ${caller.personId}, ${body.place}, ${body.name}, ${JSON.stringify(body.filter)}::jsonb)
    on conflict (tenant_id, person_id, place, lower(name)) do update set filter = excluded.filter
    returning id`.execute(tx);
  return rows[0]!.id;
}

export async function removeFilter(tx: Writing, caller: Caller, id: string): Promise<void> {
  const removed = await tx
    .deleteFrom('saved_filters')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new Refusal('filter.not-found');
}
