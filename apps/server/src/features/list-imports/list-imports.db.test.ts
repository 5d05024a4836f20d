import type { ListImport } from '@nastavnik/contracts/list-imports';
import { readSheets } from '@nastavnik/documents/sheets/read-sheets';
import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { type Answer, aSchool, ask, FormDataBody, type School, useServer } from '../../../test/school.ts';
import { inDatabase } from '../../../test/server.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

const csv = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
const HEADER = 'Фамилия;Имя;Отчество;Дата рождения;Класс';
const pupil = (at: number, className = '7А') =>
  `Карпов${letters(at)};Пётр;Ильич;${String((at % 27) + 1).padStart(2, '0')}.${String((at % 11) + 1).padStart(2, '0')}.2011;${className}`;
const letters = (at: number) => Array.from(String(at), (digit) => 'абвгдежзик'[Number(digit)]).join('');

async function send(school: School, bytes: Uint8Array, kind = 'pupils', name = 'список.csv'): Promise<string> {
  const answer = await ask<{ id: string }>(
    server,
    school.people['curator'],
    `POST /list-imports/${kind}`,
    new FormDataBody({ name, bytes }),
  );
  expect(answer.status).toBe(200);
  await server.runJobs();
  return answer.body.id;
}

const see = async (school: School, id: string) =>
  (await ask<ListImport>(server, school.people['curator'], `GET /list-imports/${id}`)).body;

async function apply(school: School, id: string, more: object = {}): Promise<Answer<ListImport>> {
  const { version } = await see(school, id);
  return ask<ListImport>(server, school.people['curator'], `POST /list-imports/${id}/apply`, { version, ...more });
}

async function applied(school: School, bytes: Uint8Array, kind = 'pupils'): Promise<ListImport> {
  const id = await send(school, bytes, kind);
  expect((await apply(school, id)).body).toMatchObject({ state: 'applying' });
  await server.runJobs();
  return see(school, id);
}

async function count(school: School, table: string): Promise<number> {
  return server.db.pool.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
    return rows[0]!.n;
  });
}

describe('a list of pupils', () => {
  test('is understood whatever the order of its columns, tried dry, and written with its classes', async () => {
    const school = await aSchool(server);
    const bytes = csv([
      'Список на сентябрь',
      'Класс;Дата рождения;Ф.И.О.',
      '7А;01.02.2012;Щукин Пётр Ильич',
      '7 б;03.04.2012;Окунев Олег',
    ]);
    const id = await send(school, bytes);
    const tried = await see(school, id);
    expect(tried).toMatchObject({ state: 'checked', counts: { new: 2, error: 0 }, missingFields: [] });
    expect(tried.columns.map(({ field }) => field)).toEqual(['className', 'birthDate', 'fullName']);
    expect(await count(school, 'pupils')).toBe(0);
    await apply(school, id);
    await server.runJobs();
    expect(await see(school, id)).toMatchObject({ state: 'applied', failure: null });
    const { body } = await ask<{ classes: { name: string; pupils: number }[] }>(
      server,
      school.people['curator'],
      'GET /classes',
    );
    expect(body.classes.map(({ name, pupils }) => [name, pupils])).toEqual([
      ['7А', 1],
      ['7Б', 1],
    ]);
  });

  test('sent again changes nothing; with another class it moves the pupil from today', async () => {
    const school = await aSchool(server);
    await applied(school, csv([HEADER, pupil(1), pupil(2)]));
    const again = await send(school, csv([HEADER, pupil(1), pupil(2)]));
    expect(await see(school, again)).toMatchObject({ counts: { unchanged: 2, new: 0, changed: 0 } });
    expect((await apply(school, again)).body).toMatchObject({ code: 'list-import.nothing-to-apply' });
    await applied(school, csv([HEADER, pupil(1, '7Б'), pupil(2)]));
    const { body } = await ask<{ pupils: { class: { name: string } }[] }>(
      server,
      school.people['curator'],
      'GET /pupils',
    );
    expect(body.pupils.map((each) => each.class.name)).toEqual(['7Б', '7А']);
  });

  test('with 300 wrong rows names each by row, column and person, and gives them back in a file to mend', async () => {
    const school = await aSchool(server);
    const right = Array.from({ length: 200 }, (_, at) => pupil(at));
    const wrong = Array.from({ length: 300 }, (_, at) => pupil(1000 + at).replace('2011', '2091'));
    const id = await send(school, csv([HEADER, ...right, ...wrong]));
    expect(await see(school, id)).toMatchObject({ counts: { new: 200, error: 300 } });
    const rows = await ask<{ rows: { row: number; who: string; faults: object[] }[]; next: number }>(
      server,
      school.people['curator'],
      `GET /list-imports/${id}/rows?outcome=error&limit=2`,
    );
    expect(rows.body.rows[0]).toMatchObject({
      row: 202,
      who: expect.stringContaining('Карпов'),
      faults: [{ field: 'birthDate', code: 'cell.date-in-future' }],
    });
    expect((await apply(school, id)).body).toMatchObject({ code: 'list-import.has-errors' });
    const file = await ask(server, school.people['curator'], `GET /list-imports/${id}/errors`);
    const sheet = readSheets(file.bytes, 'ошибки.xlsx').sheets[0]!;
    expect(sheet.rows).toHaveLength(301);
    expect(sheet.rows[0]!.cells.at(-1)).toBe('Что исправить');

    await apply(school, id, { leaveOutErrors: true });
    await server.runJobs();
    expect(await count(school, 'pupils')).toBe(200);
    const mended = csv(
      sheet.rows.map(({ cells }) => cells.map((cell) => cell.replace('2091', '2011').replaceAll('\n', ' ')).join(';')),
    );
    const second = await send(school, mended);
    expect(await see(school, second)).toMatchObject({ counts: { new: 300, error: 0, unchanged: 0 } });
  });

  test('asks about a child who may be here already, and takes the word of the person who decides', async () => {
    const school = await aSchool(server);
    await applied(school, csv([HEADER, 'Семёнов;Пётр;Ильич;01.02.2012;7А']));
    const id = await send(school, csv([HEADER, 'Семенов;Пётр;;01.02.2012;7Б']));
    const tried = await see(school, id);
    expect(tried).toMatchObject({ counts: { duplicateSuspected: 1 }, undecided: 1 });
    expect((await apply(school, id)).body).toMatchObject({ code: 'list-import.undecided' });
    const { body } = await ask<{ rows: { matches: { id: string }[] }[] }>(
      server,
      school.people['curator'],
      `GET /list-imports/${id}/rows`,
    );
    const known = body.rows[0]!.matches[0]!.id;
    const decide = (decision: string) =>
      ask<ListImport>(server, school.people['curator'], `PUT /list-imports/${id}/decisions`, {
        decisions: [{ row: 2, decision }],
        version: tried.version,
      });
    expect((await decide('01a1fbed-529a-7b1c-a805-1e463d5f3534')).status).toBe(409);
    expect((await decide(known)).body).toMatchObject({ undecided: 0 });
    await apply(school, id);
    await server.runJobs();
    expect(await count(school, 'pupils')).toBe(1);
    expect((await ask(server, school.people['curator'], `GET /persons/${known}`)).body).toMatchObject({
      fullName: 'Семёнов Пётр Ильич',
      pupil: { class: { name: '7Б' } },
    });
  });

  test('keeps «another person» said of a row: of the two nobody is asked again', async () => {
    const school = await aSchool(server);
    await applied(school, csv([HEADER, 'Семёнов;Пётр;Ильич;01.02.2012;7А']));
    const id = await send(school, csv([HEADER, 'Семенов;Пётр;;01.02.2012;7Б']));
    const { version } = await see(school, id);
    const body = { decisions: [{ row: 2, decision: 'new' }], version };
    await ask(server, school.people['curator'], `PUT /list-imports/${id}/decisions`, body);
    await apply(school, id);
    await server.runJobs();
    expect(await count(school, 'pupils')).toBe(2);
    const found = await ask(server, school.people['curator'], 'GET /persons/duplicates');
    expect(found.body).toMatchObject({ pairs: [], apart: [{ one: { place: expect.any(String) } }] });
  });

  test('whose columns a person has named is read so, and the names are remembered', async () => {
    const school = await aSchool(server);
    const bytes = csv(['Кто;Когда;Где', 'Щукин Пётр Ильич;01.02.2012;7А']);
    const id = await send(school, csv(['Кто;Что;Где', 'раз;два;три']));
    const first = await see(school, id);
    expect(first).toMatchObject({ counts: null, state: 'checked' });
    expect(first.missingFields.length).toBeGreaterThan(0);
    expect((await apply(school, id)).body).toMatchObject({ code: 'list-import.mapping-incomplete' });
    const named = await send(school, bytes);
    const { version } = await see(school, named);
    const columns = ['fullName', 'birthDate', 'className'].map((field, column) => ({ column, field }));
    await ask(server, school.people['curator'], `PUT /list-imports/${named}/mapping`, { columns, version });
    await server.runJobs();
    expect(await see(school, named)).toMatchObject({ counts: { new: 1 } });
    const next = await see(school, await send(school, csv(['Где;Кто;Когда', '7Б;Окунев Олег Ильич;05.02.2012'])));
    expect(next.columns.map(({ field, why }) => [field, why])).toEqual([
      ['className', 'remembered'],
      ['fullName', 'remembered'],
      ['birthDate', 'remembered'],
    ]);
  });

  test('that is no list is refused with its reason', async () => {
    const school = await aSchool(server);
    const hostile = await send(school, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'pupils', 'список.xlsx');
    expect(await see(school, hostile)).toMatchObject({ state: 'failed', failure: 'file.damaged' });
  });
});

describe('applying', () => {
  test('at once by two is done by one', async () => {
    const school = await aSchool(server);
    const id = await send(school, csv([HEADER, pupil(1)]));
    const { version } = await see(school, id);
    const body = { version };
    const answers = await Promise.all(
      [1, 2].map(() => ask(server, school.people['curator'], `POST /list-imports/${id}/apply`, body)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const payload = { tenantId: school.tenantId, importId: id };
    await Promise.all([server.run('apply-list', payload), server.run('apply-list', payload)]);
    expect(await count(school, 'pupils')).toBe(1);
  });

  test('shows its progress from outside, and leaves no row when the database goes away in the middle', async () => {
    const school = await aSchool(server);
    const id = await send(school, csv([HEADER, ...Array.from({ length: 600 }, (_, at) => pupil(at))]));
    await apply(school, id);
    const [first, second] = [await admin(), await admin()];
    const hold = 'select 1 from list_imports where id = $1 for update';
    await first.query('begin');
    await first.query(hold, [id]);
    const running = server.run('apply-list', { tenantId: school.tenantId, importId: id });
    // The first sign of progress waits; behind it the second lock, which the next sign will wait for.
    await waitUntil(async () => (await waiting(first)) === 1);
    await second.query('begin');
    const held = second.query(hold, [id]);
    await waitUntil(async () => (await waiting(first)) === 2);
    await first.query('commit');
    await held;
    await waitUntil(async () => (await waiting(first)) === 1);
    expect((await see(school, id)).progress).toEqual({ done: 250, total: 600 });
    expect(await count(school, 'pupils')).toBe(0);
    await first.query(`select pg_terminate_backend(l.pid) from pg_locks l
      where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())`);
    await second.query('commit');
    await running;
    await first.end();
    await second.end();
    expect(await see(school, id)).toMatchObject({ state: 'checked', failure: 'list-import.interrupted' });
    expect(await count(school, 'pupils')).toBe(0);
    await apply(school, id);
    await server.runJobs();
    expect(await count(school, 'pupils')).toBe(600);
  });

  test('looks again first: where the school has changed since, the list goes back to the person', async () => {
    const school = await aSchool(server);
    const id = await send(school, csv([HEADER, 'Щукин;Пётр;Ильич;01.02.2012;7А']));
    await apply(school, id);
    await ask(server, school.people['curator'], 'POST /pupils', {
      familyName: 'Щукин',
      givenName: 'Пётр',
      patronymic: 'Ильич',
      birthDate: '2012-02-01',
      email: null,
      phone: null,
      snils: null,
      classId: null,
      enrolledOn: null,
    });
    await server.runJobs();
    expect(await see(school, id)).toMatchObject({
      state: 'checked',
      failure: 'list-import.world-moved',
      counts: { new: 0, changed: 1 },
    });
  });
});

describe('other lists', () => {
  test('bring employees with post and association, classes with teachers, parents of two children, counts by age', async () => {
    const school = await aSchool(server);
    await applied(
      school,
      csv([
        'ФИО;Должность;Предмет;Стаж;Категория;МО',
        'Юнин Олег Ильич;Учитель;физика;2;первая;МО физики',
        'Старова Анна Петровна;Учитель;физика;30;высшая;МО физики',
      ]),
      'employees',
    );
    const employees = await ask<{ employees: object[] }>(
      server,
      school.people['curator'],
      'GET /employees?youngSpecialist=true',
    );
    expect(employees.body.employees).toMatchObject([
      { name: 'Юнин Олег Ильич', posts: ['Учитель'], bodies: ['МО физики'], category: 'first', experienceYears: 2 },
    ]);
    await applied(school, csv(['Класс;Классный руководитель', '7А;Старова А. П.']), 'classes');
    await applied(school, csv([HEADER, 'Карпов;Пётр;Ильич;01.02.2012;7А', 'Карпова;Мария;Ильинична;05.06.2014;5А']));
    await applied(
      school,
      csv([
        'ФИО родителя;Кем приходится;Телефон;ФИО ребёнка;Класс',
        'Карпова Ольга Львовна;мать;+7 900 000-00-01;Карпов Пётр Ильич;7А',
        'Карпова Ольга Львовна;мать;+7 900 000-00-01;Карпова Мария Ильинична;5А',
      ]),
      'representatives',
    );
    expect(await count(school, 'representations')).toBe(2);
    const parents = await ask<{ persons: { name: string }[] }>(
      server,
      school.people['curator'],
      'GET /persons?kind=representative',
    );
    expect(parents.body.persons.map(({ name }) => name)).toEqual(['Карпова Ольга Львовна']);
    await applied(school, csv(['Возраст;Количество', '12;40', '13;38']), 'contingent');
    expect((await ask(server, school.people['curator'], 'GET /contingent')).body).toMatchObject({
      source: 'typed',
      total: 78,
    });
  });

  test('are for those who keep them: a teacher imports nothing, the personnel officer no pupils', async () => {
    const school = await aSchool(server, {
      curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
      personnel: { name: 'Кадрова Нина Львовна', roles: ['personnelOfficer'] },
      teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'] },
    });
    const id = await send(school, csv([HEADER, pupil(1)]));
    const stranger = await aSchool(server);
    const tries = [
      [school.people['teacher'], `GET /list-imports/${id}`, 403],
      [school.people['personnel'], `GET /list-imports/${id}`, 403],
      [school.people['personnel'], 'GET /list-import-templates/pupils', 403],
      [school.people['personnel'], 'GET /list-import-templates/employees', 200],
      [stranger.people['curator'], `GET /list-imports/${id}`, 404],
    ] as const;
    for (const [who, request, status] of tries) {
      expect([request, (await ask(server, who, request)).status]).toEqual([request, status]);
    }
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

/** As somebody who sees what others wait for, and may end their sessions. */
async function admin(): Promise<Client> {
  const database = new URL(server.db.ownerUrl).pathname.slice(1);
  const client = new Client({ connectionString: inDatabase(inject('testServer').adminUrl, database) });
  await client.connect();
  return client;
}

async function waiting(client: Client): Promise<number> {
  // Inside a transaction the view answers as it did the first time.
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]!.n;
}
