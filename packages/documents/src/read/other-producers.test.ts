import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { codes, show } from './fixtures/show.testing.ts';
import { readSource } from './read-source.ts';

const read = async (name: string) =>
  readSource(await readFile(new URL(`./fixtures/files/${name}`, import.meta.url)), name);

const ROADMAP = [
  '¶ [header] Школа «Маяк», Ручейск',
  '¶ УТВЕРЖДАЮ',
  '¶ Директор школы «Маяк» Лисицына М. М.',
  '¶ [h1 b c] Дорожная карта наставничества',
  '¶ ‹1.› Помочь новичкам',
  '¶ ‹2.› Собрать пары',
  '¶ ‹2.1.› из пятых классов',
  '¶ ‹2.2.› из шестых классов',
  '▦',
  '0: № | 1: Мероприятие | 2: Срок | 3: Ответственный',
  '0+4: 1. Подготовка',
  '0: 1.1 | 1: Издать приказ / Назначить куратора | 2×2: до 13 сентября 2024 г. | 3: Директор',
  '0: 1.2 | 1: Провести опрос / Собрать согласия | 3: Куратор, / рабочая группа',
  '0: 2 | 1: Составить отчёт о работе пар за год | 2: май | 3: ',
  '¶ [footnote] ‹1› По форме приложения',
  '¶ Исполнитель: Снегирёв П. О.',
];

test('a DOCX of LibreOffice is the same roadmap', async () => {
  expect(show(await read('other-producer.docx'))).toEqual(ROADMAP);
});

test('a DOC of LibreOffice keeps tables, merged cells, numbers, notes and tracked changes', async () => {
  const document = await read('other-producer.doc');
  expect(show(document)).toEqual(ROADMAP);
  expect(codes(document)).toEqual(['tracked-insertions-accepted', 'tracked-deletions-dropped']);
});

test('a DOC keeps text boxes, nested tables, and what its paragraph styles say', async () => {
  expect(show(await read('nested-and-styled.doc'))).toEqual([
    '¶ План',
    '¶ [textbox] УТВЕРЖДАЮ',
    '¶ [textbox] Директор Лисицына М. М.',
    '¶ [b] ‹I.› Подготовка',
    '¶ ‹•› точка',
    '¶ [b] ‹II.› Работа',
    '▦',
    '0: Сроки: / Май\tприказ / Июнь\tотчёт | 1: Директор',
    '0+2: общая строка',
    '¶ a<b & «в»',
    '¶ [footer] Подвал',
  ]);
});

test('an ODT of LibreOffice is the same roadmap', async () => {
  expect(show(await read('other-producer.odt'))).toEqual(ROADMAP);
});

test('a PDF of LibreOffice keeps its table, and its numbers are words of the text', async () => {
  const document = await read('other-producer.pdf');
  const table = ROADMAP.slice(8, 14).map((line) => line.replace('за год', 'за год1'));
  expect(show(document)).toEqual([
    '¶ Школа «Маяк», Ручейск',
    '¶ УТВЕРЖДАЮ',
    '¶ Директор школы «Маяк» Лисицына М. М.',
    '¶ [b c] Дорожная карта наставничества',
    '¶ 1. Помочь новичкам',
    '¶ 2. Собрать пары',
    '¶ 2.1. из пятых классов',
    '¶ 2.2. из шестых классов',
    ...table,
    // The producer draws deleted text struck through; a PDF does not say that it was deleted.
    '¶ Исполнитель: Снегирёв П. О.Совин',
    '¶ 1 По форме приложения',
  ]);
});
