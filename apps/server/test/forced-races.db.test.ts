import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { holdSetup } from '../src/features/session/session.queries.ts';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { received } from './imports.ts';
import { aDraft, aPlanInForce, approval, PERIOD, theRoadmap } from './plans.ts';
import { type Answer, aSchool, ask, type School, useServer } from './school.ts';
import { howManyWait } from './waiting.ts';

const server = useServer();

/**
 * All of these begin while somebody holds what they need, so that every one of them is in the middle of its transaction
 * when the lock is let go.
 */
async function atOnce<Body>(
  tenantId: string,
  hold: (tx: Writing) => Promise<unknown>,
  requests: readonly (() => Promise<Answer<Body>>)[],
): Promise<{ won: Answer<Body>[]; lost: Answer<Body>[] }> {
  const held = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const holder = writing(server.db.pool, { tenantId }, async (tx) => {
    await hold(tx);
    held.resolve();
    await letGo.promise;
  });
  await held.promise;
  const answers = Promise.all(requests.map((request) => request()));
  await expect.poll(() => howManyWait(server.db), { timeout: 10_000 }).toBe(requests.length);
  letGo.resolve();
  await holder;
  const all = await answers;
  return { won: all.filter(({ status }) => status < 300), lost: all.filter(({ status }) => status >= 300) };
}

const holdRow =
  (table: string, { tenantId }: School, id: string) =>
  (tx: Writing) =>
    sql`select 1 from ${sql.table(table)} where tenant_id = ${tenantId} and id = ${id} for update`.execute(tx);

type Coded = { id: string; roadmapId: string; code: string; details: Record<string, unknown> };
const twice = (school: School, who: string, request: string, body: object) =>
  [0, 1].map(() => () => ask<Coded>(server, school.people[who], request, body));

async function roadmapsOf(school: School): Promise<Roadmap[]> {
  const { body } = await ask<{ roadmaps: Roadmap[] }>(server, school.people['curator'], 'GET /roadmaps');
  return body.roadmaps;
}

/** The only test that needs a server without an organisation, so it is the first. */
test('of two who set up an empty server at once one founds it, the other is told that it is done', async () => {
  const setup = (login: string) => ({
    organization: {
      fullName: `Школа ${login}`,
      shortName: `Школа ${login}`,
      secondName: null,
      secondLanguage: null,
      municipality: 'Приозёрск',
      kind: 'school',
      timeZone: 'Europe/Moscow',
    },
    administrator: {
      familyName: 'Лугова',
      givenName: 'Ирина',
      patronymic: null,
      post: 'Директор',
      login,
      email: null,
      password: 'ёж несёт яблоко',
      alsoRoles: [],
    },
  });
  const requests = ['one', 'other'].map((login) => () => ask<Coded>(server, undefined, 'POST /setup', setup(login)));
  const { won, lost } = await atOnce('', holdSetup, requests);
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ status: 409, body: { code: 'setup.already-done' } }]);
  const { rows } = await sql`select all_tenants()`.execute(server.db.pool);
  expect(rows).toHaveLength(1);
});

describe('an import', () => {
  const body = (version: number, more: object = {}) => ({
    version,
    period: PERIOD,
    cycleTitle: '2024/25 учебный год',
    editionOf: null,
    reason: null,
    ...more,
  });

  test('that is confirmed twice at once becomes one roadmap; the other is told which', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    const requests = twice(school, 'curator', `POST /imports/${one.id}/confirm`, body(one.version));
    const { won, lost } = await atOnce(school.tenantId, holdRow('roadmap_imports', school, one.id), requests);
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([
      { status: 409, body: { code: 'import.already-applied', details: { roadmapId: won[0]!.body.roadmapId } } },
    ]);
    expect((await roadmapsOf(school)).map(({ id }) => id)).toEqual([won[0]!.body.roadmapId]);
  });

  test('of two imports that are confirmed as the next edition of one roadmap one is', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, [{ title: 'Собрание' }]);
    const curator = school.people['curator']!;
    const requests = [await received(server, curator), await received(server, curator)].map(
      ({ id, version }) =>
        () =>
          ask<Coded>(
            server,
            curator,
            `POST /imports/${id}/confirm`,
            body(version, { editionOf: running.id, reason: 'Новая редакция' }),
          ),
    );
    const { won, lost } = await atOnce(school.tenantId, holdRow('roadmaps', school, running.id), requests);
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ status: 409, body: { code: 'roadmap.state' } }]);
    expect((await roadmapsOf(school)).map(({ id }) => id).toSorted()).toEqual(
      [running.id, won[0]!.body.roadmapId].toSorted(),
    );
  });
});

describe('a roadmap', () => {
  test('that is approved twice at once has one stamp', async () => {
    const school = await aSchool(server);
    const { id } = await aDraft(server, school, [{ title: 'Собрание' }]);
    await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    const requests = twice(school, 'director', `POST /roadmaps/${id}/approve`, approval('2024-11-20'));
    const { won, lost } = await atOnce(school.tenantId, holdRow('roadmaps', school, id), requests);
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ status: 409, body: { code: 'roadmap.state', details: { state: 'approved' } } }]);
    expect((await theRoadmap(server, school, id)).approvals.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
  });

  test('that is amended twice at once has one amendment', async () => {
    const school = await aSchool(server);
    const { id } = await aPlanInForce(server, school, [{ title: 'Собрание' }]);
    const requests = twice(school, 'curator', `POST /roadmaps/${id}/amend`, { reason: 'Новый срок' });
    const { won, lost } = await atOnce(school.tenantId, holdRow('roadmaps', school, id), requests);
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ status: 409, body: { code: 'roadmap.state' } }]);
    expect(await roadmapsOf(school)).toHaveLength(2);
  });
});
