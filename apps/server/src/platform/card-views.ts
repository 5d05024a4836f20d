import { recordEvent } from './audit.ts';
import type { Caller } from './caller.ts';
import type { Writing } from './db/transactions.ts';

/** Who looked at the card of a minor, and at which side of it (RULE-34). Every view and every export of one. */
export async function recordCardView(
  tx: Writing,
  caller: Caller,
  personId: string,
  what: 'card' | 'consents' | 'request' | 'identity' | 'support' | 'export',
): Promise<void> {
  await recordEvent(tx, caller, { type: 'card.seen', object: { kind: 'person', id: personId }, data: { what } });
}
