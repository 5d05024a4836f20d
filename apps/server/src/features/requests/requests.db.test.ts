import type { MenteeRequestView } from '@nastavnik/contracts/mentee-requests';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;
let ofPupil: string;
let ofTeacher: string;

beforeAll(async () => {
  bank = await aBankSchool(server);
  ofPupil = await bank.participant(bank.pupil.id);
  ofTeacher = await bank.participant(bank.people.colleague.id);
});

const WORDS = {
  source: 'classTeacher',
  foundOn: '2024-11-01',
  themeId: null,
  description: 'Помочь с проектом по биологии',
  wishedResult: 'Выступить на конференции',
  urgency: 'soon',
  preferences: { mentorAge: null, subject: 'биология', place: 'atSchool', times: null },
} as const;

type Requests = { requests: MenteeRequestView[]; needs: { requestIds: string[]; sources: string[] }[] };
type Theme = { id: string; name: string; audience: string };
const themes = async () => (await bank.as<{ themes: Theme[] }>(bank.people.curator, 'GET /request-themes')).body.themes;
const themesFor = async (audience: 'pupil' | 'employee') =>
  (await themes()).filter((each) => each.audience === audience || each.audience === 'any');
const opened = async (who: Person, participantId: string, more = {}) => {
  const [theme] = await themesFor(participantId === ofTeacher ? 'employee' : 'pupil');
  const body = { ...WORDS, themeId: theme!.id, ...more };
  const made = await bank.as(who, `POST /participants/${participantId}/requests`, body);
  expect(made.status).toBe(200);
  return made.body.id;
};
const requestsOf = async (who: Person, participantId: string) =>
  (await bank.as<Requests>(who, `GET /participants/${participantId}/requests`)).body;
const give = (who: Person, id: string, version: number, command: object) =>
  bank.as(who, `POST /mentee-requests/${id}/commands`, { version, command });

describe('a request goes its way (LIFECYCLE 4.6)', () => {
  test('the pupil writes and submits it, the curator takes it; each step only by whom the table names', async () => {
    const { curator, teacher, director, other } = bank.people;
    const id = await opened(bank.pupil, ofPupil, { source: 'self' });
    expect((await give(director, id, 1, { command: 'submit' })).body.code).toBe('request.not-allowed');
    expect((await give(other, id, 1, { command: 'submit' })).status).toBe(403);
    expect((await give(bank.pupil, id, 1, { command: 'accept' })).body.code).toBe('request.not-allowed');
    expect((await give(bank.pupil, id, 1, { command: 'submit' })).status).toBe(204);
    expect((await give(teacher, id, 2, { command: 'accept' })).body.code).toBe('request.not-allowed');
    expect((await give(curator, id, 1, { command: 'accept' })).body.code).toBe('request.changed-meanwhile');
    expect((await give(curator, id, 2, { command: 'accept' })).status).toBe(204);
    expect((await give(curator, id, 3, { command: 'submit' })).body.code).toBe('request.not-allowed');
    const { requests } = await requestsOf(curator, ofPupil);
    const row = requests.find((each) => each.id === id);
    expect(row).toMatchObject({ state: 'accepted', may: { cancel: true, submit: false, edit: false } });
  });

  test('returned with a remark it is corrected and submitted again; what is submitted is not edited', async () => {
    const { curator, teacher } = bank.people;
    const id = await opened(teacher, ofPupil);
    expect((await give(teacher, id, 1, { command: 'submit' })).status).toBe(204);
    const edit = (version: number, more = {}) => {
      const { source: _source, foundOn: _foundOn, ...words } = WORDS;
      return bank.as(teacher, `PUT /mentee-requests/${id}`, { ...words, ...more, version });
    };
    expect((await edit(2)).body.code).toBe('request.state');
    expect((await give(curator, id, 2, { command: 'return', remark: 'Назовите предмет' })).status).toBe(204);
    const [theme] = await themes();
    expect((await edit(2)).body.code).toBe('request.changed-meanwhile');
    expect((await edit(3, { themeId: theme!.id })).status).toBe(204);
    expect((await give(teacher, id, 4, { command: 'submit' })).status).toBe(204);
  });

  test('one that is no mentor’s work is sent on, and says whither', async () => {
    const id = await opened(bank.people.teacher, ofPupil);
    await give(bank.people.teacher, id, 1, { command: 'submit' });
    await give(bank.people.curator, id, 2, { command: 'redirect', to: 'psychologist' });
    const { requests } = await requestsOf(bank.mother, ofPupil);
    expect(requests.find((each) => each.id === id)).toMatchObject({
      state: 'redirected',
      redirectedTo: 'psychologist',
    });
  });

  test('without a theme nothing is submitted, and found tomorrow nothing is opened', async () => {
    const id = await opened(bank.people.teacher, ofPupil, { themeId: null });
    expect((await give(bank.people.teacher, id, 1, { command: 'submit' })).body.code).toBe('request.not-filled');
    const tomorrow = { ...WORDS, foundOn: '2024-11-21' };
    const answer = await bank.as(bank.people.curator, `POST /participants/${ofPupil}/requests`, tomorrow);
    expect(answer.body.code).toBe('record.in-future');
  });

  test('under fourteen the child writes alone and an adult submits with them', async () => {
    const school = await aBankSchool(server, 'Школа № 6');
    await school.write((tx) =>
      tx
        .updateTable('people')
        .set({ birth_date: '2012-01-10' as never })
        .where('tenant_id', '=', school.tenantId)
        .where('id', '=', school.pupil.id)
        .execute(),
    );
    const participant = await school.participant(school.pupil.id);
    const [theme] = (await school.as<{ themes: { id: string }[] }>(school.people.curator, 'GET /request-themes')).body
      .themes;
    const made = await school.as(school.pupil, `POST /participants/${participant}/requests`, {
      ...WORDS,
      themeId: theme!.id,
    });
    const submit = (who: Person) =>
      school.as(who, `POST /mentee-requests/${made.body.id}/commands`, { version: 1, command: { command: 'submit' } });
    expect((await submit(school.pupil)).body.code).toBe('request.adult-needed');
    expect((await submit(school.mother)).status).toBe(204);
  });
});

describe('what a request may say', () => {
  test('a word of health is refused with the word, and taken when the writer has read the warning', async () => {
    const words = { ...WORDS, description: 'У мальчика дислексия, нужна помощь с чтением' };
    const address = `POST /participants/${ofPupil}/requests`;
    const refused = await bank.as(bank.people.teacher, address, words);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'text.special-data', details: { words: ['дислексия'] } },
    });
    expect((await bank.as(bank.people.teacher, address, { ...words, evenSo: true })).status).toBe(200);
  });

  test('a theme of teachers is not asked of a child', async () => {
    const theme = (await themes()).find((each) => each.audience === 'employee')!;
    const body = { ...WORDS, themeId: theme.id };
    const made = await bank.as(bank.people.curator, `POST /participants/${ofPupil}/requests`, body);
    expect(made.body).toMatchObject({ code: 'theme.of-others' });
  });

  test('needs of one theme found in several places are one need of the person', async () => {
    const [, second] = await themesFor('employee');
    const about = { themeId: second!.id };
    const first = await opened(bank.people.curator, ofTeacher, { ...about, source: 'certification' });
    const also = await opened(bank.people.colleague, ofTeacher, { ...about, source: 'self', foundOn: '2024-10-05' });
    const { needs } = await requestsOf(bank.people.curator, ofTeacher);
    const [need] = needs.filter((each) => each.requestIds.includes(first));
    expect(need).toMatchObject({ firstFoundOn: '2024-10-05', lastFoundOn: '2024-11-01', urgency: 'soon' });
    expect(need!.requestIds.toSorted()).toEqual([first, also].toSorted());
    expect(need!.sources.toSorted()).toEqual(['certification', 'self']);
  });
});

describe('who sees requests', () => {
  test('the teacher of another class and the personnel officer none, another school not even that there is one', async () => {
    const { other, personnel } = bank.people;
    expect((await bank.as(other, `GET /participants/${ofPupil}/requests`)).status).toBe(403);
    expect((await bank.as(personnel, 'GET /mentee-requests')).status).toBe(403);
    const elsewhere = await aBankSchool(server, 'Школа № 8');
    const theirs = await elsewhere.as(elsewhere.people.curator, `GET /participants/${ofPupil}/requests`);
    expect(theirs.body.code).toBe('participant.not-found');
  });

  test('they are found by their words in any form; a class teacher finds those of the own class', async () => {
    const search = async (who: Person, words: string) =>
      (await bank.as<Requests>(who, `GET /mentee-requests?search=${encodeURIComponent(words)}`)).body.requests;
    const found = await search(bank.people.curator, 'проекты конференций');
    expect(new Set(found.map((each) => each.person.name))).toEqual(new Set(['Лосев Пётр Ильич', 'Дубов Егор Ильич']));
    const own = await search(bank.people.teacher, 'проект');
    expect(new Set(own.map((each) => each.person.name))).toEqual(new Set(['Лосев Пётр Ильич']));
    expect(await search(bank.people.curator, 'велосипед')).toEqual([]);
  });

  test('whoever reads those of a minor stands in the history, in the list too', async () => {
    const lookers = () =>
      bank.write((tx) =>
        tx
          .selectFrom('audit_events')
          .select('actor_person_id')
          .where('tenant_id', '=', bank.tenantId)
          .where('type', '=', 'card.seen')
          .where('object_id', '=', bank.pupil.id)
          .execute(),
      );
    const before = (await lookers()).length;
    await requestsOf(bank.people.group, ofPupil);
    await bank.as(bank.people.group, 'GET /mentee-requests');
    const seen = (await lookers()).slice(before);
    expect(seen.map((each) => each.actor_person_id)).toEqual([bank.people.group.id, bank.people.group.id]);
  });
});

test('whoever leaves the programme leaves no request open', async () => {
  const child = await bank.child('Уходова Нина Ильинична');
  const participant = await bank.participant(child);
  const open = await opened(bank.people.teacher, participant);
  const sent = await opened(bank.people.teacher, participant);
  await give(bank.people.teacher, sent, 1, { command: 'submit' });
  await give(bank.people.curator, sent, 2, { command: 'redirect', to: 'psychologist' });
  const left = await bank.as(bank.people.curator, `POST /participants/${participant}/commands`, {
    version: 1,
    command: { command: 'withdraw', statement: 'заявление от 20.11.2024' },
  });
  expect(left.status).toBe(204);
  const { requests } = await requestsOf(bank.people.curator, participant);
  expect(Object.fromEntries(requests.map((each) => [each.id, each.state]))).toEqual({
    [open]: 'cancelled',
    [sent]: 'redirected',
  });
  const more = await bank.as(bank.people.teacher, `POST /participants/${participant}/requests`, WORDS);
  expect(more.status).toBe(422);
});

describe('the catalogue of themes', () => {
  test('stands once for two who open it at once; the office edits it, and an archived theme stays in old requests', async () => {
    const school = await aBankSchool(server, 'Школа № 9');
    const see = () => school.as<{ themes: { id: string }[] }>(school.people.curator, 'GET /request-themes');
    const [one, two] = await Promise.all([see(), see()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const count = (await see()).body.themes.length;
    expect(Math.max(one.body.themes.length, two.body.themes.length)).toBe(count);
    const theme = { name: 'Шахматы', audience: 'pupil' };
    expect((await school.as(school.people.teacher, 'POST /request-themes', theme)).status).toBe(403);
    const { body } = await school.as(school.people.curator, 'POST /request-themes', theme);
    const again = await school.as(school.people.curator, 'POST /request-themes', { ...theme, name: 'ШАХМАТЫ' });
    expect(again.body.code).toBe('theme.name-taken');
    const archive = { ...theme, archived: true };
    expect((await school.as(school.people.curator, `PUT /request-themes/${body.id}`, archive)).status).toBe(204);
    expect((await school.as(school.people.curator, 'POST /request-themes', theme)).status).toBe(200);
  });
});
