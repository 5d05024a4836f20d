import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { cookieOf, PASSWORD, useMembers } from '../../../test/members.ts';

const server = useMembers();
const SETUP = {
  organization: {
    fullName: 'Муниципальная школа',
    shortName: 'Школа № 1',
    secondName: null,
    secondLanguage: null,
    municipality: 'Заречный округ',
    kind: 'school',
    timeZone: 'Asia/Vladivostok',
  },
  administrator: {
    familyName: 'Морозова',
    givenName: 'Нина',
    patronymic: null,
    post: 'Заместитель директора',
    login: 'Morozova',
    email: 'morozova@example.org',
    password: PASSWORD,
    alsoRoles: ['curator'],
  },
};

/** Two have asked to set the server up at once; either may have been the first. */
let administrator = SETUP.administrator;

const signIn = (username: string, password: string) =>
  server.anonymous.post('/api/auth/sign-in/username', { username, password });

describe('the first run', () => {
  test('an empty server asks to be set up, is set up once, and signs its administrator in', async () => {
    expect((await server.anonymous.get('/api/v1/session')).json()).toMatchObject({ state: 'setup' });
    const other = { ...SETUP.administrator, login: 'Lebedeva', email: 'lebedeva@example.org' };
    const [first, second] = await Promise.all([
      server.anonymous.post('/api/v1/setup', SETUP),
      server.anonymous.post('/api/v1/setup', { ...SETUP, administrator: other }),
    ]);
    expect([first.statusCode, second.statusCode].sort((a, b) => a - b)).toEqual([204, 409]);
    const won = first.statusCode === 204 ? first : second;
    if (won === second) administrator = other;
    const cookie = cookieOf(won);
    const session = (await server.as(cookie).get('/api/v1/session')).json();
    expect(session).toMatchObject({ state: 'signed-in', may: { importRoadmap: true, addOrganizations: true } });
    // 09:00 in Moscow on the 15th is 16:00 of the same day in Vladivostok.
    expect(session.today).toBe('2024-10-15');
    expect((await server.anonymous.get('/api/v1/session')).json()).toMatchObject({ state: 'anonymous' });
  });

  test('the host adds a municipality, whose coordinator comes in by the link; others may not', async () => {
    const host = await (await server.school('Вторая')).member(['systemAdministrator']);
    const body = {
      fullName: 'Управление образования',
      shortName: 'Управление',
      municipality: 'Заречный округ',
      kind: 'municipality',
      timeZone: 'Europe/Moscow',
      administrator: {
        familyName: 'Громова',
        givenName: 'Ия',
        patronymic: null,
        post: 'Методист',
        email: null,
        alsoRoles: ['municipalCoordinator'],
      },
    };
    expect((await host.post('/api/v1/server/organizations', body)).json()).toMatchObject({ code: 'access.denied' });
    const found = await signIn(administrator.login, PASSWORD);
    const cookie = cookieOf(found);
    const owner = server.as(cookie);
    const { link } = (await owner.post('/api/v1/server/organizations', body)).json();
    expect(link).toContain('/invitation#');
    const names = (await owner.get('/api/v1/server/organizations'))
      .json()
      .organizations.map((each: { shortName: string }) => each.shortName);
    expect(names).toContain('Управление');
  });
});

describe('signing in', () => {
  test('sign-in works by login in any case and by e-mail', async () => {
    expect((await signIn(administrator.login.toUpperCase(), PASSWORD)).statusCode).toBe(200);
    const byMail = await server.anonymous.post('/api/auth/sign-in/email', {
      email: administrator.email.replace(/^./, (letter) => letter.toUpperCase()),
      password: PASSWORD,
    });
    expect(byMail.statusCode).toBe(200);
  });

  test('nobody registers alone, and nobody asks which logins exist', async () => {
    for (const path of [
      '/api/auth/sign-up/email',
      '/api/auth/is-username-available',
      '/api/auth/request-password-reset',
    ]) {
      expect(
        (
          await server.anonymous.post(path, {
            email: 'x@example.org',
            username: 'morozova',
            password: PASSWORD,
            name: 'X',
          })
        ).statusCode,
      ).toBe(404);
    }
  });

  test('after five wrong passwords the next try has to wait, the right password too, and the wait passes', async () => {
    const school = await server.school();
    const teacher = await school.member(['staff']);
    const { login } = (await teacher.get('/api/v1/session')).json().user;
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await signIn(login, 'wrong password')).statusCode).toBe(401);
    const stopped = await signIn(login, PASSWORD);
    expect(stopped.json()).toMatchObject({ status: 429, code: 'request.too-many' });
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    const before = server.clock.now();
    server.clock.moveTo(new Date(before.getTime() + 16_000));
    expect((await signIn(login, PASSWORD)).statusCode).toBe(200);
    server.clock.moveTo(before);
  });

  test('sign-out everywhere ends the other sessions at their next request', async () => {
    const school = await server.school();
    const teacher = await school.member(['staff']);
    const { login } = (await teacher.get('/api/v1/session')).json().user;
    const second = await signIn(login, PASSWORD);
    const cookie = cookieOf(second);
    expect((await server.as(cookie).post('/api/auth/revoke-sessions', {})).statusCode).toBe(200);
    expect((await teacher.get('/api/v1/people')).json()).toMatchObject({ code: 'session.required' });
  });

  test('a page of another site changes nothing in the name of who is signed in', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    const { login } = (await curator.get('/api/v1/session')).json().user;
    const cookie = cookieOf(await signIn(login, PASSWORD));
    const send = (headers: Record<string, string>) =>
      server.app.inject({ method: 'POST', url: '/api/v1/bodies', headers: { cookie, ...headers }, payload: {} });
    expect((await send({ origin: 'https://evil.example' })).json()).toMatchObject({ code: 'access.denied' });
    expect((await send({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'access.denied' });
    expect((await send({ origin: 'http://localhost' })).json()).toMatchObject({ code: 'request.malformed' });
  });
});

describe('the wall between tenants', () => {
  test('without a tenant no row of any tenant table is to be seen, and none can be written for another', async () => {
    const first = await server.school();
    const { rows: tables } = await sql<{ name: string; forced: boolean }>`
      select c.relname as name, c.relforcerowsecurity as forced from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'tenant_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(
      server.database.pool,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name, forced } of tables) {
      expect(`${name} ${forced}`).toBe(`${name} true`);
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}`.execute(
        server.database.pool,
      );
      expect(`${name} ${rows[0]?.count}`).toBe(`${name} 0`);
    }
    await expect(
      server.database.pool
        .insertInto('people')
        .values({
          tenant_id: first.tenantId,
          id: '01a1fbed-529a-7b1c-a805-1e463d5f3534',
          family_name: 'Ч',
          given_name: 'У',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  });

  test('the history can be added to and not changed', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    await curator.post('/api/v1/bodies', { kind: 'other', name: 'Клуб', orderNumber: null, orderDate: null });
    for (const statement of [
      'update audit_events set type = $$x$$',
      'delete from audit_events',
      'truncate audit_events',
    ]) {
      await expect(
        server.database.pool.transaction().execute(async (tx) => {
          await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
          await sql.raw(statement).execute(tx);
        }),
      ).rejects.toThrow(/permission denied/);
      await expect(sql.raw(statement).execute(server.database.owner)).rejects.toThrow(/append-only/);
    }
  });
});
