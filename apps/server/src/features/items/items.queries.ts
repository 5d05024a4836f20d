import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ItemState } from '@nastavnik/domain/roadmaps/roadmap-states';
import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';

export type OccurrenceChange = {
  readonly state: ItemState;
  readonly due: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly reportedBy?: string | null;
  readonly confirmedBy?: string | null;
};

export async function saveOccurrence(
  tx: Writing,
  tenantId: string,
  id: string,
  change: OccurrenceChange,
): Promise<void> {
  await tx
    .updateTable('item_occurrences')
    .set({
      state: change.state,
      due_on: change.due,
      done_on: change.doneOn,
      ...(change.note === undefined ? {} : { note: change.note }),
      ...(change.reason === undefined ? {} : { state_reason: change.reason }),
      ...(change.reportedBy === undefined ? {} : { reported_by: change.reportedBy }),
      ...(change.confirmedBy === undefined ? {} : { confirmed_by: change.confirmedBy }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export async function touchItem(
  tx: Writing,
  tenantId: string,
  itemId: string,
  change: { readonly awake?: boolean; readonly reason?: string | null } = {},
): Promise<void> {
  await tx
    .updateTable('roadmap_items')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(change.awake === undefined ? {} : { awake: change.awake }),
      ...(change.reason === undefined ? {} : { state_reason: change.reason }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', itemId)
    .execute();
}

/** Puts rows of one parent in the given order: positions 0, 1, 2 … */
export async function setPositions(
  tx: Writing,
  tenantId: string,
  table: 'roadmap_items' | 'roadmap_stages',
  ids: readonly string[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} t set position = o.at - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, at)
    where t.tenant_id = ${tenantId} and t.id = o.id and t.position <> o.at - 1`.execute(tx);
}

/** Where a thing stands after it was moved or added: `position` counts among the others. */
export function inOrder(others: readonly string[], id: string, position: number): string[] {
  const at = Math.min(Math.max(position, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
