import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aPlanInForce } from './plans.ts';
import { aSchool, ask, FormDataBody, type School, STAFF, useServer } from './school.ts';

const server = useServer();

async function events(school: School): Promise<string[]> {
  return server.db.pool.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
    const { rows } = await sql<{ type: string }>`select type from audit_events order by type`.execute(tx);
    return rows.map((row) => row.type);
  });
}

/** RULE-34. Every command that was carried out leaves its entry, one that was refused leaves none. */
test('each command is in the history', async () => {
  const school = await aSchool(server, {
    ...STAFF,
    administrator: { name: 'Котова Нина Ильинична', roles: ['systemAdministrator'] },
  });
  const { curator, director, teacher, administrator } = school.people;
  const plan = await aPlanInForce(server, school, [
    { title: 'Собрание', deadline: 'до 25.11.2024' },
    { title: 'Отчёт', deadline: 'май' },
    { title: 'Встреча', deadline: 'по запросу', condition: 'при наличии наставляемых' },
  ]);
  const [first, second, third] = plan.items;
  const occurrence = `/occurrences/${first!.occurrences[0]!.id}`;
  const walk: [typeof curator, string, unknown, string][] = [
    [teacher, `POST ${occurrence}/start`, undefined, 'item.started'],
    [curator, `POST ${occurrence}/postpone`, { newDue: '2024-12-01', reason: 'так' }, 'item.postponed'],
    [
      teacher,
      `POST ${occurrence}/evidence`,
      { kind: 'document', title: 'Протокол', number: '1', date: '2024-11-01' },
      'evidence.added',
    ],
    [teacher, `POST ${occurrence}/report-done`, { doneOn: '2024-11-19', note: null }, 'item.reported'],
    [curator, `POST ${occurrence}/send-back`, { comment: 'Нет подписи' }, 'item.sent-back'],
    [teacher, `POST ${occurrence}/report-done`, { doneOn: '2024-11-19', note: null }, 'item.reported'],
    [curator, `POST ${occurrence}/confirm`, undefined, 'item.confirmed'],
    [curator, `POST ${occurrence}/reopen`, { reason: 'Ошибка' }, 'item.reopened'],
    [director, `POST /items/${second!.id}/cancel`, { reason: 'Не нужно' }, 'item.cancelled'],
    [curator, `POST /items/${third!.id}/wake`, undefined, 'item.woken'],
    [curator, `POST /items/${third!.id}/occurrences`, { start: null, due: '2024-12-20', note: null }, 'item.requested'],
    [curator, `POST /roadmaps/${plan.id}/amend`, { reason: 'Новое' }, 'roadmap.created'],
    [teacher, 'POST /calendar-feed', undefined, 'feed.opened'],
    [teacher, 'DELETE /calendar-feed', undefined, 'feed.revoked'],
    [administrator, `POST /people/${teacher!.id}/invitation`, undefined, 'person.invited'],
    [administrator, `POST /people/${teacher!.id}/deactivate`, undefined, 'person.deactivated'],
    [administrator, `POST /people/${teacher!.id}/restore`, undefined, 'person.restored'],
  ];
  for (const [who, request, body, type] of walk) {
    const before = await events(school);
    const answer = await ask(server, who, request, body);
    expect(`${request} ${answer.status}`).toMatch(/ 20[04]$/);
    const added = (all: string[]) => all.filter((each) => each === type).length;
    expect(`${type} ${added(await events(school))}`).toBe(`${type} ${added(before) + 1}`);
  }
  const before = await events(school);
  for (const [request, body] of [
    [`POST ${occurrence}/report-done`, { doneOn: '2024-11-21', note: null }],
    [`POST ${occurrence}/report-done`, { doneOn: '2020-11-19', note: null }],
    [`POST /items/${second!.id}/wake`, undefined],
  ] as const) {
    expect((await ask(server, curator, request, body)).status).toBeGreaterThanOrEqual(400);
  }
  expect(await events(school)).toEqual(before);
});

test.each([
  ['отчёт.html', '<script>alert(1)</script>'],
  ['отчёт.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['отчёт.pdf', 'MZ\u0090\u0000'],
  ['отчёт.docx', '%PDF-1.4'],
  ['отчёт.exe', 'MZ\u0090\u0000'],
])('%s is no evidence', async (name, text) => {
  const school = await aSchool(server);
  const plan = await aPlanInForce(server, school, [{ title: 'Собрание' }]);
  const file = new FormDataBody({ name, bytes: Buffer.from(text, 'latin1') });
  const url = `POST /occurrences/${plan.items[0]!.occurrences[0]!.id}/evidence`;
  const answer = await ask<{ code: string }>(server, school.people['curator'], url, file);
  expect(answer.body.code).toMatch(/^file\.type-/);
});
