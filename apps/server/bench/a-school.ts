import { randomBytes } from 'node:crypto';
import type { Role } from '@nastavnik/domain/access/roles';
import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Deps } from '../src/deps.ts';
import { createOrganization } from '../src/features/session/door.ts';
import { createAccount } from '../src/platform/auth/accounts.ts';
import type { Writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';

/** Of everybody in these schools, made anew for each run. */
export const PASSWORD = `b${randomBytes(9).toString('hex')}`;
export const PERIOD = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };

/** A school that is the host of its server and asks for no second factor, since nobody types one here. */
export async function aSchool(tx: Writing, tenantId: string, now: Date): Promise<void> {
  await createOrganization(tx, {
    tenantId,
    fullName: 'Школа',
    shortName: 'Школа',
    secondName: null,
    secondLanguage: null,
    municipality: 'Город',
    kind: 'school',
    timeZone: 'Europe/Moscow',
    cycle: PERIOD,
    host: true,
    now,
  });
  await tx.updateTable('organizations').set({ require_second_factor: false }).execute();
}

type Known = { readonly tenantId: string; readonly login: string; readonly family: string };

/** Somebody with an account and nothing else. */
export async function aPersonWithAccount(tx: Writing, deps: Deps, { tenantId, login, family }: Known) {
  const now = deps.clock.now();
  const personId = newId(now);
  const account = { name: family, login, email: null, password: PASSWORD };
  const userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
  await tx
    .insertInto('people')
    .values({ tenant_id: tenantId, id: personId, family_name: family, given_name: 'Ирина', patronymic: 'Юрьевна' })
    .execute();
  await tx.insertInto('memberships').values({ tenant_id: tenantId, user_id: userId, person_id: personId }).execute();
  return { personId, userId };
}

/** An employee with an account. */
export async function aMember(tx: Writing, deps: Deps, member: Known & { readonly roles: readonly Role[] }) {
  const known = await aPersonWithAccount(tx, deps, member);
  const of = { tenant_id: member.tenantId, person_id: known.personId };
  await tx.insertInto('employees').values(of).execute();
  await tx
    .insertInto('role_assignments')
    .values(member.roles.map((role) => ({ ...of, id: newId(deps.clock.now()), role, started_on: PERIOD.start })))
    .execute();
  return known;
}
