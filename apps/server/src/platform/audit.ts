import { type RawBuilder, sql } from 'kysely';
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
  | 'resource'
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
      actor_name: nameInHistory(actor),
      type: event.type,
      object_kind: event.object.kind,
      object_id: event.object.id,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}

/**
 * The name that a history keeps for good: of those who work here and of the programme itself. Of a parent, a pupil or a
 * partner nothing is kept but the id, and the name is looked up when it is shown: when the person is erased (RULE-16),
 * no history that may not be rewritten holds it.
 */
export function nameInHistory({ tenantId, personId, name, seenBy }: Actor): RawBuilder<string> {
  // Whose eyes were borrowed stands in the record of the look itself.
  if (seenBy) return sql<string>`${`${seenBy.name} (просмотр от имени)`}`;
  if (personId === null) return sql<string>`${name}`;
  return sql<string>`case when exists (
    select from employees e where e.tenant_id = ${tenantId} and e.person_id = ${personId}) then ${name} else '' end`;
}

/** The name to show for a row of a history `row` in which it may be left out. */
export function actorShown(row: string): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  return sql<string>`coalesce(nullif(${column('actor_name')}, ''), (
    select p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') from people p
    where p.tenant_id = ${column('tenant_id')} and p.id = ${column('actor_person_id')}), '')`;
}
