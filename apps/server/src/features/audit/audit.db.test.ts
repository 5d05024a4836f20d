import type { auditAnswer } from '@nastavnik/contracts/audit';
import { afterEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

type Answer = z.infer<typeof auditAnswer>;
const audit = async (at: ConsentSchool, query = '') => (await at.officer.get(`/api/v1/audit${query}`)).json() as Answer;

async function withdrawn(at: ConsentSchool) {
  const family = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId);
  await sign(family.mother, consentId);
  await sign(family.pupil, consentId);
  await at.participation(family.pupil.personId, { state: 'inBank' });
  await at.curator.get(`/api/v1/persons/${family.pupil.personId}`);
  await family.mother.post(`/api/v1/consents/${consentId}/withdraw`);
  return family;
}

test('the officer reads who did what with whose data, page by page, newest first, and no contents', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await withdrawn(at);
  const { events } = await audit(at);
  expect(events.map(({ type }) => type)).toContain('card.seen');
  expect(events.find(({ type }) => type === 'consent.withdrawn')).toMatchObject({
    actor: { id: mother.personId, name: 'Лосева Анна Игоревна' },
    person: { id: pupil.personId, name: 'Лосев Анна Игоревна' },
    impersonated: false,
  });
  expect(Object.keys(events[0]!).toSorted()).toEqual([
    'actor',
    'at',
    'id',
    'impersonated',
    'objectKind',
    'person',
    'type',
  ]);
  const leafed: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Answer = await audit(at, `?limit=3${after ? `&after=${after}` : ''}`);
    leafed.push(...page.events.map(({ id }) => id));
    after = page.next;
  }
  expect(leafed).toEqual(events.map(({ id }) => id));
  expect(leafed).toEqual(leafed.toSorted().toReversed());
});

test('it is narrowed to a kind, to whom it was about, to who did it and to days', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await withdrawn(at);
  const types = async (query: string) => new Set((await audit(at, query)).events.map(({ type }) => type));
  expect(await types('?group=seen')).toEqual(new Set(['card.seen']));
  expect(await types(`?personId=${pupil.personId}&group=consents`)).toContain('consent.withdrawn');
  expect(await types(`?actorId=${at.curator.personId}`)).not.toContain('consent.signed');
  expect(await types(`?actorId=${at.curator.personId}`)).toContain('card.seen');
  expect(await types(`?actorId=${mother.personId}`)).toContain('consent.signed');
  expect((await types('?from=2024-10-15&to=2024-10-15')).size).toBeGreaterThan(2);
  expect(await types('?to=2024-10-14')).toEqual(new Set());
  expect(await types('?from=2024-10-16')).toEqual(new Set());
});

test('the officer alone reads names of pupils and parents, the administrator those of colleagues; after the destruction it is a code for everybody', async () => {
  const at = await consentSchool(server);
  const { pupil } = await withdrawn(at);
  await at.write((tx) =>
    tx
      .updateTable('role_assignments')
      .set({ role: 'systemAdministrator' })
      .where('person_id', '=', at.curator.personId)
      .execute(),
  );
  const query = `/api/v1/audit?personId=${pupil.personId}`;
  const seen = (await at.curator.get(query)).json() as Answer;
  expect(seen.events.length).toBeGreaterThan(0);
  expect(seen.events.map(({ person }) => person?.name ?? null)).toEqual(seen.events.map(() => null));
  const whole = (await at.curator.get('/api/v1/audit')).body;
  expect(whole).not.toContain('Лосев');
  expect(whole).toMatch(/"actor":\{"id":"[^"]+","name":"[^"]+"/);
  server.clock.moveTo('2024-11-14T09:00:00+03:00');
  await server.run('destroy-due');
  const { events } = await audit(at);
  expect(JSON.stringify(events)).not.toContain('Лосев');
  expect(events.find(({ type }) => type === 'person.erased')?.person?.name).toMatch(/^У-\d{6}$/);
});

test('nobody else reads it, and of another organisation nothing is in it', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await withdrawn(at);
  for (const other of [at.teacher, at.curator, pupil, mother])
    expect((await other.get('/api/v1/audit')).statusCode).not.toBe(200);
  expect((await at.teacher.get('/api/v1/audit')).statusCode).toBe(403);
  expect((await at.officer.get('/api/v1/audit?group=secrets')).statusCode).toBe(400);
  const elsewhere = await consentSchool(server);
  const there = await audit(elsewhere, `?personId=${pupil.personId}`);
  expect(there.events).toEqual([]);
  expect(JSON.stringify(await audit(elsewhere))).not.toContain(pupil.personId);
});
