import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;
beforeAll(async () => {
  bank = await aBankSchool(server);
});

type Page = { rows: { person: { name: string } }[]; next: string | null; total: number | null };
const page = async (query: string) => (await bank.as<Page>(bank.people.curator, `GET /bank/mentees?${query}`)).body;

const ask = (participant: string, urgency: string, state = 'accepted') =>
  bank.write((tx) =>
    sql`
      with theme as (
        insert into request_themes (tenant_id, id, name, audience, position)
        values (${bank.tenantId}, gen_random_uuid(), gen_random_uuid()::text, 'pupil', 1) returning id)
      insert into mentee_requests (tenant_id, id, participant_id, theme_id, source, found_on, state, description, urgency, created_by, created_at)
      select ${bank.tenantId}, gen_random_uuid(), ${participant}, theme.id, 'classTeacher', date '2024-10-05', ${state}, 'Помочь', ${urgency},
        ${bank.people.curator.id}, now() from theme`.execute(tx),
  );

test('the most urgent come first, each part by name, over the borders of pages and parts', async () => {
  const wanted: readonly (readonly [string, readonly string[]])[] = [
    ['Яшин', ['urgent', 'calm']],
    ['Карпов', ['soon']],
    ['Абрамов', ['calm']],
    ['Ершов', []],
    ['Ёлкин', ['urgent']],
    ['Щукин', ['soon', 'soon']],
    ['Вяткин', []],
  ];
  for (const [family, urgencies] of wanted) {
    const record = await bank.participant(await bank.child(`${family} Олег Ильич`));
    for (const urgency of urgencies) await ask(record, urgency);
    // What was cancelled presses nobody.
    await ask(record, 'urgent', 'cancelled');
  }
  for (const limit of [1, 2, 3, 50]) {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const answer: Page = await page(`sort=urgency&limit=${limit}${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...answer.rows.map(({ person }) => person.name.split(' ')[0]!));
      next = answer.next;
    } while (next !== null && seen.length < 20);
    expect(seen).toEqual(['Ёлкин', 'Яшин', 'Карпов', 'Щукин', 'Абрамов', 'Вяткин', 'Ершов']);
  }
});

test('are counted up to a thousand; whoever has withdrawn is not among them', async () => {
  await bank.write((tx) =>
    sql`
      with children as (
        insert into people (tenant_id, id, family_name, given_name, blocked_at)
        select ${bank.tenantId}, gen_random_uuid(), 'Многих', 'Олег', case when n > 993 then now() end from generate_series(1, 1093) n
        returning id)
      insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
      select ${bank.tenantId}, gen_random_uuid(), c.id, 'mentee', t.cycle_id, 'inBank', date '2024-10-01', 'classTeacher', now()
      from children c, (select distinct cycle_id from participants where tenant_id = ${bank.tenantId}) t`.execute(tx),
  );
  // Seven of the test before.
  expect((await page('limit=5')).total).toBe(1000);
  expect((await page('limit=5&urgency=soon')).total).toBe(2);
  expect((await page(`limit=5&search=${encodeURIComponent('многих')}`)).total).toBe(993);
  await bank.participant(await bank.child('Тысячный Олег Ильич'));
  expect((await page('limit=5')).total).toBeNull();
});
