import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aFamily, aScan, type ConsentSchool, consentSchool, file, issueOneFor, sign } from '../../../test/consents.ts';
import { covered } from '../../../test/consents-by-days.ts';
import { useServer } from '../../../test/school.ts';
import { howManyWait } from '../../../test/waiting.ts';
import { writing } from '../../platform/db/transactions.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

type Outcome = { status: number; code: string | undefined };

/** All of these begin while somebody holds the consent, so that each stands in the middle of its transaction. */
async function atOnce(
  at: ConsentSchool,
  consentId: string,
  requests: readonly (() => Promise<LightMyRequestResponse>)[],
): Promise<Outcome[]> {
  const held = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const { tenantId } = at.place;
  const holder = writing(server.db.pool, { tenantId }, async (tx) => {
    await sql`select from consents where tenant_id = ${tenantId} and id = ${consentId} for update`.execute(tx);
    held.resolve();
    await letGo.promise;
  });
  await held.promise;
  const answers = Promise.all(requests.map((request) => request()));
  await expect.poll(() => howManyWait(server.db), { timeout: 10_000 }).toBe(requests.length);
  letGo.resolve();
  await holder;
  return (await answers).map((answer) => ({ status: answer.statusCode, code: answer.json<{ code?: string }>().code }));
}

/** The body is asked for before: a reading of the card is no part of the race. */
async function ready(who: { get: (url: string) => Promise<LightMyRequestResponse> }, url: string) {
  const { documentHash } = (await who.get(url)).json<{ documentHash: string }>();
  return { documentHash, purposes: ['mentoringBank', 'matching', 'personalizedProgram', 'meetings', 'monitoring'] };
}

const stateOf = async (at: ConsentSchool, consentId: string) =>
  (await at.officer.get(`/api/v1/consents/${consentId}`)).json<{
    state: string;
    signers: { signedOn: string | null; refusedOn: string | null }[];
    scans: unknown[];
  }>();

test('two who sign at once and one who says no: both signatures, or a «нет» that stands; never both', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  const url = `/api/v1/consents/${consentId}`;
  const [hers, own] = [await ready(mother, url), await ready(pupil, url)];
  const answers = await atOnce(at, consentId, [
    () => mother.post(`${url}/sign`, hers),
    () => pupil.post(`${url}/sign`, own),
    () => mother.post(`${url}/refuse`),
  ]);
  const { state, signers } = await stateOf(at, consentId);
  const [byMother, byPupil, no] = answers;
  if (state === 'valid') {
    expect(answers).toEqual([{ status: 200 }, { status: 200 }, { status: 409, code: 'consent.state' }]);
    expect(signers.every(({ signedOn }) => signedOn !== null)).toBe(true);
  } else {
    expect(state).toBe('refused');
    expect(no?.status).toBe(200);
    expect([byMother?.code, byPupil?.code]).toContain('consent.state');
    expect(signers.some(({ refusedOn }) => refusedOn !== null)).toBe(true);
  }
});

test('a consent that three end at once is ended once, by one of them', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  await sign(mother, consentId);
  await sign(pupil, consentId);
  await at.participation(pupil.personId, { state: 'inBank' });
  const url = `/api/v1/consents/${consentId}`;
  const answers = await atOnce(at, consentId, [
    () => mother.post(`${url}/withdraw`),
    () => pupil.post(`${url}/withdraw`),
    () => at.officer.post(`${url}/invalidate`, { defect: 'подпись не та' }),
  ]);
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
  expect(['withdrawn', 'invalidated']).toContain((await stateOf(at, consentId)).state);
  expect((await at.officer.get('/api/v1/erasures')).json().planned).toHaveLength(1);
});

test('one person who signs on the phone while the paper of the same signature is filed has signed once', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  const url = `/api/v1/consents/${consentId}`;
  const body = await ready(mother, url);
  const paper = { by: [mother.personId], signedOn: '2024-10-15', purposes: 'all' };
  const answers = await atOnce(at, consentId, [
    () => mother.post(`${url}/sign`, body),
    () => file(at.curator, consentId, paper),
  ]);
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  const { scans } = await stateOf(at, consentId);
  expect(scans).toHaveLength(answers[1]?.status === 200 ? 1 : 0);
});

test('the same scan filed by two at once lies there once, and the second is told so', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  const paper = { by: [mother.personId], signedOn: '2024-10-15', purposes: 'all', bytes: aScan('one') };
  const bodies: boolean[] = [];
  const bring = (who: typeof at.curator) => async () => {
    const answer = await file(who, consentId, paper);
    bodies.push(answer.json<{ alreadyFiled: boolean }>().alreadyFiled);
    return answer;
  };
  const answers = await atOnce(at, consentId, [bring(at.curator), bring(at.teacher)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(bodies.toSorted((one, other) => Number(one) - Number(other))).toEqual([false, true]);
  expect((await stateOf(at, consentId)).scans).toHaveLength(1);
});

test('fifty phones sign at once, each its own paper: all are valid, each is signed once', async () => {
  const at = await consentSchool(server, 'Школа № 50', { guests: 50 });
  const people = [];
  for (let each = 0; each < 50; each += 1) people.push(await at.guest('Гостев'));
  const personIds = people.map(({ personId }) => personId);
  await at.papers(...personIds);
  for (const personId of personIds) await at.participation(personId, { state: 'inBank', role: 'mentor' });
  const made = await at.curator.post('/api/v1/consents/issue', { personIds, kinds: ['processing'] });
  const { issued } = made.json<{ issued: { consentId: string; personId: string }[] }>();
  const paperOf = new Map(issued.map(({ personId, consentId }) => [personId, consentId]));
  expect(paperOf.size).toBe(50);
  const answers = await Promise.all(people.map((person) => sign(person, paperOf.get(person.personId)!)));
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.json<{ state: string }>().state}`))).toEqual(
    new Set(['200 valid']),
  );
  expect(await covered(at)).toBe('50 of 50');
  const signed = await at.write((tx) =>
    tx
      .selectFrom('audit_events')
      .select('object_id')
      .where('tenant_id', '=', at.place.tenantId)
      .where('type', '=', 'consent.signed')
      .execute(),
  );
  expect(signed.map((row) => row.object_id).toSorted()).toEqual([...paperOf.values()].toSorted());
});
