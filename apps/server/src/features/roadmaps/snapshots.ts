import { createHash } from 'node:crypto';
import type { Actor } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Plan } from './plan.ts';
import { seePlan } from './see-roadmaps.ts';

/**
 * The words that were approved, frozen: whatever is edited later, this is what stood above the signature.
 * The staff directory is no part of it: the plan names people in its own words.
 */
export async function takeSnapshot(
  tx: Writing,
  actor: Actor,
  plan: Omit<Plan, 'directory'>,
  cause: 'approved' | 'closed',
  more: Record<string, unknown> = {},
): Promise<void> {
  const content = JSON.stringify(canonical({ ...snapshotContent(plan), ...more }));
  await tx
    .insertInto('roadmap_snapshots')
    .values({
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      roadmap_id: plan.roadmap.id,
      taken_at: actor.now,
      cause,
      content,
      sha256: hash(content),
    })
    .execute();
}

function snapshotContent({ roadmap, cycle, stages, items, approvals }: Omit<Plan, 'directory'>) {
  const { version: _version, request: _request, state: _state, ...head } = roadmap;
  return { roadmap: head, cycle, stages, items, approvals };
}

/** The frozen plan of the last approval or of the closing, with its checksum, which is checked on the way out. */
export async function snapshotOf(tx: Reading, caller: Caller, roadmapId: string) {
  await seePlan(tx, caller, roadmapId);
  const row = await tx
    .selectFrom('roadmap_snapshots')
    .select(['taken_at', 'cause', 'content', 'sha256'])
    .where('tenant_id', '=', caller.tenantId)
    .where('roadmap_id', '=', roadmapId)
    .orderBy('taken_at', 'desc')
    // Approved and closed within one moment: the closing is the later.
    .orderBy('cause', 'desc')
    .executeTakeFirst();
  if (!row) throw new Refusal('roadmap.snapshot-missing');
  if (hash(JSON.stringify(canonical(row.content))) !== row.sha256) throw new Refusal('file.checksum-differs');
  return { takenAt: row.taken_at.toISOString(), cause: row.cause, sha256: row.sha256, content: row.content };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keys in one order: the database keeps the value of a JSON, not the order of its keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}
