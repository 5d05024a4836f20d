import type { Caller } from './caller.ts';
import type { Writing } from './db/transactions.ts';
import { newId } from './ids.ts';

/** What the history speaks of. */
export type AuditObject =
  | 'organization'
  | 'person'
  | 'class'
  | 'representation'
  | 'list-import'
  | 'form'
  | 'participant'
  | 'request'
  | 'theme'
  | 'event'
  | 'consent'
  | 'consent-template'
  | 'scan-batch'
  | 'demand'
  | 'duty'
  | 'erasure'
  | 'disclosure'
  | 'session'
  | 'body'
  | 'cycle'
  | 'import'
  | 'roadmap'
  | 'item'
  | 'feed'
  | 'settings';

export type AuditEvent = {
  /** Past tense: `roadmap.approved`. */
  readonly type: string;
  readonly object: { readonly kind: AuditObject; readonly id: string };
  /** From, to, reason: what a sentence about the event needs. No secrets. */
  readonly data?: Record<string, unknown>;
};

/** Who acts when nobody does: sweeps and jobs. */
export type Actor = Pick<Caller, 'tenantId' | 'name' | 'now'> & {
  readonly personId: string | null;
  readonly seenBy?: Caller['seenBy'];
};

export async function recordEvent(tx: Writing, actor: Actor, event: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit_events')
    .values({
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      at: actor.now,
      // Whoever looks through another's eyes acts in the own name.
      actor_person_id: actor.seenBy?.personId ?? actor.personId,
      actor_name: actor.seenBy ? `${actor.seenBy.name} (просмотр от имени: ${actor.name})` : actor.name,
      type: event.type,
      object_kind: event.object.kind,
      object_id: event.object.id,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}
