import { describe, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { aPupil } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';
import { newId } from '../../platform/ids.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const TITLE = { title: '2024/25' };
const AFTER = '2025-09-01T09:00:00+03:00';

/** A pupil with a consent that holds, one without, a mentor who has done with it; the words of a request and of an interview. */
async function aCycleGoneBy(at: ConsentSchool) {
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  await sign(mother, await issueOneFor(at, pupil.personId));
  const formId = await at.form();
  const withConsent = await at.participation(pupil.personId, { state: 'inBank', formId });
  const other = await aPupil(at.place, 'Соболев Илья Петрович', at.classId);
  await at.participation(other, { state: 'waiting', formId });
  const done = await at.participation(at.mentor.personId, { state: 'completed', role: 'mentor', formId });
  const row = { tenant_id: at.place.tenantId };
  await at.write(async (tx) => {
    for (const [participant_id, to_state] of [
      [withConsent, 'inBank'],
      [done, 'completed'],
    ] as const) {
      await tx
        .insertInto('participant_changes')
        .values({
          ...row,
          id: newId(at.place.now),
          participant_id,
          on_day: '2024-10-15' as never,
          at: at.place.now,
          command: 'enterBank',
          to_state,
          form_id: formId,
          reason: 'Лосев просил сам',
          actor_person_id: at.curator.personId,
          actor_name: 'Лугова И. Ю.',
        })
        .execute();
    }
    await tx
      .insertInto('mentee_requests')
      .values({
        ...row,
        id: newId(at.place.now),
        participant_id: withConsent,
        source: 'self',
        found_on: '2024-10-15' as never,
        state: 'accepted',
        description: 'Лосев хочет стать инженером',
        created_by: at.curator.personId,
        created_at: at.place.now,
      })
      .execute();
    await tx
      .insertInto('interviews')
      .values({
        ...row,
        id: newId(at.place.now),
        participant_id: done,
        held_on: '2024-10-15' as never,
        interviewer_id: at.curator.personId,
        outcome: 'recommended',
        note: 'Дубов рассказал о себе',
        recorded_at: at.place.now,
      })
      .execute();
  });
  return { pupil, formId };
}

/** Everything that is reported about the people of a cycle: IND-05 with its parts, the register of days and of quarters. */
async function reportOf(at: ConsentSchool) {
  const { lacking, on, ...coverage } = (
    await at.director.get(`/api/v1/consents/coverage?cycleId=${at.cycleId}`)
  ).json();
  const counts = async (day: string) => (await at.director.get(`/api/v1/register?on=${day}`)).json().counts;
  return {
    coverage,
    on: on as string,
    lacking: (lacking as unknown[]).length,
    register: [await counts('2024-10-15'), await counts('2025-08-31')],
    quarters: (await at.director.get('/api/v1/register/quarters')).json(),
  };
}

async function depersonalised(at: ConsentSchool) {
  const made = await aCycleGoneBy(at);
  server.clock.moveTo(AFTER);
  const before = await reportOf(at);
  const answer = await at.officer.post(`/api/v1/cycles/${at.cycleId}/depersonalise`, TITLE);
  expect(answer.statusCode).toBe(200);
  return { ...made, before, run: answer.json() };
}

describe('a closed cycle without its persons (RULE-39)', () => {
  test('the report before is the report after, also when the consents are long over', async () => {
    server.clock.moveTo('2024-10-15T09:00:00+03:00');
    const at = await consentSchool(server);
    const { before } = await depersonalised(at);
    expect(before.coverage).toMatchObject({ numerator: 1, denominator: 2, percent: 50 });
    const { lacking, ...after } = await reportOf(at);
    const { lacking: _named, ...figures } = before;
    expect(after).toEqual(figures);
    expect(lacking).toBe(0);
    server.clock.moveTo('2029-09-01T09:00:00+03:00');
    expect((await reportOf(at)).coverage).toEqual(before.coverage);
  });

  test('no name, no class and no word of anybody is left; codes and ages are', async () => {
    server.clock.moveTo('2024-10-15T09:00:00+03:00');
    const at = await consentSchool(server);
    const { pupil } = await depersonalised(at);
    const rows = await at.write(async (tx) => ({
      people: await tx
        .selectFrom('participants as t')
        .innerJoin('people as p', (join) =>
          join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.person_id'),
        )
        .select(['p.family_name', 'p.given_name', 'p.birth_date'])
        .where('t.tenant_id', '=', at.place.tenantId)
        .orderBy('p.family_name')
        .execute(),
      texts: [
        await tx.selectFrom('mentee_requests').selectAll().where('tenant_id', '=', at.place.tenantId).execute(),
        await tx.selectFrom('interviews').selectAll().where('tenant_id', '=', at.place.tenantId).execute(),
        await tx.selectFrom('participant_changes').selectAll().where('tenant_id', '=', at.place.tenantId).execute(),
      ],
    }));
    expect(rows.people.map((each) => each.family_name)).toEqual(['У-001', 'У-002', 'У-003']);
    // 13 and 14 full years on the last day of the cycle; the mentor's birth date nobody knew.
    expect(
      rows.people
        .map((each) => each.birth_date?.slice(0, 4) ?? 'none')
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['2011', '2012', 'none']);
    expect(JSON.stringify(rows.texts)).not.toMatch(/Лосев|Дубов|Лугова/);
    expect(JSON.stringify(rows.texts)).not.toContain(pupil.personId);
  });

  test('the act and the log say how many, by codes; the history says who did it', async () => {
    server.clock.moveTo('2024-10-15T09:00:00+03:00');
    const at = await consentSchool(server);
    const { run } = await depersonalised(at);
    expect(run).toMatchObject({ number: 1, subjects: 3 });
    const log = await at.director.get(`/api/v1/destruction-runs/${run.id}/log`);
    expect(log.body).toContain('"У-003"');
    expect(log.body).not.toMatch(/Лосев|Дубов|Соболев/);
    const act = await at.director.get(`/api/v1/destruction-runs/${run.id}/act`);
    expect(act.headers['content-type']).toContain('pdf');
    const { cycles } = (await at.curator.get('/api/v1/closed-cycles')).json();
    expect(cycles).toMatchObject([
      { title: '2024/25', participants: 3, people: 3, texts: 0, done: { by: 'Ильина Вера' }, hindrance: null },
    ]);
  });

  test('what would go is counted first; it takes the officer or the director, a closed cycle, and its title', async () => {
    server.clock.moveTo('2024-10-15T09:00:00+03:00');
    const at = await consentSchool(server);
    await aCycleGoneBy(at);
    const url = `/api/v1/cycles/${at.cycleId}/depersonalise`;
    expect((await at.officer.post(url, TITLE)).json()).toMatchObject({ code: 'cycle.not-closed' });
    server.clock.moveTo(AFTER);
    expect((await at.curator.get('/api/v1/closed-cycles')).json()).toMatchObject({
      cycles: [{ participants: 3, people: 3, texts: 4, done: null, hindrance: null, may: { depersonalise: false } }],
    });
    expect((await at.curator.post(url, TITLE)).statusCode).toBe(403);
    expect((await at.officer.post(url, {})).statusCode).toBe(400);
    expect((await at.officer.post(url, { title: '2023/24' })).json()).toMatchObject({ code: 'cycle.title-differs' });
    const running = await aPupil(at.place, 'Рысев Олег Львович', at.classId);
    await at.participation(running, { state: 'active' });
    expect((await at.officer.post(url, TITLE)).json()).toMatchObject({ code: 'cycle.units-open' });
    await at.write((tx) =>
      tx
        .updateTable('participants')
        .set({ state: 'completed' })
        .where('tenant_id', '=', at.place.tenantId)
        .where('person_id', '=', running)
        .execute(),
    );
    expect((await at.director.post(url, TITLE)).json()).toMatchObject({ subjects: 4 });
    expect((await at.officer.post(url, TITLE)).json()).toMatchObject({ code: 'cycle.depersonalised' });
    const elsewhere = await consentSchool(server, 'Школа № 6');
    expect((await elsewhere.officer.post(url, TITLE)).json()).toMatchObject({ code: 'cycle.not-found' });
  });
});
