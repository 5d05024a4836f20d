import type { PossibleMentor, RequestAnswerView, SelectionAnswer } from '@nastavnik/contracts/selection';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';
import { newId } from '../../platform/ids.ts';

const server = useServer();
let bank: BankSchool;
let formId: string;
/** Requests of two pupils: assessment asked for twice by one, a project by the other. */
let asked: { readonly first: string; readonly twin: string; readonly second: string };
let mentors: { readonly strong: string; readonly weak: string };
let pupilRecord: string;

const CARD = {
  competences: ['project-leading'],
  experienceYears: 12,
  motives: [],
  interests: ['шахматы'],
  menteeAges: null,
  hoursAWeek: 2,
  times: [{ weekday: 2, from: 900, to: 960 }],
  places: ['atSchool'],
  distanceKm: null,
  topicsNotToTake: '',
  trainingNeeded: '',
  capacity: 1,
  accepting: true,
};

beforeAll(async () => {
  bank = await aBankSchool(server);
  const { curator, colleague, teacher } = bank.people;
  formId = (await bank.as<{ forms: { id: string }[] }>(curator, 'GET /mentoring-forms')).body.forms[0]!.id;
  const { themes } = (await bank.as<{ themes: { id: string; name: string }[] }>(curator, 'GET /request-themes')).body;
  const project = themes.find(({ name }) => name === 'Учебный или исследовательский проект')!.id;
  const sport = themes.find(({ name }) => name === 'Спорт')!.id;
  pupilRecord = await bank.participant(bank.pupil.id);
  const other = await bank.participant(await bank.child('Яковлев Олег Ильич'));
  asked = {
    first: await request(pupilRecord, project, 'calm', '2024-10-02'),
    twin: await request(pupilRecord, project, 'urgent', '2024-10-05'),
    second: await request(other, sport, 'calm', '2024-10-03'),
  };
  const strong = await bank.participant(colleague.id, { role: 'mentor' });
  const weak = await bank.participant(teacher.id, { role: 'mentor' });
  mentors = { strong, weak };
  for (const [person, participant] of [
    [colleague, strong],
    [teacher, weak],
  ] as const) {
    const competences = participant === strong ? ['project-leading'] : ['arts'];
    await saveCard(person, { competences });
    await prepare(person, participant);
  }
});

async function request(participantId: string, themeId: string, urgency: string, foundOn: string): Promise<string> {
  const id = newId(server.clock.now());
  await bank.write((tx) =>
    tx
      .insertInto('mentee_requests')
      .values({
        tenant_id: bank.tenantId,
        id,
        participant_id: participantId,
        theme_id: themeId,
        source: 'questionnaire',
        found_on: foundOn as PlainDate,
        state: 'accepted',
        urgency,
        description: 'Нужна помощь',
        created_by: bank.people.curator.id,
        created_at: server.clock.now(),
      })
      .execute(),
  );
  return id;
}

async function saveCard(person: Person, more: object): Promise<void> {
  const { version } = (await bank.as<{ version: number }>(bank.people.curator, `GET /mentors/${person.id}`)).body;
  const card = { ...CARD, forms: [formId], ...more };
  const { status } = await bank.as(bank.people.curator, `PUT /mentors/${person.id}/card`, { version, card });
  expect(status).toBe(204);
}

/** What `select` asks for beside the card. */
async function prepare(person: Person, participant: string): Promise<void> {
  const { curator } = bank.people;
  const interview = { heldOn: '2024-11-01', outcome: 'recommended', note: null };
  const clearance = { certificateNumber: '12', certificateDate: '2024-10-01', passed: true };
  await bank.as(curator, `POST /participants/${participant}/interviews`, interview);
  await bank.as(curator, `POST /mentors/${person.id}/clearance`, clearance);
}

const selection = async (query = '', who = bank.people.curator) =>
  (await bank.as<SelectionAnswer>(who, `GET /selection${query}`)).body;
const mentorsFor = async (requestId: string) =>
  (await bank.as<{ mentors: PossibleMentor[] }>(bank.people.curator, `GET /mentee-requests/${requestId}/mentors`)).body
    .mentors;
const propose = (requestId: string, mentorId: string, who: Person = bank.people.curator) =>
  bank.as(who, `POST /mentee-requests/${requestId}/answers`, { mentorId });
const takeBack = (answerId: string) => bank.as(bank.people.curator, `DELETE /request-answers/${answerId}`);

describe('the open requests of the year', () => {
  test('are shown as needs, the most urgent first, and counted without a mentor', async () => {
    const { requests, open, withoutMentor } = await selection();
    expect(requests.map(({ id, urgency }) => [id, urgency])).toEqual([
      [asked.first, 'urgent'],
      [asked.second, 'calm'],
    ]);
    expect({ open, withoutMentor }).toEqual({ open: 2, withoutMentor: 2 });
    expect((await selection('?urgency=calm')).requests.map(({ id }) => id)).toEqual([asked.second]);
  });

  test('of a child are a side of the card: the look is written down', async () => {
    const views = await bank.write((tx) =>
      tx
        .selectFrom('audit_events')
        .select('data')
        .where('type', '=', 'card.seen')
        .where('object_id', '=', bank.pupil.id)
        .execute(),
    );
    expect(views.map(({ data }) => data)).toContainEqual({ what: 'request' });
  });
});

describe('mentors for a request', () => {
  test('stand in order of what speaks for them, with reasons and doubts', async () => {
    const [first, second] = await mentorsFor(asked.first);
    expect(first).toMatchObject({ participantId: mentors.strong, doubts: [] });
    expect(first?.reasons).toContainEqual({ code: 'competence', names: ['Руководство проектами'] });
    expect(first?.reasons).toContainEqual({ code: 'room', left: 1 });
    expect(second?.doubts).toContainEqual({ code: 'nothing-common' });
  });

  test('achievements speak too, in any form of the words', async () => {
    const achievement = { field: 'Спортивная гимнастика', title: 'Разряд', achievedOn: null, proof: null };
    await bank.as(bank.people.curator, `POST /mentors/${bank.people.teacher.id}/achievements`, achievement);
    const [first] = await mentorsFor(asked.second);
    expect(first?.participantId).toBe(mentors.weak);
    expect(first?.reasons[0]).toEqual({ code: 'achievement', names: ['Спортивная гимнастика: Разряд'] });
  });
});

describe('a mentor meant for a request', () => {
  test('is selected by it, stands in both banks and leaves the requests without a mentor', async () => {
    const { body } = await propose(asked.first, mentors.strong);
    const { curator } = bank.people;
    const record = await bank.as<{ state: string; history: { command: string }[] }>(
      curator,
      `GET /participants/${mentors.strong}`,
    );
    expect(record.body.state).toBe('selected');
    expect(record.body.history.at(-1)?.command).toBe('select');
    expect(await selection('?answered=true')).toMatchObject({ withoutMentor: 1, requests: [{ id: asked.first }] });
    const mentees = await bank.as<{ rows: object[] }>(curator, 'GET /bank/mentees?answering=true');
    expect(mentees.body.rows).toMatchObject([{ person: { id: bank.pupil.id }, answeredBy: ['Дубов Егор Ильич'] }]);
    const chosen = await bank.as<{ rows: object[] }>(curator, 'GET /bank/mentors?answering=true');
    expect(chosen.body.rows).toMatchObject([{ answers: ['Учебный или исследовательский проект'] }]);
    const left = await bank.as<{ rows: { person: { id: string } }[] }>(curator, 'GET /bank/mentors?answering=false');
    expect(left.body.rows.map(({ person }) => person.id)).toEqual([bank.people.teacher.id]);
    expect((await propose(asked.twin, mentors.strong)).body.code).toBe('answer.exists');
    expect((await propose(asked.second, mentors.strong)).body.code).toBe('answer.mentor-full');
    expect((await takeBack(body.id)).status).toBe(204);
    expect((await takeBack(body.id)).body.code).toBe('answer.not-found');
  });

  test('taken back stays in the history with its days; the selection itself can be undone after it', async () => {
    const { curator } = bank.people;
    const { answers } = (
      await bank.as<{ answers: RequestAnswerView[] }>(curator, `GET /participants/${mentors.strong}/answers`)
    ).body;
    expect(answers).toMatchObject([{ stands: false, takenBackOn: '2024-11-20', mentee: { name: 'Лосев Пётр Ильич' } }]);
    const again = (await propose(asked.first, mentors.strong)).body.id;
    const command = async () => {
      const { version } = (await bank.as<{ version: number }>(curator, `GET /participants/${mentors.strong}`)).body;
      return bank.as(curator, `POST /participants/${mentors.strong}/commands`, {
        version,
        command: { command: 'unselect' },
      });
    };
    expect((await command()).body.code).toBe('participant.has-answers');
    await takeBack(again);
    expect((await command()).status).toBe(204);
    expect((await bank.as<{ state: string }>(curator, `GET /participants/${mentors.strong}`)).body.state).toBe(
      'inBank',
    );
  });

  test('who takes nobody new, or lacks an interview, is refused with what is missing', async () => {
    await saveCard(bank.people.teacher, { accepting: false, competences: ['sport'] });
    expect((await propose(asked.second, mentors.weak)).body.code).toBe('answer.not-accepting');
    const unready = await bank.participant(bank.people.other.id, { role: 'mentor' });
    expect((await propose(asked.second, unready)).body.code).toBe('participant.card-not-filled');
    expect((await propose(asked.second, pupilRecord)).body.code).toBe('participant.mentors-only');
  });

  test('of two who take the last place the second finds it taken', async () => {
    const answers = await Promise.all([
      propose(asked.first, mentors.strong),
      propose(asked.second, mentors.strong, bank.people.group),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  test('stands no more when the request is cancelled', async () => {
    const { curator } = bank.people;
    const standing = async () =>
      (
        await bank.as<{ answers: RequestAnswerView[] }>(curator, `GET /participants/${mentors.strong}/answers`)
      ).body.answers.filter(({ stands }) => stands);
    const [answer] = await standing();
    const data = { version: 1, command: { command: 'cancel' } };
    await bank.as(curator, `POST /mentee-requests/${answer!.request.id}/commands`, data);
    expect(await standing()).toEqual([]);
    expect((await propose(answer!.request.id, mentors.strong)).body.code).toBe('answer.request-over');
  });
});

test('the selection is for the office and the working group; only the curator and the group decide', async () => {
  const { director, teacher, personnel, psychologist, group } = bank.people;
  expect((await bank.as(director, 'GET /selection')).status).toBe(200);
  expect((await selection('', director)).may.propose).toBe(false);
  expect((await selection('', group)).may.propose).toBe(true);
  for (const who of [teacher, personnel, psychologist, bank.pupil, bank.mother]) {
    expect((await bank.as(who, 'GET /selection')).status).toBe(403);
    expect((await propose(asked.second, mentors.weak, who)).status).toBe(403);
  }
  expect((await propose(asked.second, mentors.weak, director)).status).toBe(403);
  const elsewhere = await aBankSchool(server, 'Школа № 6');
  expect((await elsewhere.as(elsewhere.people.curator, `GET /mentee-requests/${asked.second}/mentors`)).status).toBe(
    404,
  );
  expect((await bank.as(teacher, 'GET /bank/mentees?answering=true')).status).toBe(403);
});
