import { afterEach, expect, test } from 'vitest';
import { aFamily, consentSchool } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const START = '2025-12-05T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

test('a demand of Friday 5 December to stop processing is due on 19 December, once five working days more', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  const body = { personId: pupil.personId, kind: 'stopProcessing', text: 'Прошу прекратить' };
  const made = await mother.post('/api/v1/demands', body);
  expect(made.json()).toMatchObject({ dueOn: '2025-12-19', state: 'open', may: { answer: false, extend: false } });
  const { id } = made.json();
  const url = `/api/v1/demands/${id}`;
  expect((await mother.post(`${url}/extend`, { reason: 'много' })).statusCode).toBe(403);
  server.clock.moveTo('2025-12-19T09:00:00+03:00');
  const extended = await at.officer.post(`${url}/extend`, { reason: 'собираем сведения у партнёра' });
  expect(extended.json()).toMatchObject({ dueOn: '2025-12-26', may: { answer: true, extend: false } });
  expect((await at.officer.post(`${url}/extend`, { reason: 'ещё' })).json()).toMatchObject({ code: 'demand.extended' });
  server.clock.moveTo('2025-12-29T09:00:00+03:00');
  expect((await at.curator.get('/api/v1/demands?state=overdue')).json()).toMatchObject({
    overdue: 1,
    demands: [{ id }],
  });
  expect((await at.curator.get('/api/v1/duties?state=overdue')).json().duties).toMatchObject([
    { kind: 'demand.answer', dueOn: '2025-12-26' },
  ]);
  expect((await at.officer.post(`${url}/answer`, { answer: 'Обработка прекращена.' })).json()).toMatchObject({
    state: 'done',
    doneOn: '2025-12-29',
  });
  expect((await at.officer.post(`${url}/answer`, { answer: 'Ещё раз.' })).json()).toMatchObject({
    code: 'demand.done',
  });
  expect((await at.curator.get('/api/v1/duties')).json().duties).toEqual([]);
  const receipt = await mother.get(`${url}/receipt`);
  expect(receipt.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('on paper the term runs from the day of receipt, and a day to come is no day of receipt', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  const body = {
    personId: pupil.personId,
    kind: 'correction',
    text: '',
    receivedOn: '2025-12-01',
    askedBy: mother.personId,
  };
  expect((await at.teacher.post('/api/v1/demands/record', body)).statusCode).toBe(403);
  expect((await at.curator.post('/api/v1/demands/record', { ...body, receivedOn: '2025-12-06' })).json()).toMatchObject(
    {
      code: 'demand.in-future',
    },
  );
  const made = (await at.curator.post('/api/v1/demands/record', body)).json();
  expect(made).toMatchObject({ dueOn: '2025-12-10', may: { extend: false } });
  expect((await at.officer.post(`/api/v1/demands/${made.id}/extend`, { reason: 'нет' })).json()).toMatchObject({
    code: 'demand.no-extension',
  });
});

test('each sees the own demands; tasks are seen by whoever works with the person', async () => {
  const [at, elsewhere] = [await consentSchool(server), await consentSchool(server, 'Школа № 9')];
  const [one, other] = [await aFamily(at, '2012-03-05'), await aFamily(at, '2012-04-05')];
  const made = await one.mother.post('/api/v1/demands', {
    personId: one.pupil.personId,
    kind: 'information',
    text: '',
  });
  const { id } = made.json();
  const own = `/api/v1/demands?personId=${one.pupil.personId}`;
  expect((await one.mother.get(own)).json().demands).toHaveLength(1);
  expect((await other.mother.get(own)).statusCode).toBe(403);
  expect((await other.mother.get(`/api/v1/demands/${id}/receipt`)).statusCode).toBe(403);
  expect((await elsewhere.officer.get(own)).json()).toMatchObject({ code: 'person.not-found' });
  expect((await elsewhere.officer.get(`/api/v1/demands/${id}/receipt`)).statusCode).toBe(404);
  expect((await elsewhere.officer.post(`/api/v1/demands/${id}/answer`, { answer: 'нет' })).statusCode).toBe(404);
  expect((await one.mother.get('/api/v1/demands')).statusCode).toBe(403);
  expect((await at.teacher.get('/api/v1/duties')).json().duties).toHaveLength(1);
  expect((await at.mentor.get('/api/v1/duties')).statusCode).toBe(403);
  expect((await one.mother.get('/api/v1/duties')).statusCode).toBe(403);
});
