import { describe, expect, test } from 'vitest';
import { aDraft, approval, inForce } from './plans.ts';
import { aSchool, ask, FormDataBody, type Person, STAFF, useServer } from './school.ts';

const server = useServer();

const AUTHORITY = { coordinator: { name: 'Серова Мария Львовна', roles: ['municipalCoordinator'] } } as const;

async function asked() {
  const authority = await aSchool(server, AUTHORITY, { kind: 'municipality', name: 'Управление образования' });
  const school = await aSchool(
    server,
    { ...STAFF, administrator: { name: 'Котова Нина Ильинична', roles: ['systemAdministrator'] } },
    { authorityTenantId: authority.tenantId, requiresOuterAgreement: true },
  );
  const draft = await aDraft(server, school, [{ title: 'Собрание' }]);
  const { curator } = school.people;
  await ask(server, curator, `POST /roadmaps/${draft.id}/submit`);
  await ask(server, curator, `POST /roadmaps/${draft.id}/ask-authority`);
  const { coordinator } = authority.people;
  const { body } = await ask<{ requests: { id: string }[] }>(server, coordinator, 'GET /agreements');
  return { school, authority, coordinator: coordinator!, draft, requestId: body.requests[0]!.id };
}

const DECISION = { person: 'Серова М. Л.', post: 'Начальник', date: '2024-11-20', comment: null };

async function expectGone(coordinator: Person, requestId: string): Promise<void> {
  expect((await ask(server, coordinator, 'GET /agreements')).body).toEqual({ requests: [] });
  expect((await ask(server, coordinator, `GET /agreements/${requestId}`)).status).toBe(404);
  expect((await ask(server, coordinator, `POST /agreements/${requestId}/agree`, DECISION)).status).toBe(404);
}

describe('what the authority sees of a school', () => {
  test('a request that was asked anew leaves nothing of the words before', async () => {
    const { school, coordinator, draft, requestId } = await asked();
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/ask-authority`);
    expect((await ask(server, coordinator, `GET /agreements/${requestId}`)).status).toBe(404);
  });

  test('a roadmap that came back to be changed is no longer before the authority', async () => {
    const { school, coordinator, draft, requestId } = await asked();
    await ask(server, school.people['director'], `POST /roadmaps/${draft.id}/return`, { comment: 'Уточните сроки' });
    await expectGone(coordinator, requestId);
  });

  test('a school that leaves the authority takes its requests along', async () => {
    const { school, coordinator, requestId } = await asked();
    await ask(server, school.people['administrator'], 'DELETE /organization/authority');
    await expectGone(coordinator, requestId);
  });

  test('another authority sees none of them', async () => {
    const { requestId } = await asked();
    const other = await aSchool(server, AUTHORITY, { kind: 'municipality', name: 'Другое управление' });
    await expectGone(other.people['coordinator']!, requestId);
  });
});

describe('ids of another school', () => {
  test('beside own ones in bodies are not found, and nothing is changed', async () => {
    const theirs = await aSchool(server);
    const ours = await aSchool(server, {
      ...STAFF,
      administrator: { name: 'Котова Нина Ильинична', roles: ['systemAdministrator', 'curator'] },
    });
    const foreign = await inForce(server, theirs, (await aDraft(server, theirs, [{ title: 'Чужое' }])).id);
    const own = await aDraft(server, ours, [{ title: 'Своё' }]);
    const { curator, director, administrator } = ours.people;
    const scan = await ask<{ id: string }>(
      server,
      theirs.people['curator'],
      'POST /files',
      new FormDataBody({ name: 'скан.pdf', bytes: Buffer.from('%PDF-1.4') }),
    );
    const foreignItem = foreign.items[0]!;
    const stageId = foreign.stages[0]!.id;
    const ownStage = own.stages[0]!;
    const ownItem = own.items[0]!;
    const words = {
      position: 0,
      number: '1',
      title: 'Подменено',
      measure: null,
      points: [],
      deadline: 'май',
      responsible: 'Перова А.С.',
      result: 'Протокол',
      condition: null,
      activityKind: null,
    };
    const body = await ask<{ id: string }>(server, administrator, 'POST /bodies', {
      kind: 'other',
      name: 'Совет',
      orderNumber: null,
      orderDate: null,
    });
    const pasted = await ask<{ id: string }>(server, curator, 'POST /imports/paste', {
      name: 'Карта',
      text: '№\tСодержание\tСроки\tОтветственные\tРезультат\n1\tСобрание\tмай\tПерова А.С.\tПротокол\n',
      html: null,
    });
    await server.runJobs();
    const { body: read } = await ask<{ version: number }>(server, curator, `GET /imports/${pasted.body.id}`);
    await ask(server, curator, `POST /roadmaps/${own.id}/submit`);
    const tries: [typeof curator, string, unknown][] = [
      [curator, `POST /roadmaps/${own.id}/items`, { ...words, stageId }],
      [curator, `PUT /roadmaps/${own.id}/items/${foreignItem.id}`, { ...words, stageId: ownStage.id, version: 1 }],
      [curator, `PUT /roadmaps/${own.id}/items/${ownItem.id}`, { version: ownItem.version, stageId }],
      [curator, `DELETE /roadmaps/${own.id}/items/${foreignItem.id}`, undefined],
      [curator, `DELETE /roadmaps/${own.id}/stages/${stageId}`, undefined],
      [curator, `POST /items/${foreignItem.id}/wake`, undefined],
      [director, `POST /items/${foreignItem.id}/cancel`, { reason: 'так' }],
      [curator, `POST /occurrences/${foreignItem.occurrences[0]!.id}/start`, undefined],
      [
        curator,
        `POST /occurrences/${foreignItem.occurrences[0]!.id}/evidence`,
        { kind: 'document', title: 'Приказ', number: '1', date: '2024-11-01' },
      ],
      [director, `POST /roadmaps/${own.id}/approve`, approval('2024-11-20', { fileId: scan.body.id })],
      [director, `POST /roadmaps/${foreign.id}/close`, { explanations: [{ itemId: foreignItem.id, text: 'так' }] }],
      [curator, `GET /files/${scan.body.id}`, undefined],
      [curator, `GET /imports/${pasted.body.id}/difference?roadmapId=${foreign.id}`, undefined],
      [
        curator,
        `POST /imports/${pasted.body.id}/confirm`,
        {
          version: read.version,
          period: { start: '2024-09-01', end: '2025-08-31' },
          cycleTitle: '2024/25',
          editionOf: foreign.id,
          reason: 'так',
        },
      ],
      [
        curator,
        'POST /roadmaps',
        {
          from: { kind: 'copy', roadmapId: foreign.id },
          title: 'Копия',
          cycleTitle: '2025/26',
          period: { start: '2025-09-01', end: '2026-08-31' },
        },
      ],
      [
        administrator,
        `POST /bodies/${body.body.id}/members`,
        { personId: theirs.people['teacher']!.id, office: 'member', startedOn: '2024-09-01', endedOn: null },
      ],
      [
        administrator,
        `POST /people/${theirs.people['teacher']!.id}/roles`,
        { role: 'curator', scope: null, startedOn: null },
      ],
      [administrator, `POST /people/${theirs.people['teacher']!.id}/invitation`, undefined],
      [administrator, 'POST /session/organization', { tenantId: theirs.tenantId }],
    ];
    for (const [who, request, sent] of tries) {
      const answer = await ask(server, who, request, sent);
      // 409: the own roadmap is under review, which is told before anything foreign is looked for.
      expect(`${request} ${answer.status}`).toMatch(/ (404|409)$/);
    }
    const after = await ask(server, theirs.people['curator'], `GET /roadmaps/${foreign.id}`);
    expect(after.body).toEqual(foreign);
  });
});
