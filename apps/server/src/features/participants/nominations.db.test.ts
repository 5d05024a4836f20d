import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, type MemberSchool, useMembers } from '../../../test/members.ts';
import { aClass, aCycle, aPupil, type Place } from '../../../test/pupils.ts';
import { reading } from '../../platform/db/transactions.ts';

const server = useMembers();
let school: MemberSchool;
let place: Place;
let curator: Client;
let teacher: Client;
let class7a: string;
let petrov: string;
let stranger: string;

beforeAll(async () => {
  school = await server.school();
  place = { database: server.database, tenantId: school.tenantId, now: server.clock.now() };
  curator = await school.member(['curator']);
  teacher = await school.member(['staff'], 'Классова');
  class7a = await aClass(place, 7, 'А', teacher.personId);
  const class7b = await aClass(place, 7, 'Б');
  await aCycle(place);
  petrov = await aPupil(place, 'Петров Пётр Ильич', class7a);
  stranger = await aPupil(place, 'Чужаков Олег Ильич', class7b);
});

const proposed = (personId: string, more = {}) => ({
  role: 'mentee',
  formId: null,
  people: [{ personId, ...more }],
});

describe('who may be proposed', () => {
  test('a class teacher finds the pupils of the own class and nobody else', async () => {
    const { candidates } = (await teacher.get('/api/v1/nominations/candidates?role=mentee')).json();
    expect(candidates.map((each: { person: { name: string } }) => each.person.name)).toEqual(['Петров Пётр Ильич']);
  });

  test('a pupil of another class is refused to the class teacher', async () => {
    const answer = await teacher.post('/api/v1/nominations', proposed(stranger));
    expect(answer.statusCode).toBe(403);
  });

  test('an employee without a class proposes nobody', async () => {
    const employee = await school.member(['staff'], 'Простова');
    expect((await employee.get('/api/v1/nominations/candidates?role=mentee')).statusCode).toBe(403);
    expect((await employee.post('/api/v1/nominations', proposed(petrov))).statusCode).toBe(403);
  });

  test('a pupil of another school does not exist here', async () => {
    const other = await server.school('Школа № 6');
    const theirs = await other.member(['curator']);
    await aCycle({ ...place, tenantId: other.tenantId });
    expect((await theirs.post('/api/v1/nominations', proposed(petrov))).statusCode).toBe(404);
  });
});

describe('before a consent', () => {
  test('a request or a deficit in a nomination is refused, and nobody is nominated', async () => {
    const answer = await teacher.post('/api/v1/nominations', proposed(petrov, { problems: 'отстаёт по алгебре' }));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'participant.before-consent', details: { fields: ['problems'] } });
  });

  test('the class teacher nominates confidentially; a second nomination says that the first is there', async () => {
    const first = (await teacher.post('/api/v1/nominations', proposed(petrov, { needsSupport: true }))).json();
    expect(first.nominated).toHaveLength(1);
    const again = (await teacher.post('/api/v1/nominations', proposed(petrov))).json();
    expect(again).toMatchObject({ nominated: [], refused: [{ personId: petrov, code: 'participant.exists' }] });
  });

  test('the tag of support is known to the curator and not to the working group', async () => {
    const group = await school.member(['workingGroupMember'], 'Группова');
    const [row] = (await curator.get('/api/v1/bank/mentees')).json().rows;
    expect(row).toMatchObject({ person: { name: 'Петров Пётр Ильич' }, state: 'nominated', needsSupport: true });
    const [seen] = (await group.get('/api/v1/bank/mentees')).json().rows;
    expect(seen).not.toHaveProperty('needsSupport');
    expect((await group.get('/api/v1/bank/mentees?needsSupport=true')).statusCode).toBe(403);
    const card = (await group.get(`/api/v1/participants/${row.id}`)).json();
    expect(card).not.toHaveProperty('needsSupport');
  });

  test('the tag of support stands without a word: a recommendation waits for the consent', async () => {
    const url = `/api/v1/persons/${petrov}/support-tag`;
    const worded = await teacher.put(url, { recommendation: 'Короткие задания', evenSo: false });
    expect(worded.json()).toMatchObject({ code: 'participant.before-consent', status: 422 });
    expect((await teacher.put(url, { recommendation: null, evenSo: false })).statusCode).toBe(204);
  });

  test('no request may be written, and the bank is closed', async () => {
    const [row] = (await curator.get('/api/v1/bank/mentees')).json().rows;
    const request = {
      source: 'classTeacher',
      foundOn: '2024-10-01',
      themeId: null,
      description: 'Помочь с проектом',
      wishedResult: '',
      urgency: 'calm',
      preferences: { mentorAge: null, subject: null, place: null, times: null },
    };
    const written = await curator.post(`/api/v1/participants/${row.id}/requests`, request);
    expect(written.statusCode).toBe(422);
    expect(written.json().code).toBe('request.consent-required');
    const commands = `/api/v1/participants/${row.id}/commands`;
    for (const [version, command] of ['invite', 'requestConsents'].entries()) {
      expect((await curator.post(commands, { version: version + 1, command: { command } })).statusCode).toBe(204);
    }
    const entered = await curator.post(commands, { version: 3, command: { command: 'enterBank' } });
    expect(entered.json()).toMatchObject({ code: 'participant.consent-required', status: 422 });
  });

  test('the view of a pupil’s record stands in the history, with who looked', async () => {
    const [row] = (await curator.get('/api/v1/bank/mentees')).json().rows;
    await teacher.get(`/api/v1/participants/${row.id}`);
    const seen = await reading(server.database.pool, school, (tx) =>
      tx
        .selectFrom('audit_events')
        .select('actor_person_id')
        .where('tenant_id', '=', school.tenantId)
        .where('object_id', '=', petrov)
        .where('type', '=', 'card.seen')
        .execute(),
    );
    expect(seen.map((each) => each.actor_person_id)).toContain(teacher.personId);
  });

  test('two who press at once: one moves the participant, the other is told', async () => {
    const class7v = await aClass(place, 7, 'В');
    const pupil = await aPupil(place, 'Быстров Иван Ильич', class7v);
    const made = (await curator.post('/api/v1/nominations', proposed(pupil))).json();
    const commands = `/api/v1/participants/${made.nominated[0].participantId}/commands`;
    const answers = await Promise.all(
      [1, 2].map(() => curator.post(commands, { version: 1, command: { command: 'invite' } })),
    );
    expect(answers.map((each) => each.statusCode).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });
});
