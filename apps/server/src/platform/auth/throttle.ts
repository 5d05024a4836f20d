import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from '../db/pool.ts';

/** How many failures are free, how long the first wait is, and where waiting stops growing. */
export type ThrottleRule = { readonly free: number; readonly firstSeconds: number; readonly longestSeconds: number };

/** Per login: five mistakes are a tired person, more is a guesser. */
export const LOGIN_RULE: ThrottleRule = { free: 5, firstSeconds: 15, longestSeconds: 15 * 60 };
/** Per address: a school of fifty phones behind one address may mistype a lot before it has to wait. */
export const ADDRESS_RULE: ThrottleRule = { free: 60, firstSeconds: 15, longestSeconds: 15 * 60 };
/** Failures older than this are forgotten. */
const MEMORY_SECONDS = 60 * 60;

/** Seconds to wait after the `count`-th failure in a row: doubles beyond the free ones. */
export function waitAfter(count: number, rule: ThrottleRule): number {
  if (count < rule.free) return 0;
  return Math.min(rule.longestSeconds, rule.firstSeconds * 2 ** Math.min(count - rule.free, 30));
}

function keyOf(kind: 'login' | 'address', value: string): string {
  return createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`).digest('hex');
}

export type SignInAttempt = { readonly login: string; readonly address: string };

/** Seconds until this login may be tried again from this address; 0 when now. */
export async function secondsToWait(pool: Pool, attempt: SignInAttempt, now: Date): Promise<number> {
  const rows = await pool
    .selectFrom('auth.sign_in_failures')
    .select('locked_until')
    .where('key', 'in', [keyOf('login', attempt.login), keyOf('address', attempt.address)])
    .where('locked_until', '>', now)
    .execute();
  const until = Math.max(0, ...rows.map((row) => row.locked_until?.getTime() ?? 0));
  return Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

export async function recordFailure(pool: Pool, attempt: SignInAttempt, now: Date): Promise<void> {
  await count(pool, keyOf('login', attempt.login), LOGIN_RULE, now);
  await count(pool, keyOf('address', attempt.address), ADDRESS_RULE, now);
}

export async function forgetFailures(pool: Pool, login: string): Promise<void> {
  await pool.deleteFrom('auth.sign_in_failures').where('key', '=', keyOf('login', login)).execute();
}

/** One statement, so that parallel guesses all count. */
async function count(pool: Pool, key: string, rule: ThrottleRule, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - MEMORY_SECONDS * 1000);
  const { rows } = await sql<{ count: number }>`
    insert into auth.sign_in_failures as f (key, count, last_at) values (${key}, 1, ${now})
    on conflict (key) do update
      set count = case when f.last_at < ${forgotten} then 1 else f.count + 1 end, last_at = ${now}
    returning count`.execute(pool);
  const wait = waitAfter(rows[0]!.count, rule);
  if (wait === 0) return;
  await pool
    .updateTable('auth.sign_in_failures')
    .set({ locked_until: new Date(now.getTime() + wait * 1000) })
    .where('key', '=', key)
    .execute();
}
