import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aDraft, approval, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { reading } from '../../platform/db/transactions.ts';

const server = useServer({ at: '2024-09-10T09:00:00Z' });

const anAuthority = () =>
  aSchool(
    server,
    {
      coordinator: { name: 'Сомова Елена Львовна', roles: ['municipalCoordinator'] },
      clerk: { name: 'Юдина Вера Львовна' },
    },
    { kind: 'municipality', name: 'Управление образования' },
  );

async function asked(): Promise<{ school: School; authority: School; roadmap: Roadmap; requestId: string }> {
  const authority = await anAuthority();
  const school = await aSchool(server, undefined, {
    authorityTenantId: authority.tenantId,
    requiresOuterAgreement: true,
  });
  const draft = await aDraft(server, school, [{ title: 'Издать приказ' }]);
  await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
  const { body: roadmap } = await ask<Roadmap>(
    server,
    school.people['curator'],
    `POST /roadmaps/${draft.id}/ask-authority`,
  );
  const { body } = await ask<{ requests: { id: string }[] }>(
    server,
    authority.people['coordinator'],
    'GET /agreements',
  );
  return { school, authority, roadmap, requestId: body.requests[0]!.id };
}

const decision = { person: 'Сомова Е. Л.', post: 'Начальник управления', date: '2024-09-10', comment: null };

describe('an agreement by the authority on the same server', () => {
  test('the authority sees the words of the plan, agrees, and the school may approve', async () => {
    const { school, authority, roadmap, requestId } = await asked();
    expect(roadmap.outerAgreement).toEqual({
      required: true,
      state: 'asked',
      authority: 'Управление образования',
      onThisServer: true,
    });
    const { body: seen } = await ask<{ stages: { items: object[] }[] }>(
      server,
      authority.people['coordinator'],
      `GET /agreements/${requestId}`,
    );
    expect(seen.stages[0]!.items).toEqual([
      {
        number: '1',
        title: 'Издать приказ',
        points: [],
        deadline: 'май',
        responsible: 'Перова А.С.',
        result: 'Протокол',
      },
    ]);
    expect(
      (await ask(server, authority.people['coordinator'], `POST /agreements/${requestId}/agree`, decision)).body,
    ).toMatchObject({ state: 'agreed' });
    await server.runJobs();
    const after = await theRoadmap(server, school, roadmap.id);
    expect(after).toMatchObject({
      state: 'agreed',
      approvals: [{ kind: 'agreed', body: 'Управление образования', person: 'Сомова Е. Л.', date: '2024-09-10' }],
    });
    expect(
      (await ask(server, school.people['director'], `POST /roadmaps/${roadmap.id}/approve`, approval('2024-09-10')))
        .body,
    ).toMatchObject({ state: 'approved' });
  });

  test('the authority returns with a comment and the curator is told', async () => {
    const { school, authority, roadmap, requestId } = await asked();
    await ask(server, authority.people['coordinator'], `POST /agreements/${requestId}/return`, {
      ...decision,
      comment: 'Нет сроков',
    });
    await server.runJobs();
    expect(await theRoadmap(server, school, roadmap.id)).toMatchObject({
      state: 'returned',
      returnComment: 'Нет сроков',
    });
    const { body } = await ask<{ notices: { kind: string; body: string }[] }>(
      server,
      school.people['curator'],
      'GET /notices',
    );
    expect(body.notices).toMatchObject([{ kind: 'returned', body: expect.stringContaining('Нет сроков') }]);
  });

  test('the coordinator hears of a request, and of a decision there is only one', async () => {
    const { authority, requestId } = await asked();
    await server.runJobs();
    const { body } = await ask<{ notices: { kind: string }[] }>(
      server,
      authority.people['coordinator'],
      'GET /notices',
    );
    expect(body.notices.map((notice) => notice.kind)).toEqual(['agreementAsked']);
    await ask(server, authority.people['coordinator'], `POST /agreements/${requestId}/agree`, decision);
    expect(
      await ask(server, authority.people['coordinator'], `POST /agreements/${requestId}/return`, {
        ...decision,
        comment: 'x',
      }),
    ).toMatchObject({ status: 409, body: { code: 'agreement.already-decided' } });
  });

  test('without an authority on this server there is nobody to ask', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [{ title: 'Пункт' }]);
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect(
      (await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/ask-authority`)).body,
    ).toMatchObject({ code: 'roadmap.no-authority' });
  });
});

describe('who may', () => {
  test('not without a session, not a clerk of the authority, not the school itself, not another authority', async () => {
    const { school, authority, roadmap, requestId } = await asked();
    const other = await anAuthority();
    for (const [request, body] of [
      ['GET /agreements', undefined],
      [`GET /agreements/${requestId}`, undefined],
      [`POST /agreements/${requestId}/agree`, decision],
    ] as const) {
      expect((await ask(server, undefined, request, body)).status).toBe(401);
      expect((await ask(server, authority.people['clerk'], request, body)).status).toBe(403);
      expect((await ask(server, school.people['curator'], request, body)).status).toBe(403);
    }
    expect((await ask(server, other.people['coordinator'], `GET /agreements/${requestId}`)).status).toBe(404);
    expect(
      (await ask(server, other.people['coordinator'], `POST /agreements/${requestId}/agree`, decision)).status,
    ).toBe(404);
    expect(
      (await ask(server, authority.people['coordinator'], `POST /agreements/${requestId}/agree`, { date: 'x' })).status,
    ).toBe(400);
    expect((await ask(server, school.people['director'], `POST /roadmaps/${roadmap.id}/ask-authority`)).status).toBe(
      403,
    );
  });

  test('the database shows the authority the request and nothing else of the school', async () => {
    const { school, authority } = await asked();
    const seen = await reading(server.db.pool, { tenantId: authority.tenantId }, async (tx) => {
      const count = async (table: string) =>
        (
          await sql<{
            n: number;
          }>`select count(*) as n from ${sql.table(table)} where tenant_id = ${school.tenantId}`.execute(tx)
        ).rows[0]!.n;
      return [
        await count('agreement_requests'),
        await count('roadmaps'),
        await count('roadmap_items'),
        await count('people'),
      ];
    });
    expect(seen).toEqual([1, 0, 0, 0]);
  });
});
