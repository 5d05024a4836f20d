import { expect, test } from 'vitest';
import { consentSchool, issueOneFor } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

test('a line of a list is no power yet: until the paper is seen, nothing of the child opens, and the page says so', async () => {
  const at = await consentSchool(server);
  const [pupil, father] = [await at.guest('Котов', '2011-03-05'), await at.guest('Котов')];
  await at.enrol(pupil.personId);
  await at.papers(pupil.personId, father.personId);
  const power = await at.representation(father.personId, pupil.personId, { verified: false });
  const addresses = [
    `/api/v1/persons/${pupil.personId}`,
    `/api/v1/my/data?personId=${pupil.personId}`,
    `/api/v1/my/participation?personId=${pupil.personId}`,
    `/api/v1/consents?personId=${pupil.personId}`,
  ];
  for (const address of addresses) expect([address, (await father.get(address)).statusCode]).toEqual([address, 403]);
  const own = await father.get('/api/v1/my/participation');
  expect(own.json()).toMatchObject({ children: [], powerUnchecked: true });
  expect(own.body).not.toContain(pupil.personId);
  expect((await father.get('/api/v1/my/data')).json().children).toEqual([]);

  expect((await at.teacher.post(`/api/v1/representations/${power}/verify`)).statusCode).toBe(200);
  for (const address of addresses) expect([address, (await father.get(address)).statusCode]).toEqual([address, 200]);
  expect((await father.get('/api/v1/my/participation')).json()).toMatchObject({
    children: [{ id: pupil.personId }],
    powerUnchecked: false,
  });
});

test('a document that was issued in time says why it does not open when the power is no longer vouched for', async () => {
  const at = await consentSchool(server);
  const [pupil, father] = [await at.guest('Котов', '2011-03-05'), await at.guest('Котов')];
  await at.enrol(pupil.personId);
  await at.papers(pupil.personId, father.personId);
  const power = await at.representation(father.personId, pupil.personId);
  const consentId = await issueOneFor(at, pupil.personId);
  await at.write((tx) =>
    tx
      .updateTable('representations')
      .set({ verified_on: null, verified_by: null })
      .where('tenant_id', '=', at.place.tenantId)
      .where('id', '=', power)
      .execute(),
  );
  expect((await father.get(`/api/v1/consents/${consentId}`)).json()).toMatchObject({
    code: 'consent.representative-unverified',
  });
});
