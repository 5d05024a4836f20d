import { beforeAll, describe, expect, test } from 'vitest';
import { writing } from '../src/platform/db/transactions.ts';
import { type Client, type MemberSchool, useMembers } from './members.ts';
import { aCycle } from './pupils.ts';

const server = useMembers();

describe('without a second factor (RULE-33)', () => {
  let school: MemberSchool;
  let curator: Client;

  beforeAll(async () => {
    school = await server.school();
    curator = await school.member(['curator']);
    await aCycle({ database: server.database, tenantId: school.tenantId, now: server.clock.now() });
    await writing(server.database.pool, school, (tx) =>
      tx
        .updateTable('organizations')
        .set({ require_second_factor: true })
        .where('tenant_id', '=', school.tenantId)
        .execute(),
    );
  });

  test('a curator works on the roadmap', async () => {
    expect((await curator.get('/api/v1/roadmaps')).statusCode).toBe(200);
  });

  test('and comes to no participant', async () => {
    for (const url of ['/api/v1/bank/mentees', '/api/v1/register', '/api/v1/nominations/candidates?role=mentee']) {
      expect((await curator.get(url)).json()).toMatchObject({ code: 'session.second-factor-required', status: 403 });
    }
  });

  test('whose roles do not ask for it is not stopped', async () => {
    const group = await school.member(['workingGroupMember']);
    expect((await group.get('/api/v1/bank/mentees')).statusCode).toBe(200);
  });

  test('the page of the session says that it is needed', async () => {
    expect((await curator.get('/api/v1/session')).json()).toMatchObject({ secondFactorNeeded: true });
  });
});

describe('the administrator who looks through another’s eyes', () => {
  let school: MemberSchool;
  let administrator: Client;
  let curator: Client;

  beforeAll(async () => {
    school = await server.school();
    administrator = await school.member(['systemAdministrator'], 'Админов');
    curator = await school.member(['curator'], 'Курагина');
    await aCycle({ database: server.database, tenantId: school.tenantId, now: server.clock.now() });
  });

  const look = (personId: string) =>
    administrator.post('/api/v1/impersonation', { personId, reason: 'Не открывается список' });

  test('sees what the person sees, changes nothing, and ends it', async () => {
    expect((await administrator.get('/api/v1/bank/mentees')).statusCode).toBe(403);
    expect((await look(curator.personId)).statusCode).toBe(204);
    expect((await administrator.get('/api/v1/bank/mentees')).statusCode).toBe(200);
    expect((await administrator.get('/api/v1/session')).json().impersonation).toMatchObject({ name: 'Курагина А. И.' });
    const tried = await administrator.post('/api/v1/bodies', {
      kind: 'other',
      name: 'Клуб',
      orderNumber: null,
      orderDate: null,
    });
    expect(tried.json()).toMatchObject({ code: 'session.view-only', status: 403 });
    expect((await administrator.post('/api/v1/impersonation/end')).statusCode).toBe(204);
    expect((await administrator.get('/api/v1/bank/mentees')).statusCode).toBe(403);
  });

  test('is over by itself after half an hour', async () => {
    await look(curator.personId);
    const begun = server.clock.now().getTime();
    server.clock.moveTo(new Date(begun + 29 * 60_000));
    expect((await administrator.get('/api/v1/session')).json().impersonation).not.toBeNull();
    server.clock.moveTo(new Date(begun + 31 * 60_000));
    expect((await administrator.get('/api/v1/session')).json().impersonation).toBeNull();
  });

  test('never looks through the eyes of a psychologist or of the officer of data protection', async () => {
    for (const role of ['psychologist', 'dataProtectionOfficer', 'systemAdministrator'] as const) {
      const other = await school.member([role], 'Тайнина');
      expect((await look(other.personId)).json()).toMatchObject({ code: 'impersonation.not-allowed' });
    }
  });

  test('nobody else looks through anybody’s eyes', async () => {
    const answer = await curator.post('/api/v1/impersonation', { personId: administrator.personId, reason: 'Так' });
    expect(answer.statusCode).toBe(403);
  });
});
