import { expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { activitiesOf, lostWords, textSource } from './reading.testing.ts';

/** Stage titles with the titles, deadlines and responsibles of their activities. */
function outline(text: string) {
  const source = textSource(text);
  const draft = readRoadmap(source);
  expect(lostWords(source, draft)).toEqual([]);
  return draft.stages.map((stage) => [
    stage.title,
    ...stage.activities.map((one) =>
      [one.title, one.deadline?.text, one.responsible?.text].filter((part) => part !== undefined).join(' / '),
    ),
  ]);
}

test('a word broken by a narrow column, a date torn over lines and heads among the rows come together again', () => {
  const text = [
    'План дел лицея на 2024-2025 учебный год',
    '',
    'Дела',
    'Классы',
    'Дата',
    'Встреча с',
    '5-9',
    '2 сентября',
    'наставниками',
    '5-9',
    'Зарядка',
    'Каждый',
    'вторник',
    '7-8',
    'Поход',
    'Октябр',
    'ьноябр',
    'ь',
    '',
    'Ответственные',
    'Классные',
    'руководители',
    'Учитель',
    '',
    'Концерт',
    '5-9',
    '12-15',
    'марта',
  ].join('\n');
  expect(outline(text)).toEqual([
    [
      '',
      'Встреча с наставниками / 2 сентября',
      'Зарядка / Каждый вторник',
      'Поход / Октябрь-ноябрь',
      'Концерт / 12-15 марта',
    ],
  ]);
});

test('columns dumped one after the other are laid side by side', () => {
  const text = [
    'План мероприятий школы на 2025 год',
    '',
    '№',
    'п/п',
    '',
    'Наименование мероприятия',
    '',
    '1',
    '',
    '2',
    '',
    '1',
    '2',
    '',
    '3',
    '',
    'Ответственные',
    'исполнители',
    '',
    '3',
    '1. Подготовка к году',
    'Ремонт кабинета и',
    'Завхоз Ершов П.П.',
    'мастерской',
    'Покупка парт',
    'Директор',
    '',
    'Срок исполнения',
    '',
    '4',
    '',
    'до 30.06.2025',
    'до 30.08.2025',
    '',
    '2. Учебный год',
    'Открытие клуба',
    'Директор',
    'сентябрь',
  ].join('\n');
  expect(outline(text)).toEqual([
    [
      'Подготовка к году',
      'Ремонт кабинета и мастерской / до 30.06.2025 / Завхоз Ершов П.П.',
      'Покупка парт / до 30.08.2025 / Директор',
    ],
    ['Учебный год', 'Открытие клуба / сентябрь / Директор'],
  ]);
});

test('cells of two columns that run into each other are parted at the count that begins again', () => {
  const text = [
    'Дорожная карта по наставничеству на 2022-2024 г.г.',
    '',
    '№',
    '1.',
    '',
    'Наименование',
    'этапа',
    'Подготовка',
    'условий',
    '',
    'Мероприятия',
    'Знакомство с',
    'документами',
    '',
    'Содержание деятельности',
    '',
    '1. Чтение',
    'положения о',
    'наставничестве.',
    '2. Просмотр образцов.',
    'Создание',
    '1. Выпуск приказа о введении наставничества',
    'папки',
    'в гимназии.',
  ].join('\n');
  const draft = readRoadmap(textSource(text));
  expect(draft.stages.map(({ title }) => title)).toEqual(['Подготовка условий']);
  expect(activitiesOf(draft).map(({ measure, number, title }) => [measure, number, title])).toEqual([
    ['Знакомство с документами', '1', 'Чтение положения о наставничестве.'],
    ['Знакомство с документами', '2', 'Просмотр образцов.'],
    ['Создание папки', '1', 'Выпуск приказа о введении наставничества в гимназии.'],
  ]);
});

test('a month given once is the deadline of its whole group, wherever in the group it stands', () => {
  const cells = [
    'Наименование мероприятий',
    'Месяц',
    'Ответственный за',
    'проведение работ',
    'Подготовка',
    '  1.  ',
    '1. Составление плана',
    '2. Составление схемы',
    'Февраль',
    'Сомов А.А.',
    'Щукин Б.Б.',
    'Выполнение',
    '  1.  ',
    '2. Ремонт скамеек',
    'Март-апрель',
    'Сомов А.А.',
    '3. Посадка роз',
    'Щукин Б.Б.',
  ];
  expect(outline(['План уборки на 2024 год', ...cells].join('\n\n'))).toEqual([
    ['Подготовка', 'Составление плана / Февраль / Сомов А.А.', 'Составление схемы / Февраль / Щукин Б.Б.'],
    ['Выполнение', 'Ремонт скамеек / Март-апрель / Сомов А.А.', 'Посадка роз / Март-апрель / Щукин Б.Б.'],
  ]);
});

test('marks under the quarters are the deadline', () => {
  const cells = [
    'Наименование мероприятия',
    'Срок реализации',
    'Ответственный исполнитель',
    'I\nквартал\n2024 г.',
    'II квартал 2024 г.',
    'III квартал 2024 г.',
    'IV квартал 2024 г.',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '1. Заседания клуба',
    'х',
    '-',
    'х',
    '-',
    'Куратор',
    '2. Сбор анкет',
    '-',
    'х',
    '-',
    '-',
  ];
  expect(outline(['План-график работы клуба', ...cells].join('\n\n'))).toEqual([
    ['', 'Заседания клуба / I квартал 2024 г., III квартал 2024 г. / Куратор', 'Сбор анкет / II квартал 2024 г.'],
  ]);
});

test('a page with nothing but the head of a table gives no activity, and the dates of the signature are no deadlines', () => {
  const text = [
    'Дорожная карта (план мероприятий)',
    'УТВЕРЖДЕНО',
    'Приказом директора',
    'Л.Л. Окуневой от 01.09.2023 № 5-ОД',
    '',
    'ДОКУМЕНТ',
    'ПОДПИСАН',
    'ЭЛЕКТРОННОЙ',
    'ПОДПИСЬЮ',
    'Сертификат',
    ': 00AA',
    'Действителен',
    'с',
    '20.12.2021',
    'до',
    '20.12.2022',
    '',
    '№пп  Наименование этапа',
    '',
    'Содержание деятельности',
    '',
    'Сроки',
    '',
    'Ответственные  Ожидаемый',
    'результат',
    '',
    '1.',
  ].join('\n');
  const draft = readRoadmap(textSource(text));
  expect(activitiesOf(draft)).toEqual([]);
  expect(draft.remarks.map(({ code }) => code)).toContain('remark.nothing-found');
  expect(draft.approvals.map(({ date, document }) => [date, document?.number])).toEqual([['2023-09-01', '5-ОД']]);
});

test('rows that recognition has thrown together come out as activities, each with what can be told to be its own', () => {
  const text = [
    '№\tМероприятие\tСрок\tОтветственный\tРезультат',
    '1.\t**Начало**\t\t\t',
    '1.1\tИздание приказа\tсентябрь\tДиректор\tПриказ',
    'Сформированы пары\tОформление согласий на обработку данных участников программы гимназии\t16-28 февраля 2025 г.\tСомов А.А.\tОформлены согласия участников\tКуратор\tКуратор',
    'Формирование пар\tОформление согласий на обработку данных участников программы гимназии и родителей',
    'Реализация планов работы пар\tв течение года\t\t\t\tПланы работы реализованы',
    '3.\t**Итоги**\t\t\t',
    '3.1\tАнализ работы\tмай\tКуратор\tСправка',
  ].join('\n');
  const draft = readRoadmap(textSource(text));
  expect(draft.stages.map(({ title, activities }) => [title, activities.length])).toEqual([
    ['Начало', 1],
    ['', 3],
    ['Итоги', 1],
  ]);
  const consents = activitiesOf(draft).find(({ title }) => title.startsWith('Оформление'));
  expect([consents?.deadline?.text, consents?.responsible?.text, consents?.result?.text]).toEqual([
    '16-28 февраля 2025 г.',
    'Сомов А.А.',
    'Оформлены согласия участников',
  ]);
  expect(draft.remarks.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['remark.row-scrambled', 'remark.stage-without-title', 'remark.numbering-gap']),
  );
});

test('a cell that goes on over several lines, without anything between the cells, stays one cell', () => {
  const text = [
    'Дорожная карта на 2024-2025 учебный год',
    '№',
    'Мероприятия',
    'Сроки',
    'Ответственный',
    'Результат',
    '1',
    'Издание приказа о назначении',
    'наставников',
    'сентябрь',
    'Директор',
    'Приказ',
    '2',
    'Опрос',
    'октябрь',
    'Педагог-психолог,',
    'куратор',
    'Справка',
    'II. Основной этап',
    '3',
    'Встречи',
    'май',
    'Куратор',
    'Дневник',
  ].join('\n');
  expect(outline(text)).toEqual([
    [
      '',
      'Издание приказа о назначении наставников / сентябрь / Директор',
      'Опрос / октябрь / Педагог-психолог, куратор',
    ],
    ['Основной этап', 'Встречи / май / Куратор'],
  ]);
});

test('a month before the content is the deadline of the rows below it, too', () => {
  const text = [
    'План наставника на 2024/2025 уч. год',
    '',
    'Месяц\tСодержание работы\tОтветственный',
    'Сентябрь\tСбор анкет\tКуратор',
    '\tСоставление плана\tКуратор',
    'Май\tОтчёт\tКуратор',
  ].join('\n');
  expect(outline(text)).toEqual([
    ['', 'Сбор анкет / Сентябрь / Куратор', 'Составление плана / Сентябрь / Куратор', 'Отчёт / Май / Куратор'],
  ]);
});
