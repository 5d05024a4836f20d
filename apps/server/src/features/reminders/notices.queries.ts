import type { ReminderKind } from '@nastavnik/contracts/settings';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { REMINDERS, type ReminderText } from './reminder-kinds.ts';

export type NewNotice = {
  readonly personId: string;
  readonly kind: ReminderKind;
  /** One notice per cause and person. */
  readonly key: string;
  readonly text: ReminderText;
  readonly roadmapId: string | null;
  readonly itemId: string | null;
};

/** Puts a notice before its person, once per cause. Returns its id, or undefined where it was there already. */
export async function addNotice(
  tx: Writing,
  tenantId: string,
  now: Date,
  notice: NewNotice,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('notices')
    .values({
      tenant_id: tenantId,
      id: newId(now),
      person_id: notice.personId,
      kind: notice.kind,
      key: notice.key,
      subject: notice.text.subject,
      body: notice.text.body,
      roadmap_id: notice.roadmapId,
      item_id: notice.itemId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type Reader = {
  readonly email: string | null;
  readonly declined: boolean;
  /** RULE-15: the consent is withdrawn; whoever works here is still told of the work. */
  readonly silent: boolean;
};

export async function readerOf(tx: Reading, tenantId: string, personId: string, kind: ReminderKind): Promise<Reader> {
  const { rows } = await sql<{ email: string | null; declined: boolean; silent: boolean }>`
    select p.email, p.blocked_at is not null and not exists (
      select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id) as silent, exists (
      select from reminder_preferences r where r.tenant_id = p.tenant_id and r.person_id = p.id and r.kind = ${kind}
    ) as declined
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(tx);
  const row = rows[0];
  return {
    email: row?.email ?? null,
    silent: row?.silent ?? false,
    declined: REMINDERS[kind].optional && (row?.declined ?? false),
  };
}

/** The texts of the school, ours where it has none. */
export async function textsOf(
  tx: Reading,
  tenantId: string,
): Promise<Record<ReminderKind, ReminderText & { changed: boolean }>> {
  const own = await tx
    .selectFrom('reminder_templates')
    .select(['kind', 'subject', 'body'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return Object.fromEntries(
    Object.entries(REMINDERS).map(([kind, ours]) => {
      const changed = own.find((each) => each.kind === kind);
      return [
        kind,
        { subject: changed?.subject ?? ours.subject, body: changed?.body ?? ours.body, changed: changed !== undefined },
      ];
    }),
  ) as Record<ReminderKind, ReminderText & { changed: boolean }>;
}
