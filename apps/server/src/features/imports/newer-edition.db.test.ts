import type { ImportAnswer } from '@nastavnik/contracts/imports';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { expect, test } from 'vitest';
import { approval, inForce, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

const PLAN = `Дорожная карта наставничества на 2024-2025 учебный год

№	Этап	Содержание деятельности	Сроки	Ответственный	Результат
1	Подготовка	Разработать положение о наставничестве	до 15.10.2024	Лугова И.Ю.	Положение
		Издать приказ о закреплении пар	октябрь	Директор	Приказ
2	Завершение	Провести круглый стол наставников	май	Перова А.С.	Протокол
`;
const NEWER = PLAN.replace('до 15.10.2024', 'до 01.11.2024')
  .replace('		Издать приказ о закреплении пар	октябрь	Директор	Приказ\n', '')
  .replace('Провести круглый стол наставников', 'Провести круглый стол наставников и гостей')
  .concat('		Наградить лучших	июнь	Директор	Приказ\n');

async function importing(school: School, text: string): Promise<ImportAnswer> {
  const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /imports/paste', {
    name: 'План',
    text,
    html: null,
  });
  await server.runJobs();
  return (await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${body.id}`)).body;
}

const confirm = (school: School, one: ImportAnswer, editionOf: string | null) =>
  ask<{ roadmapId: string }>(server, school.people['curator'], `POST /imports/${one.id}/confirm`, {
    version: one.version,
    period: { start: '2024-09-01', end: '2025-08-31' },
    cycleTitle: '2024/25 учебный год',
    editionOf,
    reason: 'Новая редакция из школы',
  });

test('a newer edition of the roadmap in force is an amendment that keeps what was done and says what it would lose', async () => {
  const school = await aSchool(server);
  const first = await confirm(school, await importing(school, PLAN), null);
  const running = await inForce(server, school, first.body.roadmapId);
  expect(running.state).toBe('inForce');
  for (const item of running.items.slice(0, 2)) {
    const id = item.occurrences[0]!.id;
    await ask(server, school.people['curator'], `POST /occurrences/${id}/evidence`, {
      kind: 'document',
      title: 'Документ',
      number: '5',
      date: '2024-10-10',
    });
    await ask(server, school.people['curator'], `POST /occurrences/${id}/report-done`, {
      doneOn: '2024-10-12',
      note: null,
    });
  }

  const newer = await importing(school, NEWER);
  expect(newer.editionsOf[0]).toMatchObject({ roadmapId: running.id });
  const difference = await ask<{
    lines: { change: string; title: string; done: boolean }[];
    kept: number;
    lost: number;
  }>(server, school.people['curator'], `GET /imports/${newer.id}/difference?roadmapId=${running.id}`);
  expect(difference.body.lines.map((line) => [line.change, line.done])).toEqual([
    ['changed', true],
    ['changed', false],
    ['added', false],
    ['removed', true],
  ]);
  expect(difference.body).toMatchObject({ kept: 1, lost: 1 });

  const { body } = await confirm(school, newer, running.id);
  expect(body.roadmapId).not.toBe(running.id);
  const amendment = await theRoadmap(server, school, body.roadmapId);
  expect(amendment).toMatchObject({
    state: 'draft',
    edition: 2,
    amends: running.id,
    amendmentReason: 'Новая редакция из школы',
  });
  expect(amendment.items[0]).toMatchObject({
    state: 'done',
    changed: 'changed',
    occurrences: [{ doneOn: '2024-10-12', evidence: [{ documentNumber: '5' }] }],
  });
  expect(amendment.items.map((item) => item.changed)).toEqual(['changed', 'changed', 'added']);
  // The running version is worked on until the newer one is enacted.
  expect((await theRoadmap(server, school, running.id)).state).toBe('inForce');

  await ask(server, school.people['curator'], `POST /roadmaps/${amendment.id}/submit`);
  await ask(
    server,
    school.people['director'],
    `POST /roadmaps/${amendment.id}/approve`,
    approval('2024-11-20', { order: { number: '90', date: '2024-11-20' } }),
  );
  const enacted = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${amendment.id}/enact`);
  expect(enacted.body).toMatchObject({
    state: 'inForce',
    items: [{ state: 'done' }, { state: 'planned' }, { state: 'planned' }],
  });
});

test('an import nobody finished is cleared after its end date, and a restored one is read again from its file', async () => {
  const school = await aSchool(server);
  const one = await importing(school, PLAN);
  server.clock.moveTo('2025-01-18T09:00:00Z');
  await server.run('expire-imports');
  expect((await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${one.id}`)).body.state).toBe('read');
  server.clock.moveTo('2025-01-20T09:00:00Z');
  await server.run('expire-imports');
  expect((await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${one.id}`)).body).toMatchObject({
    state: 'discarded',
    source: null,
    draft: null,
  });
  await ask(server, school.people['curator'], `POST /imports/${one.id}/restore`);
  await server.runJobs();
  expect((await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${one.id}`)).body).toMatchObject({
    state: 'read',
    activities: 3,
  });
  server.clock.moveTo('2024-11-20T09:00:00Z');
});

test('the description of the interface lists every address of the plan', async () => {
  const answer = await server.app.inject({ url: '/api/docs/json' });
  expect(answer.statusCode).toBe(200);
  const paths = Object.keys(answer.json<{ paths: object }>().paths);
  for (const path of [
    '/api/v1/imports/{importId}/confirm',
    '/api/v1/roadmaps/{roadmapId}/approve',
    '/api/v1/occurrences/{occurrenceId}/evidence',
    '/api/v1/today',
  ]) {
    expect(paths).toContain(path);
  }
});
