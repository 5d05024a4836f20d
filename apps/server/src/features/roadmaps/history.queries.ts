import { sql } from 'kysely';
import { actorShown } from '../../platform/audit.ts';
import type { Reading } from '../../platform/db/transactions.ts';

export type HistoryEvent = { id: string; at: string; who: string; type: string; data: Record<string, unknown> };

/** What happened to these objects, the newest first. */
export async function historyOf(
  tx: Reading,
  tenantId: string,
  object: { readonly kind: 'roadmap' | 'item'; readonly ids: readonly string[] },
): Promise<HistoryEvent[]> {
  const { rows } = await sql<{ id: string; at: Date; who: string; type: string; data: Record<string, unknown> }>`
    select id, at, ${actorShown('audit_events')} as who, type, data from audit_events
    where tenant_id = ${tenantId} and object_kind = ${object.kind} and object_id = any (${[...object.ids]}::uuid[])
    order by at desc, id desc limit 1000`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The same item through the editions of its roadmap. */
export async function lineageOfItem(tx: Reading, tenantId: string, itemId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from roadmap_items i join roadmap_items o on o.tenant_id = i.tenant_id and o.lineage_id = i.lineage_id
    where i.tenant_id = ${tenantId} and i.id = ${itemId}`.execute(tx);
  return rows.map((row) => row.id);
}
