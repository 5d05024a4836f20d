import type { Role } from '@nastavnik/domain/access/roles';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { App, Deps } from '../src/deps.ts';
import { addFirstPerson } from '../src/features/session/door.ts';
import { createAccount } from '../src/platform/auth/accounts.ts';
import { dayIn, type MovableClock } from '../src/platform/clock.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import type { TestDatabase } from './database.ts';
import { aSchool, useServer } from './school.ts';

export const PASSWORD = 'лось пьёт чай';

/** Requests in the name of one person, or of nobody. */
export type Client = {
  readonly personId: string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  put(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  delete(url: string): Promise<LightMyRequestResponse>;
};

export type MemberSchool = {
  readonly tenantId: string;
  /** A member who holds these roles and nothing else. */
  member(roles: readonly Role[], familyName?: string): Promise<Client>;
};

export type MemberServer = {
  readonly app: App;
  readonly clock: MovableClock;
  readonly database: TestDatabase;
  /** A fresh tenant. */
  school(name?: string): Promise<MemberSchool>;
  readonly anonymous: Client;
  as(cookie: string): Client;
};

/** The application with people who really sign in, with a password; `school.ts` opens sessions without one. */
export function useMembers(): MemberServer {
  const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
  const clientOf = (cookie: string, personId = ''): Client => {
    const send = (method: NonNullable<InjectOptions['method']>, url: string, body?: unknown) =>
      server.app.inject({
        method,
        url,
        headers: { ...(cookie ? { cookie } : {}), ...(method === 'GET' ? {} : { origin: 'http://localhost:80' }) },
        ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
      });
    return {
      personId,
      get: (url) => send('GET', url),
      post: (url, body) => send('POST', url, body),
      put: (url, body) => send('PUT', url, body),
      delete: (url) => send('DELETE', url),
    };
  };
  return {
    get app() {
      return server.app;
    },
    clock: server.clock,
    database: server.db,
    anonymous: clientOf(''),
    as: clientOf,
    async school(name = 'Школа № 5') {
      const { tenantId } = await aSchool(server, {}, { name });
      return {
        tenantId,
        async member(roles, familyName = 'Тестова') {
          const { personId, cookie } = await addMember(server.deps, tenantId, roles, familyName);
          return clientOf(cookie, personId);
        },
      };
    },
  };
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

let counter = 0;

async function addMember(
  deps: Deps,
  tenantId: string,
  roles: readonly Role[],
  familyName: string,
): Promise<{ personId: string; cookie: string }> {
  counter += 1;
  const login = `login${process.pid}x${counter}`;
  const now = deps.clock.now();
  const today = dayIn('Europe/Moscow', now);
  const personId = await writing(deps.pool, { tenantId }, async (tx) => {
    const person = {
      familyName,
      givenName: 'Анна',
      patronymic: 'Игоревна',
      post: 'Учитель',
      email: null,
      alsoRoles: [],
    };
    const id = await addFirstPerson(tx, { tenantId, today, now }, person);
    // Exactly the roles asked for: a new organisation's first person would be its administrator as well.
    await tx.deleteFrom('role_assignments').where('tenant_id', '=', tenantId).where('person_id', '=', id).execute();
    for (const role of roles) {
      const held = { tenant_id: tenantId, id: newId(now), person_id: id, role, started_on: today };
      await tx.insertInto('role_assignments').values(held).execute();
    }
    const account = { name: login, login, email: null, password: PASSWORD };
    const userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
    await tx
      .insertInto('memberships')
      .values({ tenant_id: tenantId, user_id: userId, person_id: id, created_at: now })
      .execute();
    return id;
  });
  const answer = await deps.auth.api.signInUsername({
    body: { username: login, password: PASSWORD },
    asResponse: true,
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { personId, cookie };
}
