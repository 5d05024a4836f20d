import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { sql } from 'kysely';
import type { Deps } from '../deps.ts';
import { createOrganization } from '../features/session/door.ts';
import { createAccount } from '../platform/auth/accounts.ts';
import type { Caller } from '../platform/caller.ts';
import { dayIn } from '../platform/clock.ts';
import { type Writing, writing } from '../platform/db/transactions.ts';
import { newId } from '../platform/ids.ts';
import { CLASSES } from './demo-families.ts';
import { AUTHORITY, type DemoOrganization, type DemoPerson, MUNICIPALITY, ORGANIZATIONS } from './demo-world.ts';
import { type AccountOpener, liveDemoBanks } from './live-demo-banks.ts';
import { liveDemoYear, type Settled } from './live-demo-year.ts';

export type DemoSignIn = {
  readonly organization: string;
  readonly who: string;
  readonly login: string;
  readonly password: string;
};

/** One password for everybody: a demonstration holds no secrets, and says so at its start. */
const PASSWORD = 'ozero-2-utki-i-most';
/** Long before any period, so that posts and roles hold on every day of it. */
const SINCE = plainDate('2015-09-01');

/**
 * Fills an empty server with five invented organisations and their authority, half-way through a year. A server that
 * has organisations already is left as it is; the sign-ins are the same each time.
 */
export async function fillDemo(deps: Deps): Promise<DemoSignIn[]> {
  const { rows } = await sql<{ empty: boolean }>`select server_is_empty() as empty`.execute(deps.pool);
  if (rows[0]!.empty) {
    const authority = await settle(deps, AUTHORITY, null);
    for (const organization of ORGANIZATIONS) {
      const settled = await settle(deps, organization, authority.tenantId);
      await liveDemoYear(deps, organization, settled);
      const classes = CLASSES[organization.key];
      if (classes) await liveDemoBanks(deps, organization, settled, classes, accountOpener(deps, settled.tenantId));
    }
  }
  return [...ORGANIZATIONS, AUTHORITY].flatMap((organization) => [
    ...organization.people.flatMap((person) => signInOf(organization, person)),
    ...familySignIns(organization),
  ]);
}

/** Pupils and parents come in with codes of a class sheet in life; here their sign-ins are printed with the others. */
function familySignIns({ key, shortName }: DemoOrganization): DemoSignIn[] {
  return (CLASSES[key] ?? [])
    .flatMap(({ grade, letter, pupils }) =>
      pupils.flatMap((pupil) => [
        ...(pupil.login ? [{ who: `${pupil.name}, ученик(ца) ${grade}${letter}`, login: pupil.login }] : []),
        ...(pupil.motherLogin
          ? [{ who: `${pupil.mother}, мать ученика ${grade}${letter}`, login: pupil.motherLogin }]
          : []),
      ]),
    )
    .map(({ who, login }) => ({ organization: shortName, who, login: `${key}.${login}`, password: PASSWORD }));
}

function accountOpener(deps: Deps, tenantId: string): AccountOpener {
  const now = deps.clock.now();
  return async (tx, { personId, login, name }) => {
    const account = { name, login, email: null, password: PASSWORD };
    const userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
    await tx
      .insertInto('memberships')
      .values({ tenant_id: tenantId, user_id: userId, person_id: personId, created_at: now })
      .execute();
  };
}

function signInOf(organization: DemoOrganization, person: DemoPerson): DemoSignIn[] {
  if (!person.login) return [];
  return [
    {
      organization: organization.shortName,
      who: `${person.name}, ${person.post}`,
      login: loginOf(organization, person),
      password: PASSWORD,
    },
  ];
}

function loginOf(organization: DemoOrganization, person: DemoPerson): string {
  return `${organization.key}.${person.login}`;
}

/** The organisation with its people, accounts and bodies, in one transaction: it is there whole, or not at all. */
async function settle(deps: Deps, organization: DemoOrganization, authorityTenantId: string | null): Promise<Settled> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  const today = dayIn('Europe/Moscow', now);
  const callers: Record<string, Caller> = {};
  await writing(deps.pool, { tenantId }, async (tx) => {
    await createOrganization(tx, {
      tenantId,
      fullName: organization.fullName,
      shortName: organization.shortName,
      secondName: organization.second?.[0] ?? null,
      secondLanguage: organization.second?.[1] ?? null,
      municipality: MUNICIPALITY,
      kind: organization.kind,
      timeZone: 'Europe/Moscow',
      // The banks are of one school year; the roadmap of a period that is half-way today.
      cycle: schoolYearSpan(schoolYearOf(today)),
      host: authorityTenantId === null,
      now,
    });
    await tx
      .updateTable('organizations')
      .set({
        authority_tenant_id: authorityTenantId,
        // Invented people only: whoever looks at the demo comes in by the printed password.
        require_second_factor: false,
        authority_code: organization.kind === 'municipality' ? newId(now).slice(0, 8) : null,
      })
      .where('tenant_id', '=', tenantId)
      .execute();
    for (const person of organization.people) {
      callers[person.key] = await settlePerson(tx, deps, { tenantId, today, now }, organization, person);
    }
    await settleBodies(tx, { tenantId, now }, organization, callers);
  });
  return { tenantId, callers };
}

async function settlePerson(
  tx: Writing,
  deps: Deps,
  where: Pick<Caller, 'tenantId' | 'today' | 'now'>,
  organization: DemoOrganization,
  person: DemoPerson,
): Promise<Caller> {
  const [family = '', given = '', patronymic = ''] = person.name.split(' ');
  const { tenantId, now } = where;
  const id = newId(now);
  await tx
    .insertInto('people')
    .values({ tenant_id: tenantId, id, family_name: family, given_name: given, patronymic })
    .execute();
  await tx.insertInto('employees').values({ tenant_id: tenantId, person_id: id }).execute();
  await tx
    .insertInto('posts')
    .values({ tenant_id: tenantId, id: newId(now), person_id: id, title: person.post, started_on: SINCE })
    .execute();
  await tx
    .insertInto('role_assignments')
    .values(
      person.roles.map((role) => ({ tenant_id: tenantId, id: newId(now), person_id: id, role, started_on: SINCE })),
    )
    .execute();
  let userId = '';
  if (person.login) {
    const account = {
      name: `${family} ${given}`,
      login: loginOf(organization, person),
      email: null,
      password: PASSWORD,
    };
    userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
    await tx
      .insertInto('memberships')
      .values({ tenant_id: tenantId, user_id: userId, person_id: id, created_at: now })
      .execute();
  }
  return {
    ...where,
    secondFactorNeeded: false,
    seenBy: null,
    host: organization === AUTHORITY,
    userId,
    personId: id,
    name: `${family} ${given.charAt(0)}. ${patronymic.charAt(0)}.`,
    roles: person.roles,
  };
}

async function settleBodies(
  tx: Writing,
  { tenantId, now }: Pick<Caller, 'tenantId' | 'now'>,
  organization: DemoOrganization,
  callers: Readonly<Record<string, Caller>>,
): Promise<void> {
  for (const body of organization.bodies) {
    const id = newId(now);
    await tx
      .insertInto('bodies')
      .values({ tenant_id: tenantId, id, kind: body.kind, name: body.name, order_number: '112', order_date: SINCE })
      .execute();
    await tx
      .insertInto('body_members')
      .values(
        body.members.map((key, at) => ({
          tenant_id: tenantId,
          id: newId(now),
          body_id: id,
          person_id: callers[key]!.personId,
          office: at === 0 ? 'chair' : 'member',
          started_on: SINCE,
        })),
      )
      .execute();
  }
}
