import type { Participant, ParticipantCommandBody } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;

beforeAll(async () => {
  bank = await aBankSchool(server);
});

const card = async (who: Person, id: string) => (await bank.as<Participant>(who, `GET /participants/${id}`)).body;
const give = (who: Person, id: string, command: ParticipantCommandBody, version = 1) =>
  bank.as(who, `POST /participants/${id}/commands`, { version, command });

describe('one command for a crowd', () => {
  type Many = { done: string[]; refused: { id: string; name: string; code: string }[] };
  const many = (who: Person, ids: string[], command: ParticipantCommandBody) =>
    bank.as<Many>(who, 'POST /participants/commands', { ids, command });

  test('moves whom it can and names the others with the reason', async () => {
    const ready = await bank.participant(await bank.child('Готов Иван Ильич'), { state: 'consentPending' });
    const bare = await bank.participant(await bank.child('Неготов Пётр Ильич'), {
      state: 'consentPending',
      consents: false,
    });
    const early = await bank.participant(await bank.child('Раннев Олег Ильич'), { state: 'nominated' });
    const { body } = await many(bank.people.curator, [ready, bare, early], { command: 'enterBank' });
    expect(body.done).toEqual([ready]);
    expect(body.refused.toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))).toEqual([
      { id: bare, name: 'Неготов Пётр Ильич', code: 'participant.consent-required' },
      { id: early, name: 'Раннев Олег Ильич', code: 'participant.state' },
    ]);
    expect(await card(bank.people.curator, ready)).toMatchObject({ state: 'inBank', stateSince: '2024-11-20' });
  });

  test('tells a teacher nothing of another class, and nobody of another school', async () => {
    const stranger = await bank.participant(await bank.child('Соседов Иван Ильич', bank.class7b), { state: 'invited' });
    const own = await bank.participant(await bank.child('Свойский Иван Ильич'), { state: 'invited' });
    const refused = await many(bank.people.teacher, [own, stranger], { command: 'requestConsents' });
    expect(refused.status).toBe(403);
    expect((await card(bank.people.teacher, own)).state).toBe('invited');
    expect((await many(bank.people.teacher, [own], { command: 'requestConsents' })).body.done).toEqual([own]);
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const theirs = await elsewhere.as(elsewhere.people.curator, 'POST /participants/commands', {
      ids: [own],
      command: { command: 'invite' },
    });
    expect(theirs.body.code).toBe('participant.not-found');
  });
});

describe('who speaks for a pupil', () => {
  test('the mother refuses and withdraws for the child under eighteen', async () => {
    const invited = await bank.participant(bank.pupil.id, { role: 'mentor', state: 'invited', consents: false });
    expect((await give(bank.people.other, invited, { command: 'refuse' })).status).toBe(403);
    expect((await give(bank.mother, invited, { command: 'refuse' })).status).toBe(204);
    const inBank = await bank.participant(bank.pupil.id);
    expect((await give(bank.mother, inBank, { command: 'withdraw' })).status).toBe(204);
    expect(await card(bank.people.curator, inBank)).toMatchObject({ state: 'withdrawn' });
  });

  test('from the eighteenth birthday on she is refused at the next request, and the pupil speaks alone', async () => {
    const school = await aBankSchool(server, 'Школа № 7');
    const record = await school.participant(school.pupil.id);
    const turns = async (day: string) => {
      await school.write((tx) =>
        tx
          .updateTable('people')
          .set({ birth_date: day as PlainDate })
          .where('id', '=', school.pupil.id)
          .execute(),
      );
    };
    const withdraw = (who: Person) =>
      school.as(who, `POST /participants/${record}/commands`, { version: 1, command: { command: 'withdraw' } });
    const sees = async (who: Person) =>
      (await school.as<{ children: object[] }>(who, 'GET /my/participation')).body.children;
    await turns('2006-11-21');
    expect(await sees(school.mother)).toHaveLength(1);
    await turns('2006-11-20');
    expect((await school.as(school.mother, `GET /participants/${record}`)).status).toBe(403);
    expect((await withdraw(school.mother)).status).toBe(403);
    expect((await school.as(school.mother, `GET /my/participation?personId=${school.pupil.id}`)).status).toBe(403);
    expect((await withdraw(school.pupil)).status).toBe(204);
  });

  test('born on 29 February the pupil speaks alone from 1 March on', async () => {
    const school = await aBankSchool(server, 'Школа № 17');
    const record = await school.participant(school.pupil.id);
    await school.write((tx) =>
      tx
        .updateTable('people')
        .set({ birth_date: '2008-02-29' as PlainDate })
        .where('id', '=', school.pupil.id)
        .execute(),
    );
    const at = server.clock.now();
    const sees = async () => (await school.as(school.mother, `GET /participants/${record}`)).status;
    server.clock.moveTo('2026-02-28T09:00:00Z');
    expect(await sees()).toBe(200);
    server.clock.moveTo('2026-03-01T09:00:00Z');
    expect(await sees()).toBe(403);
    server.clock.moveTo(at.toISOString());
  });

  test('of a pupil whose birth date nobody has written down the mother speaks', async () => {
    const school = await aBankSchool(server, 'Школа № 10');
    const record = await school.participant(school.pupil.id, { state: 'invited', consents: false });
    await school.write((tx) =>
      tx.updateTable('people').set({ birth_date: null }).where('id', '=', school.pupil.id).execute(),
    );
    const refuse = { version: 1, command: { command: 'refuse' } };
    expect((await school.as(school.mother, `POST /participants/${record}/commands`, refuse)).status).toBe(204);
  });

  test('a pupil who is also somebody’s representative sees both: the own part and the child’s', async () => {
    const school = await aBankSchool(server, 'Школа № 11');
    await school.write(async (tx) => {
      await tx
        .updateTable('representations')
        .set({ representative_id: school.pupil.id, child_id: await school.child('Лосева Анна Ильинична') })
        .where('tenant_id', '=', school.tenantId)
        .execute();
    });
    await school.participant(school.pupil.id, { role: 'mentor' });
    const { body } = await school.as<{ children: { name: string }[]; participations: { role: string }[] }>(
      school.pupil,
      'GET /my/participation',
    );
    expect(body.children.map((each) => each.name)).toEqual(['Лосева Анна']);
    expect(body.participations.map((each) => each.role)).toEqual(['mentor']);
  });
});

describe('«актуализация»', () => {
  test('is said once a year by the person, the class teacher or the curator, never for another class', async () => {
    const child = await bank.child('Давнев Иван Ильич');
    const record = await bank.participant(child);
    await bank.write((tx) =>
      tx.updateTable('participants').set({ source: 'lastYear' }).where('id', '=', record).execute(),
    );
    const waiting = async () =>
      (await bank.as<{ total: number }>(bank.people.curator, 'GET /bank/mentees?toConfirm=true')).body.total;
    const left = await bank.participant(await bank.child('Ушлый Иван Ильич'), { state: 'withdrawn', consents: false });
    await bank.write((tx) =>
      tx.updateTable('participants').set({ source: 'lastYear' }).where('id', '=', left).execute(),
    );
    expect(await waiting()).toBe(1);
    expect((await card(bank.people.teacher, record)).may.confirmYear).toBe(true);
    const confirm = (who: Person) => give(who, record, { command: 'confirmYear' });
    expect((await confirm(bank.people.other)).status).toBe(403);
    expect((await confirm(bank.people.director)).body.code).toBe('participant.not-allowed');
    expect((await confirm(bank.people.teacher)).status).toBe(204);
    const confirmed = await card(bank.people.curator, record);
    expect(confirmed).toMatchObject({ state: 'inBank', confirmedOn: '2024-11-20', may: { confirmYear: false } });
    expect(confirmed.history.at(-1)).toMatchObject({ command: 'confirmYear', from: 'inBank', to: 'inBank' });
    expect(await waiting()).toBe(0);
  });

  test('is not a parent’s to say, and the page of the parent does not offer it', async () => {
    const school = await aBankSchool(server, 'Школа № 12');
    const record = await school.participant(school.pupil.id);
    const mine = async (who: Person) => {
      type Mine = { participations: { may: { confirmYear: boolean; withdraw: boolean } }[] };
      const { body } = await school.as<Mine>(who, `GET /my/participation?personId=${school.pupil.id}`);
      return body.participations[0]!.may;
    };
    expect(await mine(school.mother)).toMatchObject({ confirmYear: false, withdraw: true });
    expect(await mine(school.pupil)).toMatchObject({ confirmYear: true, withdraw: true });
    const body = { version: 1, command: { command: 'confirmYear' } };
    expect((await school.as(school.mother, `POST /participants/${record}/commands`, body)).status).toBe(403);
  });
});

describe('an interest without a role (A18)', () => {
  type Mine = { interest: { id: string } | null; may: { declareInterest: boolean } };
  const mine = async (who: Person) => (await bank.as<Mine>(who, 'GET /my/participation')).body;
  const interests = async () =>
    (
      await bank.as<{ interests: { id: string; person: { name: string }; note: string }[] }>(
        bank.people.curator,
        'GET /interests',
      )
    ).body.interests;

  test('said twice is said once, may be taken back, and is seen by the office alone', async () => {
    const { colleague, other } = bank.people;
    expect((await mine(colleague)).may.declareInterest).toBe(true);
    const say = (note: string) => bank.as(colleague, 'PUT /my/interest', { note });
    await Promise.all([say('Мне это интересно'), say('Могу по четвергам')]);
    expect(await interests()).toMatchObject([{ person: { name: 'Дубов Егор Ильич' } }]);
    expect((await bank.as(other, 'GET /interests')).status).toBe(403);
    expect((await bank.as(colleague, 'DELETE /my/interest')).status).toBe(204);
    expect(await interests()).toEqual([]);
  });

  test('becomes a nomination when a role is agreed on, once', async () => {
    const { colleague, curator } = bank.people;
    await bank.as(colleague, 'PUT /my/interest', { note: null });
    const [interest] = await interests();
    const take = () => bank.as(curator, `POST /interests/${interest!.id}/take-up`, { role: 'mentor', formId: null });
    const answers = await Promise.all([take(), take()]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect((await mine(colleague)).may.declareInterest).toBe(false);
  });
});

describe('oneself', () => {
  test('anybody here proposes oneself, in one role once, and waits for the office', async () => {
    const say = (who: Person, role: string) => bank.as(who, 'POST /my/participation', { role, formId: null });
    const [one, two] = await Promise.all([say(bank.people.group, 'mentor'), say(bank.people.group, 'mentor')]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    const id = [one, two].find((each) => each.status === 200)!.body.id;
    expect(await card(bank.people.curator, id)).toMatchObject({ source: 'self', state: 'nominated' });
    // Who is also of the working group sees the own record and moves it no further.
    expect((await give(bank.people.group, id, { command: 'invite' })).status).toBe(403);
    expect((await say(bank.people.other, 'mentee')).status).toBe(200);
  });

  test('a school without a period offers nothing, and its bank says what is missing', async () => {
    const school = await aBankSchool(server, 'Школа № 13');
    await school.write((tx) => tx.deleteFrom('program_cycles').where('tenant_id', '=', school.tenantId).execute());
    const mine = await school.as<{ may: object }>(school.pupil, 'GET /my/participation');
    expect(mine.body.may).toEqual({ nominateAsMentor: false, nominateAsMentee: false, declareInterest: false });
    expect((await school.as(school.people.curator, 'GET /bank/mentees')).body.code).toBe('cycle.not-found');
  });
});

describe('people whom nobody works with any more', () => {
  test('are proposed by nobody: merged and erased ones are not there, who withdrew needs a new consent', async () => {
    const gone = {
      merged_into: ['person.not-found', bank.pupil.id],
      erased_at: ['person.not-found', new Date()],
      deactivated_at: ['person.not-found', new Date()],
      blocked_at: ['participant.consent-required', new Date()],
    } as const;
    type Told = { code?: string; refused?: { code: string }[] };
    for (const [column, [code, value]] of Object.entries(gone)) {
      const child = await bank.child('Незримов Иван Ильич');
      await bank.write((tx) =>
        tx
          .updateTable('people')
          .set({ [column]: value })
          .where('id', '=', child)
          .execute(),
      );
      const answer = await bank.as<Told>(bank.people.curator, 'POST /nominations', {
        role: 'mentee',
        formId: null,
        people: [{ personId: child }],
      });
      expect(answer.body.code ?? answer.body.refused?.[0]?.code).toBe(code);
    }
    const candidates = await bank.as(
      bank.people.curator,
      `GET /nominations/candidates?role=mentee&search=${encodeURIComponent('незримов')}`,
    );
    expect(candidates.body).toMatchObject({ candidates: [] });
  });
});

test('somebody from outside who may not stand in the form is refused, and no contact is left behind', async () => {
  type Forms = { forms: { id: string; name: string }[] };
  const { forms } = (await bank.as<Forms>(bank.people.curator, 'GET /mentoring-forms')).body;
  const form = forms.find((each) => each.name === 'учитель – учитель')!;
  const decision = { enabled: true, decidedOn: '2024-11-19', document: 'протокол № 2', note: null };
  await bank.as(bank.people.director, `POST /mentoring-forms/${form.id}/decisions`, decision);
  const body = {
    role: 'mentor',
    formId: form.id,
    familyName: 'Заводской',
    givenName: 'Пётр',
    patronymic: null,
    kind: 'partner',
    organization: 'Завод',
    post: null,
    contact: { email: 'zavod@example.org', phone: null },
  };
  const refused = await bank.as(bank.people.curator, 'POST /nominations/outsider', body);
  expect(refused.body.code).toBe('stand.not-of-this-kind');
  const left = await bank.write((tx) =>
    tx.selectFrom('people').select('id').where('family_name', '=', 'Заводской').execute(),
  );
  expect(left).toEqual([]);
  expect((await bank.as(bank.people.teacher, 'POST /nominations/outsider', { ...body, formId: null })).status).toBe(
    403,
  );
});

test('somebody from outside who looks like a person known is asked about: taken as that person, or said to be another', async () => {
  const body = {
    role: 'mentor',
    formId: null,
    familyName: 'Приозерский',
    givenName: 'Фёдор',
    patronymic: 'Ильич',
    kind: 'partner',
    organization: 'Завод',
    post: null,
    contact: { email: null, phone: null },
  };
  type Answer = { code: string; details: { matches: { id: string }[] }; nominated: { personId: string }[] };
  const propose = async (more: object) =>
    (await bank.as<Answer>(bank.people.curator, 'POST /nominations/outsider', { ...body, ...more })).body;
  const first = (await propose({})).nominated[0]!.personId;
  const likely = { role: 'mentee', givenName: 'Федор' };
  expect(await propose(likely)).toMatchObject({ code: 'person.maybe-known', details: { matches: [{ id: first }] } });
  expect((await propose({ ...likely, knownId: first })).nominated[0]!.personId).toBe(first);
  const other = (await propose({ ...likely, evenSo: true })).nominated[0]!.personId;
  expect(other).not.toBe(first);
  const apart = await bank.write((tx) => tx.selectFrom('people_apart').select(['one_id', 'other_id']).execute());
  expect(apart.map((pair) => Object.values(pair).toSorted())).toEqual([[first, other].toSorted()]);
});

test('an employee is not excluded by an order of tomorrow, nor by anybody but the director', async () => {
  const record = await bank.participant(bank.people.personnel.id, { role: 'mentor', state: 'active' });
  const exclude = (who: Person, orderDate: string) =>
    give(who, record, {
      command: 'exclude',
      orderNumber: '12',
      orderDate: orderDate as PlainDate,
      ground: 'Нарушение',
    });
  expect((await exclude(bank.people.curator, '2024-11-20')).status).toBe(403);
  expect((await exclude(bank.people.director, '2024-11-21')).body.code).toBe('record.in-future');
  expect((await exclude(bank.people.director, '2024-11-20')).status).toBe(204);
});

describe('an invitation comes with its sheet', () => {
  type Sheet = { sections: { heading: string; paragraphs: string[] }[]; contact: string; code?: string };
  const sheet = (who: Person, id: string) => bank.as<Sheet>(who, `GET /participants/${id}/information-sheet`);
  type Notices = { notices: { kind: string; body: string }[] };
  const invitations = async (who: Person) =>
    (await bank.as<Notices>(who, 'GET /notices')).body.notices.filter(({ kind }) => kind === 'invited');

  test('says what is offered and whom to ask, to those who see the record, and is printed', async () => {
    const school = await aBankSchool(server, 'Школа № 9');
    const own = await school.participant(school.pupil.id, { state: 'nominated', consents: false });
    for (const who of [school.people.curator, school.people.teacher, school.pupil, school.mother]) {
      const { body } = await sheet(who, own);
      expect(body.sections[0]?.paragraphs[0]).toContain('как наставляемого');
      expect(body.contact).toContain('Лугова Ирина Юрьевна');
    }
    expect((await sheet(school.people.other, own)).body).toMatchObject({ code: 'access.denied' });
    const elsewhere = await aBankSchool(server, 'Школа № 8');
    const url = `GET /participants/${own}/information-sheet`;
    expect((await elsewhere.as(elsewhere.people.curator, url)).body.code).toBe('participant.not-found');
    expect((await school.as(school.mother, `${url}/file`)).status).toBe(200);
    expect((await school.as(school.people.other, `${url}/file`)).status).toBe(403);
    const taken = await school.write((tx) =>
      tx.selectFrom('audit_events').select('object_id').where('type', '=', 'participant.sheet-taken').execute(),
    );
    expect(taken).toEqual([{ object_id: own }]);
  });

  test('is told to the child and the mother who have accounts, by a notice that names nobody', async () => {
    const school = await aBankSchool(server, 'Школа № 10');
    const own = await school.participant(school.pupil.id, { state: 'nominated', consents: false });
    await school.as(school.people.curator, 'POST /participants/commands', {
      ids: [own],
      command: { command: 'invite' },
    });
    for (const who of [school.pupil, school.mother]) expect(await invitations(who)).toHaveLength(1);
    expect(JSON.stringify(await invitations(school.mother))).not.toContain('Лосев');
    expect(await invitations(school.people.teacher)).toEqual([]);
  });
});
