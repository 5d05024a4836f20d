import { afterEach, describe, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor, REQUIRED, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

const onDay = async (day: string) => {
  server.clock.moveTo(`${day}T09:00:00+03:00`);
  await server.run('consents-by-the-clock');
};

async function papersOf(at: ConsentSchool, personId: string) {
  return (await at.officer.get(`/api/v1/consents?personId=${personId}`)).json<{
    consents: {
      id: string;
      state: string;
      renewalOf: string | null;
      needsRenewalBy: string | null;
      endReason: string;
    }[];
  }>().consents;
}

async function duties(at: ConsentSchool) {
  return (await at.curator.get('/api/v1/duties')).json<{ duties: { kind: string; dueOn: string; data: object }[] }>()
    .duties;
}

describe('the fourteenth birthday', () => {
  test('a task thirty days before, a paper for two on the day, the old one to the end of grace', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2010-12-01');
    const old = await issueOneFor(at, pupil.personId);
    await sign(mother, old);
    await onDay('2024-10-31');
    expect(await duties(at)).toEqual([]);
    await onDay('2024-11-01');
    expect(await duties(at)).toMatchObject([
      { kind: 'consent.renew', dueOn: '2024-12-15', data: { reason: 'turns14', eventOn: '2024-12-01' } },
    ]);
    await onDay('2024-12-01');
    await server.run('consents-by-the-clock');
    const [renewal, before] = await papersOf(at, pupil.personId);
    expect(renewal).toMatchObject({ state: 'issued', renewalOf: old });
    expect(before).toMatchObject({ id: old, state: 'valid', needsRenewalBy: '2024-12-15' });
    await sign(mother, renewal!.id);
    expect((await sign(pupil, renewal!.id)).json()).toMatchObject({ state: 'valid' });
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'valid' }, { state: 'superseded' }]);
    expect(await duties(at)).toEqual([]);
  });

  test('whoever is fourteen tomorrow is signed for by the mother alone today, by two tomorrow', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2010-10-16');
    const consent = await issueOneFor(at, pupil.personId);
    server.clock.moveTo('2024-10-16T09:00:00+03:00');
    expect((await sign(mother, consent)).json()).toMatchObject({ code: 'consent.signers-changed' });
    // Asked again on the day, the paper of yesterday makes room for one of two signatures.
    const anew = await issueOneFor(at, pupil.personId);
    const card = (await mother.get(`/api/v1/consents/${anew}`)).json();
    expect(card.signers.map((signer: { side: string }) => signer.side).toSorted()).toEqual([
      'representative',
      'subject',
    ]);
  });
});

describe('the eighteenth birthday', () => {
  test('the mother reads and signs nothing any more, the pupil signs alone, after grace the old paper is over', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2006-11-20');
    const old = await issueOneFor(at, pupil.personId);
    await sign(mother, old);
    await sign(pupil, old);
    await onDay('2024-11-20');
    const url = `/api/v1/consents/${old}`;
    expect((await mother.get(url)).statusCode).toBe(403);
    expect((await mother.get(`/api/v1/consents?personId=${pupil.personId}`)).statusCode).toBe(403);
    expect((await mother.get('/api/v1/consents/mine')).json()).toEqual({ toSign: [], signed: [] });
    const [renewal] = await papersOf(at, pupil.personId);
    const own = (await pupil.get(`/api/v1/consents/${renewal!.id}`)).json();
    expect(own.signers).toMatchObject([{ personId: pupil.personId, side: 'subject' }]);
    await onDay('2024-12-05');
    expect(await papersOf(at, pupil.personId)).toMatchObject([
      { state: 'issued' },
      { id: old, state: 'superseded', endReason: 'turns18' },
    ]);
    expect((await sign(pupil, renewal!.id, REQUIRED)).json()).toMatchObject({ state: 'valid' });
  });

  test('born on 29 February, a person is of age on 1 March', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2008-02-29');
    const consent = await issueOneFor(at, pupil.personId);
    server.clock.moveTo('2026-02-28T09:00:00+03:00');
    expect((await mother.get(`/api/v1/consents/${consent}`)).statusCode).toBe(200);
    server.clock.moveTo('2026-03-01T09:00:00+03:00');
    expect((await mother.get(`/api/v1/consents/${consent}`)).statusCode).toBe(403);
  });
});

test('a purpose added to the wording reaches nobody who has signed before: each is asked anew', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  await sign(mother, await issueOneFor(at, pupil.personId));
  const { templates } = (await at.curator.get('/api/v1/consent-templates')).json();
  const used = templates.find(
    ({ template }: { template: { kind: string; audience: string } }) =>
      template.kind === 'processing' && template.audience === 'representative',
  );
  const purposes = [
    ...used.template.purposes,
    { code: 'own:club', text: 'ведение кружка наставников', required: false },
  ];
  const wider = await at.curator.put(`/api/v1/consent-templates/${used.id}`, {
    version: 1,
    template: { ...used.template, purposes },
  });
  expect(wider.json()).toMatchObject({ template: { version: 2, scopeVersion: 2 }, outreached: 1, shipped: false });
  await onDay('2024-10-16');
  expect(await duties(at)).toMatchObject([{ kind: 'consent.renew', data: { reason: 'scopeChanged' } }]);
  const open = { ...used.template, dataItems: [{ code: 'own:all', text: 'и иные данные', category: 'general' }] };
  const faulty = await at.curator.put(`/api/v1/consent-templates/${wider.json().id}`, { version: 2, template: open });
  expect(faulty.json()).toMatchObject({
    code: 'template.faulty',
    details: { faults: [{ code: 'template.list-open' }] },
  });
});

test('a paper whose term is over is no consent, and the curator hears that not everybody in the bank has one', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  await sign(mother, await issueOneFor(at, pupil.personId));
  await at.participation(pupil.personId, { state: 'inBank' });
  const whole = (await at.curator.get('/api/v1/consents/coverage')).json();
  expect(whole).toMatchObject({ numerator: 1, denominator: 1, percent: 100, lacking: [] });
  await at.write((tx) =>
    tx
      .updateTable('consents')
      .set({ valid_to: '2024-10-20' as never })
      .where('tenant_id', '=', at.place.tenantId)
      .execute(),
  );
  await onDay('2024-10-21');
  const lacking = (await at.curator.get('/api/v1/consents/coverage')).json();
  expect(lacking).toMatchObject({
    numerator: 0,
    denominator: 1,
    percent: 0,
    lacking: [{ kind: 'processing', step: { code: 'expired', next: 'renew' } }],
    byClass: [{ name: '7А', numerator: 0, denominator: 1 }],
  });
  const notices = (await at.curator.get('/api/v1/notices')).json();
  expect(notices.notices.map((notice: { kind: string }) => notice.kind)).toContain('coverageBelow');
});
