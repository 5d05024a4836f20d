import type { MentorFolder } from '@nastavnik/contracts/mentors';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;
let mentor: Person;
let record: string;

beforeAll(async () => {
  bank = await aBankSchool(server);
  mentor = bank.people.colleague;
  record = await bank.participant(mentor.id, { role: 'mentor' });
});

const MINUTES = {
  council: 'Методический совет',
  minutesNumber: '3',
  decidedOn: '2024-11-18',
  words: 'Рекомендовать наставником молодых педагогов',
  fileId: null,
};
const recommend = (who: Person, more: object = {}, participant = record) =>
  bank.as(who, `POST /participants/${participant}/recommendations`, { ...MINUTES, ...more });
const folder = async () => (await bank.as<MentorFolder>(bank.people.curator, `GET /mentors/${mentor.id}`)).body;
const recommended = async (wanted: boolean) =>
  (await bank.as<{ rows: object[] }>(bank.people.curator, `GET /bank/mentors?recommended=${wanted}`)).body.rows.length;

describe('the recommendation of the council (PC1)', () => {
  test('is recorded by the office and the working group, with minutes of a day that has been', async () => {
    for (const who of [bank.people.teacher, bank.people.personnel, bank.people.director, mentor]) {
      expect((await recommend(who)).status).toBe(403);
    }
    expect((await recommend(bank.people.curator, { decidedOn: '2024-11-21' })).body.code).toBe('record.in-future');
    expect((await recommend(bank.people.curator, { words: 'Ставят диагноз' })).body.code).toBe('text.special-data');
    const { curator } = bank.people;
    expect((await recommend(curator, { fileId: record })).body.code).toBe('file.not-found');
    expect((await recommend(bank.people.group)).status).toBe(200);
    expect((await folder()).recommendations).toMatchObject([{ minutesNumber: '3', recordedBy: 'Рощина Вера' }]);
  });

  test('shows in the bank, in its filter and in the file', async () => {
    expect([await recommended(true), await recommended(false)]).toEqual([1, 0]);
    const body = { role: 'mentor', format: 'csv', columns: ['name', 'recommended'], filter: {}, purpose: 'Совет' };
    const text = (await bank.as(bank.people.curator, 'POST /bank/export', body)).bytes.toString('utf8');
    expect(text).toContain('Дубов Егор Ильич;да');
  });

  test('is of a mentor in the bank, and comes before the order', async () => {
    const mentee = await bank.participant(bank.pupil.id);
    expect((await recommend(bank.people.curator, {}, mentee)).body.code).toBe('participant.mentors-only');
    const nominee = await bank.participant(bank.people.other.id, { role: 'mentor', state: 'invited' });
    expect((await recommend(bank.people.curator, {}, nominee)).body.code).toBe('participant.consent-required');
    const named = await bank.participant(bank.people.teacher.id, { role: 'mentor', state: 'assigned' });
    expect((await recommend(bank.people.curator, {}, named)).body.code).toBe('recommendation.after-order');
  });

  test('entered by mistake goes again; another school knows nothing of it', async () => {
    const [line] = (await folder()).recommendations;
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const path = `DELETE /recommendations/${line!.id}`;
    expect((await elsewhere.as(elsewhere.people.curator, path)).status).toBe(404);
    expect((await bank.as(bank.people.curator, path)).status).toBe(204);
    expect(await recommended(true)).toBe(0);
  });
});
