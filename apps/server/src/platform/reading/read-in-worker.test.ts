import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test, vi } from 'vitest';
import { readAgainInWorker, readInWorker, readPastedInWorker, readRoadmapInWorker } from './read-in-worker.ts';

// These take a second alone, and more beside everything else on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test('a file is read in a worker of its own', async () => {
  expect(await readInWorker(text('Этап\tСрок\n'), 'план.txt')).toEqual({
    format: 'text',
    blocks: [{ kind: 'paragraph', text: 'Этап\tСрок' }],
    notes: [],
  });
});

test('what was pasted is read there too', async () => {
  const document = await readPastedInWorker({ html: '<table><tr><td>май', text: 'май' });
  expect(document.blocks).toMatchObject([{ kind: 'table' }]);
  await expect(readPastedInWorker({ text: ' ' })).rejects.toMatchObject({ code: 'file.empty' });
});

test('the plan in a file is read there, and read again in another manner with what a person has written', async () => {
  const file = { bytes: text('Этап\tМероприятие\tСрок\nНачало\tОпрос\tсентябрь\n'), name: 'план.txt' };
  const period = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };
  const { source, draft } = await readRoadmapInWorker(file, { period });
  const activity = draft.stages[0]!.activities[0]!;
  expect(activity).toMatchObject({ title: 'Опрос', deadline: { windows: [{ start: '2024-09-01' }] } });
  const edited = { ...draft, stages: [{ ...draft.stages[0]!, activities: [{ ...activity, title: 'Опрос всех' }] }] };
  const now = { period: { start: plainDate('2025-09-01'), end: plainDate('2026-08-31') }, columns: null };
  const again = await readAgainInWorker({ source, edited, was: { period, columns: null }, now });
  expect(again).toMatchObject({ kept: 1, lost: [] });
  expect(again.draft.stages[0]?.activities[0]).toMatchObject({
    title: 'Опрос всех',
    deadline: { windows: [{ start: '2025-09-01' }] },
  });
});

test('a refusal of the reader arrives with its code and details', async () => {
  await expect(readInWorker(text('{\\rtf1 план}'), 'план.docx')).rejects.toMatchObject({
    name: 'ReadingRefusal',
    code: 'file.type-lies',
    details: { says: 'docx', is: 'rtf' },
  });
});

test('reading that takes too long is stopped', async () => {
  await expect(readInWorker(text('план'), 'план.txt', { timeoutMs: 1 })).rejects.toMatchObject({
    code: 'file.reading-timeout',
  });
});

test('reading that takes too much memory is stopped, and the server lives on', async () => {
  const rows = text('<p>слово'.repeat(500_000));
  await expect(readInWorker(rows, 'план.html', { maxMemoryMb: 40 })).rejects.toMatchObject({
    code: 'file.reading-memory',
  });
  expect((await readInWorker(text('план'), 'план.txt')).blocks).toHaveLength(1);
});

test('many files at once are read in turn, each answered', async () => {
  const names = ['один', 'два', 'три', 'четыре', 'пять'];
  const documents = await Promise.all(names.map((name) => readInWorker(text(name), `${name}.txt`)));
  expect(documents.map(({ blocks }) => blocks[0])).toEqual(names.map((name) => ({ kind: 'paragraph', text: name })));
});
