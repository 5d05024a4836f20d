import type { signUpEventsAnswer, signUpsAnswer } from '@nastavnik/contracts/sign-ups';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;

beforeAll(async () => {
  bank = await aBankSchool(server);
});

const EVENT = {
  title: 'День наставника',
  heldOn: '2024-11-22',
  place: 'Актовый зал',
  role: 'mentee',
  opensAt: '2024-11-20T06:00:00.000Z',
  closesAt: '2024-11-22T18:00:00.000Z',
};
type Events = z.infer<typeof signUpEventsAnswer>;
type SignUps = z.infer<typeof signUpsAnswer>;
type Poster = { readonly id: string; readonly code: string };

async function anEvent(at = bank, more = {}): Promise<Poster> {
  const { id } = (await at.as(at.people.curator, 'POST /sign-up-events', { ...EVENT, ...more })).body;
  const { events } = (await at.as<Events>(at.people.curator, 'GET /sign-up-events')).body;
  return { id, code: events.find((each) => each.id === id)!.link.split('#')[1]! };
}
const visitor = (code: string, fullName: string, more = {}) =>
  bank.as(undefined, 'POST /sign-up', { code, fullName, place: '7А', adultContact: null, ...more });
const signUps = async ({ id }: Poster) =>
  (await bank.as<SignUps>(bank.people.curator, `GET /sign-up-events/${id}/sign-ups`)).body.signUps;
const take = (poster: Poster, signUpId: string, personId: string) =>
  bank.as(bank.people.curator, `POST /sign-up-events/${poster.id}/sign-ups/${signUpId}/take`, {
    personId,
    formId: null,
  });

describe('a visitor with the code of the poster', () => {
  test('sees the event and nothing else of the school, and signs up once however often the finger taps', async () => {
    const poster = await anEvent();
    const seen = await bank.as(undefined, 'POST /sign-up/view', { code: poster.code });
    expect(seen.body).toEqual({
      tenantId: bank.tenantId,
      organization: 'Школа № 5',
      title: 'День наставника',
      heldOn: '2024-11-22',
      place: 'Актовый зал',
      role: 'mentee',
    });
    const taps = await Promise.all([1, 2, 3].map(() => visitor(poster.code, 'Лосев Петр Ильич')));
    expect(taps.map((each) => each.status)).toEqual([204, 204, 204]);
    expect(await signUps(poster)).toHaveLength(1);
  });

  test('is asked for nothing more than RULE-03 allows', async () => {
    const poster = await anEvent();
    const more = await visitor(poster.code, 'Лосев Пётр Ильич', { diagnosis: 'нет' });
    expect(more.status).toBe(400);
  });

  test('is told when the code is of no event, or the event is not open', async () => {
    expect((await visitor('ABCDEFGHJKLM', 'Лосев Пётр')).body.code).toBe('sign-up.not-found');
    const early = await anEvent(bank, { opensAt: '2024-11-21T06:00:00.000Z' });
    expect((await visitor(early.code, 'Лосев Пётр')).body.code).toBe('sign-up.closed');
    const late = await anEvent(bank, { opensAt: '2024-11-01T06:00:00.000Z', closesAt: '2024-11-20T09:00:00.000Z' });
    expect((await visitor(late.code, 'Лосев Пётр')).body.code).toBe('sign-up.closed');
    expect((await bank.as(undefined, 'POST /sign-up/view', { code: late.code })).body.code).toBe('sign-up.closed');
  });

  test('of another school signs up there: the code alone tells whose event it is', async () => {
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const theirs = await anEvent(elsewhere);
    const mine = await anEvent();
    expect((await visitor(theirs.code, 'Чужаков Олег')).status).toBe(204);
    expect(await signUps(mine)).toEqual([]);
    const asked = await bank.as(bank.people.curator, `GET /sign-up-events/${theirs.id}/sign-ups`);
    expect(asked.body.code).toBe('event.not-found');
  });

  test('fifty telephones at once are fifty entries; the two thousand and first is too many', async () => {
    const poster = await anEvent();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => visitor(poster.code, `Гостев Иван ${'абвгдежзик'[at % 10]}${at}`)),
    );
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set([204]));
    expect(await signUps(poster)).toHaveLength(50);
    await bank.write((tx) =>
      sql`insert into sign_ups (tenant_id, id, event_id, full_name, created_at, state)
        select ${bank.tenantId}, gen_random_uuid(), ${poster.id}, 'Гость ' || n, now(), 'refused'
        from generate_series(1, 1949) n`.execute(tx),
    );
    const last = await Promise.all(['Первый', 'Второй', 'Третий'].map((name) => visitor(poster.code, name)));
    expect(last.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 429, 429]);
  });
});

describe('the office', () => {
  test('recognises the visitor among its people: not those who have left, lie still or were erased', async () => {
    const poster = await anEvent();
    const child = await bank.child('Туманов Глеб Ильич');
    const gone = {
      deactivated_at: new Date(),
      merged_into: bank.pupil.id,
      erased_at: new Date(),
      blocked_at: new Date(),
    };
    for (const [column, value] of Object.entries(gone)) {
      const hidden = await bank.child('Туманов Глеб Олегович');
      await bank.write((tx) =>
        tx
          .updateTable('people')
          .set({ [column]: value })
          .where('tenant_id', '=', bank.tenantId)
          .where('id', '=', hidden)
          .execute(),
      );
    }
    await visitor(poster.code, 'Туманов Глеб');
    const [row] = await signUps(poster);
    expect(row!.matches).toEqual([{ personId: child, name: 'Туманов Глеб Ильич', place: '7А' }]);
  });

  test('takes a sign-up once, even two at once, and the contact has served', async () => {
    const poster = await anEvent();
    const child = await bank.child('Дважды Олег Ильич');
    await visitor(poster.code, 'Дважды Олег', { adultContact: '+7 900 000-00-00' });
    const [row] = await signUps(poster);
    const answers = await Promise.all([take(poster, row!.id, child), take(poster, row!.id, child)]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.map((each) => each.body.code)).toContain('sign-up.decided');
    expect(await signUps(poster)).toMatchObject([{ state: 'taken', adultContact: null, matches: [] }]);
    const made = answers.find((each) => each.status === 200)!.body.id;
    const record = await bank.as<object>(bank.people.curator, `GET /participants/${made}`);
    expect(record.body).toMatchObject({ state: 'nominated', source: 'event', role: 'mentee' });
  });

  test('finds whom the class teacher has proposed already, and does not propose them twice', async () => {
    const poster = await anEvent();
    const child = await bank.child('Знаев Пётр Ильич');
    const known = await bank.participant(child, { state: 'nominated', consents: false });
    await visitor(poster.code, 'Знаев Пётр');
    const [row] = await signUps(poster);
    expect((await take(poster, row!.id, child)).body.id).toBe(known);
  });

  test('is told why somebody cannot be taken, and may refuse', async () => {
    const poster = await anEvent();
    const blocked = await bank.child('Ушедший Иван Ильич');
    await bank.write((tx) =>
      tx.updateTable('people').set({ blocked_at: new Date() }).where('id', '=', blocked).execute(),
    );
    await visitor(poster.code, 'Ушедший Иван');
    const [row] = await signUps(poster);
    expect((await take(poster, row!.id, blocked)).body.code).toBe('participant.consent-required');
    const elsewhere = await aBankSchool(server, 'Школа № 8');
    expect((await take(poster, row!.id, elsewhere.pupil.id)).body.code).toBe('person.not-found');
    const refuse = `POST /sign-up-events/${poster.id}/sign-ups/${row!.id}/refuse`;
    expect((await bank.as(bank.people.curator, refuse)).status).toBe(204);
    expect((await bank.as(bank.people.curator, refuse)).body.code).toBe('sign-up.decided');
  });

  test('alone keeps events: a teacher neither sees nor makes them', async () => {
    const { teacher, director } = bank.people;
    const poster = await anEvent();
    for (const who of [teacher, director, bank.mother]) {
      expect((await bank.as(who, 'GET /sign-up-events')).status).toBe(403);
      expect((await bank.as(who, 'POST /sign-up-events', EVENT)).status).toBe(403);
      expect((await bank.as(who, `GET /sign-up-events/${poster.id}/code`)).status).toBe(403);
    }
    const square = await bank.as(bank.people.curator, `GET /sign-up-events/${poster.id}/code`);
    expect(square.headers['content-type']).toContain('image/svg+xml');
    const backwards = { ...EVENT, closesAt: EVENT.opensAt };
    expect((await bank.as(bank.people.curator, 'POST /sign-up-events', backwards)).status).toBe(400);
  });
});
