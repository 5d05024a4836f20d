import type { PersonCard } from '@nastavnik/contracts/persons';
import { describe, expect, test } from 'vitest';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  director: { name: 'Бережной Олег Павлович', roles: ['director'] },
  personnel: { name: 'Кадрова Нина Львовна', roles: ['personnelOfficer'] },
  teacherA: { name: 'Перова Анна Сергеевна', roles: ['staff'] },
  teacherB: { name: 'Сомов Пётр Ильич', roles: ['staff'] },
  staff: { name: 'Тихая Вера Марковна', roles: ['staff'] },
} as const;

const NOBODY = { email: null, phone: null, snils: null, patronymic: null };
const aPupil = (familyName: string, more: object = {}) => ({
  ...NOBODY,
  familyName,
  givenName: 'Пётр',
  birthDate: '2012-03-04',
  classId: null,
  enrolledOn: null,
  ...more,
});

type Classes = { readonly a: string; readonly b: string };

async function twoClasses(school: School): Promise<Classes> {
  const { curator, teacherA, teacherB } = school.people;
  const made: string[] = [];
  for (const [letter, teacher] of [
    ['А', teacherA],
    ['Б', teacherB],
  ] as const) {
    const { body } = await ask<{ id: string }>(server, curator, 'POST /classes', {
      schoolYear: 2024,
      grade: 7,
      letter,
    });
    await ask(server, curator, `POST /classes/${body.id}/teachers`, { personId: teacher!.id, startedOn: '2024-09-01' });
    made.push(body.id);
  }
  return { a: made[0]!, b: made[1]! };
}

async function addPupil(school: School, body: object): Promise<string> {
  const answer = await ask<{ id: string }>(server, school.people['curator'], 'POST /pupils', body);
  expect(answer.body).toEqual({ id: expect.any(String) });
  return answer.body.id;
}

const card = async (school: School, who: string, id: string) =>
  (await ask<PersonCard>(server, school.people[who], `GET /persons/${id}`)).body;

async function audited(school: School, type: string, objectId: string): Promise<number> {
  const { rows } = await import('kysely').then(({ sql }) =>
    server.db.pool.transaction().execute(async (tx) => {
      await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
      return sql<{
        n: number;
      }>`select count(*)::int as n from audit_events where type = ${type} and object_id = ${objectId}`.execute(tx);
    }),
  );
  return rows[0]!.n;
}

describe('the card of a person', () => {
  test('shows each what the table of fields allows, and leaves the rest out', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a } = await twoClasses(school);
    const id = await addPupil(
      school,
      aPupil('Щукин', { classId: a, phone: '+7 900 000-00-01', snils: '112-233-445 95' }),
    );
    const curator = await card(school, 'curator', id);
    expect(curator).toMatchObject({ kinds: ['pupil'], birthDate: '2012-03-04', age: 12, minor: true });
    expect(curator.contacts).toEqual({ email: null, phone: '+7 900 000-00-01' });
    expect(curator.pupil?.class?.name).toBe('7А');
    expect(curator).not.toHaveProperty('snils');
    const director = await card(school, 'director', id);
    expect(director).toMatchObject({ age: 12 });
    expect(director).not.toHaveProperty('birthDate');
    expect(director).not.toHaveProperty('contacts');
    expect((await card(school, 'teacherA', id)).contacts).toBeDefined();
  });

  test('of a minor is written down whenever somebody looks at it', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a } = await twoClasses(school);
    const id = await addPupil(school, aPupil('Щукин', { classId: a }));
    await card(school, 'teacherA', id);
    await card(school, 'director', id);
    expect(await audited(school, 'card.seen', id)).toBe(2);
  });

  test('is closed to the teacher of another class and to the personnel officer, and of another school is not there', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a } = await twoClasses(school);
    const id = await addPupil(school, aPupil('Щукин', { classId: a }));
    for (const who of ['teacherB', 'personnel', 'staff']) {
      const answer = await ask(server, school.people[who], `GET /persons/${id}`);
      expect([who, answer.status]).toEqual([who, 403]);
    }
    const other = await aSchool(server, PEOPLE);
    expect((await ask(server, other.people['curator'], `GET /persons/${id}`)).body).toMatchObject({
      code: 'person.not-found',
    });
  });

  test('keeps personnel data from the curator and shows them to the personnel officer', async () => {
    const school = await aSchool(server, PEOPLE);
    const id = school.people['staff']!.id;
    const { version } = await card(school, 'personnel', id);
    const body = { personnelNumber: '17-к', education: 'высшее', employedOn: '2015-09-01', version };
    expect((await ask(server, school.people['curator'], `PUT /employees/${id}/personnel`, body)).status).toBe(403);
    expect((await ask(server, school.people['personnel'], `PUT /employees/${id}/personnel`, body)).status).toBe(200);
    expect((await card(school, 'personnel', id)).employee?.personnel).toMatchObject({ personnelNumber: '17-к' });
    expect((await card(school, 'curator', id)).employee).not.toHaveProperty('personnel');
  });

  test('edited by two is written by the first, and the second is told', async () => {
    const school = await aSchool(server, PEOPLE);
    const id = await addPupil(school, aPupil('Щукин'));
    const body = { familyName: 'Щукин', givenName: 'Павел', patronymic: null, version: 1 };
    expect((await ask(server, school.people['curator'], `PUT /persons/${id}`, body)).status).toBe(200);
    expect((await ask(server, school.people['curator'], `PUT /persons/${id}`, body)).body).toMatchObject({
      code: 'person.changed-meanwhile',
    });
    expect(await card(school, 'curator', id)).toMatchObject({ givenName: 'Павел', birthDate: '2012-03-04' });
  });
});

describe('somebody who may be here already', () => {
  test('is shown before a second record is made, and made when it is another person', async () => {
    const school = await aSchool(server, PEOPLE);
    const id = await addPupil(school, aPupil('Семёнов', { patronymic: 'Ильич' }));
    const again = aPupil('Семенов');
    const answer = await ask<{ code: string; details: { matches: { id: string }[] } }>(
      server,
      school.people['curator'],
      'POST /pupils',
      again,
    );
    expect(answer.body).toMatchObject({ status: 409, code: 'person.maybe-known' });
    expect(answer.body.details.matches).toMatchObject([{ id, name: 'Семёнов Пётр Ильич', kinds: ['pupil'] }]);
    expect((await ask(server, school.people['curator'], 'POST /pupils', { ...again, evenSo: true })).status).toBe(200);
  });

  test('is told by a СНИЛС that is checked and stands once', async () => {
    const school = await aSchool(server, PEOPLE);
    await addPupil(school, aPupil('Щукин', { snils: '112-233-445 95' }));
    const other = aPupil('Окунев', { snils: '11223344595', givenName: 'Олег', birthDate: '2011-01-01', evenSo: true });
    expect((await ask(server, school.people['curator'], 'POST /pupils', other)).body).toMatchObject({
      code: 'person.snils-taken',
    });
    expect(
      (await ask(server, school.people['curator'], 'POST /pupils', { ...other, snils: '112-233-445 96' })).body,
    ).toMatchObject({ code: 'person.snils-invalid' });
  });
});

describe('lists', () => {
  test('find a surname with ё for е and a slip, and go page by page in the order of the alphabet', async () => {
    const school = await aSchool(server, PEOPLE);
    for (const name of ['Ёлкин', 'Жуков', 'Елисеев', 'Воробьёва'])
      await addPupil(school, aPupil(name, { evenSo: true }));
    const find = async (query: string) =>
      (
        await ask<{ pupils: { name: string }[]; next: string | null; total: number }>(
          server,
          school.people['curator'],
          `GET /pupils?${query}`,
        )
      ).body;
    expect((await find(`search=${encodeURIComponent('воробьева')}`)).pupils.map(({ name }) => name)).toEqual([
      'Воробьёва Пётр',
    ]);
    expect((await find(`search=${encodeURIComponent('варобьёва')}`)).pupils.map(({ name }) => name)).toEqual([
      'Воробьёва Пётр',
    ]);
    const first = await find('limit=3');
    expect(first).toMatchObject({ total: 4, next: expect.any(String) });
    const second = await find(`limit=3&after=${first.next}`);
    const names = [...first.pupils, ...second.pupils].map(({ name }) => name.split(' ')[0] ?? '');
    expect(names).toEqual(names.toSorted(new Intl.Collator('ru').compare));
    expect(new Set(names).size).toBe(4);
    expect(second.next).toBeNull();
  });

  test('show a class teacher the own class, and after a change of classes the new one', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a, b } = await twoClasses(school);
    await addPupil(school, aPupil('Карпов', { classId: a }));
    await addPupil(school, aPupil('Линьков', { classId: b, birthDate: '2012-05-05' }));
    const seen = async () =>
      (await ask<{ pupils: { name: string }[] }>(server, school.people['teacherA'], 'GET /pupils')).body.pupils.map(
        ({ name }) => name.split(' ')[0],
      );
    expect(await seen()).toEqual(['Карпов']);
    await ask(server, school.people['curator'], `POST /classes/${b}/teachers`, {
      personId: school.people['teacherA']!.id,
      startedOn: '2024-11-21',
      insteadOf: school.people['teacherB']!.id,
      leavesOtherClasses: true,
    });
    expect(await seen()).toEqual(['Карпов']);
    server.clock.moveTo('2024-11-21T09:00:00Z');
    expect(await seen()).toEqual(['Линьков']);
    server.clock.moveTo('2024-11-20T09:00:00Z');
  });

  test('of employees follow the rule of the young specialist, the association and the category', async () => {
    const school = await aSchool(server, PEOPLE);
    const { curator, teacherA } = school.people;
    const add = (familyName: string, more: object) =>
      ask<{ id: string }>(server, curator, 'POST /employees', {
        ...NOBODY,
        familyName,
        givenName: 'Олег',
        birthDate: null,
        post: 'Учитель',
        subjects: ['физика'],
        category: null,
        categoryUntil: null,
        teachingSince: null,
        ...more,
      });
    const young = await add('Юнин', { teachingSince: '2020-11-21' });
    await add('Старов', { teachingSince: '2020-11-20', category: 'highest' });
    const names = async (who: string, query = '') =>
      (
        await ask<{ employees: { name: string; youngSpecialist: boolean | null }[] }>(
          server,
          school.people[who],
          `GET /employees?${query}`,
        )
      ).body.employees.map(({ name }) => name.split(' ')[0]);
    expect(await names('curator', 'youngSpecialist=true')).toEqual(['Юнин']);
    expect(await names('curator', 'youngSpecialist=false')).toEqual(['Старов']);
    expect(await names('curator', 'category=highest')).toEqual(['Старов']);
    const { body } = await ask<{ id: string }>(server, curator, 'POST /bodies', {
      kind: 'methodAssociation',
      name: 'МО физики',
      orderNumber: null,
      orderDate: null,
    });
    for (const [personId, office] of [
      [teacherA!.id, 'chair'],
      [young.body.id, 'member'],
    ] as const) {
      await ask(server, curator, `POST /bodies/${body.id}/members`, {
        personId,
        office,
        startedOn: '2024-09-01',
        endedOn: null,
      });
    }
    expect(await names('teacherA')).toEqual(['Перова', 'Юнин']);
    expect((await ask(server, school.people['staff'], 'GET /employees')).status).toBe(403);
  });
});

describe('pupils', () => {
  test('move between classes with the day, and leave with their place and their participation', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a, b } = await twoClasses(school);
    const id = await addPupil(school, aPupil('Карпов', { classId: a, enrolledOn: '2024-09-01' }));
    await ask(server, school.people['curator'], `POST /pupils/${id}/move`, { classId: b, on: '2024-11-11' });
    const moved = await card(school, 'curator', id);
    expect(moved.pupil?.places).toMatchObject([
      { class: { name: '7Б' }, startedOn: '2024-11-11', endedOn: null },
      { class: { name: '7А' }, startedOn: '2024-09-01', endedOn: '2024-11-10' },
    ]);
    expect(
      (await ask(server, school.people['curator'], `POST /pupils/${id}/move`, { classId: b, on: '2025-09-01' })).body,
    ).toMatchObject({ code: 'class.day-outside-year' });
    await ask(server, school.people['curator'], `POST /pupils/${id}/leave`, {
      on: '2024-11-19',
      reason: 'otherSchool',
    });
    const left = await card(school, 'curator', id);
    expect(left.pupil).toMatchObject({ leftOn: '2024-11-19', leavingReason: 'otherSchool', class: null });
    expect((await ask(server, school.people['teacherB'], `GET /persons/${id}`)).status).toBe(403);
    // A slip: taken back, the pupil sits in the same class again.
    await ask(server, school.people['curator'], `POST /pupils/${id}/return`);
    const back = await card(school, 'curator', id);
    expect(back.pupil).toMatchObject({ leftOn: null, class: { name: '7Б' }, places: [{ endedOn: null }, {}] });
  });

  test('are emancipated at 16 or 17 and with a document only', async () => {
    const school = await aSchool(server, PEOPLE);
    const young = await addPupil(school, aPupil('Карпов'));
    const old = await addPupil(school, aPupil('Линьков', { birthDate: '2008-02-29' }));
    const body = { on: '2024-10-01', document: 'решение органа опеки № 4', version: 1 };
    expect(
      (await ask(server, school.people['curator'], `PUT /persons/${young}/emancipation`, body)).body,
    ).toMatchObject({ code: 'person.emancipation-age' });
    expect(
      (await ask<PersonCard>(server, school.people['curator'], `PUT /persons/${old}/emancipation`, body)).body
        .emancipation,
    ).toEqual({ on: '2024-10-01', document: body.document });
  });

  test('are counted by age on a day, unless counts were typed for the year', async () => {
    const school = await aSchool(server, PEOPLE);
    await addPupil(school, aPupil('Карпов'));
    await addPupil(school, aPupil('Линьков', { birthDate: '2008-02-29' }));
    const see = async () => (await ask(server, school.people['curator'], 'GET /contingent?on=2025-01-01')).body;
    expect(await see()).toMatchObject({ source: 'computed', total: 2, from10to19: 2, from15to19: 1 });
    await ask(server, school.people['curator'], 'PUT /contingent', {
      onDay: '2024-10-01',
      rows: [{ age: 12, count: 80 }],
    });
    // The list of pupils stands beside the counts, and who gave them.
    expect(await see()).toMatchObject({
      source: 'typed',
      typedOn: '2024-10-01',
      total: 80,
      listed: {
        total: 2,
        from10to19: 2,
        rows: [
          { age: 12, count: 1 },
          { age: 16, count: 1 },
        ],
      },
      history: [{ onDay: '2024-10-01', total: 80, by: expect.stringContaining('Лугова') }],
    });
    const future = await ask(server, school.people['curator'], 'PUT /contingent', { onDay: '2025-02-01', rows: [] });
    expect(future.body).toMatchObject({ code: 'record.in-future' });
    await ask(server, school.people['curator'], 'PUT /contingent', { onDay: '2024-10-01', rows: [] });
    expect(await see()).toMatchObject({ source: 'computed', total: 2, history: [] });
    expect((await ask(server, school.people['staff'], 'GET /contingent')).status).toBe(403);
  });
});

describe('representatives', () => {
  const kin = (who: object) => ({
    who,
    kind: 'mother',
    document: { kind: 'свидетельство о рождении', number: 'I-АБ 1', date: null },
    startedOn: '2024-09-01',
  });
  const mother = {
    is: 'new',
    familyName: 'Карпова',
    givenName: 'Ольга',
    patronymic: null,
    email: null,
    phone: '+7 900 1',
    birthDate: null,
  };

  test('are of age, by a paper of the past; one entered by mistake never was, unless something was signed by it', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a } = await twoClasses(school);
    const child = await addPupil(school, aPupil('Ошибкин', { classId: a }));
    const url = `POST /persons/${child}/representatives`;
    const curator = school.people['curator'];
    const someone = {
      is: 'new',
      familyName: 'Ошибкина',
      givenName: 'Вера',
      patronymic: null,
      email: null,
      phone: null,
    };
    const body = (birthDate: string | null, more = {}) => ({
      who: { ...someone, birthDate, evenSo: true },
      kind: 'guardian',
      document: null,
      startedOn: null,
      ...more,
    });
    expect((await ask(server, curator, url, body('2015-01-01'))).body).toMatchObject({ code: 'representation.minor' });
    for (const more of [{ startedOn: '2031-01-01' }, { document: { kind: 'Акт', number: '1', date: '2030-01-01' } }]) {
      expect((await ask(server, curator, url, body(null, more))).body).toMatchObject({ code: 'record.in-future' });
    }
    expect((await ask(server, curator, url, body(null))).status).toBe(200);
    const [one] = (await card(school, 'curator', child)).representatives!;
    const gone = await ask<PersonCard>(server, curator, `DELETE /representations/${one!.id}`);
    expect([gone.status, gone.body.representatives]).toEqual([200, []]);
    expect((await ask(server, curator, `DELETE /representations/${one!.id}`)).status).toBe(404);
  });

  test('of two children are one person, checked by somebody on a day, and end with one child only', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a, b } = await twoClasses(school);
    const older = await addPupil(school, aPupil('Карпов', { classId: a }));
    const younger = await addPupil(
      school,
      aPupil('Карпов', { givenName: 'Илья', birthDate: '2013-07-07', classId: b }),
    );
    const first = await ask<{ id: string }>(
      server,
      school.people['teacherA'],
      `POST /persons/${older}/representatives`,
      kin(mother),
    );
    const verified = await ask<PersonCard>(
      server,
      school.people['teacherA'],
      `POST /representations/${first.body.id}/verify`,
    );
    expect(verified.body.representatives).toMatchObject([
      { person: { name: 'Карпова Ольга', phone: '+7 900 1' }, verified: { on: '2024-11-20' } },
    ]);
    const personId = verified.body.representatives![0]!.person.id;
    expect(
      (
        await ask(
          server,
          school.people['teacherA'],
          `POST /persons/${younger}/representatives`,
          kin({ is: 'known', personId }),
        )
      ).status,
    ).toBe(403);
    await ask(
      server,
      school.people['curator'],
      `POST /persons/${younger}/representatives`,
      kin({ is: 'known', personId }),
    );
    expect((await card(school, 'curator', personId)).represents).toHaveLength(2);
    // The teacher of one child sees that child alone on the mother's card.
    expect((await card(school, 'teacherA', personId)).represents).toMatchObject([{ person: { name: 'Карпов Пётр' } }]);
    await ask(server, school.people['teacherA'], `POST /representations/${first.body.id}/end`, {
      on: '2024-11-19',
      reason: 'решение суда',
    });
    const all = (await card(school, 'curator', personId)).represents!;
    expect(new Set(all.map(({ endedOn }) => endedOn))).toEqual(new Set(['2024-11-19', null]));
  });

  test('are not checked without a document, nor by themselves, and an adult has none', async () => {
    const school = await aSchool(server, PEOPLE);
    const { a } = await twoClasses(school);
    const child = await addPupil(school, aPupil('Карпов', { classId: a }));
    const bare = await ask<{ id: string }>(server, school.people['curator'], `POST /persons/${child}/representatives`, {
      ...kin(mother),
      document: null,
    });
    expect(
      (await ask(server, school.people['curator'], `POST /representations/${bare.body.id}/verify`)).body,
    ).toMatchObject({ code: 'representation.document-missing' });
    const own = await ask<{ id: string }>(
      server,
      school.people['curator'],
      `POST /persons/${child}/representatives`,
      kin({ is: 'known', personId: school.people['teacherA']!.id }),
    );
    expect((await ask(server, school.people['teacherA'], `POST /representations/${own.body.id}/verify`)).status).toBe(
      403,
    );
    const adult = await addPupil(school, aPupil('Взрослов', { birthDate: '2006-11-20' }));
    expect(
      (await ask(server, school.people['curator'], `POST /persons/${adult}/representatives`, kin(mother))).body,
    ).toMatchObject({ code: 'representation.not-needed' });
  });
});
