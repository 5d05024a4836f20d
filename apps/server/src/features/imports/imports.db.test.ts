import type { ImportAnswer } from '@nastavnik/contracts/imports';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { describe, expect, test } from 'vitest';
import { textFile as file, PLAN, received } from '../../../test/imports.ts';
import { aSchool, ask, FormDataBody, type School, useServer } from '../../../test/school.ts';

const server = useServer();

const PERIOD = { start: '2024-09-01', end: '2025-08-31' };
const confirmed = (school: School, one: ImportAnswer, more: object = {}) =>
  ask<{ roadmapId: string; code: string }>(server, school.people['curator'], `POST /imports/${one.id}/confirm`, {
    version: one.version,
    period: PERIOD,
    cycleTitle: '2024/25 учебный год',
    editionOf: null,
    reason: null,
    ...more,
  });

describe('an import', () => {
  test('a dropped file is received at once and read by a job', async () => {
    const school = await aSchool(server);
    const { status, body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /imports', file(PLAN));
    expect(status).toBe(200);
    const before = await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${body.id}`);
    expect(before.body).toMatchObject({ state: 'received', draft: null, may: { edit: false } });

    expect(await server.runJobs()).toContain('read-import');

    const after = await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${body.id}`);
    expect(after.body).toMatchObject({
      state: 'read',
      stages: 3,
      activities: 6,
      period: PERIOD,
      may: { edit: true, confirm: true },
    });
    expect(after.body.source?.blocks.length).toBeGreaterThan(5);
  });

  test('a job that runs twice reads once', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    await server.run('read-import', { tenantId: school.tenantId, importId: one.id, version: 1 });
    expect((await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${one.id}`)).body.version).toBe(
      one.version,
    );
  });

  test('a broken file is refused with its reason, and the import says so', async () => {
    const school = await aSchool(server);
    const { body } = await ask<{ id: string }>(
      server,
      school.people['curator'],
      'POST /imports',
      new FormDataBody({ name: 'plan.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]) }),
    );
    await server.runJobs();
    const { body: one } = await ask<ImportAnswer>(server, school.people['curator'], `GET /imports/${body.id}`);
    expect(one).toMatchObject({ state: 'failed', failure: 'file.damaged' });
    expect((await confirmed(school, one)).body.code).toBe('import.not-read-yet');
  });

  test('a file above 20 MB is refused', async () => {
    const school = await aSchool(server);
    const big = new FormDataBody({ name: 'plan.pdf', bytes: new Uint8Array(20 * 1024 * 1024 + 1) });
    expect(await ask(server, school.people['curator'], 'POST /imports', big)).toMatchObject({
      status: 413,
      body: { code: 'file.too-large' },
    });
  });

  test('text from the clipboard is read like a file', async () => {
    const school = await aSchool(server);
    const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /imports/paste', {
      name: 'Из буфера',
      text: PLAN,
      html: null,
    });
    await server.runJobs();
    expect((await ask(server, school.people['curator'], `GET /imports/${body.id}`)).body).toMatchObject({
      state: 'read',
      activities: 6,
    });
  });

  test('of two people who edit at once the second is told what is stored, and nothing typed is lost', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    const edit = (title: string) =>
      ask<ImportAnswer & { code: string; details: { draft: { title: string } } }>(
        server,
        school.people['curator'],
        `PUT /imports/${one.id}/draft`,
        {
          version: one.version,
          draft: { ...one.draft!, title },
          settled: [],
        },
      );
    const first = await edit('Первая правка');
    expect(first.body).toMatchObject({ draft: { title: 'Первая правка' }, version: one.version + 1 });
    const second = await edit('Вторая правка');
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'import.changed-meanwhile',
        details: { version: one.version + 1, draft: { title: 'Первая правка' } },
      },
    });
  });

  test('the confirmed import is a draft roadmap with its stages, people, occurrences and approvals', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    const { status, body } = await confirmed(school, one);
    expect(status).toBe(200);
    const { body: roadmap } = await ask<Roadmap>(server, school.people['curator'], `GET /roadmaps/${body.roadmapId}`);
    expect(roadmap).toMatchObject({
      state: 'draft',
      cycle: { ...PERIOD, title: '2024/25 учебный год' },
      may: { submit: true },
    });
    expect(roadmap.stages.map((stage) => stage.total)).toEqual([2, 2, 2]);
    expect(roadmap.items[0]).toMatchObject({ nextDue: '2024-10-15', dueState: 'late' });
    expect(roadmap.items[2]?.responsible?.parties[0]?.people).toEqual([
      { id: school.people['teacher']!.id, name: 'Перова А. С.' },
    ]);
    expect(roadmap.items[3]?.occurrences.map((each) => each.kind)).toEqual(['fixed', 'onDemand']);
    expect(roadmap.approvals[0]).toMatchObject({
      kind: 'approved',
      imported: true,
      document: { number: '41', date: '2024-09-02' },
    });
    expect((await confirmed(school, one)).body.code).toBe('import.already-applied');
  });

  test('a newer edition of a draft takes its place, item by item', async () => {
    const school = await aSchool(server);
    const { body } = await confirmed(school, await received(server, school.people['curator']!));
    const newer = await received(
      server,
      school.people['curator']!,
      PLAN.replace('июнь', 'до 20 июня').replace('Провести круглый стол', 'Провести круглый стол наставников'),
    );
    expect(newer.editionsOf).toMatchObject([{ roadmapId: body.roadmapId }]);
    const difference = await ask<{ lines: { change: string; title: string }[]; lost: number }>(
      server,
      school.people['curator'],
      `GET /imports/${newer.id}/difference?roadmapId=${body.roadmapId}`,
    );
    expect(difference.body.lines.map((line) => line.change)).toEqual([
      'same',
      'same',
      'same',
      'same',
      'changed',
      'changed',
    ]);
    const again = await confirmed(school, newer, { editionOf: body.roadmapId });
    expect(again.body.roadmapId).toBe(body.roadmapId);
    const { body: roadmap } = await ask<Roadmap>(server, school.people['curator'], `GET /roadmaps/${body.roadmapId}`);
    expect(roadmap.items[5]?.deadline?.text).toBe('до 20 июня');
    expect(roadmap.items).toHaveLength(6);
  });

  test('a discarded import is brought back with what was typed into it', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    expect((await ask(server, school.people['curator'], `POST /imports/${one.id}/discard`)).body).toMatchObject({
      state: 'discarded',
    });
    expect((await ask(server, school.people['curator'], `POST /imports/${one.id}/restore`)).body).toMatchObject({
      state: 'read',
      activities: 6,
    });
  });

  test('the original is downloaded as it was, and never shown by the browser in our name', async () => {
    const school = await aSchool(server);
    const one = await received(server, school.people['curator']!);
    const answer = await ask(server, school.people['curator'], `GET /imports/${one.id}/file`);
    expect(answer.bytes.toString()).toBe(PLAN);
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('who may import', () => {
  test.each([
    'GET /imports',
    'POST /imports/paste',
    'GET /imports/01900000-0000-7000-8000-000000000000',
    'POST /imports/01900000-0000-7000-8000-000000000000/discard',
    'GET /imports/01900000-0000-7000-8000-000000000000/file',
  ])('%s: nobody without a session, no teacher, no other school', async (request) => {
    const school = await aSchool(server);
    const body = request.includes('paste') ? { name: 'x', text: 'x', html: null } : undefined;
    expect((await ask(server, undefined, request, body)).status).toBe(401);
    expect((await ask(server, school.people['teacher'], request, body)).status).toBe(403);
  });

  test('another school finds nothing', async () => {
    const [school, other] = [await aSchool(server), await aSchool(server)];
    const one = await received(server, school.people['curator']!);
    for (const request of [
      `GET /imports/${one.id}`,
      `POST /imports/${one.id}/discard`,
      `POST /imports/${one.id}/restore`,
      `GET /imports/${one.id}/file`,
    ]) {
      expect((await ask(server, other.people['curator'], request)).status).toBe(404);
    }
    expect((await ask<{ imports: unknown[] }>(server, other.people['curator'], 'GET /imports')).body.imports).toEqual(
      [],
    );
  });

  test('malformed requests are named field by field', async () => {
    const school = await aSchool(server);
    const answer = await ask(server, school.people['curator'], 'POST /imports/paste', { name: '', text: 5 });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  });
});
