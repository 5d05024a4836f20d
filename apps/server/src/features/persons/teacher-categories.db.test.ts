import type { menteeBank } from '@nastavnik/contracts/banks';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { TEACHER_MENTEE_CATEGORIES } from '@nastavnik/domain/people/teacher-facts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

const NOW = '2025-03-01T09:00:00Z';
const server = useServer({ at: NOW });
const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  staff: { name: 'Тихая Вера Марковна', roles: ['staff'] },
} as const;
const day = (text: string | null) => text as PlainDate | null;

/** Days on which years turn full, and the eves: taught since, works here since, a post since. */
const TEACHERS = [
  [null, null, null],
  ['2024-09-01', '2024-09-01', null],
  ['2021-03-01', '2021-03-01', null],
  ['2021-03-02', '2015-09-01', '2024-03-01'],
  ['2020-02-29', '2024-03-01', null],
  ['2020-02-29', '2024-03-02', '2024-09-01'],
  ['2005-09-01', '2024-02-29', '2024-03-02'],
  ['2005-09-01', '2005-09-01', '2025-03-01'],
  ['2005-09-01', '2005-09-01', '2025-03-02'],
  ['2030-09-01', null, null],
] as const;

let school: School;
const write = (work: (tx: Writing) => Promise<unknown>) => writing(server.db.pool, { tenantId: school.tenantId }, work);
const teachers: string[] = [];

beforeAll(async () => {
  school = await aSchool(server, PEOPLE);
  const tenant_id = school.tenantId;
  await write(async (tx) => {
    for (const [at, [since, employed, post]] of TEACHERS.entries()) {
      const id = newId(new Date(NOW));
      teachers.push(id);
      await tx
        .insertInto('people')
        .values({ tenant_id, id, family_name: `Перов${'абвгдежзик'[at]}`, given_name: 'Анна' })
        .execute();
      await tx
        .insertInto('employees')
        .values({
          tenant_id,
          person_id: id,
          teaching_since: day(since),
          employed_on: day(employed),
          subjects: ['физика'],
        })
        .execute();
      if (post !== null) {
        await tx
          .insertInto('posts')
          .values({ tenant_id, id: newId(new Date(NOW)), person_id: id, title: 'Методист', started_on: day(post) })
          .execute();
      }
    }
  });
});

const card = async (id: string) => (await ask<PersonCard>(server, school.people['curator'], `GET /persons/${id}`)).body;
const mark = async (id: string, marked: readonly string[], who = 'curator') =>
  ask<PersonCard & { code: string }>(server, school.people[who], `PUT /employees/${id}/categories`, {
    marked,
    version: (await card(id)).version,
  });
const listed = async (category: string) =>
  (
    await ask<{ employees: { id: string }[] }>(
      server,
      school.people['curator'],
      `GET /employees?limit=200&teacherCategory=${encodeURIComponent(category)}`,
    )
  ).body.employees.map(({ id }) => id);

describe('the category of a teacher as a mentee [PB1]', () => {
  test('is the same in a list as the rule says of each card', async () => {
    const cards = await Promise.all(teachers.map(card));
    for (const category of TEACHER_MENTEE_CATEGORIES) {
      const byRule = cards.filter(({ employee }) => employee?.categories.some((each) => each.category === category));
      expect((await listed(category)).toSorted(), category).toEqual(byRule.map(({ id }) => id).toSorted());
    }
    expect(cards.flatMap(({ employee }) => employee?.categories.map(({ category }) => category) ?? [])).toEqual(
      expect.arrayContaining(['youngSpecialist', 'newlyHired', 'newPost']),
    );
  });

  test('is marked by who keeps the employees, in the school’s own words too, and taken off again', async () => {
    const [plain] = teachers;
    expect((await mark(plain!, ['withDifficulties', 'Вышла из отпуска'])).body.employee?.categories).toEqual([
      { category: 'withDifficulties', by: 'mark' },
      { category: 'Вышла из отпуска', by: 'mark' },
    ]);
    expect(await listed('Вышла из отпуска')).toEqual([plain]);
    const own = await ask<{ own: string[] }>(server, school.people['curator'], 'GET /teacher-categories');
    expect(own.body.own).toEqual(['Вышла из отпуска']);
    expect((await mark(plain!, ['newPost'], 'staff')).body.code).toBe('access.denied');
    const stale = { marked: [], version: 99 };
    const late = await ask(server, school.people['curator'], `PUT /employees/${plain}/categories`, stale);
    expect(late.body).toMatchObject({ code: 'person.changed-meanwhile' });
    expect((await mark(plain!, [])).body.employee?.categories).toEqual([]);
    const stranger = await aSchool(server, PEOPLE);
    const there = await ask(server, stranger.people['curator'], `PUT /employees/${plain}/categories`, stale);
    expect(there.body).toMatchObject({ code: 'person.not-found' });
  });

  test('filters the bank, and goes into its file but for the one that would shame', async () => {
    const [plain, young] = teachers;
    await mark(plain!, ['withDifficulties', 'Вышла из отпуска']);
    const tenant_id = school.tenantId;
    await write(async (tx) => {
      const cycle_id = newId(new Date(NOW));
      const cycle = {
        tenant_id,
        id: cycle_id,
        title: '2024/25',
        started_on: day('2024-09-01')!,
        ended_on: day('2025-08-31')!,
      };
      await tx.insertInto('program_cycles').values(cycle).execute();
      for (const person_id of [plain!, young!]) {
        await tx
          .insertInto('participants')
          .values({
            tenant_id,
            id: newId(new Date(NOW)),
            person_id,
            role: 'mentee',
            cycle_id,
            state: 'inBank',
            state_since: day('2024-10-01')!,
            source: 'office',
            created_at: new Date(NOW),
          })
          .execute();
      }
    });
    const bank = async (query: string) =>
      (await ask<z.infer<typeof menteeBank>>(server, school.people['curator'], `GET /bank/mentees?${query}`)).body.rows;
    expect((await bank('teacherCategory=youngSpecialist')).map((row) => row.person.id)).toEqual([young]);
    expect((await bank('teacherCategory=withDifficulties')).map((row) => row.person.id)).toEqual([plain]);
    expect((await bank('youngSpecialist=true')).map((row) => row.person.id)).toEqual([young]);
    expect((await bank('')).map(({ categories }) => categories)).toEqual(
      expect.arrayContaining([['youngSpecialist'], ['withDifficulties', 'Вышла из отпуска']]),
    );
    const file = await server.app.inject({
      method: 'POST',
      url: '/api/v1/bank/export',
      headers: { cookie: school.people['curator']!.cookie, origin: 'http://localhost:80' },
      payload: {
        role: 'mentee',
        format: 'csv',
        columns: ['name', 'categories'],
        filter: { sort: 'name' },
        purpose: 'Совещание',
      },
    });
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain('молодой специалист');
    expect(file.body).toContain('Вышла из отпуска');
    expect(file.body).not.toMatch(/затрудн|withDifficulties/i);
  });
});
