import { expect, test } from 'vitest';
import { aFamily, type Client, type ConsentSchool, consentSchool, issueOneFor } from '../../../test/consents.ts';
import { aPupil } from '../../../test/pupils.ts';
import { FormDataBody, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

const pdf = (bytes: Uint8Array, fields: Record<string, string> = {}) =>
  new FormDataBody({ name: 'сканы.pdf', bytes }, fields);

async function printed(by: Client, ...consentIds: string[]): Promise<Buffer> {
  const answer = await by.post('/api/v1/consents/print', { consentIds, format: 'pdf', purpose: 'раздать родителям' });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function brought(by: Client, bytes: Uint8Array): Promise<string> {
  const answer = await by.post('/api/v1/scan-batches', pdf(bytes));
  expect(answer.json()).toMatchObject({ known: false });
  await server.runJobs();
  return answer.json<{ id: string }>().id;
}

async function childOf(at: ConsentSchool, mother: Client, name: string): Promise<string> {
  const child = await aPupil(at.place, name, at.classId);
  await at.representation(mother.personId, child);
  return child;
}

test('papers of two children come back as one pile and find their places by themselves', async () => {
  const at = await consentSchool(server);
  const mother = await at.guest('Лосева');
  const ids: string[] = [];
  for (const name of ['Лосев Пётр Ильич', 'Лосева Мария Ильинична']) {
    ids.push(await issueOneFor(at, await childOf(at, mother, name)));
  }
  const pile = await printed(at.teacher, ...ids);
  const batchId = await brought(at.teacher, pile);
  const seen = (await at.teacher.get(`/api/v1/scan-batches/${batchId}`)).json();
  expect(seen).toMatchObject({ state: 'split', homeless: 0 });
  expect(seen.donePages).toBe(seen.pages);
  expect(seen.consents.map((each: { consent: { id: string } }) => each.consent.id).toSorted()).toEqual(ids.toSorted());

  const entries = ids.map((consentId) => ({
    consentId,
    signedOn: '2024-10-14',
    by: [mother.personId],
    purposes: 'all' as const,
  }));
  const filed = await at.teacher.post(`/api/v1/scan-batches/${batchId}/file`, { entries });
  // Signed on the eve of printing by the hand's date: filed, with a remark.
  expect(filed.json()).toMatchObject({
    filed: [{ state: 'valid', warnings: [{ code: 'consent.signed-before-printing' }] }, { state: 'valid' }],
    refused: [],
  });
  expect((await at.teacher.get(`/api/v1/scan-batches/${batchId}`)).json()).toMatchObject({ state: 'filed' });
  const card = (await at.curator.get(`/api/v1/consents/${ids[0]}`)).json();
  const scan = await at.curator.get(`/api/v1/consents/${ids[0]}/scans/${card.scans[0].id}`);
  expect(scan.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

  const again = await at.curator.post('/api/v1/scan-batches', pdf(pile));
  expect(again.json()).toEqual({ id: batchId, known: true });
});

test('a page that is filed leaves the pile, and with the last of them the pile keeps none', async () => {
  const at = await consentSchool(server);
  const mother = await at.guest('Лосева');
  const ids: string[] = [];
  for (const name of ['Лосев Пётр Ильич', 'Лосева Мария Ильинична']) {
    ids.push(await issueOneFor(at, await childOf(at, mother, name)));
  }
  const batchId = await brought(at.teacher, await printed(at.teacher, ...ids));
  const url = `/api/v1/scan-batches/${batchId}`;
  const stored = async () =>
    at.write((tx) =>
      tx
        .selectFrom('scan_batches as b')
        .leftJoin('files as f', 'f.id', 'b.file_id')
        .select('f.sha256')
        .where('b.id', '=', batchId)
        .executeTakeFirstOrThrow(),
    );
  const pagesOf = async (consentId: string) =>
    (await at.teacher.get(url))
      .json<{ consents: { consent: { id: string }; pages: number[] }[] }>()
      .consents.find(({ consent }) => consent.id === consentId)!.pages;
  const whole = (await stored()).sha256!;
  const [first, second] = [await pagesOf(ids[0]!), await pagesOf(ids[1]!)];
  const paper = { signedOn: '2024-10-15', by: [mother.personId] };
  const unread = [
    { ...paper, consentId: ids[0], purposes: 'all' },
    { ...paper, consentId: ids[1] },
  ];
  expect((await at.teacher.post(`${url}/file`, { entries: unread })).json()).toMatchObject({
    filed: [{ consentId: ids[0], state: 'valid' }],
    refused: [{ consentId: ids[1], code: 'consent.marks-unread' }],
  });

  const rest = (await stored()).sha256!;
  expect(rest).not.toBe(whole);
  for (const page of first) {
    expect((await at.teacher.get(`${url}/pages/${page}`)).json()).toMatchObject({ code: 'scan.page-not-found' });
    expect((await at.curator.get(`${url}/pages/${page}/picture`)).statusCode).toBe(404);
    const moved = { page, consentId: ids[1] };
    expect((await at.teacher.post(`${url}/assign`, moved)).json()).toMatchObject({ code: 'scan.page-not-found' });
  }
  // The page that waits keeps its number, wherever it lies now.
  const waiting = await at.teacher.get(`${url}/pages/${second[0]}`);
  expect(waiting.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  const again = { entries: [unread[0]!, { ...paper, consentId: ids[1], purposes: 'required' }] };
  expect((await at.teacher.post(`${url}/file`, again)).json()).toMatchObject({
    filed: [{ consentId: ids[1], state: 'valid' }],
    refused: [{ consentId: ids[0], code: 'scan.no-pages' }],
  });
  expect((await at.teacher.get(url)).json()).toMatchObject({ state: 'filed', name: 'сканы.pdf' });
  expect(await stored()).toEqual({ sha256: null });
  await server.runJobs();
  await expect(server.deps.files.get(whole)).rejects.toThrow();
  const card = (await at.curator.get(`/api/v1/consents/${ids[1]}`)).json();
  const scan = await at.curator.get(`/api/v1/consents/${ids[1]}/scans/${card.scans[0].id}`);
  expect(scan.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a page of another school has no home here and is told so; a page may be given a home by hand', async () => {
  const [here, there] = [await consentSchool(server), await consentSchool(server, 'Школа № 9')];
  const foreign = await aFamily(there, '2011-03-05');
  const pile = await printed(there.curator, await issueOneFor(there, foreign.pupil.personId));
  const batchId = await brought(here.curator, pile);
  const seen = (await here.curator.get(`/api/v1/scan-batches/${batchId}`)).json();
  expect(seen.consents).toEqual([]);
  expect(seen.pageList[0]).toEqual({ page: 1, consentId: null, by: null, code: 'scan.other-school' });
  const picture = await here.curator.get(`/api/v1/scan-batches/${batchId}/pages/1/picture`);
  expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  expect((await there.curator.get(`/api/v1/scan-batches/${batchId}/pages/1/picture`)).statusCode).toBe(404);

  const own = await aFamily(here, '2011-03-05');
  const consentId = await issueOneFor(here, own.pupil.personId);
  const url = `/api/v1/scan-batches/${batchId}/assign`;
  expect((await here.curator.post(url, { page: 99, consentId })).json()).toMatchObject({ code: 'scan.page-not-found' });
  const assigned = await here.curator.post(url, { page: 1, consentId });
  expect(assigned.json().pageList[0]).toMatchObject({ consentId, by: 'hand' });
  // What is not this school's, or another person's pile, is not there.
  expect((await there.curator.get(`/api/v1/scan-batches/${batchId}`)).statusCode).toBe(404);
  expect((await here.teacher.get(`/api/v1/scan-batches/${batchId}`)).statusCode).toBe(404);
  expect((await here.mentor.get(`/api/v1/scan-batches/${batchId}`)).statusCode).toBe(403);
});

test('the same scan twice for one consent is filed once; a changed surname is accepted with a remark', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  const bytes = await printed(at.teacher, consentId);
  await at.write((tx) =>
    tx
      .updateTable('people')
      .set({ family_name: 'Оленева' })
      .where('tenant_id', '=', at.place.tenantId)
      .where('id', '=', mother.personId)
      .execute(),
  );
  const url = `/api/v1/consents/${consentId}/scan`;
  const fields = { signedOn: '2024-10-15', by: mother.personId, purposes: 'required' };
  expect((await at.mentor.post(url, pdf(bytes, fields))).statusCode).toBe(403);
  const first = await at.teacher.post(url, pdf(bytes, fields));
  expect(first.json()).toMatchObject({
    alreadyFiled: false,
    consent: { state: 'valid', nameChanged: true, signers: [{ name: 'Лосева Анна Игоревна', method: 'paper' }] },
    warnings: [{ code: 'consent.name-changed', data: { now: 'Оленева Анна Игоревна' } }],
  });
  expect((await at.teacher.post(url, pdf(bytes, fields))).json()).toMatchObject({ alreadyFiled: true });
  const card = (await at.teacher.get(`/api/v1/consents/${consentId}`)).json();
  expect(card.scans).toHaveLength(1);
});

test('a file that is no PDF is no pile', async () => {
  const at = await consentSchool(server);
  const answer = await at.curator.post('/api/v1/scan-batches', pdf(Buffer.from('просто текст')));
  expect(answer.json()).toMatchObject({ code: 'scan.not-a-pdf' });
});
