import type { Item } from '@nastavnik/contracts/roadmaps';
import { describe, expect, test } from 'vitest';
import { as, done, oneItem, proof } from '../../../test/items.ts';
import { aDraft, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, FormDataBody, STAFF, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
const PDF = new TextEncoder().encode('%PDF-1.4 протокол');

describe('evidence', () => {
  test('a file is told by its bytes, kept with its checksum, and downloaded by those who may see it', async () => {
    const school = await aSchool(server, { ...STAFF, stranger: { name: 'Чужак Пётр Ильич', roles: ['staff'] } });
    const item = await oneItem(server, school);
    const at = `POST /occurrences/${item.occurrences[0]!.id}/evidence`;
    const { body } = await ask<Item>(
      server,
      as(school, 'teacher'),
      at,
      new FormDataBody({ name: 'Протокол.pdf', bytes: PDF }, { title: 'Протокол совета' }),
    );
    const [evidence] = body.occurrences[0]!.evidence;
    expect(evidence).toMatchObject({
      kind: 'file',
      title: 'Протокол совета',
      mediaType: 'application/pdf',
      size: PDF.byteLength,
    });
    const file = await ask(server, as(school, 'teacher'), `GET /files/${evidence!.fileId}`);
    expect(file.bytes.equals(Buffer.from(PDF))).toBe(true);
    expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
    expect(String(file.headers['content-disposition'])).toContain(
      'attachment; filename="file"; filename*=UTF-8\'\'%D0%9F',
    );
    expect((await ask(server, as(school, 'stranger'), `GET /files/${evidence!.fileId}`)).status).toBe(404);
    expect((await ask(server, as(await aSchool(server), 'curator'), `GET /files/${evidence!.fileId}`)).status).toBe(
      404,
    );
    expect((await ask(server, undefined, `GET /files/${evidence!.fileId}`)).status).toBe(401);
    expect(
      (await ask<Item>(server, as(school, 'stranger'), `GET /items/${item.id}`)).body.occurrences[0]!.evidence,
    ).toEqual([]);
  });

  test.each([
    ['photo.jpg', '%PDF-1.4', 'file.type-lies'],
    ['page.html', '<script>alert(1)</script>', 'file.type-unsupported'],
    ['tool.exe', 'MZ this is a program', 'file.type-unsupported'],
    ['picture.svg', '<svg onload="x"/>', 'file.type-unsupported'],
  ])('%s that is «%s» is refused: %s', async (name, text, code) => {
    const school = await aSchool(server);
    const item = await oneItem(server, school);
    const answer = await ask(
      server,
      as(school, 'curator'),
      `POST /occurrences/${item.occurrences[0]!.id}/evidence`,
      new FormDataBody({ name, bytes: new TextEncoder().encode(text) }),
    );
    expect(answer).toMatchObject({ status: 415, body: { code } });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://user:secret@example.org/', 'ftp://example.org/x'])(
    'the link %s is refused',
    async (url) => {
      const school = await aSchool(server);
      const item = await oneItem(server, school);
      const answer = await ask<{ code: string }>(
        server,
        as(school, 'curator'),
        `POST /occurrences/${item.occurrences[0]!.id}/evidence`,
        { kind: 'link', title: 'Сайт', url },
      );
      expect(['evidence.link-unsafe', 'request.malformed']).toContain(answer.body.code);
    },
  );

  test('is taken away and brought back until the item is done', async () => {
    const school = await aSchool(server);
    const item = await oneItem(server, school);
    const at = `/occurrences/${item.occurrences[0]!.id}`;
    const { body } = await ask<Item>(server, as(school, 'curator'), `POST ${at}/evidence`, {
      kind: 'link',
      title: 'Сайт',
      url: 'https://school.example/mentors',
    });
    const id = body.occurrences[0]!.evidence[0]!.id;
    expect(
      (await ask<Item>(server, as(school, 'curator'), `POST /evidence/${id}/remove`)).body.occurrences[0]!.evidence,
    ).toEqual([]);
    expect((await ask(server, as(school, 'curator'), `POST ${at}/report-done`, done)).body).toMatchObject({
      code: 'item.evidence-missing',
    });
    await ask(server, as(school, 'curator'), `POST /evidence/${id}/restore`);
    await ask(server, as(school, 'curator'), `POST ${at}/report-done`, done);
    expect((await ask(server, as(school, 'curator'), `POST /evidence/${id}/remove`)).body).toMatchObject({
      code: 'evidence.of-done-item',
    });
    expect((await ask(server, as(school, 'curator'), `POST ${at}/evidence`, proof)).body).toMatchObject({
      code: 'evidence.of-done-item',
    });
  });
});

describe('editing items', () => {
  test('an edit that is late is told what stands there now', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [{ title: 'Первый' }]);
    const item = draft.items[0]!;
    const edit = (title: string) =>
      ask(server, as(school, 'curator'), `PUT /roadmaps/${draft.id}/items/${item.id}`, {
        version: item.version,
        title,
      });
    expect((await edit('Новый')).body).toMatchObject({ title: 'Новый' });
    expect(await edit('Другой')).toMatchObject({
      status: 409,
      body: { code: 'item.changed-meanwhile', details: { item: { title: 'Новый' } } },
    });
  });

  test('items and stages are ordered, added and removed', async () => {
    const school = await aSchool(server);
    const draft = await aDraft(server, school, [{ title: 'А' }, { title: 'Б' }, { title: 'В' }]);
    const [first] = draft.items;
    await ask(server, as(school, 'curator'), `PUT /roadmaps/${draft.id}/items/${first!.id}`, {
      version: first!.version,
      position: 2,
    });
    const moved = await theRoadmap(server, school, draft.id);
    expect(moved.items.map((item) => item.title)).toEqual(['Б', 'В', 'А']);
    const second = await ask<typeof draft>(server, as(school, 'curator'), `POST /roadmaps/${draft.id}/stages`, {
      number: null,
      title: 'Раньше',
      position: 0,
    });
    expect(second.body.stages.map((stage) => stage.title)).toEqual(['Раньше', 'Работа']);
    expect(
      (await ask(server, as(school, 'curator'), `DELETE /roadmaps/${draft.id}/stages/${draft.stages[0]!.id}`)).body,
    ).toMatchObject({ code: 'stage.not-empty' });
    expect(
      (
        await ask<typeof draft>(
          server,
          as(school, 'curator'),
          `DELETE /roadmaps/${draft.id}/stages/${second.body.stages[0]!.id}`,
        )
      ).body.stages,
    ).toHaveLength(1);
    expect((await ask(server, as(school, 'curator'), `DELETE /roadmaps/${draft.id}/items/${first!.id}`)).status).toBe(
      204,
    );
    expect((await theRoadmap(server, school, draft.id)).items).toHaveLength(2);
  });
});
