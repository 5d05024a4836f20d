import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import { expect, test } from 'vitest';
import { readSource } from '../read/read-source.ts';
import { ABOVE, type Drawn, FORMATS, LEFT } from './drawn-plans.testing.ts';

/** Invented plans in the layouts that schools use, and what a careful person counts in each: stages, activities, content items. */
const LAYOUTS: Record<
  string,
  { rows: Drawn; stages: readonly string[]; activities: readonly string[]; items: number }
> = {
  'a column of stages, terms in every row': {
    rows: [
      ['№', 'Наименование этапа', 'Содержание деятельности', 'Сроки', 'Ответственный'],
      ['1', 'Начало работы', 'Принятие положения', 'август', 'Директор'],
      [ABOVE, ABOVE, 'Сбор запросов; опрос новых педагогов', 'сентябрь', 'Куратор'],
      ['2', 'Итоги', 'Анализ встреч', 'май-июнь, ежегодно', 'Руководители МО'],
    ],
    stages: ['Начало работы', 'Итоги'],
    activities: ['Принятие положения', 'Сбор запросов; опрос новых педагогов', 'Анализ встреч'],
    items: 0,
  },
  'stages as rows with numbers of one step, a second head of numbers': {
    rows: [
      [
        '№ п/п',
        'Наименование мероприятий',
        'Срок реализации',
        'Ответственный за исполнение',
        'Результат, вид документа',
      ],
      ['1', '2', '3', '4', '5'],
      ['1.', 'Нормативная работа', '', '', ''],
      ['1.1.', 'Издание приказа', 'до 13.09.2024 г.', 'Щукин С.С.', 'Приказ'],
      ['1.2.', 'Согласование плана', 'до 20.09.2024 г.', 'Щукин С.С.', 'План'],
      ['2.', 'Работа пар', '', '', ''],
      ['2.1.', 'Проведение встреч', 'в течение года', 'Наставники', 'Дневник'],
    ],
    stages: ['Нормативная работа', 'Работа пар'],
    activities: ['Издание приказа', 'Согласование плана', 'Проведение встреч'],
    items: 0,
  },
  'stages across the table with their task, measures with numbered content': {
    rows: [
      ['Этап, мероприятия этапа', 'Содержание деятельности', 'Планируемый результат', 'Сроки', 'Ответственные'],
      ['I этап – Начало', LEFT, LEFT, LEFT, LEFT],
      ['Задача этапа – собрать людей', LEFT, LEFT, LEFT, LEFT],
      ['Создание базы', '1. Опрос педагогов\n2. Составление списка', 'База', 'Октябрь 2024 г.', 'Куратор'],
      ['Изучение опыта', '1. Чтение писем\n3. Обзор практик', 'Обзор', 'Ноябрь 2024 г.', 'Куратор'],
    ],
    stages: ['Начало'],
    activities: ['Создание базы', 'Изучение опыта'],
    items: 4,
  },
  'no terms: the points of the content are the activities': {
    rows: [
      ['№', 'Наименование этапа', 'Содержание деятельности и примерный план мероприятий'],
      ['1.', 'Начало', 'Принятие документов:\nприказ о введении;\nприказ о закреплении пар'],
      ['2.', 'Итоги', 'Анализ встреч;\nвыбор лучших практик;\nпополнение копилки'],
    ],
    stages: ['Начало', 'Итоги'],
    activities: [
      'приказ о введении;',
      'приказ о закреплении пар',
      'Анализ встреч;',
      'выбор лучших практик;',
      'пополнение копилки',
    ],
    items: 0,
  },
  'no terms: measures name groups of numbered content': {
    rows: [
      ['№', 'Наименование этапа', 'Мероприятия', 'Содержание деятельности'],
      ['1.', 'Начало', 'Изучение писем', '1. Чтение письма.\n2. Чтение положения.'],
      [ABOVE, ABOVE, 'Опрос педагогов', '1. Составление анкеты.\n2. Сбор ответов.'],
    ],
    stages: ['Начало'],
    activities: ['Чтение письма.', 'Чтение положения.', 'Составление анкеты.', 'Сбор ответов.'],
    items: 0,
  },
  'quarters with marks under a common head': {
    rows: [
      ['Наименование мероприятия', 'Срок реализации', LEFT, 'Ответственный'],
      [ABOVE, 'I квартал 2025 г.', 'II квартал 2025 г.', ABOVE],
      ['Заседание клуба', 'х', 'х', 'Куратор'],
      ['Сбор анкет', 'х', '-', 'Куратор'],
    ],
    stages: [''],
    activities: ['Заседание клуба', 'Сбор анкет'],
    items: 0,
  },
};

const CASES = Object.keys(LAYOUTS).flatMap((layout) => Object.keys(FORMATS).map((format) => [layout, format] as const));

test.each(CASES)('%s: read from %s', async (layout, format) => {
  const { rows, stages, activities, items } = LAYOUTS[layout] ?? { rows: [], stages: [], activities: [], items: 0 };
  const bytes = FORMATS[format]?.(rows) ?? new Uint8Array();
  const draft = readRoadmap(await readSource(bytes, `план.${format}`));
  const all = draft.stages.flatMap((stage) => stage.activities);
  expect(draft.stages.map(({ title }) => title)).toEqual(stages);
  expect(all.map(({ title }) => title)).toEqual(activities);
  expect(all.reduce((sum, one) => sum + one.items.length, 0)).toBe(items);
  expect(draft.unrecognized).toEqual([]);
});
