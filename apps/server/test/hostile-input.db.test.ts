import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aPlanInForce } from './plans.ts';
import { aSchool, ask, FormDataBody, type School, useServer } from './school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

const aCard = (more: object = {}) => ({
  familyName: 'Тихая',
  givenName: 'Ольга',
  patronymic: null,
  email: null,
  phone: null,
  post: null,
  ...more,
});

async function aSchoolWithAdministrator(): Promise<School> {
  return aSchool(server, {
    administrator: { name: 'Лугова Ирина Юрьевна', roles: ['systemAdministrator', 'curator'] },
    curator: { name: 'Зимина Ольга Петровна', roles: ['curator'] },
    director: { name: 'Бережной Олег Павлович', roles: ['director'] },
    teacher: { name: 'Перова Анна Сергеевна' },
  });
}

async function aPasted(school: School, text: string): Promise<{ id: string; version: number; draft: object }> {
  const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /imports/paste', {
    name: 'Карта',
    text,
    html: null,
  });
  await server.runJobs();
  const read = await ask<{ version: number; draft: object }>(
    server,
    school.people['curator'],
    `GET /imports/${body.id}`,
  );
  return { id: body.id, ...read.body };
}

const TABLE =
  'Этап 1. Начало\n№\tСодержание\tСроки\tОтветственные\tРезультат\n1\tСобрание\tмай\tПерова А.С.\tПротокол\n';

describe('text that no text column can hold', () => {
  test('a zero character in a body is malformed, not a defect', async () => {
    const school = await aSchoolWithAdministrator();
    const answer = await ask(server, school.people['curator'], 'POST /people', aCard({ familyName: 'Ти\u0000хая' }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  });

  test('a zero character in a search is malformed, not a defect', async () => {
    const school = await aSchoolWithAdministrator();
    for (const url of ['/search?q=%D0%B0%00%D0%B1', '/people?search=%D0%B0%00%D0%B1']) {
      const answer = await ask(server, school.people['curator'], `GET ${url}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    }
  });

  test('half of a pair of surrogates and a zero deep in a draft are malformed, not a defect', async () => {
    const school = await aSchoolWithAdministrator();
    const { id, version, draft } = await aPasted(school, TABLE);
    for (const title of ['a\ud800b', 'a\u0000b']) {
      const answer = await ask(server, school.people['curator'], `PUT /imports/${id}/draft`, {
        version,
        draft: { ...draft, title },
        settled: [],
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    }
  });

  test('a name of a file that is cut within an emoji is kept whole', async () => {
    const school = await aSchoolWithAdministrator();
    const file = new FormDataBody({ name: `${'😀'.repeat(150)}.docx`, bytes: Buffer.from('not a document') });
    const answer = await ask(server, school.people['curator'], 'POST /imports', file);
    expect(answer.status).toBe(200);
  });
});

describe('names of files', () => {
  test('marks that turn the direction of writing are taken out: the ending shown is the ending', async () => {
    const school = await aSchoolWithAdministrator();
    const name = '../../etc/a\u202e\u200f\u061c\u200e"; x=\u2028b.pdf';
    const { body } = await ask<{ id: string }>(
      server,
      school.people['curator'],
      'POST /files',
      new FormDataBody({ name: name.replaceAll('"', '%22'), bytes: Buffer.from('%PDF-1.4') }),
    );
    const { headers } = await ask(server, school.people['curator'], `GET /files/${body.id}`);
    const disposition = decodeURIComponent(String(headers['content-disposition']));
    expect(disposition).toMatch(/^attachment; filename="file"; filename\*=UTF-8''a/);
    expect(disposition).not.toMatch(/[\p{C}\u2028\u2029/\\]/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('values that the rules refuse', () => {
  test('a period that ends before it starts is malformed when an import is confirmed or read again', async () => {
    const school = await aSchoolWithAdministrator();
    const { id, version } = await aPasted(school, TABLE);
    const period = { start: '2025-08-31', end: '2024-09-01' };
    const confirmed = await ask(server, school.people['curator'], `POST /imports/${id}/confirm`, {
      version,
      period,
      cycleTitle: '2024/25',
      editionOf: null,
      reason: null,
    });
    expect(confirmed).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    const reread = await ask(server, school.people['curator'], `POST /imports/${id}/reread`, {
      version,
      period,
      columns: null,
    });
    expect(reread).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  });

  test('a time zone that does not exist is malformed: every day of the school is reckoned in it', async () => {
    const school = await aSchoolWithAdministrator();
    const { administrator } = school.people;
    const { body } = await ask<Record<string, unknown>>(server, administrator, 'GET /organization');
    const { id: _id, kind: _kind, authority: _authority, may: _may, ...settings } = body;
    for (const timeZone of ['Europe/Nowhere', '', '+03:00', 'EST5EDT,M3.2.0']) {
      const answer = await ask(server, administrator, 'PUT /organization', { ...settings, timeZone });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    }
    const good = await ask(server, administrator, 'PUT /organization', { ...settings, timeZone: 'Asia/Omsk' });
    expect(good.status).toBe(200);
  });

  test('a role given for a time in which it was held already is refused', async () => {
    const school = await aSchoolWithAdministrator();
    const { administrator, teacher } = school.people;
    const give = (startedOn: string) =>
      ask<{ roles: { id: string; role: string }[] }>(server, administrator, `POST /people/${teacher!.id}/roles`, {
        role: 'psychologist',
        scope: null,
        startedOn,
      });
    const { body } = await give('2024-09-01');
    const role = body.roles.find((each) => each.role === 'psychologist')!;
    await ask(server, administrator, `DELETE /people/${teacher!.id}/roles/${role.id}`);
    expect(await give('2024-10-01')).toMatchObject({ status: 409, body: { code: 'role.already-given' } });
    expect((await give('2024-11-20')).status).toBe(200);
  });

  test('a draft of ten thousand stages and activities is confirmed whole', async () => {
    const school = await aSchoolWithAdministrator();
    const { id, version, draft } = await aPasted(school, TABLE);
    const [stage] = (draft as { stages: { activities: object[] }[] }).stages;
    const party = { kind: 'person', name: 'Перова А. С.', post: null };
    const activity = {
      ...stage!.activities[0],
      responsible: { text: 'много', parties: Array.from({ length: 30 }, () => party) },
    };
    const stages = Array.from({ length: 10_000 }, (_, at) => ({
      ...stage,
      activities: at < 500 ? [activity] : [{ ...activity, responsible: null }],
    }));
    const put = await ask<{ version: number }>(server, school.people['curator'], `PUT /imports/${id}/draft`, {
      version,
      draft: { ...draft, stages },
      settled: [],
    });
    expect(put.status).toBe(200);
    const confirmed = await ask<{ roadmapId: string }>(
      server,
      school.people['curator'],
      `POST /imports/${id}/confirm`,
      {
        version: put.body.version,
        period: { start: '2024-09-01', end: '2025-08-31' },
        cycleTitle: '2024/25',
        editionOf: null,
        reason: null,
      },
    );
    expect(confirmed.status).toBe(200);
  });
});

describe('a Host that is no name', () => {
  test.each(['exa mple', '[', '', 'a/b?c'])('«%s» is refused, not a defect', async (host) => {
    for (const url of ['/api/auth/sign-in/username', '/api/v1/setup']) {
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { host, origin: 'http://localhost' },
        payload: { username: 'someone', password: 'something long' },
      });
      expect(`${url} ${answer.statusCode}`).toMatch(/ 4\d\d$/);
    }
    const without = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      headers: { host },
      payload: { username: 'someone', password: 'something long' },
    });
    expect(String(without.statusCode)).toMatch(/^4/);
  });
});

describe('what a calendar is told', () => {
  test('line ends in a title begin no line of their own in the calendar', async () => {
    const school = await aSchool(server);
    await aPlanInForce(server, school, [
      { title: 'Собрание\r\nBEGIN:VALARM\nATTACH:http://x', deadline: 'до 25.11.2024' },
    ]);
    const { body } = await ask<{ url: string }>(server, school.people['teacher'], 'POST /calendar-feed');
    const feed = (await ask(server, undefined, `GET ${new URL(body.url).pathname}`)).bytes.toString();
    expect(feed).toContain('SUMMARY:Собрание');
    expect(feed).not.toMatch(/^(BEGIN:VALARM|ATTACH)/m);
  });

  test('who holds no role any more has no calendar behind the old link', async () => {
    const school = await aSchool(server);
    await aPlanInForce(server, school, [{ title: 'Собрание', deadline: 'до 25.11.2024' }]);
    const teacher = school.people['teacher']!;
    const { body } = await ask<{ url: string }>(server, teacher, 'POST /calendar-feed');
    await server.db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
      await sql`update role_assignments set ended_on = '2024-11-19' where person_id = ${teacher.id}`.execute(tx);
    });
    expect((await ask(server, undefined, `GET ${new URL(body.url).pathname}`)).status).toBe(404);
  });
});

test('answers of the API are not kept by browsers and proxies', async () => {
  const school = await aSchool(server);
  const { headers } = await ask(server, school.people['curator'], 'GET /people');
  expect(headers['cache-control']).toMatch(/no-store/);
});

test('a request that never ends is ended', () => {
  expect(server.app.server.requestTimeout).toBeGreaterThan(0);
});
