import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { describe, expect, test } from 'vitest';
import { aDraft, aPlanInForce, approval, inForce, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
const ITEMS = [
  { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Директор' },
  { title: 'Провести встречи', deadline: 'май' },
];

describe('a roadmap on its way to force (LIFECYCLE 4.1)', () => {
  test('goes from draft through review and approval into force, and the approved words are frozen', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, ITEMS);
    const submitted = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect(submitted.body).toMatchObject({ state: 'underReview', may: { edit: false, considerByCouncil: true } });
    const considered = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${draft.id}/consider`, {
      body: 'Педагогический совет',
      number: '1',
      date: '2024-08-30',
      decision: 'Принять',
      fileId: null,
    });
    expect(considered.body.approvals).toMatchObject([
      { kind: 'adopted', body: 'Педагогический совет', document: { kind: 'minutes', number: '1' } },
    ]);
    const approved = await ask<Roadmap>(
      server,
      school.people['director'],
      `POST /roadmaps/${draft.id}/approve`,
      approval('2024-09-02', { order: { number: '41', date: '2024-09-02' } }),
    );
    expect(approved.body).toMatchObject({ state: 'approved', may: { enact: true } });
    const snapshot = await ask<{ sha256: string; content: { items: { title: string }[] } }>(
      server,
      school.people['teacher'],
      `GET /roadmaps/${draft.id}/snapshot`,
    );
    expect(snapshot.body.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(snapshot.body.content.items.map((item) => item.title)).toEqual(['Издать приказ', 'Провести встречи']);
    const enacted = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${draft.id}/enact`);
    expect(enacted.body.state).toBe('inForce');
    const history = await ask<{ events: { type: string; who: string }[] }>(
      server,
      school.people['teacher'],
      `GET /roadmaps/${draft.id}/history`,
    );
    expect(history.body.events.map((event) => event.type)).toEqual(
      expect.arrayContaining([
        'roadmap.enacted',
        'roadmap.approved',
        'roadmap.considered',
        'roadmap.submitted',
        'roadmap.created',
      ]),
    );
  });

  test('is not submitted while an item lacks its term, responsible or result, and the refusal names the items', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [
      { title: 'Готово' },
      { title: 'Без срока', deadline: null, result: null },
    ]);
    const answer = await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'roadmap.items-incomplete',
        details: { items: [{ title: 'Без срока', missing: ['deadline', 'result'] }] },
      },
    });
    const empty = await aDraft(server, school, []);
    expect((await ask(server, school.people['curator'], `POST /roadmaps/${empty.id}/submit`)).body).toMatchObject({
      code: 'roadmap.empty',
    });
  });

  test('is returned with a comment and submitted again', async () => {
    const school = await aSchool(server);
    const { id } = await aDraft(server, school, ITEMS);
    await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    const returned = await ask<Roadmap>(server, school.people['director'], `POST /roadmaps/${id}/return`, {
      comment: 'Уточните сроки',
    });
    expect(returned.body).toMatchObject({ state: 'returned', returnComment: 'Уточните сроки' });
    const again = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    expect(again.body).toMatchObject({ state: 'underReview', returnComment: null });
  });

  test('waits for the outer agreement where the school needs one, and the agreement may not be later than the approval', async () => {
    const school = await aSchool(server, undefined, { requiresOuterAgreement: true });
    const { id } = await aDraft(server, school, ITEMS);
    await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    const early = await ask(server, school.people['director'], `POST /roadmaps/${id}/approve`, approval('2024-09-02'));
    expect(early.body).toMatchObject({ code: 'roadmap.outer-agreement-missing' });
    const agreed = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${id}/agree`, {
      body: 'Управление образования',
      person: 'Сомова Е. Л.',
      post: 'Начальник',
      date: '2024-09-10',
      fileId: null,
    });
    expect(agreed.body).toMatchObject({ state: 'agreed', outerAgreement: { required: true, state: 'agreed' } });
    expect(
      (await ask(server, school.people['director'], `POST /roadmaps/${id}/approve`, approval('2024-09-05'))).body,
    ).toMatchObject({ code: 'roadmap.approved-before-agreed' });
    expect(
      (await ask(server, school.people['director'], `POST /roadmaps/${id}/approve`, approval('2024-09-11'))).body,
    ).toMatchObject({ state: 'approved' });
  });

  test.each([
    ['Заместитель директора', null, 'roadmap.approver-not-director'],
    ['И.о. директора', null, 'roadmap.approver-not-director'],
    ['Учитель', null, 'roadmap.approver-not-director'],
    ['И.о. директора', 'Приказ от 01.09.2024 № 12', undefined],
  ])('%s with %s approves: %s', async (post, authority, code) => {
    const school = await aSchool(server);
    const { id } = await aDraft(server, school, ITEMS);
    await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    const answer = await ask<{ code?: string }>(
      server,
      school.people['director'],
      `POST /roadmaps/${id}/approve`,
      approval('2024-09-02', { post, authority }),
    );
    expect(answer.body.code).toBe(code);
  });

  test('is not enacted before its cycle or its approval, and by the clock the night after at the latest', async () => {
    const school = await aSchool(server);
    const { id } = await aDraft(server, school, ITEMS, { start: '2025-09-01', end: '2026-08-31' });
    await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
    await ask(server, school.people['director'], `POST /roadmaps/${id}/approve`, approval('2024-11-25'));
    expect((await ask(server, school.people['curator'], `POST /roadmaps/${id}/enact`)).body).toMatchObject({
      code: 'roadmap.not-started-yet',
    });
    server.clock.moveTo('2024-11-26T09:00:00Z');
    await server.run('advance-plans');
    expect((await theRoadmap(server, school, id)).state).toBe('inForce');
    server.clock.moveTo('2024-11-20T09:00:00Z');
  });
});

describe('templates and last year', () => {
  test('a template is read in the period of the new roadmap', async () => {
    const school = await aSchool(server);
    const { body: offered } = await ask<{ templates: { key: string; stages: number; items: number }[] }>(
      server,
      school.people['curator'],
      'GET /roadmap-templates',
    );
    expect(offered.templates.map((each) => [each.key, each.stages])).toEqual([
      ['student-7', 7],
      ['teacher-7', 7],
      ['teacher-8', 8],
      ['small-3', 3],
      ['empty', 0],
    ]);
    for (const { key, items } of offered.templates) {
      const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /roadmaps', {
        from: { kind: 'template', template: key },
        title: 'Новая',
        cycleTitle: '2024/25',
        period: { start: '2024-09-01', end: '2025-08-31' },
      });
      const roadmap = await theRoadmap(server, school, body.id);
      expect(roadmap.items).toHaveLength(items);
      // Every term of ours is understood.
      expect(
        roadmap.items.filter((item) =>
          item.deadline!.reading.issues.some((issue) => /not-understood|partly/.test(issue.code)),
        ),
      ).toEqual([]);
    }
  });

  test('last year is copied with its years moved and nothing done', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, [
      { title: 'Положение', deadline: 'до 13.02.2025' },
      { title: 'Итоги', deadline: 'май' },
    ]);
    const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /roadmaps', {
      from: { kind: 'copy', roadmapId: running.id },
      title: 'Новый год',
      cycleTitle: '2025/26',
      period: { start: '2025-09-01', end: '2026-08-31' },
    });
    const copy = await theRoadmap(server, school, body.id);
    expect(copy).toMatchObject({ state: 'draft', edition: 1, title: 'Новый год' });
    expect(copy.items.map((item) => [item.deadline?.text, item.nextDue])).toEqual([
      ['до 13.02.2026', '2026-02-13'],
      ['май', '2026-05-31'],
    ]);
  });
});

describe('who may', () => {
  const commands = [
    ['submit', 'teacher', undefined],
    ['return', 'curator', { comment: 'x' }],
    ['consider', 'director', { body: 'x', number: '1', date: '2024-09-01', decision: '', fileId: null }],
    ['agree', 'director', { body: 'x', person: null, post: null, date: '2024-09-01', fileId: null }],
    ['approve', 'curator', approval('2024-09-02')],
    ['enact', 'teacher', undefined],
    ['amend', 'director', { reason: 'x' }],
    ['close', 'curator', { explanations: [] }],
    ['archive', 'teacher', undefined],
  ] as const;

  test.each(commands)('%s: not without a session, not the %s, not another school', async (command, wrong, body) => {
    const [school, other] = [await aSchool(server), await aSchool(server)];
    const { id } = await aDraft(server, school, ITEMS);
    const request = `POST /roadmaps/${id}/${command}`;
    expect((await ask(server, undefined, request, body)).status).toBe(401);
    expect((await ask(server, school.people[wrong], request, body)).status).toBe(403);
    const right = ['return', 'approve', 'close'].includes(command) ? 'director' : 'curator';
    expect((await ask(server, other.people[right], request, body)).status).toBe(404);
    if (body) expect((await ask(server, school.people[right], request, { nonsense: true })).status).toBe(400);
    // In the wrong state.
    if (command !== 'submit') expect((await ask(server, school.people[right], request, body)).status).toBe(409);
  });

  test('the words of what is under review or in force are not edited', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, ITEMS);
    const edit = () =>
      ask(server, school.people['curator'], `PUT /roadmaps/${draft.id}/items/${draft.items[0]!.id}`, {
        version: draft.items[0]!.version,
        title: 'Иначе',
      });
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect((await edit()).body).toMatchObject({ code: 'item.frozen' });
    await inForce(server, school, draft.id);
    expect((await edit()).body).toMatchObject({ code: 'item.needs-amendment' });
  });

  test('only a draft is removed', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, ITEMS);
    const gone = await aDraft(server, school, ITEMS);
    expect((await ask(server, school.people['curator'], `DELETE /roadmaps/${gone.id}`)).status).toBe(204);
    expect((await ask(server, school.people['curator'], `GET /roadmaps/${gone.id}`)).status).toBe(404);
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect((await ask(server, school.people['curator'], `DELETE /roadmaps/${draft.id}`)).status).toBe(409);
  });
});
