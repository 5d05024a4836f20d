import { expect, test } from 'vitest';
import type { DocumentTable } from '../write/official-document.ts';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { usualColumns } from './roadmap-headings.ts';
import type { RoadmapPrint } from './roadmap-print.ts';
import { roadmapTable } from './roadmap-table.ts';

/** A row as text: «0×2» is a cell in column 0 over two rows, «1+4» one over four columns. */
const show = (table: DocumentTable): string[] =>
  table.rows.map((row) =>
    row.cells
      .map(({ column, columnSpan, rowSpan, lines }) => {
        const spans = `${columnSpan > 1 ? `+${columnSpan}` : ''}${rowSpan > 1 ? `×${rowSpan}` : ''}`;
        return `${column}${spans}: ${lines.join(' / ')}`;
      })
      .join(' | '),
  );
const drawn = (given: Partial<RoadmapPrint>) => show(roadmapTable(aRoadmap(given)));

test('a stage in a row of its own has its number in the number column and its title over the rest', () => {
  expect(drawn({})).toEqual([
    '0: 1 | 1+4: Подготовка',
    '0: 1.1 | 1: Издание приказа | 2: сентябрь | 3: Куратор | 4: Приказ',
    '0: 2 | 1+4: Завершение',
    '0: 2.1 | 1: Проведение анкетирования | 2: сентябрь | 3: Куратор | 4: Анкеты',
    '0: 2.2 | 1: Подведение итогов | 2: сентябрь | 3: Куратор | 4: Справка',
  ]);
});

test('without a number column the number stands before the title', () => {
  const columns = usualColumns(['content', 'deadline', 'responsible']);
  expect(drawn({ columns })[0]).toBe('0+3: 1. Подготовка');
  expect(drawn({ columns })[1]).toBe('0: 1.1. Издание приказа | 1: сентябрь | 2: Куратор');
});

test('a stage column is one cell over all its activities', () => {
  const columns = usualColumns(['stageNumber', 'stage', 'content', 'deadline']);
  const stages = [aStage('1', 'Подготовка', [anActivity(), anActivity({ title: 'Опрос' })]), aStage('2', 'Отбор', [])];
  expect(drawn({ columns, stageLayout: 'column', stages })).toEqual([
    '0×2: 1 | 1×2: Подготовка | 2: Беседа | 3: сентябрь',
    '2: Опрос | 3: сентябрь',
    '0: 2 | 1: Отбор | 2:  | 3: ',
  ]);
});

test('activities of one measure share its cell', () => {
  const columns = usualColumns(['stage', 'measure', 'content']);
  const stages = [
    aStage(null, 'Отбор', [
      anActivity({ measure: 'Сбор данных', title: 'Анкеты' }),
      anActivity({ measure: 'Сбор данных', title: 'Беседы' }),
      anActivity({ title: 'Приказ' }),
    ]),
  ];
  expect(drawn({ columns, stageLayout: 'column', stages })).toEqual([
    '0×3: Отбор | 1×2: Сбор данных | 2: Анкеты',
    '2: Беседы',
    '1:  | 2: Приказ',
  ]);
});

test('where no activity has a measure, the column of measures holds the titles and the next one their points', () => {
  const columns = usualColumns(['measure', 'content', 'deadline']);
  const stages = [
    aStage(null, '', [anActivity({ title: 'Изучение опыта', items: ['1. Чтение приказов', '2. Беседы'] })]),
  ];
  expect(drawn({ columns, stages })).toEqual(['0: Изучение опыта | 1: 1. Чтение приказов; / 2. Беседы. | 2: сентябрь']);
});

test('what has no column of its own is not lost', () => {
  const columns = usualColumns(['content']);
  const activity = anActivity({
    measure: 'Сбор данных',
    title: 'Встречи пары',
    items: ['знакомство', 'итог'],
    condition: 'при наличии наставляемых',
  });
  expect(drawn({ columns, stages: [aStage(null, '', [activity])] })).toEqual([
    '0: Сбор данных: / – Встречи пары (при наличии наставляемых): / – знакомство; / – итог.',
  ]);
});

test('a condition that the title already says is not said twice', () => {
  const activity = anActivity({ title: 'Беседа при необходимости', condition: 'при необходимости' });
  const columns = usualColumns(['content']);
  expect(drawn({ columns, stages: [aStage(null, '', [activity])] })).toEqual(['0: Беседа при необходимости']);
});

test('points with numbers of their own are left as they are, one without a number among them too', () => {
  const columns = usualColumns(['content']);
  const activity = anActivity({ title: 'Опрос', items: ['1. Анкеты', 'Анализ', '2) Вывод'] });
  expect(drawn({ columns, stages: [aStage(null, '', [activity])] })).toEqual([
    '0: Опрос: / 1. Анкеты; / Анализ; / 2) Вывод.',
  ]);
});
