import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { KeepingClient } from './planned-once.ts';
import type { DB } from './schema.generated.ts';

export type Pool = Kysely<DB>;

// A `date` stays the text `YYYY-MM-DD`: as a moment it would shift with the zone. Counts fit a number.
const types = new pg.TypeOverrides();
types.setTypeParser(1082, (value) => value);
types.setTypeParser(20, (value) => Number(value));

export type DatabaseAddress = pg.PoolConfig;

export function openPool(
  address: DatabaseAddress,
  options: { max?: number; onError?: (error: Error) => void } = {},
): Pool {
  const pool = new pg.Pool({
    Client: KeepingClient,
    ...address,
    types,
    max: options.max ?? 12,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  const broken = (error: Error) => options.onError?.(error);
  pool.on('error', broken);
  // The pool looks after a connection only while nobody has it: one that breaks between two statements of a
  // transaction would end the process as well. The next statement then fails, and with it the transaction.
  pool.on('connect', (client) => client.on('error', broken));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }) });
}
