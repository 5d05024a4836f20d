import { afterEach, describe, expect, test } from 'vitest';
import {
  aFamily,
  type ConsentSchool,
  consentSchool,
  file,
  issueOneFor,
  sign,
  withResources,
} from '../../../test/consents.ts';
import { aClass } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

/** A child of thirteen in the bank whose mother allows the site; the father can sign in too. */
async function published(at: ConsentSchool) {
  await withResources(at, 'representative');
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  await sign(mother, await issueOneFor(at, pupil.personId));
  await at.participation(pupil.personId, { state: 'inBank' });
  const consentId = await issueOneFor(at, pupil.personId, 'dissemination');
  const allowed = { by: [mother.personId], signedOn: '2024-10-15', purposes: 'all' };
  const choices = [{ item: 'photo', resourceId: 'site', condition: null }];
  const father = await at.guest('Лосев');
  const power = await at.representation(father.personId, pupil.personId, { kind: 'father' });
  const filed = await file(at.teacher, consentId, { ...allowed, choices });
  expect(filed.json()).toMatchObject({ consent: { state: 'valid' } });
  const objection = `/api/v1/representations/${power}/objection`;
  const decision = `/api/v1/persons/${pupil.personId}/objection-decision`;
  return { pupil, mother, father, power, consentId, objection, decision };
}

const SAID = { objection: { on: '2024-10-15', note: 'отец против фотографий' } };

async function state(at: ConsentSchool, personId: string) {
  const coverage = (await at.director.get('/api/v1/consents/coverage')).json();
  const { needed } = (await at.curator.get(`/api/v1/consents?personId=${personId}`)).json();
  const { duties } = (await at.director.get('/api/v1/duties')).json();
  return {
    processing: coverage.numerator,
    publication: coverage.dissemination.numerator,
    step: needed.find(({ kind }: { kind: string }) => kind === 'dissemination').step,
    duties: duties.map(({ kind, dueOn }: { kind: string; dueOn: string }) => `${kind} ${dueOn}`),
  };
}

describe('the objection of the other parent', () => {
  test('stops publication at once and asks the director; the consent to mentoring goes on', async () => {
    const at = await consentSchool(server);
    const { pupil, objection } = await published(at);
    expect(await state(at, pupil.personId)).toEqual({ processing: 1, publication: 1, step: null, duties: [] });
    expect((await at.teacher.put(objection, SAID)).statusCode).toBe(200);
    expect(await state(at, pupil.personId)).toEqual({
      processing: 1,
      publication: 0,
      step: expect.objectContaining({ code: 'otherParentObjects', next: 'askDirector' }),
      duties: ['objection.settle 2024-10-22'],
    });
    // Written down twice it is asked once; taken back, nothing is left to decide.
    await at.curator.put(objection, SAID);
    expect((await state(at, pupil.personId)).duties).toEqual(['objection.settle 2024-10-22']);
    await at.curator.put(objection, { objection: null });
    expect(await state(at, pupil.personId)).toEqual({ processing: 1, publication: 1, step: null, duties: [] });
  });

  test('overruled, what the one parent allowed goes on; said again, it is decided again', async () => {
    const at = await consentSchool(server);
    const { pupil, power, objection, decision } = await published(at);
    await at.curator.put(objection, SAID);
    const body = { representationId: power, publish: true, decision: 'Выслушаны оба, снимок общий' };
    expect((await at.director.post(decision, body)).statusCode).toBe(204);
    expect(await state(at, pupil.personId)).toEqual({ processing: 1, publication: 1, step: null, duties: [] });
    const card = (await at.curator.get(`/api/v1/persons/${pupil.personId}`)).json();
    expect(card.representatives.find(({ id }: { id: string }) => id === power).objected).toMatchObject({
      settled: { on: '2024-10-15', publish: true, decision: 'Выслушаны оба, снимок общий' },
    });
    server.clock.moveTo('2024-11-01T09:00:00+03:00');
    // The day of the new word may lie before the decision on the old one.
    await at.curator.put(objection, SAID);
    expect(await state(at, pupil.personId)).toMatchObject({ publication: 0, duties: ['objection.settle 2024-11-08'] });
  });

  test('upheld, nothing is published nor signed for publication, and nobody asks again', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, power, objection, decision } = await published(at);
    await at.curator.put(objection, SAID);
    const body = { representationId: power, publish: false, decision: 'Согласия нет' };
    expect((await at.director.post(decision, body)).statusCode).toBe(204);
    expect(await state(at, pupil.personId)).toEqual({
      processing: 1,
      publication: 0,
      step: expect.objectContaining({ code: 'otherParentObjects', next: 'respect' }),
      duties: [],
    });
    const other = await at.guest('Лосева', '2012-03-05');
    await at.enrol(other.personId);
    await at.representation(mother.personId, other.personId);
    const consentId = await issueOneFor(at, other.personId, 'dissemination');
    const paper = {
      by: [mother.personId],
      signedOn: '2024-10-15',
      purposes: 'all',
      choices: [{ item: 'photo', resourceId: 'site', condition: null }],
    };
    await at.representation((await at.guest('Лосев')).personId, other.personId, {
      kind: 'father',
      objectedOn: '2024-10-14',
    });
    expect((await file(at.curator, consentId, paper)).json()).toMatchObject({ code: 'consent.other-parent-objects' });
  });

  test('is recorded by whoever keeps the child, decided by the director alone, and nothing of it is another school’s', async () => {
    const [at, there] = [await consentSchool(server), await consentSchool(server, 'Школа № 9')];
    const { pupil, mother, father, power, objection, decision } = await published(at);
    await aClass(at.place, 7, 'Б', at.mentor.personId);
    for (const who of [at.mentor, at.director, mother, father, pupil]) {
      expect((await who.put(objection, SAID)).statusCode).toBe(403);
    }
    expect((await there.curator.put(objection, SAID)).statusCode).toBe(404);
    const tomorrow = { objection: { on: '2024-10-16', note: 'против' } };
    expect((await at.curator.put(objection, tomorrow)).json()).toMatchObject({ code: 'consent.said-in-future' });
    const body = { representationId: power, publish: true, decision: 'Можно' };
    expect((await at.director.post(decision, body)).statusCode).toBe(404);
    await at.curator.put(objection, SAID);
    for (const who of [at.curator, at.teacher, at.officer, at.mentor, mother, father]) {
      expect((await who.post(decision, body)).statusCode).toBe(403);
    }
    expect((await there.director.post(decision, body)).statusCode).toBe(404);
    expect((await at.director.post(decision, { ...body, decision: ' ' })).statusCode).toBe(400);
    expect((await at.director.post(decision, { representationId: power, decision: 'Можно' })).statusCode).toBe(400);
    // The task is done by deciding, not by a tick.
    const [duty] = (await at.curator.get('/api/v1/duties')).json().duties;
    expect(duty).toMatchObject({ kind: 'objection.settle', objection: null, may: { done: false } });
    expect((await at.director.get('/api/v1/duties')).json().duties).toMatchObject([
      { objection: { representationId: power, by: 'Лосев Анна Игоревна', note: 'отец против фотографий' } },
    ]);
    expect((await at.curator.post(`/api/v1/duties/${duty.id}/done`, { proof: 'да' })).statusCode).toBe(403);
  });

  test('of a father whose power has ended stops nothing', async () => {
    const at = await consentSchool(server);
    const { pupil, power, objection } = await published(at);
    await at.curator.put(objection, SAID);
    const ended = { on: '2024-10-14', reason: 'решение суда' };
    expect((await at.curator.post(`/api/v1/representations/${power}/end`, ended)).statusCode).toBe(200);
    expect(await state(at, pupil.personId)).toMatchObject({ publication: 1, step: null, duties: [] });
  });
});
