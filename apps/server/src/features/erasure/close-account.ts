import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';

/** The person no longer belongs to the organisation; an account that belongs to no other one goes with its sessions. */
export async function closeAccount(tx: Writing, tenantId: string, personId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('memberships')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .returning('user_id')
    .execute();
  for (const { user_id } of gone) {
    await tx.deleteFrom('auth.session').where('userId', '=', user_id).execute();
    // Other organisations' memberships are seen as the account itself sees them.
    await sql`select set_config('app.user', ${user_id}, true)`.execute(tx);
    const other = await tx
      .selectFrom('memberships')
      .select('tenant_id')
      .where('user_id', '=', user_id)
      .executeTakeFirst();
    await sql`select set_config('app.user', '', true)`.execute(tx);
    if (!other) await tx.deleteFrom('auth.user').where('id', '=', user_id).execute();
  }
}
