import { expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { activitiesOf, LEFT, lostWords, tableSource } from './reading.testing.ts';

const HEAD = ['Дорожная карта лицея «Исток» на 2024-2025 учебный год'];

test('with terms in the table a numbered list is how an activity is done; without them each point is an activity', () => {
  const list = '1. Выявление желающих 2. Составление базы\n3. Проверка базы';
  const withTerms = readRoadmap(
    tableSource(
      [],
      [
        ['Этап, мероприятия этапа', 'Содержание деятельности', 'Сроки', 'Ответственные'],
        ['I этап – Начало', LEFT, LEFT, LEFT],
        ['Задача этапа – собрать людей', LEFT, LEFT, LEFT],
        ['Создание базы', list, 'октябрь', 'Куратор'],
      ],
    ),
  );
  expect(withTerms.stages.map(({ number, title, notes }) => [number, title, notes])).toEqual([
    ['I', 'Начало', ['Задача этапа – собрать людей']],
  ]);
  expect(activitiesOf(withTerms).map(({ title, items }) => [title, items.length])).toEqual([['Создание базы', 3]]);
  const without = readRoadmap(
    tableSource(
      [],
      [
        ['№', 'Наименование этапа', 'Мероприятия', 'Содержание деятельности'],
        ['1.', 'Начало', 'Создание базы', list],
      ],
    ),
  );
  expect(activitiesOf(without).map(({ measure, number }) => [measure, number])).toEqual([
    ['Создание базы', '1'],
    ['Создание базы', '2'],
    ['Создание базы', '3'],
  ]);
});

test('words that lead a list in name its group, and a condition wakes the activity', () => {
  const cell = 'Принятие документов:\nприказ о введении;\nсоставление программ – при наличии в гимназии наставляемых';
  const draft = readRoadmap(
    tableSource(
      [],
      [
        ['№', 'Наименование этапа', 'Содержание деятельности'],
        ['1.', 'Начало', cell],
      ],
    ),
  );
  expect(activitiesOf(draft).map(({ measure, condition }) => [measure, condition])).toEqual([
    ['Принятие документов:', null],
    ['Принятие документов:', 'при наличии в гимназии наставляемых'],
  ]);
});

test('a row cut by a page break goes on with the row above, also in its stage and its measure', () => {
  const draft = readRoadmap(
    tableSource(
      [],
      [
        ['№', 'Наименование этапа', 'Содержание деятельности', 'Сроки', 'Ответственные'],
        ['1', 'Работа', 'Проведение встреч с', 'май', 'Куратор'],
        ['', 'пар', 'родителями', '', ''],
        ['', '', 'Анализ встреч', 'июнь', 'Директор'],
      ],
    ),
  );
  expect(draft.stages.map(({ title, activities }) => [title, activities.map((one) => one.title)])).toEqual([
    ['Работа пар', ['Проведение встреч с родителями', 'Анализ встреч']],
  ]);
});

test('columns that a person has corrected are read with the new meanings', () => {
  const source = tableSource(
    [],
    [
      ['№', 'Мероприятие', 'Сроки', 'Итог'],
      ['1', 'Анализ анкет', 'май', 'Куратор'],
    ],
  );
  const draft = readRoadmap(source, { columns: ['number', 'content', 'deadline', 'responsible'] });
  expect(activitiesOf(draft)[0]?.responsible?.text).toBe('Куратор');
});

test('several tables of one plan go on with each other, with page numbers and repeated heads between them', () => {
  const head = ['№', 'Мероприятие', 'Сроки', 'Ответственные'];
  const [one, two] = [
    tableSource([], [head, ['1', 'Сбор анкет', 'май', 'Куратор']]),
    tableSource(['2'], [head, ['2', 'Анализ анкет', 'июнь', 'Куратор']]),
  ];
  const draft = readRoadmap({ ...one, blocks: [...one.blocks, ...two.blocks] });
  expect(draft.stages.map(({ activities }) => activities.map(({ title }) => title))).toEqual([
    ['Сбор анкет', 'Анализ анкет'],
  ]);
});

test('lines between two tables that lost their borders are shown as not understood and make no stage', () => {
  const head = ['№', 'Мероприятие', 'Сроки', 'Ответственные'];
  const [one, two] = [
    tableSource([], [head, ['1', 'Сбор анкет', 'май', 'Куратор']]),
    tableSource(['Разработка программ', 'для каждой', 'пары'], [head, ['3', 'Анализ анкет', 'июнь', 'Куратор']]),
  ];
  const draft = readRoadmap({ ...one, blocks: [...one.blocks, ...two.blocks] });
  expect(draft.stages.map(({ title }) => title)).toEqual(['']);
  expect(draft.unrecognized.map(({ text }) => text)).toEqual(['Разработка программ', 'для каждой', 'пары']);
});

test('a stamp in a text box is read, a running head is shown as not understood, a page number and a repeated head are layout', () => {
  const source = tableSource(
    ['План мероприятий на 2024-2025 учебный год'],
    [
      ['№', 'Мероприятие', 'Сроки', 'Ответственные'],
      ['1', 'Сбор анкет', 'май', 'Куратор'],
    ],
  );
  const draft = readRoadmap({
    ...source,
    blocks: [
      ...source.blocks,
      { kind: 'paragraph', text: 'УТВЕРЖДАЮ\nДиректор С.С. Щукин\n02.09.2024', aside: 'textbox' },
      { kind: 'paragraph', text: 'Гимназия № 5', aside: 'header' },
      { kind: 'paragraph', text: '№\tМероприятие\tСроки\tОтветственные', aside: 'header' },
      { kind: 'paragraph', text: '2', aside: 'footer' },
    ],
  });
  expect(draft.approvals.map(({ person, date }) => [person, date])).toEqual([['С.С. Щукин', '2024-09-02']]);
  expect(draft.unrecognized.map(({ text }) => text)).toEqual(['Гимназия № 5']);
});

test('marks under numbers of months or quarters are read with what the head above them says', () => {
  const draft = (term: string, marks: readonly string[]) =>
    readRoadmap(
      tableSource(HEAD, [
        ['№', 'Мероприятие', term, LEFT, LEFT, 'Ответственный'],
        [null, null, ...marks, null],
        ['1', 'Опрос', 'х', '', '*', 'Куратор'],
      ]),
    );
  expect(activitiesOf(draft('Месяц', ['IX', 'X', 'XI'])).map(({ deadline }) => deadline?.text)).toEqual([
    'сентябрь, ноябрь',
  ]);
  expect(activitiesOf(draft('Сроки по четвертям', ['I', 'II', 'III'])).map(({ deadline }) => deadline?.text)).toEqual([
    'I четверть, III четверть',
  ]);
});

test('columns of the first and the last day make one term; the day that it was done is a note', () => {
  const draft = readRoadmap(
    tableSource(HEAD, [
      ['№', 'Мероприятие', 'Срок', LEFT, 'Срок (факт)', 'Ответственный'],
      [null, null, 'начало', 'окончание', null, null],
      ['1', 'Встречи пар', '01.10.2024', '30.04.2025', '', 'Наставники'],
      ['2', 'Приказ', '02.09.2024', '06.09.2024', '05.09.2024', 'Директор'],
    ]),
  );
  expect(activitiesOf(draft).map(({ deadline, notes }) => [deadline?.windows, notes])).toEqual([
    [[{ start: '2024-10-01', end: '2025-04-30' }], undefined],
    [[{ start: '2024-09-02', end: '2024-09-06' }], ['05.09.2024']],
  ]);
});

test('the heading above the first table names its stage as the headings between tables do', () => {
  const head = ['№', 'Мероприятие', 'Срок', 'Ответственный'];
  const [one, two] = [
    tableSource([...HEAD, '1. Подготовительный этап'], [head, ['1', 'Приказ', 'сентябрь', 'Директор']]),
    tableSource(['2. Основной этап'], [head, ['1', 'Встречи пар', 'октябрь', 'Наставники']]),
  ];
  const draft = readRoadmap({ ...one, blocks: [...one.blocks, ...two.blocks] });
  expect(draft.stages.map(({ number, title, activities }) => [number, title, activities.length])).toEqual([
    ['1', 'Подготовительный этап', 1],
    ['2', 'Основной этап', 1],
  ]);
});

test('a list of pairs after the plan is no part of it', () => {
  const [plan, list] = [
    tableSource(HEAD, [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', 'Приказ', 'сентябрь', 'Директор'],
    ]),
    tableSource(
      ['Приложение 1'],
      [
        ['№', 'ФИО наставника', 'ФИО наставляемого'],
        ['1', 'Ракитина О.О.', 'Осокина Т.Т.'],
      ],
    ),
  ];
  const draft = readRoadmap({ ...plan, blocks: [...plan.blocks, ...list.blocks] });
  expect(draft.stages.map(({ activities }) => activities.map(({ title }) => title))).toEqual([['Приказ']]);
  expect(draft.unrecognized.map(({ text }) => text)).toContain('Ракитина О.О.');
});

test('the aim above a section belongs to it; a column without a word asks for no meaning', () => {
  const draft = readRoadmap(
    tableSource(HEAD, [
      ['', '№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['Цель: сопровождение новых педагогов', LEFT, LEFT, LEFT, LEFT],
      ['Раздел 1. Документы', LEFT, LEFT, LEFT, LEFT],
      ['', '1', 'Приказ', 'сентябрь', 'Директор'],
    ]),
  );
  expect(draft.stages.map(({ title, notes }) => [title, notes])).toEqual([
    ['Раздел 1. Документы', ['Цель: сопровождение новых педагогов']],
  ]);
  expect(draft.remarks.map(({ code }) => code)).not.toContain('remark.unknown-column');
});

test('in a calendar of months or weeks each filled cell is an activity of that time', () => {
  const months = readRoadmap(
    tableSource(HEAD, [
      ['Направление', 'Сентябрь', 'Октябрь', 'Ответственный'],
      ['Работа с педагогами', 'Анкетирование', 'Первая встреча пар', 'Куратор'],
      ['Работа с родителями', '', 'Родительское собрание', 'Директор'],
    ]),
  );
  expect(
    months.stages.map(({ title, activities }) => [title, activities.map((one) => [one.title, one.deadline?.text])]),
  ).toEqual([
    [
      'Работа с педагогами',
      [
        ['Анкетирование', 'Сентябрь'],
        ['Первая встреча пар', 'Октябрь'],
      ],
    ],
    ['Работа с родителями', [['Родительское собрание', 'Октябрь']]],
  ]);
  const weeks = readRoadmap(
    tableSource(HEAD, [
      ['Месяц', '1 неделя', '2 неделя'],
      ['Сентябрь', 'Приказ', ''],
      ['Октябрь', 'Тренинг', 'Встреча пар'],
    ]),
  );
  expect(activitiesOf(weeks).map((one) => [one.title, one.deadline?.text])).toEqual([
    ['Приказ', '1 неделя Сентябрь'],
    ['Тренинг', '1 неделя Октябрь'],
    ['Встреча пар', '2 неделя Октябрь'],
  ]);
});

test('below the plan of a sheet a list of people and who wrote the plan are no stages; «1,1» is «1.1»', () => {
  const draft = readRoadmap(
    tableSource(HEAD, [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1,1', 'Приказ', 'сентябрь', 'Директор'],
      ['Составил: куратор программы', LEFT, LEFT, LEFT],
      ['Приложение 1', LEFT, LEFT, LEFT],
      ['№', 'ФИО наставника', 'ФИО наставляемого', ''],
      ['1', 'Ракитина О.О.', 'Осокина Т.Т.', ''],
    ]),
  );
  expect(draft.stages.map(({ activities }) => activities.map(({ number, title }) => [number, title]))).toEqual([
    [['1.1', 'Приказ']],
  ]);
  expect(draft.unrecognized.map(({ text }) => text)).toContain('Осокина Т.Т.');
});

test('numbers of columns beside the name of a stage are layout, and the figure before it is its number', () => {
  const draft = readRoadmap(
    tableSource(HEAD, [
      ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'],
      ['1', 'Нормативная работа', '3', '4', '5'],
      ['1.1', 'Приказ', 'сентябрь', 'Директор', 'Приказ'],
    ]),
  );
  expect(draft.stages.map(({ number, title, activities }) => [number, title, activities.length])).toEqual([
    ['1', 'Нормативная работа', 1],
  ]);
});

test('a count that stops at one has lost its second point: a sentence that begins with an action', () => {
  const draft = readRoadmap(
    tableSource(
      [],
      [
        ['№', 'Наименование этапа', 'Мероприятия', 'Содержание деятельности'],
        ['1.', 'Отбор', 'Выбор наставников', '1. Анализ базы по запросам школы. Обучение наставников на курсах.'],
        ['2.', 'Итоги', 'Отчёты', '1. Последняя встреча. 2. Анализ встреч. Проведение опроса для всех.'],
      ],
    ),
  );
  expect(activitiesOf(draft).map(({ title }) => title)).toEqual([
    'Анализ базы по запросам школы.',
    'Обучение наставников на курсах.',
    'Последняя встреча.',
    'Анализ встреч. Проведение опроса для всех.',
  ]);
});

test('a bookmark inside a sentence and a line that leads in nothing are shown, not lost', () => {
  const content = 'Принятие документов:\nв школе:\nприказ о [bookmark: _Назад] парах;\nприказ о кураторе';
  const source = tableSource(
    [],
    [
      ['№', 'Наименование этапа', 'Содержание деятельности'],
      ['1.', 'Начало', content],
    ],
  );
  const draft = readRoadmap(source);
  expect(activitiesOf(draft).map(({ title }) => title)).toEqual(['приказ о парах;', 'приказ о кураторе']);
  expect(lostWords(source, draft)).toEqual([]);
});
