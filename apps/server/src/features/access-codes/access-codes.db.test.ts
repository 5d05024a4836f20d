import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, cookieOf, type MemberSchool, useMembers } from '../../../test/members.ts';
import { aClass, aMother, aPupil, type Place } from '../../../test/pupils.ts';

const server = useMembers();
const NEW_PASSWORD = 'снегирь ест рябину';
let school: MemberSchool;
let place: Place;
let teacher: Client;
let pupil: string;
let mother: string;
let stranger: string;

beforeAll(async () => {
  school = await server.school();
  place = { database: server.database, tenantId: school.tenantId, now: server.clock.now() };
  teacher = await school.member(['staff'], 'Классова');
  const curator = await school.member(['curator']);
  const own = await aClass(place, 7, 'А', teacher.personId);
  pupil = await aPupil(place, 'Кодов Пётр Ильич', own);
  mother = await aMother(place, 'Кодова Анна Павловна', [pupil], curator.personId);
  stranger = await aPupil(place, 'Чужаков Олег Ильич', await aClass(place, 7, 'Б'));
});

const codesFor = async (client: Client, ...personIds: string[]) =>
  (await client.post('/api/v1/access-codes', { personIds })).json();

describe('codes for people without mail', () => {
  test('the class teacher gives them to pupils of the own class and to their parents, to nobody else', async () => {
    const { codes, refused } = await codesFor(teacher, pupil, mother, stranger, teacher.personId);
    expect(codes.map((each: { personId: string }) => each.personId)).toEqual([pupil, mother]);
    expect(codes[0]).toMatchObject({
      purpose: 'first',
      login: 'kodov.p',
      code: expect.stringMatching(/^\d{4} \d{4} \d{4}$/),
    });
    expect(refused.map((each: { code: string }) => each.code)).toEqual(['access.denied', 'access.denied']);
  });

  test('two of one class by nearly the same name have two logins on one sheet, and on later ones while a slip is good', async () => {
    const own = await aClass(place, 8, 'А', teacher.personId);
    const [one, two, three] = [
      await aPupil(place, 'Двойнова Нина Павловна', own),
      await aPupil(place, 'Двойнова Нина', own),
      await aPupil(place, 'Двойнова Надежда', own),
    ];
    const { codes } = await codesFor(teacher, one, two);
    const logins = (sheet: { login: string }[]) => sheet.map(({ login }) => login);
    expect(logins(codes)).toEqual(['dvoynova.n', 'dvoynova.n2']);
    expect(logins((await codesFor(teacher, three)).codes)).toEqual(['dvoynova.n3']);
    // The page of the code says what the slip says; the same slip printed anew says the same.
    const seen = await server.anonymous.post('/api/v1/invitations/view', { token: codes[1].code });
    expect(seen.json()).toMatchObject({ suggestedLogin: 'dvoynova.n2' });
    expect(logins((await codesFor(teacher, one)).codes)).toEqual(['dvoynova.n']);
  });

  test('a code typed with blanks opens an account; used once it is used', async () => {
    const { codes } = await codesFor(teacher, pupil);
    const { code, login } = codes[0];
    const seen = (await server.anonymous.post('/api/v1/invitations/view', { token: code })).json();
    expect(seen).toMatchObject({ name: 'Кодов Пётр', purpose: 'first', suggestedLogin: 'kodov.p' });
    const made = await server.anonymous.post('/api/v1/invitations/accept', {
      token: code,
      login,
      password: NEW_PASSWORD,
    });
    expect(made.statusCode).toBe(204);
    const again = await server.anonymous.post('/api/v1/invitations/accept', {
      token: code,
      login: 'other.p',
      password: NEW_PASSWORD,
    });
    expect(again.json()).toMatchObject({ code: 'invitation.used' });
  });

  test('a forgotten password is replaced by a new code, and the old sign-ins end', async () => {
    const first = await codesFor(teacher, pupil);
    expect(first.codes[0]).toMatchObject({ purpose: 'recovery', login: 'kodov.p' });
    const token = first.codes[0].code;
    const done = await server.anonymous.post('/api/v1/invitations/recover', { token, password: 'грач прилетел рано' });
    expect(done.statusCode).toBe(204);
    const me = server.as(cookieOf(done));
    expect((await me.get('/api/v1/session')).json()).toMatchObject({ state: 'signed-in', user: { login: 'kodov.p' } });
    const old = await server.anonymous.post('/api/auth/sign-in/username', {
      username: 'kodov.p',
      password: NEW_PASSWORD,
    });
    expect(old.statusCode).toBe(401);
  });

  test('a new code makes the old one worthless', async () => {
    const before = (await codesFor(teacher, mother)).codes[0].code;
    await codesFor(teacher, mother);
    expect((await server.anonymous.post('/api/v1/invitations/view', { token: before })).statusCode).toBe(404);
  });

  test('a hall of parents may mistype, and a right code in between opens; who goes on guessing waits', async () => {
    const view = (token: string) => server.anonymous.post('/api/v1/invitations/view', { token });
    const guess = async (number: number) => (await view(String(100_000_000_000 + number))).statusCode;
    const right = (await codesFor(teacher, mother)).codes[0].code;
    for (let number = 0; number < 12; number += 1) expect(await guess(number)).toBe(404);
    expect((await view(right)).statusCode).toBe(200);
    const answers = new Set<number>();
    for (let number = 12; number < 80; number += 1) answers.add(await guess(number));
    expect(answers).toEqual(new Set([404, 429]));
  });

  test('nobody is made a parent to be given a code: not a colleague, not a parent or a pupil of another class', async () => {
    const colleague = await school.member(['staff'], 'Тихонин');
    const other = await aClass(place, 7, 'В', colleague.personId);
    const child = await aPupil(place, 'Соседов Илья Ильич', other);
    const curator = await school.member(['curator'], 'Кураторова');
    const parent = await aMother(place, 'Соседова Вера Павловна', [child], curator.personId);
    for (const personId of [colleague.personId, parent, child]) {
      const known = await teacher.post(`/api/v1/persons/${pupil}/representatives`, {
        who: { is: 'known', personId },
        kind: 'guardian',
        document: null,
        startedOn: null,
      });
      expect(known.json()).toMatchObject({ code: 'representation.ask-curator' });
    }
    // The curator has entered them: a parent with a child in another class is still not the class teacher's to let in.
    for (const personId of [colleague.personId, parent]) {
      const known = await curator.post(`/api/v1/persons/${pupil}/representatives`, {
        who: { is: 'known', personId },
        kind: 'guardian',
        document: null,
        startedOn: null,
      });
      expect(known.statusCode).toBe(200);
      const { codes, refused } = await codesFor(teacher, personId);
      expect([codes, refused.map((each: { code: string }) => each.code)]).toEqual([[], ['access.denied']]);
    }
    const ofAge = await curator.post(`/api/v1/persons/${pupil}/representatives`, {
      who: { is: 'known', personId: child },
      kind: 'guardian',
      document: null,
      startedOn: null,
    });
    expect(ofAge.json()).toMatchObject({ code: 'representation.minor' });
  });
});
