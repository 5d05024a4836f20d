import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { renderRoadmapHtml } from './render-roadmap-html.ts';
import { renderRoadmapJson } from './render-roadmap-json.ts';
import { renderRoadmapText } from './render-roadmap-text.ts';
import { renderRoadmapXlsx } from './render-roadmap-xlsx.ts';
import { roadmapExport, roadmapExportSchema } from './roadmap-export.ts';
import { usualColumns } from './roadmap-headings.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const besideStages = () =>
  aRoadmap({
    columns: usualColumns(['stageNumber', 'stage', 'content', 'deadline']),
    stageLayout: 'column',
    stages: [aStage('1', 'Отбор', [anActivity(), anActivity({ title: '=СУММ(A1)' })])],
  });

test('text: stamps line by line, the table with tabs, covered places empty', () => {
  expect(text(renderRoadmapText(besideStages())).split('\n')).toEqual([
    'Управление образования администрации муниципального округа Заречье',
    'МБОУ «Средняя общеобразовательная школа № 7»',
    '',
    'ПРИНЯТО',
    'на заседании педагогического совета',
    'протокол от 29.08.2025 № 1',
    '',
    'УТВЕРЖДАЮ',
    'Директор МБОУ «СОШ № 7»',
    '______________ Н.В. Озерова',
    'Приказ от 05.09.2025 № 114-од',
    '',
    'Дорожная карта (план мероприятий)',
    'по реализации наставничества',
    'на 2025/2026 учебный год',
    '',
    '',
    '№\tНаименование этапа\tСодержание деятельности\tСроки',
    '1\tОтбор\tБеседа\tсентябрь',
    '\t\t=СУММ(A1)\tсентябрь',
    '',
    'Куратор программы наставничества ______________ О.С. Лугова',
    '',
  ]);
});

test('sheet: stages are merged cells and what people typed is text, never a formula', async () => {
  const files = unzipSync(await renderRoadmapXlsx(besideStages()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<mergeCell ref="A');
  expect(sheet).not.toContain('<f>');
  expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/creator|created/u);
  expect(await renderRoadmapXlsx(besideStages())).toEqual(await renderRoadmapXlsx(besideStages()));
});

test('page: heads of columns and stages are headers, words are escaped, nothing comes from outside', () => {
  const stages = [aStage('1', '<img src=x onerror=alert(1)>', [anActivity({ title: '"Беседа" & опрос' })])];
  const page = text(renderRoadmapHtml(aRoadmap({ stages, organizations: [{ text: 'Шӧр школа', language: 'kv' }] })));
  expect(page).toContain('<html lang="ru">');
  expect(page).toContain('<p class="organization" lang="kv">Шӧр школа</p>');
  expect(page).toContain('<th scope="col">Сроки</th>');
  expect(page).toContain('<th scope="colgroup" colspan="4">&lt;img src=x onerror=alert(1)&gt;</th>');
  expect(page).toContain('&quot;Беседа&quot; &amp; опрос');
  expect(page).not.toMatch(/<img|<script|https?:/u);
});

test('JSON: the export keeps to its own schema, which is also a JSON Schema', () => {
  const exported: unknown = JSON.parse(text(renderRoadmapJson(aRoadmap())));
  const roadmap = roadmapExport.parse(exported);
  expect(roadmap).toMatchObject({ format: 'nastavnik.roadmap', version: 1, approved: { person: 'Н.В. Озерова' } });
  expect(roadmap.stages.map((stage) => stage.activities.length)).toEqual([1, 2]);
  expect(z.fromJSONSchema(roadmapExportSchema).safeParse(exported).success).toBe(true);
  expect(z.fromJSONSchema(roadmapExportSchema).safeParse({ ...roadmap, version: 2 }).success).toBe(false);
});
