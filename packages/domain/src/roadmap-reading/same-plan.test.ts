import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InventedPlan, plans, SHAPES } from './generated-plans.testing.ts';
import { readRoadmap } from './read-roadmap.ts';
import { lostWords, textSource } from './reading.testing.ts';
import type { RoadmapDraft } from './roadmap-draft.ts';

/** Plans a shape. A long run: `READING_RUNS=500 npx vitest run --project pure packages/domain/src/roadmap-reading/same-plan`. */
const RUNS = Number(process.env['READING_RUNS'] ?? 60);

function told(draft: RoadmapDraft): unknown {
  return draft.stages.map(({ title, activities }) => ({
    title,
    activities: activities.map((one) => ({
      title: one.title,
      deadline: one.deadline?.text ?? null,
      responsible: one.responsible?.text ?? null,
      result: one.result?.text ?? null,
    })),
  }));
}

test.each(Object.entries(SHAPES))('the same plan is read from %s', (_name, draw) => {
  fc.assert(
    fc.property(plans, (plan: InventedPlan) => {
      const source = draw(plan);
      const draft = readRoadmap(source);
      expect(told(draft)).toEqual(plan);
      expect(draft.period).toEqual({ start: '2024-09-01', end: '2025-08-31' });
      expect(lostWords(source, draft)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

/** Lines as plans are made of, in any order: heads, cells, bars, stamps, rubbish. */
const shreds = fc.constantFrom(
  '№',
  'Мероприятия',
  'Наименование этапа',
  'Сроки',
  'Ответственный',
  'Результат',
  '1',
  '2.',
  '1.1',
  'сентябрь',
  'до 15.10.2024',
  'Щукина А.П.',
  'директор',
  'УТВЕРЖДАЮ',
  'Приказ № 7 от 01.09.2024',
  'Дорожная карта на 2024-2025 учебный год',
  '',
  '',
  '|',
  'Анализ анкет |',
  '\tСбор запросов',
  'а\tб\tв',
  '№\tМероприятие\tСроки\tОтветственный',
  '1\tАнализ\tмай\tдиректор',
  'продолжение строки',
  '– встреча-знакомство;',
  'I этап. Начало',
  '<p>Задача этапа – начать</p>',
  '**План**',
  'Цель: помочь',
  'х',
  '-',
  'при наличии наставляемых',
  'ОС-',
  'НОВНАЯ ШКОЛА',
);

test('no word is lost and nothing is thrown, whatever lines stand in whatever order', () => {
  fc.assert(
    fc.property(fc.array(shreds, { maxLength: 40 }), (lines) => {
      const source = textSource(lines.join('\n'));
      expect(lostWords(source, readRoadmap(source))).toEqual([]);
    }),
    { numRuns: RUNS * 10 },
  );
});

test.each(['Цель: помочь', 'Начало дела', '1'])('a line «%s» alone under a head with stages is not lost', (line) => {
  const source = textSource(['№', 'Мероприятия', 'Наименование этапа', line].join('\n'));
  expect(lostWords(source, readRoadmap(source))).toEqual([]);
});

test('any text at all gives a draft and loses no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const source = textSource(text);
      expect(lostWords(source, readRoadmap(source))).toEqual([]);
    }),
    { numRuns: RUNS * 5 },
  );
});
