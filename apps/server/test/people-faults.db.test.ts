import type { Participant } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { describe, expect, test } from 'vitest';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aBankSchool, type BankSchool } from './banks.ts';
import { aFamily, consentSchool, issueOneFor, sign } from './consents.ts';
import { type Person, useServer } from './school.ts';

/**
 * Bad input and faults of people that go through several features at once. Beside the features stand: the same scan
 * twice, a page of another school (scans), fourteen tomorrow, 29 February (consents/renewals), a parent of two
 * (erasure/withdrawal), 300 wrong rows and the database going away (list-imports), 50 phones (consents/signing).
 */
const server = useServer();

const nominated = async (bank: BankSchool, who: Person, personId: string) =>
  bank.as<{ nominated: { participantId: string }[] }>(who, 'POST /nominations', {
    role: 'mentee',
    formId: null,
    people: [{ personId }],
  });
const seen = async (bank: BankSchool, who: Person, id: string) => bank.as<Participant>(who, `GET /participants/${id}`);

/** The account of `from` is a member of `to` as well, as `person` of it. */
async function alsoMember(from: BankSchool, account: Person, to: BankSchool, person: string): Promise<void> {
  const { user_id } = await from.write((tx) =>
    tx.selectFrom('memberships').select('user_id').where('person_id', '=', account.id).executeTakeFirstOrThrow(),
  );
  await writing(server.db.pool, { tenantId: to.tenantId }, async (tx) => {
    await tx.deleteFrom('memberships').where('person_id', '=', person).execute();
    await tx.insertInto('memberships').values({ tenant_id: to.tenantId, user_id, person_id: person }).execute();
  });
}

test('mentor here and parent of the mentee there: one account, two schools, and each school knows its side alone', async () => {
  const here = await aBankSchool(server, 'Школа № 1');
  const there = await aBankSchool(server, 'Школа № 2');
  const both = here.people.colleague;
  const asMentor = await here.participant(both.id, { role: 'mentor' });
  const asParent = await there.participant(there.pupil.id, { state: 'invited', consents: false });
  await alsoMember(here, both, there, there.mother.id);
  const open = (tenantId: string) => here.as(both, 'POST /session/organization', { tenantId });

  expect((await open(here.tenantId)).status).toBe(200);
  expect((await seen(here, both, asMentor)).body.role).toBe('mentor');
  expect((await seen(here, both, asParent)).status).toBe(404);
  const refuse = { version: 1, command: { command: 'refuse' } };
  expect((await here.as(both, `POST /participants/${asParent}/commands`, refuse)).status).toBe(404);

  expect((await open(there.tenantId)).status).toBe(200);
  expect((await seen(there, both, asParent)).body.person.name).toBe('Лосев Пётр Ильич');
  expect((await seen(there, both, asMentor)).status).toBe(404);
  expect((await there.as(both, 'GET /bank/mentees')).status).toBe(403);
  expect((await there.as(both, `POST /participants/${asParent}/commands`, refuse)).status).toBe(204);
});

describe('a class teacher who changes classes', () => {
  test('sees and nominates the new class at the next request, and the old one no more', async () => {
    const bank = await aBankSchool(server, 'Школа № 3');
    const { teacher, other } = bank.people;
    const child = await bank.child('Переходов Иван Ильич', bank.class7b);
    const mine = (await nominated(bank, teacher, bank.pupil.id)).body.nominated[0]!.participantId;
    expect((await nominated(bank, teacher, child)).status).toBe(403);

    await bank.write(async (tx) => {
      await tx
        .updateTable('class_teachers')
        .set({ ended_on: '2024-11-19' as PlainDate })
        .where('tenant_id', '=', bank.tenantId)
        .where('person_id', 'in', [teacher.id, other.id])
        .execute();
      const today = '2024-11-20' as PlainDate;
      const leads = { tenant_id: bank.tenantId, class_id: bank.class7b, person_id: teacher.id, started_on: today };
      await tx
        .insertInto('class_teachers')
        .values({ ...leads, id: newId(bank.place.now) })
        .execute();
    });
    expect((await seen(bank, teacher, mine)).status).toBe(403);
    expect((await nominated(bank, teacher, child)).status).toBe(200);
    expect((await nominated(bank, other, child)).status).toBe(403);
    const asked = { version: 1, command: { command: 'requestConsents' } };
    expect((await bank.as(teacher, `POST /participants/${mine}/commands`, asked)).status).toBe(403);
  });
});

test('two curators who edit one card at once: one writes, the other is told, whatever the card', async () => {
  const bank = await aBankSchool(server, 'Школа № 4');
  const record = await bank.participant(bank.pupil.id, { state: 'nominated', consents: false });
  const [one, two] = [bank.people.curator, bank.people.curator];
  const invite = (who: Person) =>
    bank.as(who, `POST /participants/${record}/commands`, { version: 1, command: { command: 'invite' } });
  const answers = await Promise.all([invite(one), invite(two)]);
  expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  const { history } = (await seen(bank, one, record)).body;
  expect(history.filter((line) => line.command === 'invite')).toHaveLength(1);
});

test('a consent withdrawn while the curator is at work stops the next step at once', async () => {
  const at = await consentSchool(server, 'Школа № 14');
  const { pupil, mother } = await aFamily(at, '2012-05-01');
  const record = await at.participation(pupil.personId, { state: 'consentPending' });
  const formId = await at.form();
  await at.write((tx) => tx.updateTable('participants').set({ form_id: formId }).where('id', '=', record).execute());
  const processing = await issueOneFor(at, pupil.personId);
  const part = await issueOneFor(at, pupil.personId, 'participation');
  expect((await sign(mother, processing)).statusCode).toBe(200);
  expect((await sign(mother, part, ['participation'])).statusCode).toBe(200);
  const enter = { version: 1, command: { command: 'enterBank' } };
  expect((await at.curator.post(`/api/v1/participants/${record}/commands`, enter)).statusCode).toBe(204);
  const bankOf = async () =>
    (await at.curator.get('/api/v1/bank/mentees')).json<{ rows: { id: string }[] }>().rows.map((row) => row.id);
  expect(await bankOf()).toEqual([record]);

  expect((await mother.post(`/api/v1/consents/${processing}/withdraw`)).statusCode).toBe(200);
  expect(await bankOf()).toEqual([]);
  const request = {
    source: 'classTeacher',
    foundOn: '2024-11-20',
    themeId: null,
    description: 'Помочь с алгеброй',
    wishedResult: '',
    urgency: 'calm',
    preferences: { mentorAge: null, subject: null, place: null, times: null },
  };
  const written = await at.teacher.post(`/api/v1/participants/${record}/requests`, request);
  expect(written.json<{ code: string }>().code).toBe('request.consent-required');
  const again = await at.curator.post('/api/v1/nominations', {
    role: 'mentor',
    formId: null,
    people: [{ personId: pupil.personId }],
  });
  expect(again.json()).toMatchObject({ nominated: [], refused: [{ code: 'participant.consent-required' }] });
});

describe('bytes nobody meant', () => {
  test('no name, search or filter brings the banks down', async () => {
    const bank = await aBankSchool(server, 'Школа № 15');
    const { curator } = bank.people;
    const words = [
      '\u0000',
      '%_\\',
      "'; drop table people;--",
      'ё'.repeat(200),
      '🙂🙂🙂',
      '\u202eАнна',
      '  ',
      '()|&!:*',
    ];
    for (const word of words) {
      const asked = encodeURIComponent(word);
      for (const path of ['bank/mentees?search=', 'mentee-requests?search=', 'bank/mentors?competence=']) {
        expect((await bank.as(curator, `GET /${path}${asked}`)).status, path + word).toBeLessThan(500);
      }
      const candidates = await bank.as(curator, `GET /nominations/candidates?role=mentee&search=${asked}`);
      expect(candidates.status, word).toBeLessThan(500);
    }
    for (const query of [
      'limit=0',
      'limit=201',
      'states=unknown',
      'classId=1',
      'sort=id',
      'more=1',
      'toConfirm=maybe',
    ]) {
      expect((await bank.as(curator, `GET /bank/mentees?${query}`)).status, query).toBe(400);
    }
  });
});
