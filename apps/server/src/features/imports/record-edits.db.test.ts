import type { ImportAnswer } from '@nastavnik/contracts/imports';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { received } from '../../../test/imports.ts';
import { PERIOD } from '../../../test/plans.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { reading } from '../../platform/db/transactions.ts';

const server = useServer();
const TWO = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  deputy: { name: 'Котова Нина Ильинична', roles: ['deputyDirector'] },
} as const;

async function edited(school: School, who: string, one: ImportAnswer, title: string): Promise<ImportAnswer> {
  const [first, ...stages] = one.draft!.stages;
  const [activity, ...activities] = first!.activities;
  const draft = {
    ...one.draft!,
    stages: [{ ...first!, activities: [{ ...activity!, title }, ...activities] }, ...stages],
  };
  const body = { version: one.version, draft, settled: [] };
  return (await ask<ImportAnswer>(server, school.people[who], `PUT /imports/${one.id}/draft`, body)).body;
}

function events(school: School, id: string) {
  return reading(server.db.pool, school, async (tx) => {
    const { rows } = await sql<{ type: string; actor_name: string; data: Record<string, unknown> }>`
      select type, actor_name, data from audit_events
      where tenant_id = ${school.tenantId} and object_id = ${id} and type in ('import.edited', 'roadmap.corrected') order by at`.execute(
      tx,
    );
    return rows;
  });
}

test('the history tells once of each who sat down to a draft, however often it was saved', async () => {
  const school = await aSchool(server, TWO);
  let one = await received(server, school.people['curator']!);
  for (const title of ['Раз', 'Два', 'Три']) one = await edited(school, 'curator', one, title);
  one = await edited(school, 'deputy', one, 'Четыре');
  expect((await events(school, one.id)).map((each) => each.actor_name)).toEqual([
    expect.stringContaining('Лугова'),
    expect.stringContaining('Котова'),
  ]);
  server.clock.moveTo('2024-11-20T10:00:00Z');
  await edited(school, 'curator', one, 'Пять');
  expect(await events(school, one.id)).toHaveLength(3);
  server.clock.moveTo('2024-11-20T09:00:00Z');
});

test('the history of the roadmap tells in what it was corrected against the file, once', async () => {
  const school = await aSchool(server, TWO);
  const one = await edited(
    school,
    'curator',
    await received(server, school.people['curator']!),
    'Разработать наше положение',
  );
  const { body } = await ask<{ roadmapId: string }>(
    server,
    school.people['curator'],
    `POST /imports/${one.id}/confirm`,
    {
      version: one.version,
      period: PERIOD,
      cycleTitle: '2024/25',
      editionOf: null,
      reason: null,
    },
  );
  await server.runJobs();
  const { tenantId } = school;
  const job = {
    tenantId,
    importId: one.id,
    roadmapId: body.roadmapId,
    personId: school.people['curator']!.id,
    name: 'Лугова',
  };
  await server.run('record-corrections', job);
  const correction = {
    title: 'Разработать положение о наставничестве',
    field: 'title',
    before: 'Разработать положение о наставничестве',
    after: 'Разработать наше положение',
  };
  expect(await events(school, body.roadmapId)).toMatchObject([
    { type: 'roadmap.corrected', data: { corrected: 1, corrections: [correction] } },
  ]);
});
