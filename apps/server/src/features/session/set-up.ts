import type { SetupBody } from '@nastavnik/contracts/session';
import { cycleOf } from '@nastavnik/domain/calendar/school-year';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import { createAccount } from '../../platform/auth/accounts.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addFirstPerson, createOrganization } from './create-organization.ts';
import { holdSetup } from './session.queries.ts';

/** The first run: the organisation and its first administrator, once per server. */
export async function setUp(deps: Deps, body: SetupBody): Promise<{ tenantId: string }> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  await writing(deps.pool, { tenantId }, async (tx) => {
    await holdSetup(tx);
    const { rows } = await sql<{ empty: boolean }>`select server_is_empty() as empty`.execute(tx);
    if (!rows[0]!.empty) throw new Refusal('setup.already-done');
    await found(tx, deps, tenantId, body, now);
  });
  return { tenantId };
}

async function found(tx: Writing, deps: Deps, tenantId: string, body: SetupBody, now: Date): Promise<void> {
  const { organization, administrator } = body;
  if ((organization.secondName === null) !== (organization.secondLanguage === null)) {
    throw new Refusal('organization.second-language-incomplete');
  }
  const today = dayIn(organization.timeZone, now);
  await createOrganization(tx, { tenantId, ...organization, cycle: cycleOf(today), host: true, now });
  const userId = await createAccount(
    tx,
    deps.auth,
    { ...administrator, name: `${administrator.familyName} ${administrator.givenName}` },
    now,
    'setup.login-taken',
  );
  const personId = await addFirstPerson(tx, { tenantId, today, now }, administrator);
  await tx
    .insertInto('memberships')
    .values({ tenant_id: tenantId, user_id: userId, person_id: personId, created_at: now })
    .execute();
  await recordEvent(
    tx,
    { tenantId, personId, name: `${administrator.familyName} ${administrator.givenName}`, now },
    { type: 'organization.founded', object: { kind: 'organization', id: tenantId } },
  );
}
