import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { afterEach, describe, expect, test } from 'vitest';
import {
  aFamily,
  type Client,
  type ConsentSchool,
  consentSchool,
  file,
  issueOneFor,
  REQUIRED,
  sign,
} from '../../../test/consents.ts';
import { covered, onDay, papersOf, tasksOf } from '../../../test/consents-by-days.ts';
import { useServer } from '../../../test/school.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

/** A family in the bank, whose processing consent is signed by all who must. */
async function signedFamily(at: ConsentSchool, birthDate: string) {
  const family = await aFamily(at, birthDate);
  const consentId = await issueOneFor(at, family.pupil.personId);
  await sign(family.mother, consentId);
  await sign(family.pupil, consentId);
  await at.participation(family.pupil.personId, { state: 'inBank' });
  return { ...family, consentId };
}

async function cardBody(at: ConsentSchool, personId: string, more: object) {
  const card = (await at.curator.get(`/api/v1/persons/${personId}`)).json();
  const { familyName, givenName, patronymic, version } = card;
  return { familyName, givenName, patronymic, version, ...more };
}

describe('birthdays', () => {
  test('fourteen on 29 February of a common year is fourteen on 1 March: the task, both signatures, the days of grace', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2012-02-29');
    await onDay(server, '2026-01-29');
    expect(await tasksOf(at)).toEqual([]);
    await onDay(server, '2026-01-30');
    expect(await tasksOf(at)).toEqual(['consent.renew turns14 2026-03-15']);
    await onDay(server, '2026-02-28');
    expect(await papersOf(at, pupil.personId)).toHaveLength(1);
    await onDay(server, '2026-03-01');
    const [renewal] = await papersOf(at, pupil.personId);
    expect(renewal).toMatchObject({ state: 'issued', renewalOf: consentId });
    expect(renewal!.signers.map(({ personId }) => personId).toSorted()).toEqual(
      [pupil.personId, mother.personId].toSorted(),
    );
    await onDay(server, '2026-03-15');
    expect(await papersOf(at, pupil.personId)).toMatchObject([{}, { state: 'valid' }]);
    await onDay(server, '2026-03-16');
    expect(await papersOf(at, pupil.personId)).toMatchObject([
      { state: 'issued' },
      { state: 'superseded', endReason: 'turns14' },
    ]);
  });

  test('a paper signed on the eve of the fourteenth and brought back after it counts to the end of grace', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2010-10-16');
    const consentId = await issueOneFor(at, pupil.personId);
    await onDay(server, '2024-10-18');
    const paper = { by: [mother.personId], purposes: 'all' };
    expect((await file(at.teacher, consentId, { ...paper, signedOn: '2024-10-17' })).json()).toMatchObject({
      code: 'consent.signers-changed',
    });
    expect((await file(at.teacher, consentId, { ...paper, signedOn: '2024-10-15' })).json()).toMatchObject({
      consent: { state: 'valid' },
      warnings: [{ code: 'consent.renewal-due', data: { reason: 'turns14', by: '2024-10-30' } }],
    });
    await onDay(server, '2024-10-18');
    expect(await papersOf(at, pupil.personId)).toMatchObject([
      { state: 'issued', renewalOf: consentId },
      { state: 'valid', needsRenewalBy: '2024-10-30' },
    ]);
  });

  test('a pupil who says no to the paper of the fourteenth birthday is not asked again by the clock', async () => {
    const at = await consentSchool(server);
    const { pupil } = await signedFamily(at, '2010-12-01');
    await onDay(server, '2024-12-01');
    const [renewal] = await papersOf(at, pupil.personId);
    expect((await pupil.post(`/api/v1/consents/${renewal!.id}/refuse`)).json()).toMatchObject({ state: 'refused' });
    for (const day of ['2024-12-01', '2024-12-02']) await onDay(server, day);
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'refused' }, { state: 'valid' }]);
    expect(await tasksOf(at)).toEqual([]);
    expect(await covered(at)).toBe('1 of 1');
    await onDay(server, '2024-12-16');
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'refused' }, { state: 'superseded' }]);
    expect(await covered(at)).toBe('0 of 1');
    await onDay(server, '2024-12-17');
    expect(await papersOf(at, pupil.personId)).toHaveLength(2);
  });

  test('on the eighteenth every door of the mother closes at the next request, and her word counts no more', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2006-11-20');
    const doors = (who: Client) => [
      () => who.get(`/api/v1/consents/${consentId}`),
      () => who.get(`/api/v1/consents?personId=${pupil.personId}`),
      () => who.get(`/api/v1/my/data?personId=${pupil.personId}`),
      () => who.get(`/api/v1/persons/${pupil.personId}`),
      () => who.post(`/api/v1/consents/${consentId}/withdraw`),
      () => who.post('/api/v1/demands', { personId: pupil.personId, kind: 'information', text: 'что хранится' }),
    ];
    await onDay(server, '2024-11-19');
    for (const door of doors(mother).slice(0, 3)) expect((await door()).statusCode).toBe(200);
    await onDay(server, '2024-11-20');
    expect(await tasksOf(at)).toEqual(['consent.renew turns18 2024-12-04']);
    for (const door of doors(mother)) expect((await door()).statusCode).toBe(403);
    const paper = { by: mother.personId, receivedOn: '2024-11-20' };
    expect((await at.curator.post(`/api/v1/consents/${consentId}/record-withdrawal`, paper)).json()).toMatchObject({
      code: 'consent.withdraw-not-yours',
    });
    expect((await pupil.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(200);
  });
});

describe('the end of the term', () => {
  test('is told of thirty days before and once, ends the day after, and the task goes with the new paper', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2012-05-05');
    await at.write((tx) =>
      tx
        .updateTable('consents')
        .set({ valid_to: '2024-12-31' as PlainDate })
        .where('id', '=', consentId)
        .execute(),
    );
    await onDay(server, '2024-11-30');
    expect(await tasksOf(at)).toEqual([]);
    for (const day of ['2024-12-01', '2024-12-01', '2024-12-02', '2024-12-31']) {
      await onDay(server, day);
      expect(await tasksOf(at)).toEqual(['consent.renew expires 2024-12-31']);
      expect(await tasksOf(at, at.teacher)).toEqual(['consent.renew expires 2024-12-31']);
      expect(await covered(at)).toBe('1 of 1');
    }
    await onDay(server, '2025-01-01');
    expect(await papersOf(at, pupil.personId)).toMatchObject([
      { state: 'expired', endReason: 'termOver', endedOn: '2025-01-01' },
    ]);
    expect(await covered(at)).toBe('0 of 1');
    await sign(mother, await issueOneFor(at, pupil.personId));
    expect(await covered(at)).toBe('1 of 1');
    expect(await tasksOf(at)).toEqual([]);
  });
});

describe('a changed surname', () => {
  test('of the mother, entered on her card, marks the paper of the child; it goes on, and nobody signs anew', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await signedFamily(at, '2012-05-05');
    const body = await cardBody(at, mother.personId, { familyName: 'Оленева' });
    expect((await at.curator.put(`/api/v1/persons/${mother.personId}`, body)).statusCode).toBe(200);
    await server.runJobs();
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'valid', nameChanged: true }]);
    await onDay(server, '2024-10-16');
    expect(await tasksOf(at)).toEqual([]);
    expect(await covered(at)).toBe('1 of 1');
  });
});

describe('another representative', () => {
  const father = async (at: ConsentSchool, child: string) => {
    const client = await at.guest('Лосев');
    await at.papers(client.personId);
    await at.representation(client.personId, child, { kind: 'father' });
    return client;
  };

  test('when the mother’s power ends: the father is asked the next day, her signature holds fourteen days more', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, power, consentId } = await signedFamily(at, '2012-05-05');
    const dad = await father(at, pupil.personId);
    const end = { on: '2024-10-14', reason: 'решение суда' };
    expect((await at.curator.post(`/api/v1/representations/${power}/end`, end)).statusCode).toBe(200);
    expect((await mother.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(403);
    await server.runJobs();
    expect(await tasksOf(at)).toEqual(['consent.renew representativeChanged 2024-10-29']);
    const [renewal] = await papersOf(at, pupil.personId);
    expect(renewal).toMatchObject({ state: 'issued', renewalOf: consentId, signers: [{ personId: dad.personId }] });
    const body = { documentHash: 'a'.repeat(64), purposes: REQUIRED };
    expect((await mother.post(`/api/v1/consents/${renewal!.id}/sign`, body)).statusCode).toBe(403);
    expect(await covered(at)).toBe('1 of 1');
    expect((await sign(dad, renewal!.id)).json()).toMatchObject({ state: 'valid' });
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'valid' }, { state: 'superseded' }]);
    expect(await tasksOf(at)).toEqual([]);
  });

  test('while the paper of the mother still waits: it makes room for one of the father', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, power } = await aFamily(at, '2012-05-05');
    const waiting = await issueOneFor(at, pupil.personId);
    const dad = await father(at, pupil.personId);
    const again = await at.curator.post('/api/v1/consents/issue', {
      personIds: [pupil.personId],
      kinds: ['processing'],
    });
    expect(again.json().skipped).toMatchObject([{ code: 'consent.already-issued' }]);
    await at.curator.post(`/api/v1/representations/${power}/end`, { on: '2024-10-14', reason: 'решение суда' });
    const anew = await issueOneFor(at, pupil.personId);
    expect(await papersOf(at, pupil.personId)).toMatchObject([
      { id: anew, state: 'issued', signers: [{ personId: dad.personId }] },
      { id: waiting, state: 'superseded' },
    ]);
    // What the mother signed while she still might counts no less; what she signs after it does not.
    const late = { by: [mother.personId], purposes: 'all', signedOn: '2024-10-15' };
    expect((await file(at.curator, waiting, late)).json()).toMatchObject({ code: 'consent.state' });
  });

  test('by choice, while nobody has signed: either parent’s signature is enough, a half-signed paper stays', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2009-05-05');
    const first = await issueOneFor(at, pupil.personId);
    const dad = await father(at, pupil.personId);
    const ask = (representativeId: string) =>
      at.teacher.post('/api/v1/consents/issue', {
        personIds: [pupil.personId],
        kinds: ['processing'],
        representativeId,
      });
    expect((await ask(at.mentor.personId)).json().skipped).toMatchObject([{ code: 'consent.representative-unknown' }]);
    expect((await ask(mother.personId)).json().skipped).toMatchObject([{ code: 'consent.already-issued' }]);
    const [anew] = (await ask(dad.personId)).json().issued;
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'issued' }, { id: first, state: 'superseded' }]);
    expect((await sign(dad, anew.consentId)).json()).toMatchObject({ state: 'partiallySigned' });
    expect((await ask(mother.personId)).json().skipped).toMatchObject([{ code: 'consent.already-issued' }]);
    expect((await sign(pupil, anew.consentId)).json()).toMatchObject({ state: 'valid' });
    const crowd = { personIds: [pupil.personId, mother.personId], kinds: [], representativeId: dad.personId };
    expect((await at.curator.post('/api/v1/consents/issue', crowd)).statusCode).toBe(400);
  });

  test('a guardian for a grown-up: asked at once, the own signature holds fourteen days more', async () => {
    const at = await consentSchool(server);
    const pupil = await at.guest('Рысев', '2005-05-05');
    await at.enrol(pupil.personId);
    await at.papers(pupil.personId);
    const consentId = await issueOneFor(at, pupil.personId);
    await sign(pupil, consentId);
    await at.participation(pupil.personId, { state: 'inBank' });
    const guardian = await at.guest('Рысева');
    await at.papers(guardian.personId);
    const body = await cardBody(at, pupil.personId, { underGuardianship: true });
    expect((await at.curator.put(`/api/v1/persons/${pupil.personId}`, body)).statusCode).toBe(200);
    await at.representation(guardian.personId, pupil.personId, { kind: 'guardian' });
    await server.runJobs();
    expect(await tasksOf(at)).toEqual(['consent.renew capacityChanged 2024-10-29']);
    const [renewal] = await papersOf(at, pupil.personId);
    expect(renewal).toMatchObject({
      renewalOf: consentId,
      signers: [{ personId: guardian.personId, side: 'guardian' }],
    });
    await onDay(server, '2024-10-29');
    expect(await covered(at)).toBe('1 of 1');
    await onDay(server, '2024-10-30');
    expect(await covered(at)).toBe('0 of 1');
    expect((await sign(guardian, renewal!.id)).json()).toMatchObject({ state: 'valid' });
    expect(await covered(at)).toBe('1 of 1');
  });

  test('nobody for the emancipated: the mother’s doors close, the consent of both goes on, the next is the pupil’s alone', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2008-01-10');
    const { version } = (await at.curator.get(`/api/v1/persons/${pupil.personId}`)).json();
    const decision = { on: '2024-10-15', document: 'решение органа опеки № 3', version };
    expect((await at.curator.put(`/api/v1/persons/${pupil.personId}/emancipation`, decision)).statusCode).toBe(200);
    await server.runJobs();
    for (const url of [
      `consents/${consentId}`,
      `consents?personId=${pupil.personId}`,
      `my/data?personId=${pupil.personId}`,
    ]) {
      expect((await mother.get(`/api/v1/${url}`)).statusCode, url).toBe(403);
    }
    expect((await mother.post(`/api/v1/consents/${consentId}/withdraw`)).statusCode).toBe(403);
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ id: consentId, state: 'valid' }]);
    expect(await covered(at)).toBe('1 of 1');
    await pupil.post(`/api/v1/consents/${consentId}/withdraw`);
    const anew = await issueOneFor(at, pupil.personId);
    expect((await sign(pupil, anew)).json()).toMatchObject({ state: 'valid', signers: [{ personId: pupil.personId }] });
  });
});

describe('one person with two sides', () => {
  test('a mentor here who is the mother of a mentee signs each paper as who she is, and ends one without the other', async () => {
    const at = await consentSchool(server);
    const child = await at.guest('Дубов', '2012-05-05');
    await at.enrol(child.personId);
    await at.representation(at.mentor.personId, child.personId);
    await at.papers(child.personId, at.mentor.personId);
    await at.participation(child.personId, { state: 'inBank' });
    await at.participation(at.mentor.personId, { state: 'inBank', role: 'mentor' });
    const own = await issueOneFor(at, at.mentor.personId);
    const theirs = await issueOneFor(at, child.personId);
    const mine = (await at.mentor.get('/api/v1/consents/mine')).json();
    expect(mine.toSign.map(({ id }: { id: string }) => id).toSorted()).toEqual([own, theirs].toSorted());
    expect((await sign(at.mentor, own)).json()).toMatchObject({ state: 'valid', signers: [{ side: 'subject' }] });
    expect((await sign(at.mentor, theirs)).json()).toMatchObject({
      state: 'valid',
      signers: [{ side: 'representative', personId: at.mentor.personId }],
    });
    expect(await covered(at)).toBe('2 of 2');
    expect((await at.mentor.post(`/api/v1/consents/${own}/withdraw`)).statusCode).toBe(200);
    expect(await papersOf(at, child.personId)).toMatchObject([{ id: theirs, state: 'valid' }]);
    // Her own data lie still; what she decides for the child she still decides.
    expect((await at.mentor.get(`/api/v1/consents/${theirs}`)).json()).toMatchObject({ may: { withdraw: true } });
    expect((await sign(at.mentor, await issueOneFor(at, at.mentor.personId))).json()).toMatchObject({ state: 'valid' });
  });

  test('the mother of two withdraws for one: for the other she goes on reading, signing and asking', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2012-05-05');
    const other = await at.guest('Лосева', '2013-05-05');
    await at.enrol(other.personId);
    await at.papers(other.personId);
    await at.representation(mother.personId, other.personId);
    const theirs = await issueOneFor(at, other.personId);
    expect((await mother.post(`/api/v1/consents/${consentId}/withdraw`)).statusCode).toBe(200);
    expect((await sign(mother, theirs)).json()).toMatchObject({ state: 'valid' });
    expect((await mother.get(`/api/v1/my/data?personId=${other.personId}`)).statusCode).toBe(200);
    expect((await mother.get(`/api/v1/my/data?personId=${pupil.personId}`)).statusCode).toBe(200);
    expect(await papersOf(at, other.personId)).toMatchObject([{ state: 'valid' }]);
    expect((await at.officer.get('/api/v1/erasures')).json().planned).toMatchObject([
      { person: { id: pupil.personId } },
    ]);
  });
});

describe('a wider scope (RULE-13)', () => {
  const widen = async (at: ConsentSchool, more: (template: Record<string, unknown[]>) => object, version = 1) => {
    const { templates } = (await at.curator.get('/api/v1/consent-templates')).json();
    const used = templates.find(
      ({ template }: { template: { kind: string; audience: string } }) =>
        template.kind === 'processing' && template.audience === 'representative',
    );
    const template = { ...used.template, ...more(used.template) };
    const saved = await at.curator.put(`/api/v1/consent-templates/${used.id}`, { version, template });
    expect(saved.statusCode).toBe(200);
  };
  const FIRM = { name: 'ООО «Пример»', address: 'Приозёрск, ул. Лесная, 9', gets: 'data' };

  test.each([
    [
      'purpose',
      (t: Record<string, unknown[]>) => ({
        purposes: [...t['purposes']!, { code: 'own:video', text: 'видеозапись встреч', required: false }],
      }),
    ],
    [
      'item of data',
      (t: Record<string, unknown[]>) => ({
        dataItems: [...t['dataItems']!, { code: 'own:hobby', text: 'увлечения', category: 'general' }],
      }),
    ],
    ['receiver', (t: Record<string, unknown[]>) => ({ receivers: [...t['receivers']!, FIRM] })],
  ])(
    'by a new %s: the old paper keeps its own words, the new one is asked for once and replaces it',
    async (_what, more) => {
      const at = await consentSchool(server);
      const { pupil, mother, consentId } = await signedFamily(at, '2012-05-05');
      const wordsOf = async (id: string) => (await mother.get(`/api/v1/consents/${id}`)).json().text as string;
      const before = await wordsOf(consentId);
      await widen(at, more);
      for (const day of ['2024-10-16', '2024-10-17']) {
        await onDay(server, day);
        expect(await tasksOf(at)).toEqual(['consent.renew scopeChanged 2024-10-16']);
      }
      expect(await wordsOf(consentId)).toBe(before);
      expect(await covered(at)).toBe('1 of 1');
      const anew = await issueOneFor(at, pupil.personId);
      expect(await wordsOf(anew)).not.toBe(before);
      // A «да» to the old words is none to the new ones, and a «нет» takes nothing that was given.
      expect(await papersOf(at, pupil.personId)).toMatchObject([
        { state: 'issued' },
        { id: consentId, state: 'valid' },
      ]);
      expect((await sign(mother, anew, REQUIRED)).json()).toMatchObject({ state: 'valid', purposes: REQUIRED });
      expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'valid' }, { state: 'superseded' }]);
      await onDay(server, '2024-10-18');
      expect(await tasksOf(at)).toEqual([]);
    },
  );

  test('does not reach what was signed before: what the old paper does not name is not written', async () => {
    const at = await consentSchool(server);
    const narrow = (t: Record<string, unknown[]>) => ({
      dataItems: t['dataItems']!.filter((item) => (item as { code: string }).code !== 'request'),
    });
    const { templates } = (await at.curator.get('/api/v1/consent-templates')).json();
    const whole = templates.find(
      ({ template }: { template: { kind: string; audience: string } }) =>
        template.kind === 'processing' && template.audience === 'representative',
    ).template;
    await widen(at, narrow);
    const { pupil, mother } = await aFamily(at, '2012-05-05');
    await sign(mother, await issueOneFor(at, pupil.personId));
    const record = await at.participation(pupil.personId, { state: 'inBank' });
    const request = {
      source: 'classTeacher',
      foundOn: '2024-10-15',
      themeId: null,
      description: 'Помочь с алгеброй',
      wishedResult: '',
      urgency: 'calm',
      preferences: { mentorAge: null, subject: null, place: null, times: null },
    };
    const write = () => at.teacher.post(`/api/v1/participants/${record}/requests`, request);
    expect((await write()).json()).toMatchObject({ code: 'scope.data-not-listed' });
    // The list in use names it again; the paper in force still does not.
    await widen(at, () => ({ dataItems: whole.dataItems }), 2);
    expect((await write()).json()).toMatchObject({ code: 'scope.data-not-listed' });
    await onDay(server, '2024-10-16');
    await sign(mother, await issueOneFor(at, pupil.personId));
    expect((await write()).statusCode).toBe(200);
  });

  test('refused, the old paper goes on for what was signed, and nobody asks again', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await signedFamily(at, '2012-05-05');
    await widen(at, (t) => ({ receivers: [...t['receivers']!, FIRM] }));
    await onDay(server, '2024-10-16');
    const anew = await issueOneFor(at, pupil.personId);
    await mother.post(`/api/v1/consents/${anew}/refuse`);
    await onDay(server, '2024-10-17');
    expect(await papersOf(at, pupil.personId)).toMatchObject([{ state: 'refused' }, { id: consentId, state: 'valid' }]);
    expect(await covered(at)).toBe('1 of 1');
    expect(await tasksOf(at)).toEqual([]);
  });
});
