import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { afterEach, describe, expect, test } from 'vitest';
import {
  aFamily,
  type ConsentSchool,
  consentSchool,
  issueOneFor,
  sign,
  withResources,
} from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

/** A pupil of fifteen in the bank, with a consent of both. */
async function inBank(at: ConsentSchool) {
  const family = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId);
  await sign(family.mother, consentId);
  await sign(family.pupil, consentId);
  await at.participation(family.pupil.personId, { state: 'inBank' });
  return { ...family, consentId };
}

async function everythingStored(at: ConsentSchool): Promise<string> {
  const tables = [
    'people',
    'participants',
    'participant_changes',
    'notices',
    'duty_tasks',
    'subject_demands',
    'mentee_requests',
    'pupils',
  ] as const;
  const found: unknown[] = [];
  await at.write(async (tx) => {
    for (const table of tables) {
      found.push(await tx.selectFrom(table).selectAll().where('tenant_id', '=', at.place.tenantId).execute());
    }
  });
  return JSON.stringify(found);
}

describe('withdrawal', () => {
  test('the pupil of fifteen alone: it stops in the same minute, and everything is planned', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    const answer = await pupil.post(`/api/v1/consents/${consentId}/withdraw`);
    expect(answer.json()).toMatchObject({
      consent: { state: 'withdrawn', endedOn: '2024-10-15', endReason: 'withdrawnBySubject' },
      erasedBy: '2024-11-14',
    });
    const rows = await at.write(async (tx) => ({
      person: await tx.selectFrom('people').select('blocked_at').where('id', '=', pupil.personId).executeTakeFirst(),
      participations: await tx
        .selectFrom('participants')
        .select('state')
        .where('person_id', '=', pupil.personId)
        .execute(),
    }));
    expect(rows.person?.blocked_at).not.toBeNull();
    expect(rows.participations).toEqual([{ state: 'withdrawn' }]);
    // Proof for the officer and for the person; nobody's working material any more (RULE-18).
    const url = `/api/v1/consents/${consentId}`;
    expect((await at.officer.get(url)).statusCode).toBe(200);
    expect((await mother.get(url)).statusCode).toBe(200);
    for (const other of [at.curator, at.teacher, at.director, at.mentor])
      expect((await other.get(url)).statusCode).toBe(403);
    expect((await at.mentor.get(`/api/v1/consents?personId=${pupil.personId}`)).statusCode).toBe(403);
    expect((await at.officer.get('/api/v1/erasures')).json().planned).toMatchObject([
      { person: { id: pupil.personId }, ground: 'withdrawal', dueOn: '2024-11-14', heldBy: null },
    ]);
    expect((await pupil.post(`/api/v1/consents/${consentId}/withdraw`)).json()).toMatchObject({
      code: 'consent.state',
    });
  });

  test('a statement on paper counts from the day it came; by mistake, a new consent gives everything back', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    const statement = { by: mother.personId, receivedOn: '2024-10-15' };
    const url = `/api/v1/consents/${consentId}/record-withdrawal`;
    expect((await at.mentor.post(url, statement)).statusCode).toBe(403);
    expect((await at.teacher.post(url, { ...statement, by: at.curator.personId })).json()).toMatchObject({
      code: 'consent.withdraw-not-yours',
    });
    expect((await at.teacher.post(url, statement)).json()).toMatchObject({ erasedBy: '2024-11-14' });
    const anew = await issueOneFor(at, pupil.personId);
    await sign(mother, anew);
    expect((await sign(pupil, anew)).json()).toMatchObject({ state: 'valid' });
    expect((await at.officer.get('/api/v1/erasures')).json().planned).toEqual([]);
  });

  test('a representative of two children withdraws for one: the other stays', async () => {
    const at = await consentSchool(server);
    const [one, other, mother] = [
      await at.guest('Лосев', '2011-03-05'),
      await at.guest('Лосева', '2012-03-05'),
      await at.guest('Лосева'),
    ];
    await at.papers(one.personId, other.personId, mother.personId);
    const ids: string[] = [];
    for (const child of [one, other]) {
      await at.enrol(child.personId);
      await at.representation(mother.personId, child.personId);
      const id = await issueOneFor(at, child.personId);
      await sign(mother, id);
      ids.push(id);
    }
    await mother.post(`/api/v1/consents/${ids[0]}/withdraw`);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await mother.get(`/api/v1/consents/${ids[1]}`)).json()).toMatchObject({
      state: 'valid',
      person: { name: 'Лосева Анна Игоревна' },
    });
  });

  test('of a publication: only the ticked places get a task with three working days, and the person stays', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await inBank(at);
    await withResources(at);
    const consentId = await issueOneFor(at, pupil.personId, 'dissemination');
    const card = (await mother.get(`/api/v1/consents/${consentId}`)).json();
    expect(card).toMatchObject({ choices: [], signHindrance: 'consent.method-not-allowed' });
    const choices = [{ item: 'photo', resourceId: 'site', condition: 'без фамилии' }];
    const chosen = { version: card.version, choices };
    expect((await mother.put(`/api/v1/consents/${consentId}/choices`, chosen)).json()).toMatchObject({ choices });
    const stranger = [{ item: 'photo', resourceId: 'telegram', condition: null }];
    const next = { version: card.version + 1, choices: stranger };
    expect((await mother.put(`/api/v1/consents/${consentId}/choices`, next)).json()).toMatchObject({
      code: 'consent.choice-unknown',
    });
    await at.write(async (tx) => {
      await tx
        .updateTable('consents')
        .set({ state: 'valid', valid_from: '2024-10-15' as never })
        .where('id', '=', consentId)
        .execute();
    });
    // RULE-19: the demand itself ends the consent on receipt.
    const demand = { personId: pupil.personId, kind: 'stopDissemination', text: 'фотография' };
    expect((await mother.post('/api/v1/demands', demand)).json()).toMatchObject({ dueOn: '2024-10-15' });
    expect((await mother.get(`/api/v1/consents/${consentId}`)).json()).toMatchObject({ state: 'withdrawn' });
    expect((await at.officer.get('/api/v1/erasures')).json().planned).toEqual([]);
    const { duties } = (await at.curator.get('/api/v1/duties')).json();
    expect(duties).toMatchObject([
      { kind: 'demand.answer', dueOn: '2024-10-15' },
      { kind: 'publication.stop', dueOn: '2024-10-18', data: { address: 'https://school.example/mentoring' } },
    ]);
    expect((await at.curator.post(`/api/v1/duties/${duties[1].id}/done`, { proof: '' })).json()).toMatchObject({
      code: 'duty.proof-required',
    });
    const done = await at.curator.post(`/api/v1/duties/${duties[1].id}/done`, { proof: 'снято, снимок страницы' });
    expect(done.json()).toMatchObject({ state: 'done' });
  });
});

describe('destruction', () => {
  test('told on the 25th day, done on the 30th: the name is gone, the consent stays with the officer, two files agree', async () => {
    const at = await consentSchool(server);
    const { pupil, consentId } = await inBank(at);
    await pupil.post(`/api/v1/consents/${consentId}/withdraw`);
    expect(await everythingStored(at)).toContain('Лосев');
    server.clock.moveTo('2024-11-08T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await at.officer.get('/api/v1/duties')).json().duties).toEqual([]);
    server.clock.moveTo('2024-11-09T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await at.officer.get('/api/v1/duties')).json().duties).toMatchObject([
      { kind: 'erasure.due', dueOn: '2024-11-14' },
    ]);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    await server.run('destroy-due');
    const { planned, runs } = (await at.officer.get('/api/v1/erasures')).json();
    expect(planned).toEqual([]);
    // The child, and the mother who stood here for this child alone.
    expect(runs).toMatchObject([{ number: 1, subjects: 2, keepUntil: '2027-11-14' }]);
    expect(await everythingStored(at)).not.toContain('Лосев');
    expect((await pupil.get('/api/v1/consents/mine')).statusCode).toBe(401);
    const proof = (await at.officer.get(`/api/v1/consents/${consentId}`)).json();
    expect(proof).toMatchObject({ state: 'withdrawn', document: { subject: { fullName: 'Лосев Анна Игоревна' } } });

    const log = (await at.officer.get(`/api/v1/destruction-runs/${runs[0].id}/log`)).rawPayload.toString();
    const codes = [...log.matchAll(/У-\d{6}/g)].map(([code]) => code);
    expect(codes).toHaveLength(2);
    expect(log).not.toContain('Лосев');
    const act = await at.officer.get(`/api/v1/destruction-runs/${runs[0].id}/act`);
    expect(act.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const record = await at.write((tx) =>
      tx.selectFrom('destruction_runs').select('record').where('id', '=', runs[0].id).executeTakeFirstOrThrow(),
    );
    expect((record.record as { subjects: { code: string }[] }).subjects.map(({ code }) => code)).toEqual(codes);
    expect((await at.teacher.get(`/api/v1/destruction-runs/${runs[0].id}/act`)).statusCode).toBe(403);
  });

  test('the proof of an achievement goes with its file; three years on the consent itself goes with its scan', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    const kept = await server.deps.files.put(Buffer.from('%PDF-1.7 грамота Лосева'));
    await at.write(async (tx) => {
      const now = at.place.now;
      const tenant = { tenant_id: at.place.tenantId };
      const file = { ...tenant, id: consentId, sha256: kept.sha256, size: kept.size, media_type: 'application/pdf' };
      await tx
        .insertInto('files')
        .values({ ...file, name: 'Грамота Лосев.pdf', added_at: now })
        .execute();
      await tx
        .insertInto('achievements')
        .values({
          ...tenant,
          id: consentId,
          person_id: pupil.personId,
          field: 'sport',
          title: 'Бег',
          proof_kind: 'file',
          proof_file_id: consentId,
          recorded_by: at.curator.personId,
          recorded_at: now,
        })
        .execute();
    });
    await mother.post(`/api/v1/consents/${consentId}/withdraw`);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    await server.runJobs();
    await expect(server.deps.files.get(kept.sha256)).rejects.toMatchObject({ code: 'file.not-found' });
    const url = `/api/v1/consents/${consentId}`;
    server.clock.moveTo('2027-10-15T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await at.officer.get(url)).statusCode).toBe(200);
    server.clock.moveTo('2027-10-16T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await at.officer.get(url)).statusCode).toBe(404);
  });

  test('the officer need not wait; nobody else may, and what a new consent holds stays', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    await mother.post(`/api/v1/consents/${consentId}/withdraw`);
    const [planned] = (await at.officer.get('/api/v1/erasures')).json().planned;
    const body = { ids: [planned.id] };
    expect((await at.curator.post('/api/v1/erasures/run', body)).statusCode).toBe(403);
    expect((await at.officer.post('/api/v1/erasures/run', body)).json()).toMatchObject({
      run: { number: 1 },
      held: [],
    });
    expect((await at.officer.post('/api/v1/erasures/run', body)).json()).toMatchObject({ code: 'erasure.not-found' });
    expect((await pupil.get('/api/v1/consents/mine')).statusCode).toBe(401);
  });

  test('whoever works here loses the mentoring data and stays a colleague', async () => {
    const at = await consentSchool(server);
    const consentId = await issueOneFor(at, at.mentor.personId);
    await at.papers(at.mentor.personId);
    await sign(at.mentor, await renewedHash(at, consentId));
    await at.write((tx) =>
      tx
        .insertInto('competence_cards')
        .values({ tenant_id: at.place.tenantId, person_id: at.mentor.personId, card: '{}' })
        .execute(),
    );
    await meantForARequest(at);
    expect((await at.mentor.post(`/api/v1/consents/${consentId}/withdraw`)).statusCode).toBe(200);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    const left = await at.write(async (tx) => ({
      person: await tx
        .selectFrom('people')
        .select(['family_name', 'erased_at', 'blocked_at'])
        .where('id', '=', at.mentor.personId)
        .executeTakeFirst(),
      cards: await tx.selectFrom('competence_cards').selectAll().where('person_id', '=', at.mentor.personId).execute(),
      answers: await tx.selectFrom('request_answers').selectAll().execute(),
      minutes: await tx.selectFrom('council_recommendations').selectAll().execute(),
    }));
    expect(left).toEqual({
      person: { family_name: 'Дубов', erased_at: null, blocked_at: null },
      cards: [],
      answers: [],
      minutes: [],
    });
  });

  /** C4, PC1: a pupil's request the mentor is meant for, and what the council said of the mentor. */
  async function meantForARequest(at: ConsentSchool): Promise<void> {
    const { pupil } = await aFamily(at, '2011-03-05');
    const mentorship = await at.participation(at.mentor.personId, { role: 'mentor', state: 'selected' });
    const participation = await at.participation(pupil.personId, { state: 'inBank' });
    const by = { tenant_id: at.place.tenantId };
    const today = '2024-10-10' as PlainDate;
    await at.write(async (tx) => {
      const request = { ...by, id: participation, participant_id: participation, source: 'self', state: 'accepted' };
      await tx
        .insertInto('mentee_requests')
        .values({ ...request, found_on: today, created_by: at.curator.personId, created_at: at.place.now })
        .execute();
      const proposed = { proposed_on: today, proposed_by: at.curator.personId, proposed_at: at.place.now };
      await tx
        .insertInto('request_answers')
        .values({ ...by, id: mentorship, request_id: participation, mentor_id: mentorship, ...proposed })
        .execute();
      const minutes = { council: 'Совет', minutes_number: '1', decided_on: today, words: 'Рекомендован' };
      const recorded = { recorded_by: at.curator.personId, recorded_at: at.place.now };
      await tx
        .insertInto('council_recommendations')
        .values({ ...by, id: mentorship, participant_id: mentorship, ...minutes, ...recorded })
        .execute();
    });
  }

  test('a nominee whose mother says no: the proposal is gone in thirty days, the pupil stays in the class', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2011-03-05');
    const participantId = await at.participation(pupil.personId, { state: 'consentPending' });
    await mother.post(`/api/v1/consents/${await issueOneFor(at, pupil.personId)}/refuse`);
    expect((await at.officer.get('/api/v1/erasures')).json().planned).toMatchObject([
      { ground: 'refusal', dueOn: '2024-11-14' },
    ]);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    const left = await at.write((tx) =>
      tx.selectFrom('participants').select('id').where('id', '=', participantId).execute(),
    );
    expect(left).toEqual([]);
    const sheet = (await at.teacher.get(`/api/v1/consents/classes/${at.classId}`)).json();
    expect(sheet.rows).toMatchObject([{ person: { name: 'Лосев Анна Игоревна' }, participant: false }]);
    // The mother is the pupil's mother as before: another consent may be asked of both.
    const card = (await at.teacher.get(`/api/v1/persons/${pupil.personId}`)).json();
    expect(card.representatives).toMatchObject([{ person: { name: 'Лосева Анна Игоревна' }, endedOn: null }]);
    expect((await mother.get('/api/v1/consents/mine')).statusCode).toBe(200);
  });

  test('a parent who leaves the programme stays the parent of a child who learns here', async () => {
    const at = await consentSchool(server);
    const { mother } = await aFamily(at, '2011-03-05');
    const consentId = await issueOneFor(at, mother.personId);
    await sign(mother, consentId);
    await mother.post(`/api/v1/consents/${consentId}/withdraw`);
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await mother.get('/api/v1/consents/mine')).statusCode).toBe(200);
  });

  test('with the person every other consent ends too, and the officer alone reads what is left; its tasks are closed', async () => {
    const at = await consentSchool(server);
    const { pupil, mother, consentId } = await inBank(at);
    await withResources(at);
    const other = await issueOneFor(at, pupil.personId, 'dissemination');
    await mother.post(`/api/v1/consents/${consentId}/withdraw`);
    server.clock.moveTo('2024-11-09T09:00:00+03:00');
    await server.run('destroy-due');
    server.clock.moveTo('2024-11-14T09:00:00+03:00');
    await server.run('destroy-due');
    expect((await at.officer.get(`/api/v1/consents/${other}`)).json()).toMatchObject({
      state: 'expired',
      endedOn: '2024-11-14',
      endReason: 'destroyed',
    });
    expect((await at.curator.get(`/api/v1/consents/${other}`)).statusCode).toBe(403);
    expect((await at.curator.get('/api/v1/consents/register')).body).not.toContain('Лосев');
    expect((await at.officer.get('/api/v1/duties')).json().duties).toEqual([]);
  });
});

/** The paper of the signer is known by now: the text was drawn anew when it was entered through the door. */
async function renewedHash(at: ConsentSchool, consentId: string): Promise<string> {
  const paper = { kind: 'passport', number: '41 00 000000', issuedOn: null, issuer: null, address: 'Приозёрск' };
  await at.mentor.put(`/api/v1/persons/${at.mentor.personId}/identity`, paper);
  return consentId;
}
