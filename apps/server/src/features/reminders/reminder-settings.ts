import type { noticesAnswer } from '@nastavnik/contracts/roadmaps';
import type { deliveriesAnswer, ReminderKind } from '@nastavnik/contracts/settings';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ReminderText, unknownPlaceholders } from './reminder-kinds.ts';

/** The newest two hundred notices of the caller. */
export async function noticesTo(tx: Reading, caller: Caller): Promise<z.infer<typeof noticesAnswer>['notices']> {
  const rows = await tx
    .selectFrom('notices')
    .selectAll()
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.created_at.toISOString(),
    read: row.read_at !== null,
    subject: row.subject,
    body: row.body,
    roadmapId: row.roadmap_id,
    itemId: row.item_id,
  }));
}

export async function markRead(tx: Writing, caller: Caller): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ read_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .where('read_at', 'is', null)
    .execute();
}

export async function declinedBy(tx: Reading, caller: Caller): Promise<ReminderKind[]> {
  const rows = await tx
    .selectFrom('reminder_preferences')
    .select('kind')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .orderBy('kind')
    .execute();
  return rows.map((row) => row.kind as ReminderKind);
}

export async function saveDeclined(tx: Writing, caller: Caller, declined: readonly ReminderKind[]): Promise<void> {
  const mine = { tenant_id: caller.tenantId, person_id: caller.personId };
  await tx
    .deleteFrom('reminder_preferences')
    .where('tenant_id', '=', mine.tenant_id)
    .where('person_id', '=', mine.person_id)
    .execute();
  const kinds = [...new Set(declined)];
  if (kinds.length > 0)
    await tx
      .insertInto('reminder_preferences')
      .values(kinds.map((kind) => ({ ...mine, kind })))
      .execute();
}

/** The school's own text of a reminder; null goes back to ours. @throws reminder.template-invalid with the unknown placeholders */
export async function changeText(
  tx: Writing,
  caller: Caller,
  kind: ReminderKind,
  text: ReminderText | null,
): Promise<void> {
  permit(caller, 'reminders.edit');
  if (text === null) {
    await tx
      .deleteFrom('reminder_templates')
      .where('tenant_id', '=', caller.tenantId)
      .where('kind', '=', kind)
      .execute();
  } else {
    const unknown = unknownPlaceholders(kind, text);
    if (unknown.length > 0) throw new Refusal('reminder.template-invalid', { unknown });
    await tx
      .insertInto('reminder_templates')
      .values({ tenant_id: caller.tenantId, kind, ...text })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'kind']).doUpdateSet(text))
      .execute();
  }
  await recordEvent(tx, caller, {
    type: 'reminder.text-changed',
    object: { kind: 'settings', id: caller.tenantId },
    data: { kind, ours: text === null },
  });
}

/** What was sent to whom, newest first: each notice with its letter. */
export async function deliveries(
  tx: Reading,
  tenantId: string,
): Promise<z.infer<typeof deliveriesAnswer>['deliveries']> {
  const { rows } = await sql<{
    id: string;
    kind: ReminderKind;
    person: string;
    state: string;
    attempts: number;
    at: Date;
    subject: string;
  }>`
    select d.id, n.kind, p.family_name || ' ' || left(p.given_name, 1) || '.' as person, d.state, d.attempts, d.updated_at as at, n.subject
    from mail_deliveries d
    join notices n on n.tenant_id = d.tenant_id and n.id = d.notice_id
    join people p on p.tenant_id = n.tenant_id and p.id = n.person_id
    where d.tenant_id = ${tenantId} order by d.updated_at desc, d.id limit 500`.execute(tx);
  return rows.map((row) => ({
    ...row,
    channel: row.state === 'declined' || row.state === 'no-address' ? ('app' as const) : ('mail' as const),
    state: (row.state === 'sending' ? 'waiting' : row.state) as
      | 'waiting'
      | 'sent'
      | 'failed'
      | 'declined'
      | 'no-address',
    at: row.at.toISOString(),
  }));
}
