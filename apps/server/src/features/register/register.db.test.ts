import type { quartersAnswer } from '@nastavnik/contracts/register';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';
import { newId } from '../../platform/ids.ts';
import type { Register } from './see-register.ts';

const server = useServer();
let bank: BankSchool;
let pupilRecord: string;

beforeAll(async () => {
  bank = await aBankSchool(server);
  pupilRecord = await bank.participant(bank.pupil.id, { on: '2024-09-10' });
  await bank.participant(bank.people.colleague.id, { role: 'mentor', on: '2024-10-03' });
});

/** What happened on a day, as the actions write it. */
const line = (participant: string, on: string, state: string, formId: string | null = null, version = 2) =>
  bank.write(async (tx) => {
    await tx
      .insertInto('participant_changes')
      .values({
        tenant_id: bank.tenantId,
        id: newId(server.clock.now()),
        participant_id: participant,
        on_day: on as PlainDate,
        at: new Date(`${on}T10:00:00Z`),
        command: 'withdraw',
        from_state: 'inBank',
        to_state: state,
        form_id: formId,
        version,
        actor_name: 'Лугова И. Ю.',
      })
      .execute();
    await tx
      .updateTable('participants')
      .set({ state, state_since: on as PlainDate })
      .where('tenant_id', '=', bank.tenantId)
      .where('id', '=', participant)
      .execute();
  });
const register = async (query: string, who: Person = bank.people.curator) =>
  bank.as<Register>(who, `GET /register${query}`);
const names = async (on: string) => (await register(`?on=${on}`)).body.rows.map((row) => row.person.name);

describe('the register of a past day', () => {
  test('holds whoever stood in the bank at its end, with class and age as they were', async () => {
    await bank.write(async (tx) => {
      const of = { tenant_id: bank.tenantId, person_id: bank.pupil.id };
      await tx
        .updateTable('class_places')
        .set({ ended_on: '2024-11-10' as PlainDate })
        .where('person_id', '=', bank.pupil.id)
        .execute();
      const moved = { ...of, id: newId(server.clock.now()), class_id: bank.class7b };
      await tx
        .insertInto('class_places')
        .values({ ...moved, started_on: '2024-11-11' as PlainDate })
        .execute();
    });
    await line(pupilRecord, '2024-11-15', 'withdrawn');
    expect(await names('2024-09-09')).toEqual([]);
    expect(await names('2024-09-10')).toEqual(['Лосев Пётр Ильич']);
    expect(await names('2024-11-14')).toEqual(['Дубов Егор Ильич', 'Лосев Пётр Ильич']);
    expect(await names('2024-11-15')).toEqual(['Дубов Егор Ильич']);
    const { rows, counts } = (await register('?on=2024-11-01')).body;
    expect(rows.find((row) => row.role === 'mentee')).toMatchObject({
      person: { place: '7А', age: 15 },
      state: 'inBank',
      enteredOn: '2024-09-10',
    });
    expect(counts).toContainEqual({ role: 'mentor', state: 'inBank', number: 1 });
  });

  test('is asked by role; of tomorrow there is none', async () => {
    const { rows } = (await register('?on=2024-11-01&role=mentor')).body;
    expect(rows.map((row) => row.person.name)).toEqual(['Дубов Егор Ильич']);
    const tomorrow = await bank.as(bank.people.curator, 'GET /register?on=2024-11-21');
    expect(tomorrow.body.code).toBe('record.in-future');
  });

  test('shows the form of that day: another one counts from its day on', async () => {
    const forms = (
      await bank.as<{ forms: { id: string; name: string }[] }>(bank.people.curator, 'GET /mentoring-forms')
    ).body.forms;
    const [one, two] = forms;
    const child = await bank.child('Формин Олег Ильич');
    const record = await bank.participant(child, { on: '2024-09-12', formId: one!.id });
    await line(record, '2024-10-10', 'inBank', two!.id);
    const formsOn = async (on: string) =>
      (await register(`?on=${on}`)).body.rows.find((row) => row.participantId === record)?.forms;
    expect(await formsOn('2024-10-09')).toEqual([one!.name]);
    expect(await formsOn('2024-10-10')).toEqual([two!.name]);
    await line(record, '2024-10-20', 'withdrawn', two!.id, 3);
  });

  test('is for the office and the working group of this school', async () => {
    expect((await register('', bank.people.group)).status).toBe(200);
    for (const who of [bank.people.teacher, bank.people.personnel, bank.pupil, bank.mother]) {
      expect((await register('', who)).status).toBe(403);
    }
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const theirs = await elsewhere.as<Register>(elsewhere.people.curator, 'GET /register?on=2024-11-01');
    expect(theirs.body.rows).toEqual([]);
  });
});

test('quarters count who came, who left and who was there', async () => {
  const { body } = await bank.as<z.infer<typeof quartersAnswer>>(bank.people.director, 'GET /register/quarters');
  expect(body.quarters).toEqual([
    { start: '2024-07-01', end: '2024-09-30', mentors: 0, mentees: 2, entered: 2, left: 0 },
    { start: '2024-10-01', end: '2024-12-31', mentors: 1, mentees: 2, entered: 1, left: 2 },
  ]);
});

test('a file of it names its purpose and stands in the log of each person', async () => {
  const body = { on: '2024-11-01', format: 'csv', purpose: 'Отчёт за квартал' };
  expect((await bank.as(bank.people.group, 'POST /register/export', body)).status).toBe(403);
  const file = await bank.as(bank.people.curator, 'POST /register/export', body);
  const text = file.bytes.toString('utf8');
  expect(text).toContain('Лосев Пётр Ильич');
  expect(text).toContain('Отчёт за квартал');
  const told = await bank.write((tx) =>
    tx
      .selectFrom('disclosed_people as d')
      .innerJoin('disclosures as o', (join) =>
        join.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.id', '=', 'd.disclosure_id'),
      )
      .select(['o.purpose', 'o.kind'])
      .where('d.tenant_id', '=', bank.tenantId)
      .where('d.person_id', '=', bank.pupil.id)
      .execute(),
  );
  expect(told).toEqual([{ purpose: 'Отчёт за квартал', kind: 'register' }]);
});

describe('the register of ten years', () => {
  beforeAll(async () => {
    bank = await aBankSchool(server, 'Школа № 8');
  });

  test('comes page by page in the order of names, the counts with the first page', async () => {
    const on = '2023-11-01';
    for (const name of [
      'Ёжиков Пётр Ильич',
      'Ершов Иван Ильич',
      'Яшин Олег Ильич',
      'Абрамов Глеб Ильич',
      'Ершов Иван Ильич',
    ]) {
      await bank.participant(await bank.child(name), { on: '2023-10-02' });
    }
    const pages: Register[] = [];
    do {
      const after = pages.at(-1)?.next;
      pages.push((await register(`?on=${on}&limit=2${after ? `&after=${after}` : ''}`)).body);
    } while (pages.at(-1)?.next);
    const whole = (await register(`?on=${on}`)).body;
    expect(pages.map(({ rows }) => rows.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(whole.rows.map((row) => row.person.name.split(' ')[0])).toEqual([
      'Абрамов',
      'Ёжиков',
      'Ершов',
      'Ершов',
      'Яшин',
    ]);
    expect(pages.map(({ counts }) => counts)).toEqual([[{ role: 'mentee', state: 'inBank', number: 5 }], null, null]);
  });

  test('holds a line from its day to the eve of the next, whatever the order in which they were written', async () => {
    const record = await bank.participant(await bank.child('Быстров Иван Ильич'), { on: '2022-09-05' });
    await line(record, '2022-12-01', 'completed', null, 4);
    // Written later about an earlier day, and two lines on one.
    await line(record, '2022-10-10', 'suspended', null, 2);
    await line(record, '2022-10-10', 'active', null, 3);
    const stateOn = async (on: string) => (await register(`?on=${on}`)).body.rows.map((row) => [row.state, row.since]);
    expect(await stateOn('2022-09-04')).toEqual([]);
    expect(await stateOn('2022-10-09')).toEqual([['inBank', '2022-09-05']]);
    expect(await stateOn('2022-10-10')).toEqual([['active', '2022-10-10']]);
    expect(await stateOn('2022-11-30')).toEqual([['active', '2022-10-10']]);
    expect(await stateOn('2022-12-01')).toEqual([]);
  });

  test('counts whoever has withdrawn and does not name them', async () => {
    const child = await bank.child('Тихонов Иван Ильич');
    await bank.participant(child, { on: '2021-09-05' });
    await bank.write((tx) =>
      tx.updateTable('people').set({ blocked_at: server.clock.now() }).where('id', '=', child).execute(),
    );
    const { rows, counts } = (await register('?on=2021-10-01')).body;
    expect(rows).toEqual([]);
    expect(counts).toEqual([{ role: 'mentee', state: 'inBank', number: 1 }]);
  });
});

// After the quarters are counted: these two came in one of them.
test('names what was asked and who was taken for it on that day', async () => {
  const { curator } = bank.people;
  const { themes } = (await bank.as<{ themes: { id: string; name: string }[] }>(curator, 'GET /request-themes')).body;
  const mentee = await bank.participant(await bank.child('Просилов Олег Ильич'), { on: '2024-09-15' });
  const mentor = await bank.participant(bank.people.other.id, { role: 'mentor', on: '2024-09-15' });
  const ids = { request: newId(server.clock.now()), answer: newId(server.clock.now()) };
  const by = { tenant_id: bank.tenantId };
  await bank.write(async (tx) => {
    await tx
      .insertInto('mentee_requests')
      .values({
        ...by,
        id: ids.request,
        participant_id: mentee,
        theme_id: themes[0]!.id,
        source: 'self',
        found_on: '2024-10-01' as PlainDate,
        ended_on: '2024-11-01' as PlainDate,
        state: 'cancelled',
        created_by: curator.id,
        created_at: server.clock.now(),
      })
      .execute();
    await tx
      .insertInto('request_answers')
      .values({
        ...by,
        id: ids.answer,
        request_id: ids.request,
        mentor_id: mentor,
        proposed_on: '2024-10-10' as PlainDate,
        proposed_by: curator.id,
        proposed_at: server.clock.now(),
        taken_back_on: '2024-10-20' as PlainDate,
        taken_back_by: curator.id,
      })
      .execute();
  });
  const on = async (day: string) => {
    const { rows } = (await register(`?on=${day}&limit=200`)).body;
    const of = (id: string) => rows.find((row) => row.participantId === id)?.requests.length;
    return [of(mentee), of(mentor)];
  };
  expect(await on('2024-09-30')).toEqual([0, 0]);
  expect(await on('2024-10-09')).toEqual([1, 0]);
  expect(await on('2024-10-19')).toEqual([1, 1]);
  expect(await on('2024-10-20')).toEqual([1, 0]);
  expect(await on('2024-11-01')).toEqual([0, 0]);
});
