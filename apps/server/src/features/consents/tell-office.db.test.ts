import { expect, test } from 'vitest';
import { aFamily, type Client, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

const told = async (who: Client) =>
  (await who.get('/api/v1/notices'))
    .json<{ notices: { kind: string; subject: string; body: string }[] }>()
    .notices.map(({ kind }) => kind)
    .toSorted();

test('the last signature is told to the curator and the class teacher, a withdrawal to the officer too, without a name', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await sign(mother, consentId);
  await server.runJobs();
  expect([await told(at.curator), await told(at.teacher)]).toEqual([[], []]);
  await sign(pupil, consentId);
  await server.runJobs();
  expect([await told(at.curator), await told(at.teacher), await told(at.officer)]).toEqual([
    ['consentsComplete'],
    ['consentsComplete'],
    [],
  ]);
  await mother.post(`/api/v1/consents/${consentId}/withdraw`);
  await server.runJobs();
  expect(await told(at.officer)).toEqual(['consentWithdrawn']);
  expect(await told(at.mentor)).toEqual([]);
  expect((await at.curator.get('/api/v1/notices')).body).not.toContain('Лосев');
});

test('a refusal is told once, and not to whoever has entered it', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await at.teacher.post(`/api/v1/consents/${consentId}/record-refusal`, { by: mother.personId, saidOn: '2024-10-15' });
  await server.runJobs();
  await server.runJobs();
  expect([await told(at.curator), await told(at.teacher)]).toEqual([['consentRefused'], []]);
});
