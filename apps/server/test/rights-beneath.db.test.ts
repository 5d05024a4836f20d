import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { reading, writing } from '../src/platform/db/transactions.ts';
import { PARTS } from './rights-every-call.ts';
import { aRealm, MARKS, OTHERS, type Realm } from './rights-world.ts';
import { aSchool, ask, type Person, useServer } from './school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
let realm: Realm;
const who = (name: string): Person => realm.school.people[name]!;
const own = (thing: string): string => realm.own[thing]!;

beforeAll(async () => {
  realm = await aRealm(server, 'Школа № 7');
}, 120_000);

async function cardViews(): Promise<number> {
  return reading(server.db.pool, realm.school, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_events
      where type = 'card.seen' and object_id = ${own('pupil')}`.execute(tx);
    return rows[0]!.n;
  });
}

describe('beneath the rights', () => {
  test('under another school’s name the database shows no row of this one, in any table', async () => {
    const other = await aSchool(server);
    const { rows: tables } = await sql<{ name: string }>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'tenant_id'
      order by 1`.execute(server.db.owner);
    const count = (tenantId: string, table: string) =>
      reading(server.db.pool, { tenantId }, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
          where tenant_id = ${realm.school.tenantId}`.execute(tx);
        return rows[0]!.n;
      });
    const filled: string[] = [];
    for (const { name } of tables) {
      expect(`${name} ${await count(other.tenantId, name)}`).toBe(`${name} 0`);
      if ((await count(realm.school.tenantId, name)) > 0) filled.push(name);
    }
    // The test means something only where there is something to see.
    expect(filled.length).toBeGreaterThan(40);
    expect(filled).toEqual(expect.arrayContaining(['participants', 'consents', 'support_tags', 'identity_documents']));
  });

  test('every view and every export of a minor’s card is written down (RULE-34)', async () => {
    const reason = { purpose: 'Приказ о закреплении' };
    const looks: [string, string, unknown?][] = [
      ['curator', `GET /persons/${own('pupil')}`],
      ['teacher', `GET /persons/${own('pupil')}`],
      ['group', `GET /participants/${own('participantId')}`],
      ['psychologist', `GET /participants/${own('participantId')}/requests`],
      ['director', `GET /consents?personId=${own('pupil')}`],
      ['officer', `GET /consents/${own('consentId')}`],
      ['curator', `GET /consents/${own('scanned')}/scans/${own('scanId')}`],
      ['officer', `GET /persons/${own('pupil')}/identity`],
      ['teacher', `GET /consents/classes/${own('classId')}`],
      ['curator', 'POST /consents/print', { consentIds: [own('consentId')], format: 'docx', ...reason }],
      ['teacher', 'POST /consents/slips', { consentIds: [own('consentId')] }],
      ['curator', 'POST /bank/export', { role: 'mentee', format: 'csv', columns: ['name'], filter: {}, ...reason }],
      ['director', 'POST /register/export', { on: '2024-11-20', format: 'csv', ...reason }],
    ];
    for (const [asker, request, body] of looks) {
      const before = await cardViews();
      expect(`${request} ${(await ask(server, who(asker), request, body)).status}`).toBe(`${request} 200`);
      expect(`${request}: ${await cardViews()} views`).toBe(`${request}: ${before + 1} views`);
    }
  });
});

describe('who looks through another’s eyes', () => {
  test('reads, and every command of a member is refused', async () => {
    const body = { personId: who('curator').id, reason: 'Не открывается список' };
    const administrator = who('administrator');
    expect((await ask(server, administrator, 'POST /impersonation', body)).status).toBe(204);
    expect((await ask(server, administrator, 'GET /bank/mentees')).status).toBe(200);
    const done: string[] = [];
    for (const [endpoint, call] of Object.entries(Object.assign({}, ...Object.values(PARTS)) as object)) {
      const isOpen = [call].flat().some(({ may }: { may: string }) => may === 'anonymous');
      if (endpoint.startsWith('GET ') || isOpen || NO_COMMANDS_OF_MEMBERS.includes(endpoint)) continue;
      const url = endpoint.replaceAll(/\{\w+\}/g, '01a1fbed-529a-7b1c-a805-1e463d5f3534');
      const { body: answer } = await ask<{ code?: string }>(server, administrator, url, {});
      if (answer.code !== 'session.view-only') done.push(`${endpoint} ${answer.code}`);
    }
    expect(done).toEqual([]);
    expect((await ask(server, administrator, 'POST /impersonation/end')).status).toBe(204);
  });
});

/** The way back, and what is the account's and not the member's. */
const NO_COMMANDS_OF_MEMBERS = ['POST /impersonation/end', 'POST /session/organization', 'POST /invitations/join'];

describe('without a second factor (RULE-33)', () => {
  beforeAll(() =>
    writing(server.db.pool, realm.school, (tx) =>
      tx
        .updateTable('organizations')
        .set({ require_second_factor: true })
        .where('tenant_id', '=', realm.school.tenantId)
        .execute(),
    ),
  );

  test.each(['curator', 'director', 'officer'])('the %s reads of no child anywhere', async (asker) => {
    const words = ['Лосева', ...OTHERS, ...Object.values(MARKS)];
    const searches = words.map((word) => `GET /search?q=${encodeURIComponent(word)}`);
    const reads = Object.keys(Object.assign({}, ...Object.values(PARTS)) as object)
      .filter((endpoint) => endpoint.startsWith('GET ') && endpoint !== 'GET /session' && !endpoint.includes('{file}'))
      .map((endpoint) =>
        endpoint.replaceAll(
          /\{(\w+)\}/g,
          (_all, name: string) => realm.own[name === 'personId' ? 'pupil' : name] ?? name,
        ),
      );
    for (const request of [...reads, ...searches]) {
      const { bytes, status } = await ask(server, who(asker), request);
      if (status !== 200) continue;
      for (const word of words) expect(`${request}: ${bytes.toString()}`).not.toContain(word);
    }
    expect((await ask(server, who(asker), 'GET /bank/mentees')).body).toMatchObject({
      code: 'session.second-factor-required',
    });
    expect((await ask(server, who('group'), 'GET /bank/mentees')).status).toBe(200);
  });
});
