import { afterEach, describe, expect, test } from 'vitest';
import { aFamily, type Client, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';
import { newId } from '../../platform/ids.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

/** A pupil of fifteen in the bank with a request; the consent is signed by both. */
async function inBank(at: ConsentSchool) {
  const family = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId);
  await sign(family.mother, consentId);
  await sign(family.pupil, consentId);
  const participantId = await at.participation(family.pupil.personId, { state: 'inBank' });
  const requestId = newId(at.place.now);
  await at.write(async (tx) => {
    const tenant = { tenant_id: at.place.tenantId };
    await tx
      .insertInto('participant_changes')
      .values({
        ...tenant,
        id: newId(at.place.now),
        participant_id: participantId,
        on_day: '2024-10-01' as never,
        at: at.place.now,
        command: 'enterBank',
        from_state: 'consentPending',
        to_state: 'inBank',
        actor_name: 'Лугова Ирина Юрьевна',
      })
      .execute();
    await tx
      .insertInto('mentee_requests')
      .values({
        ...tenant,
        id: requestId,
        participant_id: participantId,
        source: 'classTeacher',
        found_on: '2024-10-01' as never,
        state: 'submitted',
        description: 'теорема Пифагора',
        created_by: at.curator.personId,
        created_at: at.place.now,
      })
      .execute();
  });
  return { ...family, consentId, participantId };
}

const read = async (who: Client, url: string) => {
  const answer = await who.get(`/api/v1${url}`);
  return { status: answer.statusCode, text: answer.payload };
};

describe('whoever has withdrawn the consent to processing (RULE-15)', () => {
  test('is no longer seen on any card by anybody but the family, and stands on no list', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId, participantId } = await inBank(at);
    const cards = [
      `/participants/${participantId}`,
      `/participants/${participantId}/requests`,
      `/mentors/${pupil.personId}`,
      `/persons/${pupil.personId}`,
    ];
    const lists = [
      '/persons',
      '/pupils',
      '/bank/mentees',
      '/mentee-requests',
      '/register?on=2024-10-02',
      '/search?q=%D0%9B%D0%BE%D1%81%D0%B5%D0%B2',
      '/nominations/candidates?role=mentor',
      `/consents/classes/${at.classId}`,
    ];
    const whoSeeIt = async () => {
      const seen: string[] = [];
      for (const [name, who] of [
        ['curator', at.curator],
        ['teacher', at.teacher],
      ] as const) {
        for (const url of cards) if ((await read(who, url)).status === 200) seen.push(`${name} ${url}`);
        for (const url of lists) {
          const { text } = await read(who, url);
          if (/Лосев |Пифагор/.test(text)) seen.push(`${name} ${url}`);
        }
      }
      return seen;
    };
    const before = await whoSeeIt();
    for (const list of lists) expect(before).toContain(`curator ${list}`);
    expect(before).toContain(`teacher ${cards[0]}`);
    const countsBefore = (await at.curator.get('/api/v1/register?on=2024-10-02')).json().counts;

    expect((await pupil.post(`/api/v1/consents/${consentId}/withdraw`)).statusCode).toBe(200);
    expect(await whoSeeIt()).toEqual([]);
    for (const who of [at.curator, at.teacher, at.director, at.mentor]) {
      for (const url of cards) expect((await read(who, url)).status).toBe(403);
    }
    expect((await at.curator.get('/api/v1/register?on=2024-10-02')).json().counts).toEqual(countsBefore);
    for (const who of [pupil, mother]) {
      expect((await read(who, cards[0]!)).status).toBe(200);
      expect((await read(who, cards[3]!)).status).toBe(200);
    }
    const command = { command: 'invite' };
    const answer = await at.curator.post(`/api/v1/participants/${participantId}/commands`, { version: 2, ...command });
    expect(answer.statusCode).not.toBe(200);
  });

  test('an employee stays a colleague: the card of the post is open, the folder of the mentor is not', async () => {
    const at = await consentSchool(server);
    await at.papers(at.mentor.personId);
    const consentId = await issueOneFor(at, at.mentor.personId);
    await sign(at.mentor, consentId);
    expect((await at.mentor.post(`/api/v1/consents/${consentId}/withdraw`)).statusCode).toBe(200);
    expect((await read(at.curator, `/persons/${at.mentor.personId}`)).status).toBe(200);
    expect((await read(at.curator, '/employees')).text).toContain('Дубов');
    expect((await read(at.curator, `/mentors/${at.mentor.personId}`)).status).toBe(403);
    expect((await read(at.mentor, `/mentors/${at.mentor.personId}`)).status).toBe(200);
  });

  test('gets no letter, not even of a paper that was issued anew', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    await pupil.post(`/api/v1/consents/${consentId}/withdraw`);
    const anew = await issueOneFor(at, pupil.personId);
    await at.teacher.post('/api/v1/consents/remind', { consentIds: [anew] });
    const noticed = await at.write((tx) =>
      tx.selectFrom('notices').select('person_id').where('tenant_id', '=', at.place.tenantId).execute(),
    );
    expect(noticed.map((row) => row.person_id)).toContain(mother.personId);
    expect(noticed.map((row) => row.person_id)).not.toContain(pupil.personId);
  });
});

describe('a consent to take part', () => {
  test('withdrawn for one form ends the participation in that form alone', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, participantId } = await inBank(at);
    const [one, other] = [await at.form('ученик – ученик'), await at.form('учитель – ученик')];
    await at.write((tx) =>
      tx.updateTable('participants').set({ form_id: one }).where('id', '=', participantId).execute(),
    );
    await at.participation(pupil.personId, { state: 'inBank', role: 'mentor', formId: other });
    const issued = await at.curator.post('/api/v1/consents/issue', {
      personIds: [pupil.personId],
      kinds: ['participation'],
      formId: one,
    });
    const [{ consentId }] = issued.json().issued;
    await at.write((tx) =>
      tx
        .updateTable('consents')
        .set({ state: 'valid', valid_from: '2024-10-15' as never, form_id: one })
        .where('id', '=', consentId)
        .execute(),
    );
    expect((await mother.post(`/api/v1/consents/${consentId}/withdraw`)).json()).toMatchObject({ erasedBy: null });
    const rows = await at.write((tx) =>
      tx.selectFrom('participants').select(['role', 'state']).where('person_id', '=', pupil.personId).execute(),
    );
    expect(rows.toSorted((a, b) => a.role.localeCompare(b.role))).toEqual([
      { role: 'mentee', state: 'withdrawn' },
      { role: 'mentor', state: 'inBank' },
    ]);
  });
});
