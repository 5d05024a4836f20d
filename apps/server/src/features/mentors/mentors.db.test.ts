import type { MentorFolder } from '@nastavnik/contracts/mentors';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;
let mentor: Person;
let participant: string;
let formId: string;

beforeAll(async () => {
  bank = await aBankSchool(server);
  mentor = bank.people.colleague;
  participant = await bank.participant(mentor.id, { role: 'mentor' });
  const { body } = await bank.as<{ forms: { id: string }[] }>(bank.people.curator, 'GET /mentoring-forms');
  formId = body.forms[0]!.id;
});

const CARD = {
  forms: [] as string[],
  competences: ['lesson-design'],
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
  capacity: 2,
  accepting: true,
};
const folder = async (who: Person, personId = mentor.id) =>
  (await bank.as<MentorFolder>(who, `GET /mentors/${personId}`)).body;
const save = (who: Person, version: number, card: object = {}, personId = mentor.id) =>
  bank.as(who, `PUT /mentors/${personId}/card`, { version, card: { ...CARD, forms: [formId], ...card } });

describe('the competence card', () => {
  test('before the consent does not exist and is refused', async () => {
    const nominee = bank.people.teacher;
    await bank.participant(nominee.id, { role: 'mentor', state: 'consentPending', consents: false });
    expect((await save(nominee, 1, {}, nominee.id)).body.code).toBe('participant.consent-required');
    expect((await folder(nominee, nominee.id)).card).toBeNull();
  });

  test('is filled by the mentor; of two who edit it the second is told', async () => {
    const { version } = await folder(mentor);
    const answers = await Promise.all([save(mentor, version), save(bank.people.curator, version, { capacity: 3 })]);
    const codes = answers.map((each) => each.body.code).filter(Boolean);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect(codes).toEqual(['card.changed-meanwhile']);
    expect(await folder(mentor)).toMatchObject({ filled: true, missing: [], version: version + 1 });
  });

  test('takes no competence that the catalogue does not know, no times that cross, no diagnosis', async () => {
    const { version } = await folder(mentor);
    const twice = [
      { weekday: 2, from: 900, to: 960 },
      { weekday: 2, from: 930, to: 990 },
    ];
    expect((await save(mentor, version, { competences: ['магия'] })).body.code).toBe('card.unsound');
    expect((await save(mentor, version, { times: twice })).body.code).toBe('card.unsound');
    const health = await save(mentor, version, { topicsNotToTake: 'Не беру детей с аутизмом' });
    expect(health.body).toMatchObject({ code: 'text.special-data', details: { words: ['аутизмом'] } });
  });

  test('is closed to a colleague, open to the working group, and of another school is not there', async () => {
    expect((await bank.as(bank.people.other, `GET /mentors/${mentor.id}`)).status).toBe(403);
    const seen = await folder(bank.people.group);
    expect(seen.may).toEqual({
      editCard: false,
      addAchievement: false,
      recordClearance: false,
      recordTraining: false,
      waiveTraining: false,
    });
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    expect((await elsewhere.as(elsewhere.people.curator, `GET /mentors/${mentor.id}`)).status).toBe(404);
  });

  test('of a pupil who mentors is written down whenever somebody looks at it', async () => {
    await bank.participant(bank.pupil.id, { role: 'mentor' });
    await folder(bank.people.group, bank.pupil.id);
    await folder(bank.pupil, bank.pupil.id);
    const seen = await bank.write((tx) =>
      tx
        .selectFrom('audit_events')
        .select('actor_person_id')
        .where('tenant_id', '=', bank.tenantId)
        .where('type', '=', 'card.seen')
        .where('object_id', '=', bank.pupil.id)
        .execute(),
    );
    expect(seen.map((each) => each.actor_person_id)).toEqual([bank.people.group.id]);
  });
});

describe('the certificate (RULE-43, RULE-44)', () => {
  const CERTIFICATE = { certificateNumber: '012/345678-Е', certificateDate: '2024-09-02', passed: true };

  test('is looked at by the personnel officer; others see the flag and its day alone', async () => {
    const { personnel, curator, director, teacher } = bank.people;
    const record = (who: Person, more = {}) =>
      bank.as(who, `POST /mentors/${mentor.id}/clearance`, { ...CERTIFICATE, ...more });
    expect((await record(teacher)).status).toBe(403);
    expect((await record(director)).status).toBe(403);
    expect((await record(personnel, { certificateDate: '2024-12-01' })).body.code).toBe('record.in-future');
    expect((await record(personnel)).status).toBe(204);
    const whole = {
      passed: true,
      verifiedOn: '2024-11-20',
      certificate: '012/345678-Е',
      certificateDate: '2024-09-02',
    };
    expect((await folder(personnel)).clearance).toEqual(whole);
    for (const who of [curator, director, bank.people.group, mentor]) {
      expect((await folder(who)).clearance).toEqual({ passed: true, verifiedOn: '2024-11-20' });
    }
  });

  test('a later one that was not passed counts, in the folder and in the filter of the bank', async () => {
    const cleared = async (flag: boolean) => {
      const { body } = await bank.as<{ rows: { id: string }[] }>(
        bank.people.curator,
        `GET /bank/mentors?cleared=${flag}`,
      );
      return body.rows.map((row) => row.id).includes(participant);
    };
    expect(await cleared(true)).toBe(true);
    const later = { ...CERTIFICATE, certificateDate: '2024-11-18', passed: false };
    await bank.as(bank.people.curator, `POST /mentors/${mentor.id}/clearance`, later);
    expect((await folder(bank.people.director)).clearance?.passed).toBe(false);
    expect([await cleared(true), await cleared(false)]).toEqual([false, true]);
  });

  test('of somebody from outside is not looked at before their consent', async () => {
    const outsider = {
      role: 'mentor',
      formId: null,
      familyName: 'Вольнов',
      givenName: 'Пётр',
      patronymic: null,
      kind: 'partner',
      organization: 'Завод',
      post: 'Инженер',
      contact: { email: null, phone: null },
    };
    const made = await bank.as<{ nominated: { personId: string }[] }>(
      bank.people.curator,
      'POST /nominations/outsider',
      outsider,
    );
    const address = `POST /mentors/${made.body.nominated[0]!.personId}/clearance`;
    expect((await bank.as(bank.people.curator, address, CERTIFICATE)).body.code).toBe('participant.consent-required');
  });
});

describe('training', () => {
  const COURSE = { title: 'Школа наставника', organizer: 'ИРО', hours: 36, documentNumber: '17' };

  test('is recorded by curator or personnel officer and counts for three years', async () => {
    const record = (who: Person, completedOn: string) =>
      bank.as(who, `POST /mentors/${mentor.id}/trainings`, { ...COURSE, completedOn });
    expect((await record(mentor, '2024-06-01')).status).toBe(403);
    expect((await record(bank.people.personnel, '2021-06-01')).status).toBe(200);
    const trained = async () =>
      (
        await bank.as<{ rows: { id: string; trained: boolean }[] }>(bank.people.curator, 'GET /bank/mentors')
      ).body.rows.find((row) => row.id === participant)?.trained;
    expect(await trained()).toBe(false);
    expect((await record(bank.people.curator, '2024-06-01')).status).toBe(200);
    expect(await trained()).toBe(true);
    expect((await folder(mentor)).trainings[0]).toMatchObject({ validUntil: '2027-06-01', waiver: null });
  });

  test('is waived by the director alone, with a reason', async () => {
    const waive = (who: Person) =>
      bank.as(who, `POST /mentors/${mentor.id}/training-waiver`, { reason: 'Методист ИРО' });
    expect((await waive(bank.people.curator)).status).toBe(403);
    expect((await waive(bank.people.personnel)).status).toBe(403);
    expect((await waive(bank.people.director)).status).toBe(204);
    expect((await folder(mentor)).trainings.map((each) => each.waiver)).toContain('Методист ИРО');
  });
});

describe('achievements', () => {
  test('name what proves them; a file of another school is none', async () => {
    const add = (who: Person, proof: object | null) =>
      bank.as(who, `POST /mentors/${mentor.id}/achievements`, {
        field: 'Конкурсы',
        title: 'Призёр конкурса «Учитель года»',
        achievedOn: '2023-04-14',
        proof,
      });
    expect((await add(bank.people.teacher, null)).status).toBe(403);
    const order = await add(mentor, { kind: 'order', reference: '№ 41-од от 14.04.2023' });
    expect(order.status).toBe(200);
    const file = await add(mentor, { kind: 'file', reference: participant });
    expect(file.body.code).toBe('file.not-found');
    const link = await add(mentor, { kind: 'link', reference: 'javascript:alert(1)' });
    expect(link.body.code).toBe('evidence.link-unsafe');
    expect((await folder(bank.people.personnel)).achievements).toMatchObject([
      { proof: { kind: 'order', reference: '№ 41-од от 14.04.2023' }, may: { remove: true } },
    ]);
    const remove = (who: Person) => bank.as(who, `DELETE /mentors/${mentor.id}/achievements/${order.body.id}`);
    expect((await remove(bank.people.group)).status).toBe(403);
    expect((await remove(mentor)).status).toBe(204);
    expect((await remove(mentor)).body.code).toBe('achievement.not-found');
  });

  test('of somebody who is no employee wait for the consent', async () => {
    const child = await bank.child('Ранний Олег Ильич');
    await bank.participant(child, { role: 'mentor', state: 'nominated', consents: false });
    const body = { field: 'Олимпиады', title: 'Призёр', achievedOn: null, proof: null };
    const answer = await bank.as(bank.people.curator, `POST /mentors/${child}/achievements`, body);
    expect(answer.body.code).toBe('participant.consent-required');
  });
});

test('a mentor is selected when card, interview and clearance are there, and the refusal says what is not', async () => {
  const address = `POST /participants/${participant}/commands`;
  const select = async () => {
    const { body } = await bank.as<{ version: number }>(bank.people.curator, `GET /participants/${participant}`);
    return bank.as(bank.people.curator, address, { version: body.version, command: { command: 'select' } });
  };
  expect((await select()).body.code).toBe('participant.interview-required');
  const interview = { heldOn: '2024-11-19', outcome: 'recommended', note: null };
  const held = (who: Person) => bank.as(who, `POST /participants/${participant}/interviews`, interview);
  expect((await held(bank.people.teacher)).status).toBe(403);
  expect((await held(bank.people.group)).status).toBe(200);
  expect((await select()).body.code).toBe('participant.clearance-required');
  const fresh = { certificateNumber: '77', certificateDate: '2024-11-19', passed: true };
  await bank.as(bank.people.personnel, `POST /mentors/${mentor.id}/clearance`, fresh);
  expect((await select()).status).toBe(204);
});
