import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import type { SessionAnswer } from '@nastavnik/contracts/session';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../test/school.ts';
import { reading } from '../platform/db/transactions.ts';
import { ORGANIZATIONS } from './demo-world.ts';
import { fillDemo } from './fill-demo.ts';

const server = useServer({ at: '2026-11-21T09:00:00Z' });

test('the demonstration fills an empty server with five organisations in the middle of their work, once', async () => {
  const signIns = await fillDemo(server.deps);
  expect(new Set(signIns.map((each) => each.organization)).size).toBe(6);
  expect(await fillDemo(server.deps)).toEqual(signIns);
  const shapes = [];
  for (const { key } of ORGANIZATIONS) {
    const { login, password } = signIns.find((each) => each.login === `${key}.kurator`)!;
    const signedIn = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: login, password },
    });
    expect(signedIn.statusCode).toBe(200);
    const cookie = signedIn.headers['set-cookie'];
    const get = async <Body>(url: string) =>
      (
        await server.app.inject({
          url: `/api/v1${url}`,
          headers: { cookie: String(Array.isArray(cookie) ? cookie[0] : cookie).split(';')[0]! },
        })
      ).json<Body>();
    const { roadmaps } = await get<{
      roadmaps: { id: string; state: string; completion: { numerator: number; denominator: number }; late: number }[];
    }>('/roadmaps');
    const running = roadmaps.find((each) => each.state === 'inForce')!;
    const roadmap = await get<Roadmap>(`/roadmaps/${running.id}`);
    const states = new Set(roadmap.items.map((item) => item.state));
    expect(states.has('done')).toBe(true);
    expect(running.completion.numerator).toBeLessThan(roadmap.items.length);
    expect(roadmap.items.flatMap((item) => item.occurrences.flatMap((each) => each.evidence)).length).toBeGreaterThan(
      0,
    );
    // Most responsibles are people of the school.
    const named = roadmap.items.filter((item) => item.responsible?.parties.some((party) => party.people.length > 0));
    expect(named.length / roadmap.items.length).toBeGreaterThan(0.7);
    shapes.push([roadmap.stages.length, roadmap.items.length].join('/'));
  }
  expect(new Set(shapes).size).toBe(5);
});

describe('the banks of the demonstration', () => {
  const as = async (login: string) => {
    const [signIn] = (await fillDemo(server.deps)).filter((each) => each.login === login);
    const payload = { username: login, password: signIn!.password };
    const url = '/api/auth/sign-in/username';
    const cookie = (await server.app.inject({ method: 'POST', url, payload })).headers['set-cookie'];
    const headers = { cookie: String(Array.isArray(cookie) ? cookie[0] : cookie).split(';')[0]! };
    return async <Body>(path: string) => (await server.app.inject({ url: `/api/v1${path}`, headers })).json<Body>();
  };
  type Bank = { rows: { id: string; state: string; themes: string[]; consents: string; person: { name: string } }[] };

  test('hold families in every state, and the class teacher sees the own class', async () => {
    const curator = await as('shkola.kurator');
    const { rows } = await curator<Bank>('/bank/mentees');
    expect(new Set(rows.map((row) => row.state))).toEqual(
      new Set(['nominated', 'consentPending', 'inBank', 'refused']),
    );
    expect(new Set(rows.map((row) => row.consents))).toEqual(new Set(['complete', 'partial', 'none']));
    expect(rows.filter((row) => row.themes.length > 0).length).toBeGreaterThan(1);
    const teacher = await as('shkola.perova');
    const own = (await teacher<Bank>('/bank/mentees')).rows;
    expect(own.length).toBeGreaterThan(3);
    expect(own.length).toBeLessThan(rows.length);
  });

  test('have a mentor who is selected, and open to a parent of two and to a pupil', async () => {
    const mentors = (await (await as('shkola.kurator'))<Bank>('/bank/mentors')).rows;
    expect(mentors.find((row) => row.person.name === 'Орешина Софья Львовна')?.state).toBe('selected');
    type Mine = { children: object[]; participations: { state: string }[] };
    expect((await (await as('shkola.ryabinina'))<Mine>('/my/participation')).children).toHaveLength(2);
    expect((await (await as('shkola.ryabinin'))<Mine>('/my/participation')).participations).toMatchObject([
      { state: 'inBank' },
    ]);
    expect((await (await as('shkola.oreshina'))<Mine>('/my/participation')).participations).toMatchObject([
      { state: 'selected' },
    ]);
  });

  test('came about in a believable order, in one school year, and nothing of it is destroyed at the first start', async () => {
    const titles = (await (await as('shkola.kurator'))<{ cycles: { title: string }[] }>('/cycles')).cycles;
    expect(titles.map(({ title }) => title)).toEqual(['2026/27 учебный год', '2025–2027 учебные годы']);
    const { active } = await (await as('shkola.kurator'))<SessionAnswer>('/session');
    const stored = <Row>(query: RawBuilder<Row>) =>
      reading(server.deps.pool, { tenantId: active!.tenantId }, (tx) => query.execute(tx));
    const stories = await stored(sql<{ days: (string | null)[] }>`
      select array[
        (select min(h.at) from participant_changes h where h.participant_id = t.id)::date,
        (select min(s.signed_at) from consent_signers s join consents c on c.id = s.consent_id
          where c.person_id = t.person_id)::date,
        (select min(h.at) from participant_changes h where h.participant_id = t.id and h.to_state = 'inBank')::date,
        (select max(h.at) from participant_changes h where h.participant_id = t.id
          and h.to_state in ('withdrawn', 'refused', 'selected'))::date
      ]::text[] as days from participants t`);
    expect(stories.rows.length).toBeGreaterThan(12);
    for (const { days } of stories.rows) {
      const told = days.filter((day) => day !== null);
      expect(told).toEqual(told.toSorted());
    }
    expect(stories.rows.filter(({ days }) => days.every((day) => day !== null)).length).toBeGreaterThan(0);
    await server.run('destroy-due');
    const planned = await stored(sql<{ due: boolean; run_id: string | null; warned_at: Date | null }>`
      select due_on > date '2026-11-21' + 7 as due, run_id, warned_at from erasures`);
    expect(planned.rows).toEqual([
      { due: true, run_id: null, warned_at: null },
      { due: true, run_id: null, warned_at: null },
    ]);
    const { rows } = await (await as('shkola.kurator'))<Bank>('/bank/mentees');
    const themesOf = (name: string) => rows.find(({ person }) => person.name.startsWith(name))?.themes;
    expect(themesOf('Рябинин Матвей')).toEqual(['Помощь по предмету']);
    expect(themesOf('Снегирёва')).toEqual(['Учебный или исследовательский проект']);
  });
});
