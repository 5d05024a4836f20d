import type { Membership, SessionAnswer } from '@nastavnik/contracts/session';
import { can } from '@nastavnik/domain/access/can';
import { ROLES } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Pool } from '../../platform/db/pool.ts';
import { asAccount, reading, type Writing } from '../../platform/db/transactions.ts';

export async function serverIsEmpty(pool: Pool): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`select server_is_empty() as empty`.execute(pool);
  return rows[0]!.empty;
}

/** Every organisation the account belongs to, with the roles held there today. */
export async function membershipsOf(pool: Pool, userId: string, today: PlainDate): Promise<Membership[]> {
  const found = await asAccount(pool, userId, async (tx) => {
    const { rows } = await sql<{ tenant_id: string; person_id: string; short_name: string; kind: string }>`
      select m.tenant_id, m.person_id, o.short_name, o.kind from memberships m
      join organization_names(array(select x.tenant_id from memberships x where x.user_id = ${userId})) o using (tenant_id)
      where m.user_id = ${userId} order by m.created_at, m.tenant_id`.execute(tx);
    return rows;
  });
  const memberships: Membership[] = [];
  for (const row of found) {
    const roles = await reading(pool, { tenantId: row.tenant_id }, (tx) =>
      tx
        .selectFrom('held_roles as r')
        .innerJoin('people as p', (join) =>
          join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.person_id'),
        )
        .select('r.role')
        .distinct()
        .where('r.tenant_id', '=', row.tenant_id)
        .where('r.person_id', '=', row.person_id)
        .where('r.started_on', '<=', today)
        .where((where) => where.or([where('r.ended_on', 'is', null), where('r.ended_on', '>=', today)]))
        .where('p.deactivated_at', 'is', null)
        .execute(),
    );
    memberships.push({
      tenantId: row.tenant_id,
      organization: row.short_name,
      kind: row.kind as Membership['kind'],
      personId: row.person_id,
      roles: ROLES.filter((role) => roles.some((each) => each.role === role)),
    });
  }
  return memberships;
}

/** RULE-41: where the policy stands, and for those who answer for it, whether the notice has been forgotten. */
export async function policyOf(pool: Pool, caller: Caller): Promise<NonNullable<SessionAnswer['policy']>> {
  const row = await reading(pool, caller, (tx) =>
    tx
      .selectFrom('organizations')
      .select(['policy_url', 'rkn_registry_number'])
      .where('tenant_id', '=', caller.tenantId)
      .executeTakeFirstOrThrow(),
  );
  return { url: row.policy_url, numberMissing: !row.rkn_registry_number && can(caller, 'policy.edit') };
}

export async function activateTenant(pool: Pool, sessionId: string, tenantId: string): Promise<void> {
  await pool.updateTable('auth.session').set({ activeTenantId: tenantId }).where('id', '=', sessionId).execute();
}

/** Two first-run pages sent at once: the second waits here and then finds the server taken. */
export async function holdSetup(tx: Writing): Promise<void> {
  await sql`select pg_advisory_xact_lock(7420190012)`.execute(tx);
}
