import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue, jobKind } from '../../platform/jobs/jobs.ts';
import { addNotice, type NewNotice, readerOf } from './notices.queries.ts';

export const sendLetter = jobKind('send-letter', z.strictObject({ tenantId: z.uuid(), deliveryId: z.uuid() }));

/**
 * A notice in the application and, where the reader has mail and has not declined it, a letter. The notice, the
 * delivery and its job are one transaction: all are there, or none; a second sweep finds the notice and does nothing.
 */
export async function remind(
  tx: Writing,
  deps: Pick<Deps, 'mailer'>,
  where: { readonly tenantId: string; readonly now: Date },
  notice: NewNotice,
): Promise<void> {
  const reader = await readerOf(tx, where.tenantId, notice.personId, notice.kind);
  if (reader.silent) return;
  const noticeId = await addNotice(tx, where.tenantId, where.now, notice);
  if (noticeId === undefined) return;
  const deliveryId = newId(where.now);
  const state = reader.declined
    ? 'declined'
    : reader.email === null || !deps.mailer.configured
      ? 'no-address'
      : 'waiting';
  await tx
    .insertInto('mail_deliveries')
    .values({
      tenant_id: where.tenantId,
      id: deliveryId,
      notice_id: noticeId,
      state,
      message_id: `<${deliveryId}@nastavnik.invalid>`,
      updated_at: where.now,
    })
    .execute();
  if (state === 'waiting') await enqueue(tx, sendLetter, { tenantId: where.tenantId, deliveryId });
}
