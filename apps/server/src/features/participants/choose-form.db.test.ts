import { describe, expect, test } from 'vitest';
import { type ConsentSchool, consentSchool } from '../../../test/consents.ts';
import { aPerson, aPupil } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

async function aFormOf(at: ConsentSchool, standing: string, enabled = true): Promise<string> {
  const id = await at.form(`форма: ${standing} ${enabled}`);
  const side = { standings: [standing], teachersOnly: false, minAge: null, consents: ['processing', 'participation'] };
  const definition = { mentor: side, mentee: side, documents: [], questionnaires: [], rules: [], roleModels: [] };
  await at.write((tx) =>
    tx
      .updateTable('mentoring_forms')
      .set({ definition: JSON.stringify(definition), enabled })
      .where('id', '=', id)
      .execute(),
  );
  return id;
}

async function nominee(at: ConsentSchool, name = 'Бобров Иван Ильич') {
  const child = await aPupil(at.place, name, at.classId, '2011-03-05');
  await at.representation(await aPerson(at.place, 'Боброва Вера Львовна'), child);
  return { child, participant: await at.participation(child) };
}

describe('the form that was left for later', () => {
  test('the curator names it once, with a line of history; a form for others or switched off is refused', async () => {
    const at = await consentSchool(server);
    const { participant } = await nominee(at);
    const [forPupils, forStaff] = [await aFormOf(at, 'pupil'), await aFormOf(at, 'employee')];
    const url = `/api/v1/participants/${participant}/form`;
    const name = (formId: string, version = 1) => at.curator.put(url, { version, formId });
    expect((await at.curator.get(`/api/v1/participants/${participant}`)).json().may.chooseForm).toBe(true);
    expect((await name(forStaff)).json()).toMatchObject({ code: 'stand.not-of-this-kind' });
    expect((await name(await aFormOf(at, 'pupil', false))).json()).toMatchObject({ code: 'form.switched-off' });
    expect((await name(at.classId)).json()).toMatchObject({ code: 'form.not-found' });
    expect((await name(forPupils, 7)).json()).toMatchObject({ code: 'participant.changed-meanwhile' });
    expect((await at.teacher.put(url, { version: 1, formId: forPupils })).json()).toMatchObject({
      code: 'access.denied',
    });
    const elsewhere = await consentSchool(server, 'Школа № 9');
    expect((await elsewhere.curator.put(url, { version: 1, formId: forPupils })).statusCode).toBe(404);
    expect((await name(forPupils)).statusCode).toBe(204);
    const seen = (await at.curator.get(`/api/v1/participants/${participant}`)).json();
    expect(seen).toMatchObject({ form: { id: forPupils }, state: 'consentPending', may: { chooseForm: false } });
    expect(seen.history).toMatchObject([{ command: 'chooseForm', from: 'consentPending', to: 'consentPending' }]);
    expect((await name(forPupils, 2)).json()).toMatchObject({ code: 'participant.form-chosen' });
    const events = await at.write((tx) =>
      tx.selectFrom('audit_events').select('data').where('type', '=', 'participant.form-chosen').execute(),
    );
    expect(events).toEqual([{ data: { formId: forPupils } }]);
  });

  test('a consent issued for a form gives the form to the participation; for a form of others none is issued', async () => {
    const at = await consentSchool(server);
    const { child, participant } = await nominee(at);
    const [forPupils, forStaff] = [await aFormOf(at, 'pupil'), await aFormOf(at, 'employee')];
    const issue = async (formId: string) =>
      (
        await at.teacher.post('/api/v1/consents/issue', { personIds: [child], kinds: ['participation'], formId })
      ).json();
    expect(await issue(forStaff)).toMatchObject({ issued: [], skipped: [{ code: 'stand.not-of-this-kind' }] });
    expect((await issue(forPupils)).issued).toHaveLength(1);
    const seen = (await at.curator.get(`/api/v1/participants/${participant}`)).json();
    expect(seen).toMatchObject({ form: { id: forPupils } });
    expect(seen.history).toMatchObject([{ command: 'chooseForm' }]);
  });
});
