import type { IndicatorsAnswer, Roadmap, todayAnswer } from '@nastavnik/contracts/roadmaps';
import { readSource } from '@nastavnik/documents/read/read-source';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aDraft, aPlanInForce, inForce } from '../../../test/plans.ts';
import { aSchool, ask, type School, STAFF, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
type Today = z.infer<typeof todayAnswer>;

const ITEMS = [
  { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Директор' },
  { title: 'Собрать согласия', deadline: 'до 22.11.2024' },
  { title: 'Провести встречу', deadline: 'до 26.11.2024' },
  { title: 'Консультировать', deadline: 'по запросу' },
  { title: 'Подвести итоги', deadline: 'май', responsible: 'Лугова И.Ю.' },
];
const proof = { kind: 'document', title: 'Протокол', number: '7', date: '2024-11-18' };

async function finish(school: School, plan: Roadmap, item: number, doneOn: string): Promise<void> {
  const id = plan.items[item]!.occurrences[0]!.id;
  await ask(server, school.people['curator'], `POST /occurrences/${id}/evidence`, proof);
  await ask(server, school.people['curator'], `POST /occurrences/${id}/report-done`, { doneOn, note: null });
}

describe('«Сегодня»', () => {
  test('a teacher sees the own items: this week, soon, on request', async () => {
    const school = await aSchool(server);
    await aPlanInForce(server, school, ITEMS);
    const { body } = await ask<Today>(server, school.people['teacher'], 'GET /today');
    const titles = (list: Today['late']) => list.map((entry) => entry.title);
    expect([titles(body.late), titles(body.week), titles(body.soon), titles(body.onRequest)]).toEqual([
      [],
      ['Собрать согласия'],
      ['Провести встречу'],
      ['Консультировать'],
    ]);
    expect(body.week[0]).toMatchObject({ days: 2, mine: true, dueState: 'dueSoon' });
  });

  test('the curator sees what is late with everybody, what waits for confirmation, and imports to finish', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    const id = plan.items[1]!.occurrences[0]!.id;
    await ask(server, school.people['teacher'], `POST /occurrences/${id}/evidence`, proof);
    await ask(server, school.people['teacher'], `POST /occurrences/${id}/report-done`, {
      doneOn: '2024-11-19',
      note: null,
    });
    await ask(server, school.people['curator'], 'POST /imports/paste', { name: 'План', text: 'x', html: null });
    const { body } = await ask<Today>(server, school.people['curator'], 'GET /today');
    expect(body.late.map((entry) => [entry.title, entry.days])).toEqual([['Издать приказ', -51]]);
    expect(body.waitingForMe.map((entry) => entry.title)).toEqual(['Собрать согласия']);
    expect(body.tasks.map((task) => task.kind)).toEqual(['import']);
    expect((await ask<Today>(server, school.people['teacher'], 'GET /today')).body.waitingForOthers).toHaveLength(1);
  });

  test('the steps of a roadmap wait for who takes them', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, ITEMS);
    const tasks = async (who: string) =>
      (await ask<Today>(server, school.people[who], 'GET /today')).body.tasks.map((task) => task.kind);
    expect(await tasks('curator')).toEqual(['submit']);
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect([await tasks('curator'), await tasks('director'), await tasks('teacher')]).toEqual([
      ['consider'],
      ['approve'],
      [],
    ]);
  });
});

describe('IND-01 and IND-02', () => {
  test('count what is due by the day, with the occurrences behind the numbers', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    await finish(school, plan, 0, '2024-10-02');
    const { body } = await ask<IndicatorsAnswer>(
      server,
      school.people['director'],
      `GET /roadmaps/${plan.id}/indicators?on=2024-11-25`,
    );
    expect(body).toMatchObject({
      on: '2024-11-25',
      completion: { numerator: 1, denominator: 2, met: false },
      timeliness: { numerator: 0, denominator: 1 },
      byStage: [{ completion: { numerator: 1, denominator: 2 }, late: 1 }],
    });
    expect(body.rows.map((row) => row.why)).toEqual([
      'done-late',
      'not-done',
      'not-due-yet',
      'no-request',
      'not-due-yet',
    ]);
    expect(body.byResponsible.map((each) => [each.name, each.completion.denominator])).toEqual([
      ['Директор', 1],
      ['Перова А.С.', 1],
      ['Лугова И.Ю.', 0],
    ]);
  });

  test('are for the office and the working group', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    const request = `GET /roadmaps/${plan.id}/indicators`;
    expect((await ask(server, undefined, request)).status).toBe(401);
    expect((await ask(server, school.people['teacher'], request)).status).toBe(403);
    expect((await ask(server, (await aSchool(server)).people['director'], request)).status).toBe(404);
    expect((await ask(server, school.people['director'], `${request}?on=never`)).status).toBe(400);
  });
});

describe('search', () => {
  test.each([
    ['согласие', 'Собрать согласия'],
    ['встречи', 'Провести встречу'],
    ['преказ', 'Издать приказ'],
    ['Пирова', 'Перова Анна Сергеевна'],
    ['луговая', 'Лугова Ирина Юрьевна'],
  ])('«%s» finds «%s»', async (asked, title) => {
    const school = await aSchool(server);
    await aPlanInForce(server, school, ITEMS);
    const { body } = await ask<{ hits: { title: string; path: string }[] }>(
      server,
      school.people['teacher'],
      `GET /search?q=${encodeURIComponent(asked)}`,
    );
    expect(body.hits.map((hit) => hit.title)).toContain(title);
  });

  test('another school finds nothing, nobody without a session, and one letter is no question', async () => {
    const school = await aSchool(server);
    await aPlanInForce(server, school, ITEMS);
    const other = await aSchool(server, { curator: { name: 'Иная Вера', roles: ['curator'] } });
    expect(
      (await ask(server, other.people['curator'], `GET /search?q=${encodeURIComponent('согласия')}`)).body,
    ).toEqual({ hits: [] });
    expect((await ask(server, undefined, 'GET /search?q=ab')).status).toBe(401);
    expect((await ask(server, school.people['teacher'], 'GET /search?q=a')).status).toBe(400);
  });
});

describe('the calendar feed', () => {
  test('a secret link gives the own open terms, without evidence or names, until it is revoked', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    await finish(school, plan, 2, '2024-11-19');
    const { body } = await ask<{ url: string }>(server, school.people['teacher'], 'POST /calendar-feed');
    const path = new URL(body.url).pathname;
    const feed = await ask(server, undefined, `GET ${path}`);
    expect(feed.headers['content-type']).toContain('text/calendar');
    const events = Object.values(ical.sync.parseICS(feed.bytes.toString())).filter((each) => each?.type === 'VEVENT');
    expect(events.map((event) => [event.summary, event.datetype, event.start.toDateString()])).toEqual([
      ['Собрать согласия', 'date', 'Fri Nov 22 2024'],
    ]);
    expect(feed.bytes.toString()).not.toMatch(/Протокол|Перова|Лугова/);

    const again = await ask<{ url: string }>(server, school.people['teacher'], 'POST /calendar-feed');
    expect((await ask(server, undefined, `GET ${path}`)).status).toBe(404);
    expect((await ask(server, undefined, `GET ${new URL(again.body.url).pathname}`)).status).toBe(200);
    expect((await ask(server, school.people['teacher'], 'GET /calendar-feed')).body).toMatchObject({ active: true });
    await ask(server, school.people['teacher'], 'DELETE /calendar-feed');
    expect((await ask(server, undefined, `GET ${new URL(again.body.url).pathname}`)).status).toBe(404);
  });

  test('the database keeps no secret, and guessing finds nothing', async () => {
    const school = await aSchool(server);
    const { body } = await ask<{ url: string }>(server, school.people['teacher'], 'POST /calendar-feed');
    const token = /([\w-]+)\.ics$/.exec(body.url)![1]!;
    const rows = await server.db.owner.selectFrom('calendar_feeds').select('token_hash').execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await ask(server, undefined, `GET /api/v1/calendar/${'a'.repeat(32)}.ics`)).status).toBe(404);
    expect((await ask(server, undefined, 'GET /api/v1/calendar/..%2f..%2fx.ics')).status).toBeGreaterThanOrEqual(400);
    expect((await ask(server, undefined, 'POST /calendar-feed')).status).toBe(401);
  });
});

describe('print', () => {
  test.each(['docx', 'pdf', 'xlsx'] as const)('%s reads back into the same plan', async (format) => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    const answer = await ask(server, school.people['teacher'], `GET /roadmaps/${plan.id}/print?format=${format}`);
    expect(answer.status).toBe(200);
    expect(String(answer.headers['content-disposition'])).toMatch(/^attachment/);
    const draft = readRoadmap(await readSource(answer.bytes, `plan.${format}`));
    expect(
      draft.stages.flatMap((stage) => stage.activities).map((activity) => [activity.title, activity.deadline?.text]),
    ).toEqual(ITEMS.map((item) => [item.title, item.deadline]));
  });

  test('json and html open, the public variant hides teachers, the report says what is done', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    await finish(school, plan, 0, '2024-09-20');
    const text = async (query: string) =>
      (await ask(server, school.people['teacher'], `GET /roadmaps/${plan.id}/print?${query}`)).bytes.toString();
    expect(JSON.parse(await text('format=json'))).toMatchObject({
      format: 'nastavnik.roadmap',
      approved: { person: 'Бережной О. П.' },
    });
    expect(await text('format=html&variant=public')).not.toContain('Перова');
    expect(await text('format=html')).toContain('Перова');
    expect(await text('format=html&variant=report')).toContain('выполнено');
  });

  test('has its ladder', async () => {
    const school = await aSchool(server);
    const plan = await aPlanInForce(server, school, ITEMS);
    expect((await ask(server, undefined, `GET /roadmaps/${plan.id}/print?format=pdf`)).status).toBe(401);
    expect(
      (await ask(server, (await aSchool(server)).people['curator'], `GET /roadmaps/${plan.id}/print?format=pdf`))
        .status,
    ).toBe(404);
    expect((await ask(server, school.people['teacher'], `GET /roadmaps/${plan.id}/print?format=exe`)).status).toBe(400);
    const mentor = await aSchool(server, { mentor: { name: 'Наставник Иван', roles: ['mentor'] }, ...STAFF });
    const own = await inForce(server, mentor, (await aDraft(server, mentor, ITEMS)).id);
    expect((await ask(server, mentor.people['mentor'], `GET /roadmaps/${own.id}/print?format=pdf`)).status).toBe(403);
  });
});
