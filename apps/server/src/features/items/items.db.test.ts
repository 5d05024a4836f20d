import type { Item } from '@nastavnik/contracts/roadmaps';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aDraft, aPlanInForce, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, FormDataBody, type School, STAFF, useServer } from '../../../test/school.ts';
import { writing } from '../../platform/db/transactions.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
const PDF = new TextEncoder().encode('%PDF-1.4 протокол');

const as = (school: School, who: string) => school.people[who];
async function oneItem(school: School, seed: object = {}): Promise<Item> {
  return (await aPlanInForce(server, school, [{ title: 'Собрать согласия', deadline: 'декабрь', ...seed }])).items[0]!;
}
const proof = { kind: 'document', title: 'Протокол', number: '7', date: '2024-11-18' };
const done = { doneOn: '2024-11-19', note: null };

describe('carrying out an item (LIFECYCLE 4.2)', () => {
  test('the responsible reports with evidence, the curator confirms', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    const [occurrence] = item.occurrences;
    const at = `/occurrences/${occurrence!.id}`;
    expect((await theRoadmap(server, school, await roadmapOf(school), 'teacher')).items[0]).toMatchObject({
      mine: true,
      occurrences: [{ may: { reportDone: true, confirm: false } }],
    });
    expect((await ask(server, as(school, 'teacher'), `POST ${at}/report-done`, done)).body).toMatchObject({
      code: 'item.evidence-missing',
    });
    await ask(server, as(school, 'teacher'), `POST ${at}/evidence`, proof);
    const reported = await ask(server, as(school, 'teacher'), `POST ${at}/report-done`, done);
    expect(reported.body).toMatchObject({
      state: 'reported',
      occurrences: [{ state: 'reported', reportedBy: 'Перова А. С.', confirmedBy: null }],
    });
    expect((await ask(server, as(school, 'teacher'), `POST ${at}/confirm`)).status).toBe(403);
    const confirmed = await ask(server, as(school, 'curator'), `POST ${at}/confirm`);
    expect(confirmed.body).toMatchObject({
      state: 'done',
      dueState: 'done',
      occurrences: [{ doneOn: '2024-11-19', confirmedBy: 'Лугова И. Ю.' }],
    });
  });

  test('what the curator reports is done at once', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/evidence`, proof);
    expect(
      (await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/report-done`, done)).body,
    ).toMatchObject({ state: 'done' });
  });

  test('the curator sends back with a comment, and reopens what was done', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    const at = `/occurrences/${item.occurrences[0]!.id}`;
    await ask(server, as(school, 'teacher'), `POST ${at}/evidence`, proof);
    await ask(server, as(school, 'teacher'), `POST ${at}/report-done`, done);
    expect(
      (await ask(server, as(school, 'curator'), `POST ${at}/send-back`, { comment: 'Нет подписи' })).body,
    ).toMatchObject({ state: 'inProgress', occurrences: [{ doneOn: null }] });
    await ask(server, as(school, 'curator'), `POST ${at}/report-done`, done);
    expect((await ask(server, as(school, 'curator'), `POST ${at}/reopen`, { reason: 'Ошибка' })).body).toMatchObject({
      state: 'inProgress',
    });
    const { body } = await ask<{ events: { type: string }[] }>(
      server,
      as(school, 'teacher'),
      `GET /items/${item.id}/history`,
    );
    // The clock of tests stands: one moment for all of them.
    expect(body.events.map((event) => event.type).toSorted()).toEqual([
      'evidence.added',
      'item.added',
      'item.done',
      'item.reopened',
      'item.reported',
      'item.sent-back',
    ]);
  });

  test.each([
    ['2024-11-21', 'item.done-in-future'],
    ['2022-12-31', 'item.done-before-period'],
  ])('done on %s: %s', async (doneOn, code) => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/evidence`, proof);
    expect(
      (
        await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/report-done`, {
          doneOn,
          note: null,
        })
      ).body,
    ).toMatchObject({ code });
  });

  test('a repeating item completes occurrence by occurrence', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school, { deadline: 'май и декабрь ежегодно' });
    expect(item.occurrences.map((each) => each.due)).toEqual(['2024-12-31', '2025-05-31']);
    await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/evidence`, proof);
    const { body } = await ask(
      server,
      as(school, 'curator'),
      `POST /occurrences/${item.occurrences[0]!.id}/report-done`,
      done,
    );
    expect(body).toMatchObject({
      state: 'inProgress',
      nextDue: '2025-05-31',
      occurrences: [{ state: 'done' }, { state: 'planned' }],
    });
  });

  test('the curator postpones inside the cycle, beyond it only the director', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    const at = `POST /occurrences/${item.occurrences[0]!.id}/postpone`;
    expect(
      (await ask(server, as(school, 'curator'), at, { newDue: '2025-02-01', reason: 'Карантин' })).body,
    ).toMatchObject({ state: 'postponed', nextDue: '2025-02-01', occurrences: [{ originalDue: '2024-12-31' }] });
    expect((await ask(server, as(school, 'curator'), at, { newDue: '2025-10-01', reason: 'x' })).body).toMatchObject({
      code: 'item.after-cycle-needs-director',
    });
    expect((await ask(server, as(school, 'director'), at, { newDue: '2025-10-01', reason: 'x' })).body).toMatchObject({
      state: 'postponed',
    });
    expect((await ask(server, as(school, 'teacher'), at, { newDue: '2025-01-01', reason: 'x' })).status).toBe(403);
  });

  test('the director cancels with a reason', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    expect((await ask(server, as(school, 'curator'), `POST /items/${item.id}/cancel`, { reason: 'x' })).status).toBe(
      403,
    );
    expect(
      (await ask(server, as(school, 'director'), `POST /items/${item.id}/cancel`, { reason: 'Нет партнёра' })).body,
    ).toMatchObject({ state: 'cancelled', dueState: 'closed', stateReason: 'Нет партнёра' });
  });

  test('a conditional item sleeps until woken', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school, { condition: 'при наличии наставляемых', deadline: 'сентябрь' });
    expect(item).toMatchObject({ awake: false, dueState: 'asleep', may: { wake: true } });
    await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/evidence`, proof);
    expect(
      (await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/start`)).body,
    ).toMatchObject({ code: 'item.asleep' });
    expect((await ask(server, as(school, 'curator'), `POST /items/${item.id}/wake`)).body).toMatchObject({
      awake: true,
      dueState: 'late',
    });
  });

  test('requests come one by one; without any the item is not required at the end of the cycle', async () => {
    const school = await aSchool(server);
    const asked = await oneItem(school, { deadline: 'по запросу' });
    expect(asked).toMatchObject({ dueState: 'onRequest', may: { addOccurrence: true, setNotRequired: false } });
    const { body } = await ask(server, as(school, 'teacher'), `POST /items/${asked.id}/occurrences`, {
      start: null,
      due: '2024-12-10',
      note: 'Запрос от 5 А',
    });
    expect(body).toMatchObject({
      nextDue: '2024-12-10',
      occurrences: [{ note: 'Запрос от 5 А', kind: 'onDemand' }, { due: null }],
    });
    const quiet = await oneItem(school, { deadline: 'по запросу' });
    expect((await ask(server, as(school, 'curator'), `POST /items/${quiet.id}/set-not-required`)).body).toMatchObject({
      code: 'item.state',
    });
    server.clock.moveTo('2025-08-31T09:00:00Z');
    expect((await ask(server, as(school, 'curator'), `POST /items/${quiet.id}/set-not-required`)).body).toMatchObject({
      state: 'notRequired',
    });
    server.clock.moveTo('2024-11-20T09:00:00Z');
  });

  test('the clock writes lateness down once', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school, { deadline: 'сентябрь' });
    expect(item).toMatchObject({ state: 'overdue', lateDays: 51 });
    await server.run('advance-plans');
    await server.run('advance-plans');
    const { body } = await ask<{ events: { type: string }[] }>(
      server,
      as(school, 'curator'),
      `GET /items/${item.id}/history`,
    );
    expect(body.events.filter((event) => event.type === 'item.overdue')).toHaveLength(1);
  });

  test('two people who confirm and send back at once: the second finds the item decided', async () => {
    const school = await aSchool(server, { ...STAFF, second: { name: 'Юдина Вера Львовна', roles: ['curator'] } });
    const item = await oneItem(school);
    const at = `/occurrences/${item.occurrences[0]!.id}`;
    await ask(server, as(school, 'teacher'), `POST ${at}/evidence`, proof);
    await ask(server, as(school, 'teacher'), `POST ${at}/report-done`, done);
    const holding = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holder = writing(server.db.pool, { tenantId: school.tenantId }, async (tx) => {
      await sql`select 1 from roadmap_items where id = ${item.id} for update`.execute(tx);
      held.resolve();
      await holding.promise;
    });
    await held.promise;
    const both = Promise.all([
      ask(server, as(school, 'curator'), `POST ${at}/confirm`),
      ask(server, as(school, 'second'), `POST ${at}/send-back`, { comment: 'x' }),
    ]);
    holding.resolve();
    await holder;
    expect((await both).map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('evidence', () => {
  test('a file is told by its bytes, kept with its checksum, and downloaded by those who may see it', async () => {
    const school = await aSchool(server, { ...STAFF, stranger: { name: 'Чужак Пётр Ильич', roles: ['staff'] } });
    const item = await oneItem(school);
    const at = `POST /occurrences/${item.occurrences[0]!.id}/evidence`;
    const { body } = await ask<Item>(
      server,
      as(school, 'teacher'),
      at,
      new FormDataBody({ name: 'Протокол.pdf', bytes: PDF }, { title: 'Протокол совета' }),
    );
    const [evidence] = body.occurrences[0]!.evidence;
    expect(evidence).toMatchObject({
      kind: 'file',
      title: 'Протокол совета',
      mediaType: 'application/pdf',
      size: PDF.byteLength,
    });
    const file = await ask(server, as(school, 'teacher'), `GET /files/${evidence!.fileId}`);
    expect(file.bytes.equals(Buffer.from(PDF))).toBe(true);
    expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
    expect(String(file.headers['content-disposition'])).toContain(
      'attachment; filename="file"; filename*=UTF-8\'\'%D0%9F',
    );
    expect((await ask(server, as(school, 'stranger'), `GET /files/${evidence!.fileId}`)).status).toBe(404);
    expect((await ask(server, as(await aSchool(server), 'curator'), `GET /files/${evidence!.fileId}`)).status).toBe(
      404,
    );
    expect((await ask(server, undefined, `GET /files/${evidence!.fileId}`)).status).toBe(401);
    expect(
      (await ask<Item>(server, as(school, 'stranger'), `GET /items/${item.id}`)).body.occurrences[0]!.evidence,
    ).toEqual([]);
  });

  test.each([
    ['photo.jpg', '%PDF-1.4', 'file.type-lies'],
    ['page.html', '<script>alert(1)</script>', 'file.type-unsupported'],
    ['tool.exe', 'MZ this is a program', 'file.type-unsupported'],
    ['picture.svg', '<svg onload="x"/>', 'file.type-unsupported'],
  ])('%s that is «%s» is refused: %s', async (name, text, code) => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    const answer = await ask(
      server,
      as(school, 'curator'),
      `POST /occurrences/${item.occurrences[0]!.id}/evidence`,
      new FormDataBody({ name, bytes: new TextEncoder().encode(text) }),
    );
    expect(answer).toMatchObject({ status: 415, body: { code } });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://user:secret@example.org/', 'ftp://example.org/x'])(
    'the link %s is refused',
    async (url) => {
      const school = await aSchool(server);
      const item = await oneItem(school);
      const answer = await ask<{ code: string }>(
        server,
        as(school, 'curator'),
        `POST /occurrences/${item.occurrences[0]!.id}/evidence`,
        { kind: 'link', title: 'Сайт', url },
      );
      expect(['evidence.link-unsafe', 'request.malformed']).toContain(answer.body.code);
    },
  );

  test('is taken away and brought back until the item is done', async () => {
    const school = await aSchool(server);
    const item = await oneItem(school);
    const at = `/occurrences/${item.occurrences[0]!.id}`;
    const { body } = await ask<Item>(server, as(school, 'curator'), `POST ${at}/evidence`, {
      kind: 'link',
      title: 'Сайт',
      url: 'https://school.example/mentors',
    });
    const id = body.occurrences[0]!.evidence[0]!.id;
    expect(
      (await ask<Item>(server, as(school, 'curator'), `POST /evidence/${id}/remove`)).body.occurrences[0]!.evidence,
    ).toEqual([]);
    expect((await ask(server, as(school, 'curator'), `POST ${at}/report-done`, done)).body).toMatchObject({
      code: 'item.evidence-missing',
    });
    await ask(server, as(school, 'curator'), `POST /evidence/${id}/restore`);
    await ask(server, as(school, 'curator'), `POST ${at}/report-done`, done);
    expect((await ask(server, as(school, 'curator'), `POST /evidence/${id}/remove`)).body).toMatchObject({
      code: 'evidence.of-done-item',
    });
    expect((await ask(server, as(school, 'curator'), `POST ${at}/evidence`, proof)).body).toMatchObject({
      code: 'evidence.of-done-item',
    });
  });
});

describe('editing items', () => {
  test('an edit that is late is told what stands there now', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [{ title: 'Первый' }]);
    const item = draft.items[0]!;
    const edit = (title: string) =>
      ask(server, as(school, 'curator'), `PUT /roadmaps/${draft.id}/items/${item.id}`, {
        version: item.version,
        title,
      });
    expect((await edit('Новый')).body).toMatchObject({ title: 'Новый' });
    expect(await edit('Другой')).toMatchObject({
      status: 409,
      body: { code: 'item.changed-meanwhile', details: { item: { title: 'Новый' } } },
    });
  });

  test('items and stages are ordered, added and removed', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [{ title: 'А' }, { title: 'Б' }, { title: 'В' }]);
    const [first] = draft.items;
    await ask(server, as(school, 'curator'), `PUT /roadmaps/${draft.id}/items/${first!.id}`, {
      version: first!.version,
      position: 2,
    });
    const moved = await theRoadmap(server, school, draft.id);
    expect(moved.items.map((item) => item.title)).toEqual(['Б', 'В', 'А']);
    const second = await ask<typeof draft>(server, as(school, 'curator'), `POST /roadmaps/${draft.id}/stages`, {
      number: null,
      title: 'Раньше',
      position: 0,
    });
    expect(second.body.stages.map((stage) => stage.title)).toEqual(['Раньше', 'Работа']);
    expect(
      (await ask(server, as(school, 'curator'), `DELETE /roadmaps/${draft.id}/stages/${draft.stages[0]!.id}`)).body,
    ).toMatchObject({ code: 'stage.not-empty' });
    expect(
      (
        await ask<typeof draft>(
          server,
          as(school, 'curator'),
          `DELETE /roadmaps/${draft.id}/stages/${second.body.stages[0]!.id}`,
        )
      ).body.stages,
    ).toHaveLength(1);
    expect((await ask(server, as(school, 'curator'), `DELETE /roadmaps/${draft.id}/items/${first!.id}`)).status).toBe(
      204,
    );
    expect((await theRoadmap(server, school, draft.id)).items).toHaveLength(2);
  });
});

describe('who may', () => {
  const commands = [
    ['start', undefined],
    ['report-done', done],
    ['confirm', undefined],
    ['send-back', { comment: 'x' }],
    ['reopen', { reason: 'x' }],
    ['postpone', { newDue: '2025-01-01', reason: 'x' }],
    ['evidence', proof],
  ] as const;
  test.each(commands)('%s: not without a session, not a stranger, not another school', async (command, body) => {
    const school = await aSchool(server, { ...STAFF, stranger: { name: 'Чужак Пётр Ильич', roles: ['staff'] } });
    const item = await oneItem(school);
    const request = `POST /occurrences/${item.occurrences[0]!.id}/${command}`;
    expect((await ask(server, undefined, request, body)).status).toBe(401);
    expect((await ask(server, as(school, 'stranger'), request, body)).status).toBe(403);
    expect((await ask(server, as(await aSchool(server), 'curator'), request, body)).status).toBe(404);
    if (body) expect((await ask(server, as(school, 'curator'), request, { nonsense: 1 })).status).toBe(400);
  });

  test('row-level security hides the rows of a school even from a query that forgets the tenant', async () => {
    const [school, other] = [await aSchool(server), await aSchool(server)];
    await oneItem(school);
    const seen = await writing(server.db.pool, { tenantId: other.tenantId }, async (tx) => {
      const tables = [
        'roadmaps',
        'roadmap_items',
        'item_occurrences',
        'evidence',
        'roadmap_imports',
        'files',
        'item_parties',
        'roadmap_approvals',
      ];
      return Promise.all(
        tables.map(
          async (table) =>
            (
              await sql<{
                n: number;
              }>`select count(*) as n from ${sql.table(table)} where tenant_id = ${school.tenantId}`.execute(tx)
            ).rows[0]!.n,
        ),
      );
    });
    expect(seen).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

async function roadmapOf(school: School): Promise<string> {
  return (await ask<{ roadmaps: { id: string }[] }>(server, as(school, 'curator'), 'GET /roadmaps')).body.roadmaps[0]!
    .id;
}
