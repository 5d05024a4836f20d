import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { expect, test } from 'vitest';
import { useServer } from '../../test/school.ts';
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
