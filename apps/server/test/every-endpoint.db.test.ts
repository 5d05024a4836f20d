import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, useMembers } from './members.ts';

const server = useMembers();
const SOMETHING = '01a1fbed-529a-7b1c-a805-1e463d5f3534';

/** Open to anybody: the first run, coming in, a secret link. An address that is not here asks who calls. */
const PUBLIC = [
  'GET /api/v1/calendar/{file}',
  'GET /api/v1/policies',
  'GET /api/v1/policies/{tenantId}',
  'GET /api/v1/session',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/recover',
  'POST /api/v1/invitations/view',
  'POST /api/v1/setup',
  'POST /api/v1/sign-up',
  'POST /api/v1/sign-up/view',
];

/** What every member has of one's own, whatever the roles. */
const OWN_AFFAIRS = [
  'DELETE /api/v1/calendar-feed',
  'DELETE /api/v1/my/interest',
  'GET /api/v1/calendar-feed',
  'GET /api/v1/consents/mine',
  'GET /api/v1/my/data',
  'GET /api/v1/my/participation',
  'GET /api/v1/notices',
  'GET /api/v1/reminder-preferences',
  'GET /api/v1/saved-filters',
  'POST /api/v1/calendar-feed',
  'POST /api/v1/deadlines/read',
  'POST /api/v1/my/data/export',
  'POST /api/v1/notices/read',
  'PUT /api/v1/reminder-preferences',
];

type Endpoint = { readonly name: string; readonly method: string; readonly url: string };

function endpoints(): Endpoint[] {
  const { paths } = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      url: path.replaceAll(/\{[^}]+\}/g, SOMETHING),
    })),
  );
}

function call(client: Client, { method, url }: Endpoint) {
  if (method === 'GET') return client.get(url);
  if (method === 'DELETE') return client.delete(url);
  return method === 'PUT' ? client.put(url, {}) : client.post(url, {});
}

describe('every address of the API', () => {
  let all: Endpoint[] = [];
  let nobody: Client;

  beforeAll(async () => {
    await server.app.ready();
    all = endpoints();
    nobody = await (await server.school()).member([]);
  });

  test('is open to strangers only where it is written so', async () => {
    const open: string[] = [];
    for (const endpoint of all) {
      const answer = await call(server.anonymous, endpoint);
      if (answer.statusCode !== 401) open.push(endpoint.name);
      else expect(answer.json()).toMatchObject({ code: 'session.required' });
    }
    expect(open.sort()).toEqual(PUBLIC);
    expect(all.length).toBeGreaterThan(60);
  });

  test('gives a member without any role nothing but own affairs, and never a defect', async () => {
    const given: string[] = [];
    for (const endpoint of all.filter(({ name }) => !PUBLIC.includes(name))) {
      const answer = await call(nobody, endpoint);
      expect(`${endpoint.name} ${answer.statusCode}`).not.toMatch(/ 5\d\d$/);
      if (answer.statusCode < 300) given.push(endpoint.name);
    }
    expect(given.filter((name) => !OWN_AFFAIRS.includes(name))).toEqual([]);
  });

  test('answers what it refuses as a problem with a code', async () => {
    for (const endpoint of all.filter(({ name }) => !PUBLIC.includes(name))) {
      const answer = await call(nobody, endpoint);
      if (answer.statusCode < 400) continue;
      expect(`${endpoint.name} ${answer.headers['content-type']}`).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status: answer.statusCode, code: expect.any(String) });
    }
  });
});
