import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSource } from '../read/read-source.ts';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { renderRoadmapDocx } from './render-roadmap-docx.ts';
import { usualColumns } from './roadmap-headings.ts';

const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

test('it is read back as paragraphs, a table of stamps and the table of the plan', async () => {
  const source = await readSource(await renderRoadmapDocx(aRoadmap()), 'План.docx');
  const kinds = source.blocks
    .map((block) => (block.kind === 'table' ? 'table' : block.text))
    .filter((text) => text !== '');
  expect(kinds).toEqual([
    'Управление образования администрации муниципального округа Заречье',
    'МБОУ «Средняя общеобразовательная школа № 7»',
    'table',
    'Дорожная карта (план мероприятий)',
    'по реализации наставничества',
    'на 2025/2026 учебный год',
    'table',
    'Куратор программы наставничества',
    '________________ О.С. Лугова',
  ]);
});

test('merged cells of a stage column are one cell with its rows', async () => {
  const columns = usualColumns(['stageNumber', 'stage', 'content', 'deadline']);
  const stages = [aStage('1', 'Отбор', [anActivity(), anActivity({ title: 'Опрос' })])];
  const source = await readSource(
    await renderRoadmapDocx(aRoadmap({ columns, stages, stageLayout: 'column' })),
    'План.docx',
  );
  const table = source.blocks.findLast((block) => block.kind === 'table');
  const cells = table?.rows.map((row) =>
    row.cells.map((cell) => [cell.column, cell.rowSpan, cell.lines.map((line) => line.text).join(' / ')]),
  );
  expect(cells).toEqual([
    [
      [0, 1, '№'],
      [1, 1, 'Наименование этапа'],
      [2, 1, 'Содержание деятельности'],
      [3, 1, 'Сроки'],
    ],
    [
      [0, 2, '1'],
      [1, 2, 'Отбор'],
      [2, 1, 'Беседа'],
      [3, 1, 'сентябрь'],
    ],
    [
      [2, 1, 'Опрос'],
      [3, 1, 'сентябрь'],
    ],
  ]);
});

test('the head of the table is repeated, rows are whole, a stage row stays with the next', async () => {
  const xml = parts(await renderRoadmapDocx(aRoadmap()))['word/document.xml'] ?? '';
  expect(xml.match(/<w:tblHeader/gu)).toHaveLength(1);
  // Header, five rows, and the row of stamps.
  expect(xml.match(/<w:cantSplit/gu)).toHaveLength(7);
  expect(xml).toMatch(/<w:keepNext\/?>(?:(?!<w:p>).)*Завершение/u);
});

test('A4 with office margins, in Russian, numbered from the second page on', async () => {
  const files = parts(await renderRoadmapDocx(aRoadmap()));
  const xml = files['word/document.xml'] ?? '';
  expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/u);
  expect(xml).toMatch(/<w:pgMar[^>]*w:top="1134"[^>]*w:right="567"[^>]*w:bottom="1134"[^>]*w:left="1701"/u);
  expect(xml).toContain('<w:titlePg/>');
  expect(files['word/styles.xml']).toContain('w:val="ru-RU"');
  expect(Object.entries(files).some(([path, part]) => path.startsWith('word/header') && part.includes('PAGE'))).toBe(
    true,
  );
});

test('the file says what it is and not by whom and when it was made; the same roadmap gives the same bytes', async () => {
  const bytes = await renderRoadmapDocx(aRoadmap());
  const core = parts(bytes)['docProps/core.xml'] ?? '';
  expect(core).toContain('<dc:title>Дорожная карта (план мероприятий) по реализации наставничества');
  expect(core).not.toMatch(/creator|lastModifiedBy|created|modified/u);
  expect(await renderRoadmapDocx(aRoadmap())).toEqual(bytes);
});

test('characters that XML cannot hold do not break the file', async () => {
  const title = 'Беседа\u0001 <о> & "плане"\ud800';
  const bytes = await renderRoadmapDocx(aRoadmap({ stages: [aStage('1', 'Отбор', [anActivity({ title })])] }));
  const source = await readSource(bytes, 'План.docx');
  expect(JSON.stringify(source)).toContain('Беседа <о> & \\"плане\\"');
});
