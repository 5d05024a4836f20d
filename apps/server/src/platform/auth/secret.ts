import { randomBytes } from 'node:crypto';
import type { Pool } from '../db/pool.ts';

/** The secret that signs sessions, made once per server. In the database, so that every process has the same. */
export async function authSecret(pool: Pool): Promise<string> {
  await pool
    .insertInto('server_settings')
    .values({ key: 'auth-secret', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await pool
    .selectFrom('server_settings')
    .select('value')
    .where('key', '=', 'auth-secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
