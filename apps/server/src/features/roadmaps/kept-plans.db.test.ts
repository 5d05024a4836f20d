import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aPlanInForce } from '../../../test/plans.ts';
import { type Answer, aSchool, ask, type Person, type School, STAFF, useServer } from '../../../test/school.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { keptPlans } from './kept-plans.ts';
import { planOf } from './plan.queries.ts';
import { viewRoadmap } from './roadmap.view.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

const ITEMS = [
  { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Директор' },
  { title: 'Собрать согласия', deadline: 'до 22.11.2024', responsible: 'Перова А.С.' },
  { title: 'Провести встречу', deadline: 'до 26.11.2024', responsible: 'Рабочая группа' },
];

async function aPlan() {
  const authority = await aSchool(server, {}, { kind: 'municipality', name: 'Управление образования' });
  const school = await aSchool(server, STAFF, { authorityTenantId: authority.tenantId });
  const plan = await aPlanInForce(server, school, ITEMS);
  const open = plan.items[1]!.occurrences[0]!.id;
  await ask(server, school.people['teacher'], `POST /occurrences/${open}/evidence`, {
    kind: 'document',
    title: 'Протокол',
    number: '7',
    date: '2024-11-18',
  });
  return { school, authority, plan };
}

/** What a caller would be shown if nothing were kept. */
async function unkept(school: School, who: 'curator' | 'director' | 'teacher', id: string): Promise<Roadmap> {
  const viewer = {
    personId: school.people[who]!.id,
    roles: STAFF[who].roles,
    tenantId: school.tenantId,
    today: '2024-11-20' as never,
  };
  const plan = await writing(server.db.pool, viewer, (tx) => planOf(tx, viewer, id));
  return JSON.parse(JSON.stringify(viewRoadmap(viewer, plan!))) as Roadmap;
}

const see = (who: Person | undefined, id: string) => ask<Roadmap>(server, who, `GET /roadmaps/${id}`);

async function withTag(who: Person | undefined, id: string, tag: unknown): Promise<Answer> {
  const answer = await server.app.inject({
    url: `/api/v1/roadmaps/${id}`,
    headers: { cookie: who!.cookie, 'if-none-match': String(tag) },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, body: {} };
}

/** By another connection, past every action: as another process of the application would, or an administrator by hand. */
function elsewhere(tenantId: string, write: (tx: Writing) => Promise<unknown>): Promise<unknown> {
  return writing(server.db.pool, { tenantId }, write);
}

type Place = Awaited<ReturnType<typeof aPlan>>;
const WRITES: readonly (readonly [string, (tx: Writing, place: Place) => Promise<unknown>])[] = [
  ['an item gets other words', (tx) => sql`update roadmap_items set title = title || '!'`.execute(tx)],
  ['items change places', (tx) => sql`update roadmap_items set position = 9 - position`.execute(tx)],
  ['an item goes', (tx, { plan }) => sql`delete from roadmap_items where id = ${plan.items[0]!.id}`.execute(tx)],
  ['an occurrence is begun', (tx) => sql`update item_occurrences set state = 'inProgress'`.execute(tx)],
  [
    'an occurrence goes',
    (tx, { plan }) => sql`delete from item_occurrences where id = ${plan.items[2]!.occurrences[0]!.id}`.execute(tx),
  ],
  [
    'a proof is added',
    (tx) =>
      sql`insert into evidence (tenant_id, id, occurrence_id, kind, title, url, added_by, added_at)
      select tenant_id, ${newId(server.clock.now())}, occurrence_id, 'link', 'Фото', 'https://example.org', added_by, added_at
      from evidence`.execute(tx),
  ],
  ['a proof is taken away', (tx) => sql`update evidence set removed_at = added_at`.execute(tx)],
  ['somebody else answers', (tx) => sql`update item_parties set name = 'Лугова И.Ю.', kind = 'person'`.execute(tx)],
  ['a stage is renamed', (tx) => sql`update roadmap_stages set title = 'Подготовка'`.execute(tx)],
  ['the roadmap is renamed', (tx) => sql`update roadmaps set title = 'Программа'`.execute(tx)],
  ['the roadmap is closed', (tx) => sql`update roadmaps set state = 'closed'`.execute(tx)],
  ['a stamp is mended', (tx) => sql`update roadmap_approvals set person = 'Иной О. П.'`.execute(tx)],
  ['a stamp goes', (tx) => sql`delete from roadmap_approvals`.execute(tx)],
  ['the cycle is renamed', (tx) => sql`update program_cycles set title = 'Год наставника'`.execute(tx)],
  ['«soon» becomes a day', (tx) => sql`update organizations set soon_days = 1`.execute(tx)],
  ['who added the proof is renamed', (tx) => sql`update people set given_name = 'Юлия'`.execute(tx)],
  ['a person leaves', (tx) => sql`update people set deactivated_at = now() where family_name = 'Перова'`.execute(tx)],
  [
    'a post is given to another',
    (tx, { school }) =>
      sql`update posts set person_id = ${school.people['teacher']!.id} where title = 'Директор'`.execute(tx),
  ],
  [
    'a body gets a member',
    async (tx, { school }) => {
      const body = newId(server.clock.now());
      await sql`insert into bodies (tenant_id, id, kind, name) values (${school.tenantId}, ${body}, 'workingGroup', 'Рабочая группа')`.execute(
        tx,
      );
      return sql`insert into body_members (tenant_id, id, body_id, person_id, office, started_on)
      values (${school.tenantId}, ${newId(server.clock.now())}, ${body}, ${school.people['teacher']!.id}, 'member', '2024-01-01')`.execute(
        tx,
      );
    },
  ],
];

describe('a plan that is kept', () => {
  test.each(WRITES)('is not given as it was once %s', async (_what, write) => {
    const place = await aPlan();
    const { school, plan } = place;
    const before = await see(school.people['curator'], plan.id);
    expect(before.body).toEqual(await unkept(school, 'curator', plan.id));
    await elsewhere(school.tenantId, (tx) => write(tx, place));
    const after = await see(school.people['curator'], plan.id);
    expect(after.body).not.toEqual(before.body);
    expect(after.body).toEqual(await unkept(school, 'curator', plan.id));
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
  });

  test('follows the name of the authority, which is another organisation', async () => {
    const { school, authority, plan } = await aPlan();
    expect((await see(school.people['curator'], plan.id)).body.outerAgreement.authority).toBe('Управление образования');
    await elsewhere(authority.tenantId, (tx) => sql`update organizations set short_name = 'Комитет'`.execute(tx));
    expect((await see(school.people['curator'], plan.id)).body.outerAgreement.authority).toBe('Комитет');
  });

  test('is not given after it was removed', async () => {
    const { school, plan } = await aPlan();
    await see(school.people['curator'], plan.id);
    await elsewhere(school.tenantId, (tx) => sql`update roadmaps set removed_at = now()`.execute(tx));
    expect((await see(school.people['curator'], plan.id)).status).toBe(404);
  });

  test('keeps a change that is not committed from everybody', async () => {
    const { school, plan } = await aPlan();
    await elsewhere(school.tenantId, async (tx) => {
      await sql`update roadmap_items set title = 'Незавершённое'`.execute(tx);
      const seen = await see(school.people['curator'], plan.id);
      expect(seen.body.items.map((item) => item.title)).toEqual(ITEMS.map((item) => item.title));
    });
    expect((await see(school.people['curator'], plan.id)).body.items[0]!.title).toBe('Незавершённое');
  });

  test('is read again item by item: what has not changed is the same', async () => {
    const { school, plan } = await aPlan();
    const who = { tenantId: school.tenantId, today: '2024-11-20' as never };
    const plans = keptPlans(server.db.pool);
    const before = (await plans.now(who, plan.id))!;
    expect(await plans.now(who, plan.id)).toBe(before);
    const changed = plan.items[1]!;
    await elsewhere(school.tenantId, (tx) =>
      sql`update evidence set title = 'Иное' where occurrence_id = ${changed.occurrences[0]!.id}`.execute(tx),
    );
    const after = (await plans.now(who, plan.id))!;
    expect(after.items.map((item, at) => item === before.items[at])).toEqual([true, false, true]);
  });

  test('looks another way on another day', async () => {
    const { school, plan } = await aPlan();
    const item = (answer: { body: Roadmap }) => answer.body.items[1]!.dueState;
    expect(item(await see(school.people['curator'], plan.id))).toBe('dueSoon');
    server.clock.moveTo('2024-11-23T09:00:00Z');
    try {
      expect(item(await see(school.people['curator'], plan.id))).toBe('late');
    } finally {
      server.clock.moveTo('2024-11-20T09:00:00Z');
    }
  });
});

describe('one person is never given the answer of another', () => {
  test.each([
    [['curator', 'teacher', 'director']],
    [['director', 'teacher', 'curator']],
    [['teacher', 'curator', 'teacher']],
  ] as const)('whoever comes first: %s', async (order) => {
    const { school, plan } = await aPlan();
    for (const who of order) {
      expect((await see(school.people[who], plan.id)).body).toEqual(await unkept(school, who, plan.id));
    }
  });

  test('a teacher sees the proofs of the own items only, after the curator has seen them all', async () => {
    const { school, plan } = await aPlan();
    await elsewhere(school.tenantId, (tx) =>
      sql`update item_parties set name = 'Иной И.И.', kind = 'person'`.execute(tx),
    );
    const proofs = async (who: string) =>
      (await see(school.people[who], plan.id)).body.items.flatMap((item) =>
        item.occurrences.flatMap((each) => each.evidence),
      ).length;
    expect([await proofs('curator'), await proofs('teacher'), await proofs('curator')]).toEqual([1, 0, 1]);
  });

  test('a role that was taken away is gone with the next answer', async () => {
    const { school, plan } = await aPlan();
    expect((await see(school.people['director'], plan.id)).body.may.close).toBe(true);
    await elsewhere(school.tenantId, (tx) =>
      sql`update role_assignments set role = 'staff' where role = 'director'`.execute(tx),
    );
    expect((await see(school.people['director'], plan.id)).body.may.close).toBe(false);
  });

  test('another organisation and a stranger are given nothing, however often it was asked for', async () => {
    const { school, plan } = await aPlan();
    const other = await aSchool(server);
    const { headers } = await see(school.people['curator'], plan.id);
    expect((await see(other.people['curator'], plan.id)).status).toBe(404);
    expect((await see(undefined, plan.id)).status).toBe(401);
    expect((await withTag(other.people['curator'], plan.id, headers['etag'])).status).toBe(404);
  });

  test('the tag of another answer brings the whole of the own one', async () => {
    const { school, plan } = await aPlan();
    const { headers } = await see(school.people['curator'], plan.id);
    expect((await withTag(school.people['curator'], plan.id, headers['etag'])).status).toBe(304);
    expect((await withTag(school.people['teacher'], plan.id, headers['etag'])).status).toBe(200);
  });

  test('«Сегодня» is each one’s own and as fresh', async () => {
    const { school } = await aPlan();
    const today = async (who: string) => {
      const { body } = await ask<{ late: { title: string }[]; week: { title: string }[] }>(
        server,
        school.people[who],
        'GET /today',
      );
      return [body.late, body.week].map((list) => list.map((entry) => entry.title));
    };
    expect(await today('curator')).toEqual([['Издать приказ'], ['Собрать согласия']]);
    expect(await today('teacher')).toEqual([[], ['Собрать согласия']]);
    await elsewhere(school.tenantId, (tx) => sql`update roadmap_items set title = title || '!'`.execute(tx));
    expect(await today('teacher')).toEqual([[], ['Собрать согласия!']]);
    await elsewhere(school.tenantId, (tx) => sql`update roadmaps set state = 'archived'`.execute(tx));
    expect(await today('curator')).toEqual([[], []]);
  });
});
