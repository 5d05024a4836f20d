import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { as, done, oneItem, proof } from '../../../test/items.ts';
import { theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, type School, STAFF, useServer } from '../../../test/school.ts';
import { writing } from '../../platform/db/transactions.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

describe('carrying out an item (LIFECYCLE 4.2)', () => {
  test('the responsible reports with evidence, the curator confirms', async () => {
    const school = await aSchool(server);
    const item = await oneItem(server, school);
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
    const item = await oneItem(server, school);
    await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/evidence`, proof);
    expect(
      (await ask(server, as(school, 'curator'), `POST /occurrences/${item.occurrences[0]!.id}/report-done`, done)).body,
    ).toMatchObject({ state: 'done' });
  });

  test('the curator sends back with a comment, and reopens what was done', async () => {
    const school = await aSchool(server);
    const item = await oneItem(server, school);
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
    const item = await oneItem(server, school);
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
    const item = await oneItem(server, school, { deadline: 'май и декабрь ежегодно' });
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
    const item = await oneItem(server, school);
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
    const item = await oneItem(server, school);
    expect((await ask(server, as(school, 'curator'), `POST /items/${item.id}/cancel`, { reason: 'x' })).status).toBe(
      403,
    );
    expect(
      (await ask(server, as(school, 'director'), `POST /items/${item.id}/cancel`, { reason: 'Нет партнёра' })).body,
    ).toMatchObject({ state: 'cancelled', dueState: 'closed', stateReason: 'Нет партнёра' });
  });

  test('a conditional item sleeps until woken', async () => {
    const school = await aSchool(server);
    const item = await oneItem(server, school, { condition: 'при наличии наставляемых', deadline: 'сентябрь' });
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
    const asked = await oneItem(server, school, { deadline: 'по запросу' });
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
    const quiet = await oneItem(server, school, { deadline: 'по запросу' });
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
    const item = await oneItem(server, school, { deadline: 'сентябрь' });
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
    const item = await oneItem(server, school);
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
    const item = await oneItem(server, school);
    const request = `POST /occurrences/${item.occurrences[0]!.id}/${command}`;
    expect((await ask(server, undefined, request, body)).status).toBe(401);
    expect((await ask(server, as(school, 'stranger'), request, body)).status).toBe(403);
    expect((await ask(server, as(await aSchool(server), 'curator'), request, body)).status).toBe(404);
    if (body) expect((await ask(server, as(school, 'curator'), request, { nonsense: 1 })).status).toBe(400);
  });

  test('row-level security hides the rows of a school even from a query that forgets the tenant', async () => {
    const [school, other] = [await aSchool(server), await aSchool(server)];
    await oneItem(server, school);
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
