import type { ReminderKind } from '@nastavnik/contracts/settings';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { readerOf } from './notices.queries.ts';
import type { sendLetter } from './remind.ts';

/** A letter that somebody began to send this long ago and never finished: its sender died. */
const ABANDONED_MS = 15 * 60_000;

/**
 * Sends a letter. Whoever begins it says so first, in a transaction of its own; nobody else begins it meanwhile.
 *
 * What this promises: a letter goes out once, unless the process dies in the instant between the mail server's «accepted»
 * and our note of it. Then it is sent again after a quarter of an hour, under the same Message-ID, which mail servers and
 * readers recognise as the same letter. A letter that may be doubled once in a crash is better than a reminder that is lost.
 */
export async function carryOutLetter(
  deps: Deps,
  { tenantId, deliveryId }: z.infer<(typeof sendLetter)['payload']>,
): Promise<void> {
  const begun = await begin(deps, tenantId, deliveryId);
  if (!begun) return;
  const finish = (change: { state: 'sent' | 'waiting' | 'failed'; last_error: string | null }) =>
    writing(deps.pool, { tenantId }, (tx) =>
      tx
        .updateTable('mail_deliveries')
        .set({ ...change, updated_at: deps.clock.now() })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', deliveryId)
        .where('state', '=', 'sending')
        .execute(),
    );
  try {
    await deps.mailer.send(begun);
  } catch (error) {
    // A permanent refusal (5xx) is not asked again; for the rest the queue tries later.
    const permanent = Number((error as { responseCode?: number }).responseCode ?? 0) >= 500;
    await finish({ state: permanent ? 'failed' : 'waiting', last_error: errorWords(error) });
    if (permanent) return;
    throw error;
  }
  await finish({ state: 'sent', last_error: null });
}

/** Takes the letter out of the waiting ones, or one whose sender died; undefined when there is nothing to send. */
async function begin(deps: Deps, tenantId: string, deliveryId: string) {
  const now = deps.clock.now();
  return writing(deps.pool, { tenantId }, async (tx) => {
    const row = await tx
      .selectFrom('mail_deliveries as d')
      .innerJoin('notices as n', (join) =>
        join.onRef('n.tenant_id', '=', 'd.tenant_id').onRef('n.id', '=', 'd.notice_id'),
      )
      .innerJoin('people as p', (join) =>
        join.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.person_id'),
      )
      .select([
        'd.state',
        'd.begun_at',
        'd.message_id',
        'd.attempts',
        'n.subject',
        'n.body',
        'p.email',
        'n.person_id',
        'n.kind',
      ])
      .where('d.tenant_id', '=', tenantId)
      .where('d.id', '=', deliveryId)
      .forUpdate('d')
      .executeTakeFirst();
    if (!row) return undefined;
    const abandoned =
      row.state === 'sending' && row.begun_at !== null && now.getTime() - row.begun_at.getTime() > ABANDONED_MS;
    if (row.state !== 'waiting' && !abandoned) return undefined;
    // RULE-15: withdrawn while the letter waited.
    const { silent } = await readerOf(tx, tenantId, row.person_id, row.kind as ReminderKind);
    await tx
      .updateTable('mail_deliveries')
      .set({
        state: silent ? 'declined' : row.email === null ? 'no-address' : 'sending',
        begun_at: now,
        attempts: row.attempts + 1,
        updated_at: now,
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', deliveryId)
      .execute();
    return silent || row.email === null
      ? undefined
      : { to: row.email, subject: row.subject, text: row.body, messageId: row.message_id };
  });
}

/** For the delivery log; addresses in it are the school's own. */
function errorWords(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
