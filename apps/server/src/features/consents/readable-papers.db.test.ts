import { expect, test } from 'vitest';
import { aFamily, type Client, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

const cellOf = async (at: ConsentSchool, who: Client) =>
  (await who.get(`/api/v1/consents/classes/${at.classId}`)).json().rows[0].cells[0];
const rowOf = async (who: Client) => (await who.get('/api/v1/consents/register')).json().rows[0];

test('lists say which paper opens: the director sees how far each is, the office opens it', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await sign(mother, consentId);
  for (const [who, read] of [
    [at.director, false],
    [at.curator, true],
    [at.teacher, true],
  ] as const) {
    expect(await cellOf(at, who)).toMatchObject({ state: 'valid', consentId, may: { read } });
    expect((await who.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(read ? 200 : 403);
  }
  expect(await rowOf(at.director)).toMatchObject({ may: { read: false } });
  expect(await rowOf(at.curator)).toMatchObject({ may: { read: true } });
});

test('what has ended opens for the officer and the family alone, and lists say so (RULE-18)', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await mother.post(`/api/v1/consents/${consentId}/refuse`);
  for (const [who, read] of [
    [at.curator, false],
    [at.teacher, false],
    [at.officer, true],
  ] as const) {
    expect(await cellOf(at, who)).toMatchObject({ state: 'refused', may: { read } });
    expect((await who.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(read ? 200 : 403);
  }
  expect((await mother.get('/api/v1/consents/mine')).json().signed).toMatchObject([{ may: { read: true } }]);
});
