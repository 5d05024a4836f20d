import { expect, test } from 'vitest';
import { aFamily, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

test('the register of consents leaves the house with a purpose, a mark and a line for each person in it', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await sign(mother, consentId);
  await sign(pupil, consentId);
  const url = '/api/v1/consents/register/export';
  const body = { format: 'csv', purpose: 'проверка управления образования' };
  expect((await at.teacher.post(url, body)).statusCode).toBe(403);
  expect((await at.curator.post(url, { format: 'csv' })).statusCode).toBe(400);
  const answer = await at.curator.post(url, body);
  expect(answer.payload).toContain('Лосев Анна Игоревна');
  expect(answer.payload).toContain('действует');
  expect(answer.payload).toContain('Цель: проверка управления образования');
  expect((await mother.get(`/api/v1/my/data?personId=${pupil.personId}`)).payload).toContain(
    'проверка управления образования',
  );
  for (const format of ['xlsx', 'docx']) {
    expect((await at.curator.post(url, { ...body, format })).rawPayload.subarray(0, 2).toString()).toBe('PK');
  }
  // What was withdrawn is proof, and no office's working material (RULE-18).
  await mother.post(`/api/v1/consents/${consentId}/withdraw`);
  expect((await at.curator.post(url, body)).json()).toMatchObject({ code: 'export.nothing' });
  expect((await at.officer.post(url, body)).payload).toContain('отозвано');
});
