import { expect, test } from 'vitest';
import { readRoadmap } from '../read-roadmap.ts';
import { textSource } from '../reading.testing.ts';
import { languageOf } from './languages.ts';
import { periodIn } from './period.ts';

const TABLE = ['', '№\tМероприятие\tСроки\tОтветственный', '1\tАнализ анкет\tмай\tКуратор'];

function head(...lines: string[]) {
  return readRoadmap(textSource([...lines, ...TABLE].join('\n')));
}

test.each([
  ['на 2023-2024 учебный год', '2023-09-01', '2024-08-31'],
  ['на 2025 – 2026 учебный год', '2025-09-01', '2026-08-31'],
  ['на 2023-2024 гг.', '2023-01-01', '2024-12-31'],
  ['на 2021-2024г.г.', '2021-01-01', '2024-12-31'],
  ['на 2020 – 2024 учебный год', '2020-09-01', '2024-08-31'],
  ['(сентябрь 2022 г. - май 2024 г.)', '2022-09-01', '2024-05-31'],
  ['на 2026 год', '2026-01-01', '2026-12-31'],
  ['на 2024/25 учебный год', '2024-09-01', '2025-08-31'],
])('«%s» is the period %s … %s', (words, start, end) => {
  expect(periodIn(words)).toEqual({ start, end });
});

test('words without a year name no period', () => {
  expect(periodIn('по внедрению наставничества в гимназии № 5')).toBeNull();
});

test('the two names of a school of a republic are two organisations with their languages', () => {
  const draft = head(
    'Управление образования администрации',
    'Муниципальное бюджетное общеобразовательное учреждение «ОС-',
    'НОВНАЯ ШКОЛА» с. Ягодное',
    '«ТӨДӨМЛУН СЕТАН ШКОЛА» ВЕЛӨДАНІН',
    '',
    'Дорожная карта на 2024 год',
  );
  expect(draft.organizations).toEqual([
    { name: 'Управление образования администрации', language: 'ru' },
    { name: 'Муниципальное бюджетное общеобразовательное учреждение «ОСНОВНАЯ ШКОЛА» с. Ягодное', language: 'ru' },
    { name: '«ТӨДӨМЛУН СЕТАН ШКОЛА» ВЕЛӨДАНІН', language: 'kv' },
  ]);
  expect(draft.title).toBe('Дорожная карта на 2024 год');
});

test('letters that Russian has not tell the language', () => {
  expect(languageOf('Гомуми белем бирү мәктәбе')).toBe('tt');
  expect(languageOf('Основная школа № 5')).toBe('ru');
});

test('stamps give who, when, and by which paper', () => {
  const draft = head(
    'Принято на заседании педагогического совета',
    'Протокол № 3 от 30.08.2024',
    '',
    'СОГЛАСОВАНО:',
    'Начальник отдела образования',
    '/Л.Л. Окунева/',
    '" 2 " сентября 2024 г.',
    '',
    'УТВЕРЖДАЮ',
    'Директор гимназии № 5',
    '_______ С.С. Щукин',
    'Приказ от 03.09.2024 № 17-од',
    '',
    'План мероприятий на 2024-2025 учебный год',
  );
  expect(
    draft.approvals.map(({ kind, person, body, date, document }) => ({
      kind,
      person,
      body,
      date,
      number: document?.number ?? null,
    })),
  ).toEqual([
    { kind: 'adopted', person: null, body: 'педагогический совет', date: '2024-08-30', number: '3' },
    { kind: 'agreed', person: 'Л.Л. Окунева', body: null, date: '2024-09-02', number: null },
    { kind: 'approved', person: 'С.С. Щукин', body: null, date: '2024-09-03', number: '17-од' },
  ]);
});

test('two stamps side by side are two approvals', () => {
  const draft = head(
    'ПРИНЯТО                          УТВЕРЖДЕНО',
    'педагогическим советом           приказом директора',
    'протокол № 1 от 29.08.2024       от 30.08.2024 № 12',
    '',
    'Дорожная карта на 2024-2025 учебный год',
  );
  expect(draft.approvals.map(({ kind, document }) => [kind, document?.kind, document?.number, document?.date])).toEqual(
    [
      ['adopted', 'minutes', '1', '2024-08-29'],
      ['approved', 'order', '12', '2024-08-30'],
    ],
  );
});

test('«Приложение к приказу» is an approval by that order', () => {
  const [approval] = head(
    'Приложение 1',
    'к приказу гимназии № 5',
    'от 02.09.2024 № 44',
    '',
    'Дорожная карта на 2024 год',
  ).approvals;
  expect(approval?.document).toEqual({ kind: 'order', number: '44', date: '2024-09-02' });
});

test('prose becomes sections, and a sentence that states the goal is one of them', () => {
  const draft = head(
    'Дорожная карта',
    'на 2024-2025 учебный год',
    '',
    '1. Основные положения',
    '',
    'Карта составлена на основе положения гимназии.',
    '',
    'Целью работы является помощь новым педагогам',
    '',
    'Задачи:',
    '- собрать запросы;',
    '- найти наставников.',
    '',
    '2. Ожидаемые результаты',
    '1. Меньше уходов',
    '2. Больше встреч',
  );
  expect(draft.sections.map(({ heading, paragraphs }) => [heading, paragraphs.length])).toEqual([
    ['1. Основные положения', 1],
    ['Целью работы является', 1],
    ['Задачи:', 2],
    ['2. Ожидаемые результаты', 2],
  ]);
});
