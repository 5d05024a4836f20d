import { expect, test } from 'vitest';
import { aFamily, type Client, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

const waiting = async (who: Client) =>
  (await who.get('/api/v1/today/people'))
    .json<{ tasks: { kind: string; count: number; class: { name: string } | null }[] }>()
    .tasks.map((task) => [task.kind, task.count, task.class?.name ?? null]);

test('the curator sees whom to invite and whose papers are all there; the class teacher what the own class lacks', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  expect([await waiting(at.curator), await waiting(at.teacher)]).toEqual([[], []]);
  const father = await at.guest('Лосев');
  await at.representation(father.personId, pupil.personId, { kind: 'father', verified: false });
  await at.participation(pupil.personId, { state: 'consentPending' });
  await at.participation(at.mentor.personId, { state: 'nominated', role: 'mentor' });
  expect(await waiting(at.curator)).toEqual([['invite.mentor', 1, null]]);
  expect(await waiting(at.teacher)).toEqual([['powers.class', 1, '7А']]);

  const consentId = await issueOneFor(at, pupil.personId);
  expect(await waiting(at.teacher)).toEqual([
    ['papers.class', 1, '7А'],
    ['powers.class', 1, '7А'],
  ]);
  await sign(mother, consentId);
  await sign(pupil, consentId);
  expect(await waiting(at.curator)).toEqual([
    ['invite.mentor', 1, null],
    ['enterBank.mentee', 1, null],
  ]);
  expect(await waiting(at.teacher)).toEqual([['powers.class', 1, '7А']]);
});

test('a withdrawal and a demand are there the same day; it is for those who work here', async () => {
  const at = await consentSchool(server);
  const { mother, pupil } = await aFamily(at, '2011-03-05');
  await mother.post('/api/v1/demands', { personId: pupil.personId, kind: 'information', text: 'Что хранится?' });
  const kinds = (await waiting(at.curator)).map(([kind]) => kind);
  expect(kinds).toContain('demands');
  for (const outside of [at.mentor, mother, pupil])
    expect((await outside.get('/api/v1/today/people')).statusCode).toBe(403);
});
