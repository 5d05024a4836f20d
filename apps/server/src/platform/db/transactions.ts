import { sql, type Transaction } from 'kysely';
import type { Caller } from '../caller.ts';
import { plannedOnce } from './planned-once.ts';
import type { Pool } from './pool.ts';
import type { DB } from './schema.generated.ts';

declare const writes: unique symbol;

/** A transaction that sees one tenant. */
export type Reading = Transaction<DB>;
/** A transaction that may also change it. There is no other way to write. */
export type Writing = Reading & { readonly [writes]: true };

/** Whose rows a transaction sees. */
export type Tenancy = Pick<Caller, 'tenantId'> & { readonly userId?: string };

function open<T>(
  pool: Pool,
  tenancy: Tenancy,
  mode: 'read only' | 'read write',
  work: (tx: Reading) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> {
  return pool
    .transaction()
    .setIsolationLevel(isolation)
    .setAccessMode(mode)
    .execute(async (tx) => {
      await sql`${plannedOnce}select set_config('app.tenant', ${tenancy.tenantId}, true), set_config('app.user', ${tenancy.userId ?? ''}, true)`.execute(
        tx,
      );
      return work(tx);
    });
}

export function reading<T>(pool: Pool, tenancy: Tenancy, work: (tx: Reading) => Promise<T>): Promise<T> {
  return open(pool, tenancy, 'read only', work);
}

/** All statements see the same moment: what is put together from several of them was true at once. */
export function readingMoment<T>(pool: Pool, tenancy: Tenancy, work: (tx: Reading) => Promise<T>): Promise<T> {
  return open(pool, tenancy, 'read only', work, 'repeatable read');
}

export function writing<T>(pool: Pool, tenancy: Tenancy, work: (tx: Writing) => Promise<T>): Promise<T> {
  return open(pool, tenancy, 'read write', (tx) => work(tx as Writing));
}

/** Before an organisation is chosen: only what `app.user` opens (its own memberships) and the doors are there. */
export function asAccount<T>(pool: Pool, userId: string, work: (tx: Reading) => Promise<T>): Promise<T> {
  return open(pool, { tenantId: '', userId }, 'read only', work);
}
