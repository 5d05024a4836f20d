import { describe, expect, test } from 'vitest';
import { deactivatePerson } from '../src/features/staff/edit-people.ts';
import { createAccount } from '../src/platform/auth/accounts.ts';
import type { Caller } from '../src/platform/caller.ts';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { aDraft, aPlanInForce, approval, theRoadmap } from './plans.ts';
import { aSchool, ask, type School, STAFF, useServer } from './school.ts';
import { howManyWait } from './waiting.ts';

const server = useServer();

/** Two members of one organisation act at once: the first has done its part and not committed when the second begins. */
async function atOnce(school: School, first: (tx: Writing) => Promise<unknown>, second: () => Promise<unknown>) {
  const done = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const one = writing(server.db.pool, { tenantId: school.tenantId }, async (tx) => {
    await first(tx);
    done.resolve();
    await mayCommit.promise;
  });
  await done.promise;
  const other = Promise.allSettled([second()]);
  let ended = false;
  void other.then(() => {
    ended = true;
  });
  await expect.poll(async () => ended || (await howManyWait(server.db)) > 0).toBe(true);
  mayCommit.resolve();
  await one;
  return (await other)[0];
}

function callerOf(school: School, who: string): Caller {
  const person = school.people[who]!;
  return {
    userId: person.id,
    tenantId: school.tenantId,
    personId: person.id,
    name: who,
    roles: ['systemAdministrator'],
    host: false,
    secondFactorNeeded: false,
    seenBy: null,
    today: '2024-11-20' as Caller['today'],
    now: server.clock.now(),
  };
}

test('two administrators who take each other away at once leave one of them', async () => {
  const school = await aSchool(server, {
    one: { name: 'Лугова Ирина Юрьевна', roles: ['systemAdministrator'] },
    other: { name: 'Котова Нина Ильинична', roles: ['systemAdministrator'] },
  });
  const second = await atOnce(
    school,
    (tx) => deactivatePerson(tx, callerOf(school, 'one'), school.people['other']!.id),
    () =>
      writing(server.db.pool, { tenantId: school.tenantId }, (tx) =>
        deactivatePerson(tx, callerOf(school, 'other'), school.people['one']!.id),
      ),
  );
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'person.last-administrator' } });
});

test('two who choose one login at once: the second is told that it is taken', async () => {
  const school = await aSchool(server);
  const account = { name: 'Перова Анна', login: 'perova', email: null, password: 'ёж несёт яблоко' };
  const create = (tx: Writing) =>
    createAccount(tx, server.deps.auth, account, server.clock.now(), 'invitation.login-taken');
  const second = await atOnce(school, create, () => writing(server.db.pool, { tenantId: school.tenantId }, create));
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'invitation.login-taken' } });
});

describe('the clock', () => {
  test('passes over a roadmap that cannot be enacted and goes on to the others', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, [{ title: 'Собрание', deadline: 'до 01.10.2024' }]);
    const { curator, director } = school.people;
    const { body: amendment } = await ask<{ id: string }>(server, curator, `POST /roadmaps/${running.id}/amend`, {
      reason: 'Новый срок',
    });
    await ask(server, curator, `POST /roadmaps/${amendment.id}/submit`);
    const order = { order: { number: '7', date: '2024-11-20' } };
    const approved = await ask(
      server,
      director,
      `POST /roadmaps/${amendment.id}/approve`,
      approval('2024-11-20', order),
    );
    expect(approved.status).toBe(200);
    const explanations = running.items.map((item) => ({ itemId: item.id, text: 'Перенесено в новый план' }));
    expect((await ask(server, director, `POST /roadmaps/${running.id}/close`, { explanations })).status).toBe(200);

    const later = await aSchool(server, STAFF, { name: 'Школа № 8' });
    const waiting = await aDraft(server, later, [{ title: 'Собрание' }]);
    await ask(server, later.people['curator'], `POST /roadmaps/${waiting.id}/submit`);
    await ask(server, later.people['director'], `POST /roadmaps/${waiting.id}/approve`, approval('2024-11-20'));

    server.clock.moveTo('2024-11-22T09:00:00Z');
    await server.run('advance-plans');
    expect((await theRoadmap(server, later, waiting.id)).state).toBe('inForce');
    server.clock.moveTo('2024-11-20T09:00:00Z');
  });
});

describe('one edition follows another', () => {
  test('an imported edition is not put beside an amendment that is being prepared', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, [{ title: 'Собрание' }]);
    const { curator } = school.people;
    expect((await ask(server, curator, `POST /roadmaps/${running.id}/amend`, { reason: 'Новый срок' })).status).toBe(
      200,
    );
    const { body } = await ask<{ id: string }>(server, curator, 'POST /imports/paste', {
      name: 'Карта',
      text: '№\tСодержание\tСроки\tОтветственные\tРезультат\n1\tСобрание\tмай\tПерова А.С.\tПротокол\n',
      html: null,
    });
    await server.runJobs();
    const { body: read } = await ask<{ version: number }>(server, curator, `GET /imports/${body.id}`);
    const confirmed = await ask(server, curator, `POST /imports/${body.id}/confirm`, {
      version: read.version,
      period: { start: '2024-09-01', end: '2025-08-31' },
      cycleTitle: '2024/25',
      editionOf: running.id,
      reason: 'Новая редакция',
    });
    expect(confirmed).toMatchObject({ status: 409, body: { code: 'roadmap.state' } });
  });
});
