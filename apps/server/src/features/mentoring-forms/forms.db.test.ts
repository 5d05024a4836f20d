import type { MentoringFormView } from '@nastavnik/contracts/mentoring-forms';
import { MENTORING_FORMS } from '@nastavnik/domain/participants/forms';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;

beforeAll(async () => {
  bank = await aBankSchool(server);
});

type Forms = { forms: MentoringFormView[]; may: { add: boolean } };
const formsOf = async (who: Person, school = bank) => (await school.as<Forms>(who, 'GET /mentoring-forms')).body.forms;
const called = async (name: string) => (await formsOf(bank.people.curator)).find((each) => each.name === name)!;
const DECISION = { enabled: true, decidedOn: '2024-11-19', document: 'протокол № 2', note: null };

test('the shipped forms stand once for two who open them at once, and all are off', async () => {
  const [one, two] = await Promise.all([formsOf(bank.people.curator), formsOf(bank.people.director)]);
  const names = MENTORING_FORMS.map(({ name }) => name).toSorted();
  for (const forms of [one, two, await formsOf(bank.people.teacher)]) {
    expect(forms.map((each) => each.name).toSorted()).toEqual(names);
    expect(forms.every((each) => !each.enabled && !each.may.edit)).toBe(true);
  }
});

describe('a decision (A10)', () => {
  test('of a meeting switches a form on, with its paper; not of tomorrow, not twice, not by a teacher', async () => {
    const { id } = await called('ученик – ученик');
    const decide = (who: Person, more = {}) =>
      bank.as(who, `POST /mentoring-forms/${id}/decisions`, { ...DECISION, ...more });
    expect((await decide(bank.people.teacher)).status).toBe(403);
    expect((await decide(bank.people.director, { document: '' })).status).toBe(400);
    expect((await decide(bank.people.director, { decidedOn: '2024-11-21' })).body.code).toBe('form.decided-in-future');
    const answers = await Promise.all([decide(bank.people.director), decide(bank.people.curator)]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect(await called('ученик – ученик')).toMatchObject({
      enabled: true,
      decisions: [{ enabled: true, document: 'протокол № 2', decidedOn: '2024-11-19' }],
    });
  });

  test('switches it off again: nobody is nominated for it any more, and whoever was stays', async () => {
    const { id } = await called('ученик – ученик');
    const nominate = (personId: string) =>
      bank.as<{ nominated: object[] }>(bank.people.teacher, 'POST /nominations', {
        role: 'mentee',
        formId: id,
        people: [{ personId }],
      });
    expect((await nominate(bank.pupil.id)).body.nominated).toHaveLength(1);
    const off = { ...DECISION, enabled: false, decidedOn: '2024-11-20', document: 'протокол № 3' };
    expect((await bank.as(bank.people.director, `POST /mentoring-forms/${id}/decisions`, off)).status).toBe(204);
    const child = await bank.child('Позднев Иван Ильич');
    expect(await nominate(child)).toMatchObject({
      status: 409,
      body: { code: 'form.switched-off', details: { name: 'ученик – ученик' } },
    });
    const self = await bank.as(bank.pupil, 'POST /my/participation', { role: 'mentor', formId: id });
    expect(self.body.code).toBe('form.switched-off');
    const form = await called('ученик – ученик');
    expect(form).toMatchObject({ enabled: false, participants: 1 });
    expect(form.decisions.map((each) => each.document)).toEqual(['протокол № 3', 'протокол № 2']);
  });
});

describe('a form of the school’s own', () => {
  const own = async (name = 'Шефство') => {
    const { definition } = await called('ученик – ученик');
    return { name, definition };
  };

  test('is added by the office beside the shipped ones, under a name that is free', async () => {
    const body = await own();
    expect((await bank.as(bank.people.teacher, 'POST /mentoring-forms', body)).status).toBe(403);
    expect((await bank.as(bank.people.curator, 'POST /mentoring-forms', body)).status).toBe(200);
    expect(await called('Шефство')).toMatchObject({ origin: 'own', enabled: false, may: { edit: true } });
    const again = await bank.as(bank.people.curator, 'POST /mentoring-forms', await own('ШЕФСТВО'));
    expect(again.body.code).toBe('form.name-taken');
  });

  test('is linted: without the consent to processing, or with publishing forced, it is not taken', async () => {
    const { definition } = await own();
    const faulty = async (consents: string[]) =>
      bank.as(bank.people.curator, 'POST /mentoring-forms', {
        name: 'Смелая',
        definition: { ...definition, mentee: { ...definition.mentee, consents } },
      });
    const bare = await faulty(['participation']);
    expect(bare.body).toMatchObject({ code: 'form.unsound' });
    expect(bare.body.details['faults']).toContainEqual({ code: 'form.processing-missing', side: 'mentee' });
    const forced = await faulty(['processing', 'participation', 'dissemination']);
    expect(forced.body.details['faults']).toContainEqual({ code: 'form.dissemination-forced', side: 'mentee' });
  });

  test('is edited by one of two at once; a shipped one by nobody', async () => {
    const { id, version, definition } = await called('Шефство');
    const edit = (name: string) =>
      bank.as(bank.people.curator, `PUT /mentoring-forms/${id}`, { name, definition, version });
    const answers = await Promise.all([edit('Шефство старших'), edit('Шефство над младшими')]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    const shipped = await called('учитель – учитель');
    const body = { name: 'Иначе', definition: shipped.definition, version: shipped.version };
    const refused = await bank.as(bank.people.curator, `PUT /mentoring-forms/${shipped.id}`, body);
    expect(refused.body.code).toBe('form.shipped');
  });

  test('of another school is not there', async () => {
    const { id, version, definition } = await called('учитель – учитель');
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const { curator } = elsewhere.people;
    const edited = await elsewhere.as(curator, `PUT /mentoring-forms/${id}`, { name: 'Чужая', definition, version });
    expect(edited.body.code).toBe('form.not-found');
    const decided = await elsewhere.as(curator, `POST /mentoring-forms/${id}/decisions`, DECISION);
    expect(decided.body.code).toBe('form.not-found');
  });
});
