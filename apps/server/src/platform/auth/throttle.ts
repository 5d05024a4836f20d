import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from '../db/pool.ts';

/** How many failures are free, how long the first wait is (it doubles with each further one), and where waiting stops growing. */
export type ThrottleRule = { readonly free: number; readonly firstSeconds: number; readonly longestSeconds: number };

/** Per login: five mistakes are a tired person, more is a guesser. */
export const LOGIN_RULE: ThrottleRule = { free: 5, firstSeconds: 15, longestSeconds: 15 * 60 };
/** Per address: a school of fifty phones behind one address may mistype a lot before it has to wait. */
export const ADDRESS_RULE: ThrottleRule = { free: 60, firstSeconds: 15, longestSeconds: 15 * 60 };
/** Failures older than this are forgotten. */
const MEMORY_SECONDS = 60 * 60;

function keyOf(kind: 'login' | 'address', value: string): string {
  return createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`).digest('hex');
}

export type SignInAttempt = { readonly login: string; readonly address: string };

/** Where the attempt was counted: what is taken back when it turns out not to be a failure. */
type Counted = { readonly key: string; readonly lockedUntil: Date | null };
export type Begun = { readonly login: Counted; readonly address: Counted };

/**
 * Counts the attempt as a failure before the password is looked at, so that guesses sent at once all count; whoever was
 * right takes it back by `forgive`. A number: the seconds to wait, and the attempt is not to be made.
 */
export async function beginAttempt(pool: Pool, attempt: SignInAttempt, now: Date): Promise<Begun | number> {
  const address = await count(pool, keyOf('address', attempt.address), ADDRESS_RULE, now);
  if (typeof address === 'number') return address;
  const login = await count(pool, keyOf('login', attempt.login), LOGIN_RULE, now);
  if (typeof login !== 'number') return { login, address };
  // Who already waits for the login is not counted against all who share the address.
  await takeBack(pool, address);
  return login;
}

/** The password was right: the login begins anew, the address has one failure less. */
export async function forgive(pool: Pool, begun: Begun): Promise<void> {
  await pool.deleteFrom('auth.sign_in_failures').where('key', '=', begun.login.key).execute();
  await takeBack(pool, begun.address);
}

/** No password was tried after all: the request was malformed. */
export async function uncount(pool: Pool, begun: Begun): Promise<void> {
  await takeBack(pool, begun.login);
  await takeBack(pool, begun.address);
}

/** One statement: of parallel attempts each sees the count of the one before, and its lock. */
async function count(pool: Pool, key: string, rule: ThrottleRule, now: Date): Promise<Counted | number> {
  const forgotten = new Date(now.getTime() - MEMORY_SECONDS * 1000);
  const next = sql`case when f.last_at < ${forgotten} then 1 else f.count + 1 end`;
  const { rows } = await sql<{ locked_until: Date | null }>`
    insert into auth.sign_in_failures as f (key, count, last_at) values (${key}, 1, ${now})
    on conflict (key) do update
      set count = ${next}, last_at = ${now},
        locked_until = case when ${next} < ${rule.free} then null else ${now}::timestamptz + make_interval(secs =>
          least(${rule.longestSeconds}, ${rule.firstSeconds} * power(2, least(${next} - ${rule.free}, 30)))) end
      where f.locked_until is null or f.locked_until <= ${now}
    returning locked_until`.execute(pool);
  if (rows[0]) return { key, lockedUntil: rows[0].locked_until };
  const held = await pool
    .selectFrom('auth.sign_in_failures')
    .select('locked_until')
    .where('key', '=', key)
    .executeTakeFirst();
  return Math.max(1, Math.ceil(((held?.locked_until?.getTime() ?? 0) - now.getTime()) / 1000));
}

/** Lifts the lock that this attempt put on, not one of somebody else. */
async function takeBack(pool: Pool, { key, lockedUntil }: Counted): Promise<void> {
  await sql`
    update auth.sign_in_failures set count = greatest(count - 1, 0),
      locked_until = case when locked_until = ${lockedUntil}::timestamptz then null else locked_until end
    where key = ${key}`.execute(pool);
}
