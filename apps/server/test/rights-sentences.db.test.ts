import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import type { Asker } from './rights-cast.ts';
import { aRealm, OTHERS, type Realm } from './rights-world.ts';
import { type Answer, ask, type Person, useServer } from './school.ts';

const NOW = '2024-11-20T09:00:00Z';
const server = useServer({ at: NOW });
let realm: Realm;

beforeAll(async () => {
  realm = await aRealm(server, 'Школа № 7');
}, 120_000);

type Body = Record<string, unknown>;
const who = (asker: Asker): Person => realm.school.people[asker]!;
const own = (thing: string): string => realm.own[thing]!;
const as = (asker: Asker, request: string, body?: unknown): Promise<Answer<Body>> =>
  ask<Body>(server, who(asker), request, body);
const write = <T>(work: (tx: Writing) => Promise<T>) =>
  writing(server.db.pool, { tenantId: realm.school.tenantId }, work);

describe('the card of a pupil shows each what PRIVACY §3 opens', () => {
  test.each<[Asker, readonly string[], readonly string[]]>([
    ['curator', ['birthDate', 'contacts', 'representatives'], ['snils']],
    ['deputy', ['birthDate', 'representatives'], ['contacts', 'snils']],
    ['teacher', ['contacts', 'representatives'], ['snils']],
    ['director', ['age'], ['birthDate', 'contacts', 'representatives', 'snils']],
    ['psychologist', ['age'], ['birthDate', 'contacts', 'representatives', 'snils']],
    ['parent', ['birthDate', 'contacts', 'representatives', 'snils'], []],
    ['mentee', ['birthDate', 'contacts', 'representatives', 'snils'], []],
  ])('%s sees %j and not %j', async (asker, seen, hidden) => {
    const { body, status } = await as(asker, `GET /persons/${own('pupil')}`);
    expect(status).toBe(200);
    for (const field of seen) expect(body).toHaveProperty(field);
    for (const field of hidden) expect(body).not.toHaveProperty(field);
  });
});

describe('what the personnel office keeps', () => {
  test.each<[Asker, boolean]>([
    ['personnel', true],
    ['director', true],
    ['mentor', true],
    ['curator', false],
    ['deputy', false],
    ['head', false],
  ])('is open to the %s: %s (RULE-43)', async (asker, isOpen) => {
    const { body } = await as(asker, `GET /persons/${own('employee')}`);
    expect('personnel' in (body['employee'] as Body)).toBe(isOpen);
  });

  test.each<[Asker, boolean]>([
    ['personnel', true],
    ['curator', false],
    ['group', false],
    ['director', false],
    ['mentor', false],
  ])('the number of the certificate is told to the %s: %s; all know that it was checked', async (asker, isTold) => {
    const { body } = await as(asker, `GET /mentors/${own('employee')}`);
    expect(body['clearance']).toMatchObject({ passed: true });
    expect('certificate' in (body['clearance'] as Body)).toBe(isTold);
  });
});

test.each<[Asker, boolean]>([
  ['curator', true],
  ['teacher', true],
  ['psychologist', true],
  ['group', false],
  ['director', false],
  ['deputy', false],
])('that a child needs special support is told to the %s: %s', async (asker, isTold) => {
  const { body } = await as(asker, `GET /participants/${own('participantId')}`);
  expect('needsSupport' in body).toBe(isTold);
  expect('supportRecommendation' in body).toBe(isTold);
});

test('no list of a class teacher names a pupil of another class, whatever is searched for', async () => {
  const lists = [
    '/pupils',
    '/persons',
    `/persons?search=${encodeURIComponent(OTHERS[0])}`,
    '/bank/mentees',
    `/bank/mentees?search=${encodeURIComponent(OTHERS[0])}`,
    '/mentee-requests',
    '/nominations/candidates?role=mentee',
    `/nominations/candidates?role=mentee&classId=${realm.other['classId']}`,
    `/search?q=${encodeURIComponent(OTHERS[0])}`,
    '/duties',
    '/scan-batches',
  ];
  for (const list of lists) {
    const { status, bytes } = await as('teacher', `GET ${list}`);
    expect(`${list} ${status}`).toBe(`${list} 200`);
    for (const name of OTHERS) expect(`${list}: ${bytes.toString()}`).not.toContain(name);
  }
  expect((await as('teacher', 'GET /pupils')).bytes.toString()).toContain('Лосева');
});

test.each<[Asker, boolean]>([
  ['curator', true],
  ['personnel', false],
  ['teacher', false],
])('looking for a double, the %s is told the class of a pupil of another class: %s', async (asker, isTold) => {
  const body = { familyName: OTHERS[0], givenName: 'Анна', patronymic: null, birthDate: '2009-07-07', snils: null };
  const { body: answer } = await as(asker, 'POST /persons/likeness', body);
  const [match] = answer['matches'] as Body[];
  expect(match).toMatchObject({ place: isTold ? '7Б' : null, kinds: isTold ? ['pupil'] : [] });
  expect(match?.['name']).toBe(isTold ? `${OTHERS[0]} Анна Ильинична` : `${OTHERS[0]} Анна`);
});

describe('a right that ends in the middle of a session is gone at the next request', () => {
  const YESTERDAY = '2024-11-19' as PlainDate;
  const card = () => `GET /persons/${own('pupil')}`;

  afterEach(() => server.clock.moveTo(new Date(NOW)));

  async function lost(asker: Asker, request: string, end: (tx: Writing) => Promise<unknown>): Promise<Answer<Body>> {
    expect((await as(asker, request)).status).toBe(200);
    await write(end);
    return as(asker, request);
  }

  test('a role that ended', async () => {
    const end = (tx: Writing) =>
      sql`update role_assignments set ended_on = ${YESTERDAY} where person_id = ${who('group').id}`.execute(tx);
    expect((await lost('group', 'GET /bank/mentees', end)).status).toBe(403);
  });

  test('a class that has another teacher', async () => {
    const end = (tx: Writing) =>
      sql`update class_teachers set ended_on = ${YESTERDAY} where id = ${own('teacherId')}`.execute(tx);
    expect((await lost('teacher', card(), end)).status).toBe(403);
    expect((await as('teacher', 'GET /pupils')).status).toBe(403);
  });

  test('an association that has another head', async () => {
    const end = (tx: Writing) =>
      sql`update body_members set ended_on = ${YESTERDAY} where person_id = ${who('head').id}`.execute(tx);
    expect((await lost('head', `GET /persons/${own('employee')}`, end)).status).toBe(403);
  });

  test('support that is no longer needed', async () => {
    const end = (tx: Writing) => sql`delete from support_tags where person_id = ${own('pupil')}`.execute(tx);
    expect((await lost('psychologist', card(), end)).status).toBe(403);
  });

  test('a person who left', async () => {
    const end = (tx: Writing) =>
      sql`update people set deactivated_at = now() where id = ${who('personnel').id}`.execute(tx);
    const answer = await lost('personnel', 'GET /employees', end);
    expect(answer).toMatchObject({ status: 403, body: { code: 'session.no-organization' } });
  });

  test('the eighteenth birthday: a parent reads on the eve and not on the day; the child goes on reading', async () => {
    server.clock.moveTo(new Date('2027-05-04T20:00:00Z'));
    expect((await as('parent', card())).status).toBe(200);
    server.clock.moveTo(new Date('2027-05-04T21:30:00Z'));
    expect((await as('parent', card())).status).toBe(403);
    expect((await as('parent', `GET /consents/${own('consentId')}`)).status).toBe(403);
    expect((await as('parent', `GET /my/data?personId=${own('pupil')}`)).status).toBe(403);
    expect((await as('mentee', card())).status).toBe(200);
  });

  test('a power of representation that ended', async () => {
    const end = (tx: Writing) =>
      sql`update representations set ended_on = ${YESTERDAY} where representative_id = ${who('parent').id}`.execute(tx);
    expect((await lost('parent', card(), end)).status).toBe(403);
    for (const request of [`GET /consents/${own('consentId')}`, `GET /participants/${own('participantId')}/requests`]) {
      expect((await as('parent', request)).status).toBe(403);
    }
  });
});
