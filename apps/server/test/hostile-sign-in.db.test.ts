import { expect, test } from 'vitest';
import { openAuth } from '../src/platform/auth/auth.ts';
import { reading } from '../src/platform/db/transactions.ts';
import { type Client, PASSWORD, useMembers } from './members.ts';

const server = useMembers();

async function aLogin(): Promise<{ login: string; email: string; client: Client }> {
  const school = await server.school();
  const client = await school.member(['curator']);
  const user = await reading(server.database.pool, school, (tx) =>
    tx
      .selectFrom('memberships as m')
      .innerJoin('auth.user as u', 'u.id', 'm.user_id')
      .select(['u.username', 'u.email'])
      .where('m.person_id', '=', client.personId)
      .executeTakeFirstOrThrow(),
  );
  return { login: user.username!, email: user.email, client };
}

const signIn = (kind: 'username' | 'email', payload: object) =>
  server.app.inject({ method: 'POST', url: `/api/auth/sign-in/${kind}`, payload });

test('guesses sent at once count one by one: six of thirty are heard at most', async () => {
  const { login } = await aLogin();
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, at) => signIn('username', { username: login, password: `wrong password ${at}` })),
  );
  const heard = answers.filter((each) => each.statusCode !== 429).length;
  expect(heard).toBeLessThanOrEqual(6);
  expect((await signIn('username', { username: login, password: PASSWORD })).statusCode).toBe(429);
});

test('another name put beside the address does not hide whose password is guessed', async () => {
  const { email } = await aLogin();
  const codes: number[] = [];
  for (let at = 0; at < 8; at += 1) {
    const answer = await signIn('email', { username: `someone-${at}`, email, password: `wrong password ${at}` });
    codes.push(answer.statusCode);
  }
  expect(codes.slice(-2)).toEqual([429, 429]);
});

test('a right password after four wrong ones is taken, and wipes them out', async () => {
  const { login } = await aLogin();
  for (let round = 0; round < 2; round += 1) {
    for (let at = 0; at < 4; at += 1) await signIn('username', { username: login, password: `wrong password ${at}` });
    expect((await signIn('username', { username: login, password: PASSWORD })).statusCode).toBe(200);
  }
});

test('other spellings of the address of sign-in do not pass by the throttle', async () => {
  const { login } = await aLogin();
  for (const path of [
    'sign-in//username',
    '/sign-in/username',
    'sign-in/%75sername',
    'sign-in/username/',
    'Sign-In/Username',
    './sign-in/username',
    'sign-in/x/../username',
  ]) {
    const codes: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      const answer = await server.app.inject({
        method: 'POST',
        url: `/api/auth/${path}`,
        payload: { username: login, password: `wrong password ${at}` },
      });
      codes.push(answer.statusCode);
    }
    expect(`${path} ${codes.filter((code) => code === 401).length <= 5}`).toBe(`${path} true`);
  }
});

test('a new password has to be as good as the first', async () => {
  const { client } = await aLogin();
  for (const newPassword of ['1234567890', 'йцукенгшщз', 'пароль2024']) {
    const answer = await client.post('/api/auth/change-password', { currentPassword: PASSWORD, newPassword });
    expect(answer.json()).toMatchObject({ status: 422, code: 'setup.password-weak' });
  }
  const good = await client.post('/api/auth/change-password', {
    currentPassword: PASSWORD,
    newPassword: 'ёж несёт яблоко',
  });
  expect(good.statusCode).toBe(200);
});

test('guessing the present password of an open session is slowed too', async () => {
  const { client } = await aLogin();
  for (const path of ['change-password', 'two-factor/disable', 'two-factor/enable', 'verify-password']) {
    const codes: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const answer = await client.post(`/api/auth/${path}`, {
        currentPassword: `wrong ${at} wrong`,
        password: `wrong ${at} wrong`,
        newPassword: 'ёж несёт яблоко',
      });
      codes.push(answer.statusCode);
    }
    expect(`${path} ${codes.at(-1)}`).toMatch(/ (429|404)$/);
  }
});

test('behind an https address cookies are secure, closed to scripts and to other sites', async () => {
  const { login } = await aLogin();
  const { auth, close } = openAuth({
    database: { connectionString: server.database.applicationUrl },
    secret: 'a secret of tests that is long enough',
    publicUrl: 'https://school.example',
  });
  try {
    const answer = await auth.api.signInUsername({ body: { username: login, password: PASSWORD }, asResponse: true });
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Secure-nastavnik/);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
    }
  } finally {
    await close();
  }
});
