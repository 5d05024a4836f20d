import { describe, expect, test } from 'vitest';
import {
  aFamily,
  type ConsentSchool,
  consentSchool,
  file,
  issueOneFor,
  REQUIRED,
  withResources,
} from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const on = { signedOn: '2024-10-15' };

async function thirteen(at: ConsentSchool, kind = 'processing') {
  const family = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId, kind);
  return { ...family, consentId, by: [family.mother.personId] };
}

const cardOf = async (at: ConsentSchool, consentId: string) =>
  (await at.curator.get(`/api/v1/consents/${consentId}`)).json();

describe('what is ticked on a paper', () => {
  test('is said by whoever files it: a paper that nobody has read is not filed, nor is its scan kept', async () => {
    const at = await consentSchool(server);
    const { consentId, by } = await thirteen(at);
    const unread = await file(at.curator, consentId, { ...on, by });
    expect(unread.statusCode).toBe(422);
    expect(unread.json()).toMatchObject({ code: 'consent.marks-unread' });
    expect(await cardOf(at, consentId)).toMatchObject({ state: 'issued', scans: [] });
  });

  test.each([
    ['every line', 'all', [...REQUIRED, 'questioning']],
    ['the obligatory ones alone', 'required', REQUIRED],
    ['those that are named', `${REQUIRED.join()},questioning`, [...REQUIRED, 'questioning']],
  ])('may be %s', async (_which, purposes, ticked) => {
    const at = await consentSchool(server);
    const { consentId, by } = await thirteen(at);
    expect((await file(at.teacher, consentId, { ...on, by, purposes })).json()).toMatchObject({
      consent: { state: 'valid' },
    });
    expect((await cardOf(at, consentId)).purposes).toEqual(ticked);
    const said = await at.write((tx) =>
      tx
        .selectFrom('audit_events')
        .select(['data', 'actor_person_id'])
        .where('object_id', '=', consentId)
        .where('type', '=', 'consent.signed')
        .executeTakeFirstOrThrow(),
    );
    expect(said).toMatchObject({ actor_person_id: at.teacher.personId, data: { ticks: ticked } });
  });

  test('without an obligatory line is no consent, with an unknown one a mistake', async () => {
    const at = await consentSchool(server);
    const { consentId, by } = await thirteen(at);
    const codes = ['matching,meetings', 'video', ''].map(
      async (purposes) => (await file(at.curator, consentId, { ...on, by, purposes })).json<{ code: string }>().code,
    );
    expect(await Promise.all(codes)).toEqual([
      'consent.purposes-missing',
      'consent.choice-unknown',
      'consent.purposes-missing',
    ]);
    expect((await cardOf(at, consentId)).state).toBe('issued');
  });
});

describe('a paper about publication', () => {
  const site = { item: 'photo', resourceId: 'site', condition: null };
  const town = { item: 'photo', resourceId: 'town', condition: 'без фамилии' };

  test('allows nothing that was not read off it: no box read, or none ticked, is no consent', async () => {
    const at = await consentSchool(server);
    await withResources(at, 'representative');
    const { consentId, by, pupil } = await thirteen(at, 'dissemination');
    await at.participation(pupil.personId, { state: 'inBank' });
    const paper = { ...on, by, purposes: 'all' };
    expect((await file(at.curator, consentId, paper)).json()).toMatchObject({ code: 'consent.marks-unread' });
    expect((await file(at.curator, consentId, { ...paper, choices: [] })).json()).toMatchObject({
      code: 'consent.nothing-chosen',
    });
    const coverage = async () => (await at.curator.get('/api/v1/consents/coverage')).json().dissemination;
    expect(await coverage()).toEqual({ numerator: 0, denominator: 1 });
    expect((await file(at.curator, consentId, { ...paper, choices: [site] })).json()).toMatchObject({
      consent: { state: 'valid' },
    });
    expect((await cardOf(at, consentId)).choices).toEqual([site]);
    expect(await coverage()).toEqual({ numerator: 1, denominator: 1 });
  });

  test('of two signers on two sheets allows what both have ticked', async () => {
    const at = await consentSchool(server);
    await withResources(at);
    const { pupil, mother } = await aFamily(at, '2009-03-05');
    const consentId = await issueOneFor(at, pupil.personId, 'dissemination');
    const paper = { ...on, purposes: 'all' };
    await file(at.curator, consentId, { ...paper, by: [mother.personId], choices: [site, town] });
    const elsewhere = { item: 'video', resourceId: 'site', condition: null };
    const none = { ...paper, by: [pupil.personId], choices: [elsewhere] };
    expect((await file(at.curator, consentId, none)).json()).toMatchObject({ code: 'consent.nothing-chosen' });
    await file(at.curator, consentId, { ...none, choices: [{ ...town, condition: 'со спины' }] });
    expect(await cardOf(at, consentId)).toMatchObject({
      state: 'valid',
      choices: [{ ...town, condition: 'без фамилии; со спины' }],
    });
  });
});
