import type { SchoolClass } from '@nastavnik/contracts/classes';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2025-08-25T09:00:00Z' });

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'] },
} as const;

type Year = { readonly school: School; readonly seventh: string; readonly ninth: string; readonly pupils: string[] };

/** A 7th class with a teacher, a 9th and an 11th, two pupils each. */
async function aYear(): Promise<Year> {
  const school = await aSchool(server, PEOPLE);
  const { curator, teacher } = school.people;
  const classes: string[] = [];
  const pupils: string[] = [];
  for (const grade of [7, 9, 11]) {
    const { body } = await ask<{ id: string }>(server, curator, 'POST /classes', {
      schoolYear: 2024,
      grade,
      letter: 'А',
    });
    classes.push(body.id);
    for (const name of ['Карпов', 'Щукин']) {
      const made = await ask<{ id: string }>(server, curator, 'POST /pupils', {
        familyName: `${name}${grade}`.replace('7', 'ин').replace('9', 'ев').replace('11', 'ский'),
        givenName: 'Пётр',
        patronymic: null,
        birthDate: `${2018 - grade}-02-0${name.length - 4}`,
        email: null,
        phone: null,
        snils: null,
        classId: body.id,
        enrolledOn: '2024-09-01',
        evenSo: true,
      });
      pupils.push(made.body.id);
    }
  }
  await ask(server, curator, `POST /classes/${classes[0]}/teachers`, {
    personId: teacher!.id,
    startedOn: '2024-09-01',
  });
  return { school, seventh: classes[0]!, ninth: classes[1]!, pupils };
}

const decided = ({ ninth, pupils }: Year) => ({
  fromYear: 2024,
  decisions: {
    classes: { [ninth]: { fate: { kind: 'moveUp' } } },
    pupils: { [pupils[3]!]: { kind: 'leave', reason: 'afterBasic' } },
  },
});
const roll = (year: Year, path: string, body: object) =>
  ask<RollOverAnswer>(server, year.school.people['curator'], `POST /roll-over${path}`, body);

async function participations(school: School) {
  return server.db.pool.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
    const { rows } = await sql<{ state: string; source: string; confirmed_on: string | null; title: string }>`
      select a.person_id, a.state, a.source, a.confirmed_on, y.title from participants a
      join program_cycles y on y.tenant_id = a.tenant_id and y.id = a.cycle_id order by y.started_on, a.state`.execute(
      tx,
    );
    return rows;
  });
}

describe('the turn of the year', () => {
  test('is seen on paper first, and a 9th is decided by a person', async () => {
    const year = await aYear();
    const open = (await roll(year, '/preview', { fromYear: 2024 })).body;
    expect(open.problems).toMatchObject([{ code: 'rollover.decide-after-basic', classId: year.ninth, pupils: 2 }]);
    expect(open).toMatchObject({ toYear: 2025, cycle: { exists: false }, may: { apply: false } });
    expect((await roll(year, '', { fromYear: 2024 })).body).toMatchObject({ code: 'roll-over.has-problems' });
    const ready = (await roll(year, '/preview', decided(year))).body;
    expect(ready).toMatchObject({ problems: [], may: { apply: true } });
    expect(ready.classes.map(({ name, pupils }) => [name, pupils])).toEqual([
      ['8А', 2],
      ['10А', 1],
    ]);
    expect(
      (await ask(server, year.school.people['teacher'], 'POST /roll-over/preview', { fromYear: 2024 })).status,
    ).toBe(403);
  });

  test('moves classes, teachers and pupils on 1 September, closes leavers, and is done once', async () => {
    const year = await aYear();
    const { school, pupils } = year;
    const answers = await Promise.all([roll(year, '', decided(year)), roll(year, '', decided(year))]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ classes: 2, moved: 3, left: 3 });
    const { body } = await ask<{ classes: SchoolClass[] }>(
      server,
      school.people['curator'],
      'GET /classes?schoolYear=2025',
    );
    expect(body.classes).toMatchObject([
      {
        name: '8А',
        pupils: 2,
        previous: { name: '7А' },
        teachers: [{ name: 'Перова Анна Сергеевна', startedOn: '2025-09-01' }],
      },
      { name: '10А', pupils: 1, previous: { name: '9А' } },
    ]);
    const graduate = (await ask<PersonCard>(server, school.people['curator'], `GET /persons/${pupils[4]}`)).body;
    expect(graduate.pupil).toMatchObject({ leftOn: '2025-08-31', leavingReason: 'graduated' });
    expect((await roll(year, '/preview', { fromYear: 2024 })).body).toMatchObject({ applied: { by: 'Лугова И.' } });
  });

  test('leaves the year before to look at: its classes hold whoever sat in them, those who left too', async () => {
    const year = await aYear();
    const { people } = year.school;
    await roll(year, '', decided(year));
    type Pupils = { pupils: { id: string; class: { name: string }; inClassUntil: string; leftOn: string | null }[] };
    const list = async (query: string, who = people['curator']) =>
      (await ask<Pupils>(server, who, `GET /pupils?${query}`)).body.pupils;
    const classesOf = async (query: string) => (await list(query)).map((each) => each.class.name).toSorted();
    expect(await classesOf('schoolYear=2025')).toEqual(['10А', '8А', '8А']);
    server.clock.moveTo('2025-09-20T09:00:00Z');
    try {
      expect(await classesOf('')).toEqual(['10А', '8А', '8А']);
      expect(await classesOf('schoolYear=2024')).toEqual(['11А', '11А', '7А', '7А', '9А', '9А']);
      const ninth = await list(`schoolYear=2024&classId=${year.ninth}`);
      expect(ninth.map(({ inClassUntil, leftOn }) => [inClassUntil, leftOn])).toEqual([
        ['2025-08-31', null],
        ['2025-08-31', '2025-08-31'],
      ]);
      const { body } = await ask<{ classes: SchoolClass[] }>(server, people['curator'], 'GET /classes?schoolYear=2024');
      expect(body.classes.map(({ name, pupils }) => [name, pupils])).toEqual([
        ['7А', 2],
        ['9А', 2],
        ['11А', 2],
      ]);
      // The class teacher sees the pupils of today in any year, and no class of others.
      expect(await list('schoolYear=2024', people['teacher'])).toHaveLength(2);
    } finally {
      server.clock.moveTo('2025-08-25T09:00:00Z');
    }
  });

  test('carries the bank over to be confirmed again, without a consent as waiting for it', async () => {
    const year = await aYear();
    const { school, pupils } = year;
    await server.db.pool.transaction().execute(async (tx) => {
      await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
      await sql`insert into program_cycles values (${school.tenantId}, gen_random_uuid(), '2024/25', '2024-09-01', '2025-08-31')`.execute(
        tx,
      );
      for (const [person, state] of [
        [pupils[0], 'inBank'],
        [pupils[1], 'nominated'],
        [pupils[4], 'inBank'],
      ] as const) {
        await sql`insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
          select tenant_id, gen_random_uuid(), ${person}, 'mentee', id, ${state}, '2024-10-01', 'classTeacher', now()
          from program_cycles where tenant_id = ${school.tenantId}`.execute(tx);
      }
    });
    expect((await roll(year, '', decided(year))).body).toMatchObject({ carriedOver: 2 });
    const rows = await participations(school);
    expect(rows.filter(({ title }) => title === '2025/26 учебный год')).toMatchObject([
      { state: 'consentPending', source: 'lastYear', confirmed_on: null },
      { state: 'nominated', source: 'lastYear', confirmed_on: null },
    ]);
    expect(rows.filter(({ title }) => title === '2024/25').map(({ state }) => state)).toEqual([
      'inBank',
      'nominated',
      'withdrawn',
    ]);
  });
});
