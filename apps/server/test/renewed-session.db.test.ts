import { createHmac } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { writing } from '../src/platform/db/transactions.ts';
import { cookieOf, type MemberSchool, PASSWORD, useMembers } from './members.ts';
import { howManyWait } from './waiting.ts';

const server = useMembers();
const NEW_PASSWORD = 'ёж несёт яблоко';

/** Keeps cookies as a browser does: in the order in which answers come, not in that of the questions. */
class Browser {
  readonly #cookies = new Map<string, string>();

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  }

  keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  get = async (url: string) => this.keep(await server.as(this.cookie).get(url));
  post = async (url: string, body: unknown = {}) => this.keep(await server.as(this.cookie).post(url, body));
  state = async (): Promise<string> => (await this.get('/api/v1/session')).json().state;
}

/** What pages ask all the time, and the library's own questions. */
const QUESTIONS = [
  '/api/v1/session',
  '/api/v1/roadmaps',
  '/api/auth/get-session',
  '/api/auth/list-sessions',
  '/api/auth/two-factor/enable',
] as const;

async function question(cookie: string, url: string): Promise<LightMyRequestResponse> {
  if (url.endsWith('/enable')) return await server.as(cookie).post(url, { password: 'a wrong one' });
  return await server.as(cookie).get(url);
}

/** The ways in which a session is renewed under who is signed in. */
const RENEWALS: readonly [string, (browser: Browser) => Promise<LightMyRequestResponse>][] = [
  ['the second factor is switched on', async (browser) => verify(browser, await keyOf(browser))],
  [
    'the second factor is switched off',
    async (browser) => {
      browser.keep(await verify(browser, await keyOf(browser)));
      return server.as(browser.cookie).post('/api/auth/two-factor/disable', { password: PASSWORD });
    },
  ],
  ['the password is changed', (browser) => server.as(browser.cookie).post('/api/auth/change-password', CHANGE)],
];
const CHANGE = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, revokeOtherSessions: true };

let school: MemberSchool;
let browser: Browser;
let login: string;

beforeEach(async () => {
  school = await server.school();
  const teacher = await school.member(['staff']);
  login = (await teacher.get('/api/v1/session')).json().user.login;
  browser = new Browser();
  await browser.post('/api/auth/sign-in/username', { username: login, password: PASSWORD });
});

describe.each(RENEWALS)('when %s', (_name, renew) => {
  test('what was asked before and is answered after leaves the person signed in', async () => {
    const former = browser.cookie;
    browser.keep(await renew(browser));
    for (const url of QUESTIONS) browser.keep(await question(former, url));
    expect(await browser.state()).toBe('signed-in');
  });

  test('an answer that prolonged the former session and comes late leaves the person signed in', async () => {
    await aMinutePasses();
    const late: LightMyRequestResponse[] = [];
    for (const url of QUESTIONS) late.push(await question(browser.cookie, url));
    browser.keep(await renew(browser));
    for (const answer of late) browser.keep(answer);
    expect(await browser.state()).toBe('signed-in');
  });

  test('the former session is over at the next request', async () => {
    const former = browser.cookie;
    browser.keep(await renew(browser));
    expect((await server.as(former).get('/api/v1/roadmaps')).json()).toMatchObject({ code: 'session.required' });
  });

  test('one stays in the organisation that one has chosen', async () => {
    const second = await server.school('Вторая');
    await alsoMemberOf(second);
    expect((await browser.post('/api/v1/session/organization', { tenantId: second.tenantId })).statusCode).toBe(200);
    browser.keep(await renew(browser));
    expect((await browser.get('/api/v1/session')).json()).toMatchObject({ active: { tenantId: second.tenantId } });
  });
});

test('a session that ends while it is prolonged is no defect, and clears no newer cookie', async () => {
  await aMinutePasses();
  const { tenantId } = school;
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holder = writing(server.database.pool, { tenantId }, async (tx) => {
    await tx
      .deleteFrom('auth.session')
      .where('userId', '=', await userOf(login))
      .execute();
    begun.resolve();
    await ended.promise;
  });
  await begun.promise;
  const asked = question(browser.cookie, '/api/v1/roadmaps');
  await expect.poll(() => howManyWait(server.database)).toBe(1);
  ended.resolve();
  await holder;
  const answer = await asked;
  expect(answer.json()).toMatchObject({ code: 'session.required' });
  expect(answer.cookies).toEqual([]);
});

test('signing out takes the cookie away', async () => {
  await browser.post('/api/auth/sign-out');
  expect(browser.cookie).toBe('');
});

test('the browser keeps the cookie longer than half an hour; the session itself does not last', async () => {
  const answer = await server.anonymous.post('/api/auth/sign-in/username', { username: login, password: PASSWORD });
  expect(answer.cookies).toMatchObject([{ maxAge: 86_400, httpOnly: true, sameSite: 'Lax' }]);
  await sql`update auth.session set "expiresAt" = now() - interval '1 second'`.execute(server.database.pool);
  expect((await server.as(cookieOf(answer)).get('/api/v1/roadmaps')).statusCode).toBe(401);
});

async function userOf(name: string): Promise<string> {
  const row = await server.database.pool
    .selectFrom('auth.user')
    .select('id')
    .where('username', '=', name)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function aMinutePasses(): Promise<void> {
  await sql`update auth.session set "expiresAt" = "expiresAt" - interval '61 seconds'`.execute(server.database.pool);
}

async function alsoMemberOf(other: MemberSchool): Promise<void> {
  const { personId } = await other.member(['staff']);
  const userId = await userOf(login);
  await writing(server.database.pool, { tenantId: other.tenantId }, (tx) =>
    tx
      .updateTable('memberships')
      .set({ user_id: userId, created_at: new Date('2099-01-01') })
      .where('tenant_id', '=', other.tenantId)
      .where('person_id', '=', personId)
      .execute(),
  );
}

/** The key that the square code shows, before the first code. */
async function keyOf(of: Browser): Promise<string> {
  const answer = await of.post('/api/auth/two-factor/enable', { password: PASSWORD });
  return new URL(answer.json().totpURI).searchParams.get('secret')!;
}

function verify(of: Browser, key: string): Promise<LightMyRequestResponse> {
  return server.as(of.cookie).post('/api/auth/two-factor/verify-totp', { code: codeNow(key) });
}

/** RFC 6238 with the six digits and thirty seconds of every telephone. */
function codeNow(key: string): string {
  const bits = Array.from(key, (sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(moment).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
