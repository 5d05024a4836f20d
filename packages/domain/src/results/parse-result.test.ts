import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResult } from './parse-result.ts';

describe('the kind of a planned result', () => {
  test.each([
    ['Приказ об утверждении положения', 'order'],
    ['Положение о наставничестве, приказ', 'regulation'],
    ['Дорожная карта', 'plan'],
    ['Индивидуальные планы пар', 'plan'],
    ['Проведены встречи, разработаны программы', 'plan'],
    ['Банк программ', 'register'],
    ['Сформированы наставнические пары', 'register'],
    ['Согласия родителей', 'agreement'],
    ['Договор с колледжем', 'agreement'],
    ['Аналитическая справка', 'report'],
    ['Отчёт куратора о планах', 'report'],
    ['Анкеты наставляемых', 'survey'],
    ['Удостоверения о повышении квалификации', 'training'],
    ['Материалы на сайте школы', 'publication'],
    ['Круглый стол', 'event'],
    ['Доля участников не менее 70 %', 'metric'],
    ['100 % охват педагогов', 'metric'],
    ['Протокол педсовета', 'other'],
    ['Методические материалы по программам', 'other'],
  ])('%s is a %s', (text, kind) => {
    expect(parseResult(text).documents).toEqual([{ kind, text }]);
  });
});

test('each line of the cell and each semicolon is a document of its own', () => {
  expect(parseResult('- Приказ;\n- база наставников.\n- справка').documents).toEqual([
    { kind: 'order', text: 'Приказ' },
    { kind: 'register', text: 'база наставников' },
    { kind: 'report', text: 'справка' },
  ]);
});

test('a line that names another paper is a document of its own, a wrapped line is not', () => {
  expect(parseResult('Приказ\nПоложение').documents.map(({ kind }) => kind)).toEqual(['order', 'regulation']);
  expect(parseResult('1. Приказ 2. Справка').documents.map(({ text }) => text)).toEqual(['Приказ', 'Справка']);
  expect(parseResult('Утверждённая\nПрограмма наставничества').documents).toHaveLength(1);
  expect(parseResult('Приказ об утверждении\nположения').documents).toHaveLength(1);
});

describe('the numeric target', () => {
  test.each([
    ['Планы выполнены не менее, чем на 90%', 'atLeast', 90, 'percent'],
    ['не ниже 75 процентов', 'atLeast', 75, 'percent'],
    ['не более 5,5 %', 'atMost', 5.5, 'percent'],
    ['Выполнено 100% позиций', 'equal', 100, 'percent'],
    ['Охват 80 %', 'atLeast', 80, 'percent'],
    ['не менее 3 встреч', 'atLeast', 3, 'count'],
    ['не менее двух публикаций', 'atLeast', 2, 'count'],
    ['5 наставнических пар', 'atLeast', 5, 'count'],
    ['планы внутри каждой наставнической пары', 'equal', 100, 'percent'],
    ['50–70 %', 'atLeast', 50, 'percent'],
    ['от 50 до 70', 'atLeast', 50, 'count'],
    ['до 70%', 'atMost', 70, 'percent'],
    ['Увеличение доли до 70%', 'atLeast', 70, 'percent'],
    ['≥ 3 мероприятий', 'atLeast', 3, 'count'],
    ['< 10 %', 'atMost', 10, 'percent'],
    ['не более 5', 'atMost', 5, 'count'],
  ])('%s', (text, comparison, value, unit) => {
    expect(parseResult(text).target).toEqual({ comparison, value, unit });
  });

  test.each([
    'Приказ № 12',
    'План на 2024 год',
    'Приложение 2',
    'Приложение 2 протокола',
    'от 18 до 35 лет',
    'Справка',
  ])('%s has none', (text) => {
    expect(parseResult(text).target).toBeNull();
  });
});

test('any text is read without an exception, and keeps its words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const result = parseResult(text);
      expect(result.text).toBe(text);
      for (const document of result.documents) expect(document.text.trim()).not.toBe('');
    }),
    { numRuns: 1000 },
  );
});

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus/results.tsv');
const rows = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n').slice(1) : [];

test('the corpus of real results is read as its columns say', () => {
  const wrong = rows.flatMap((row) => {
    const [text = '', , kind = '', target = ''] = row.split('\t');
    const result = parseResult(text);
    // A row of yearly figures has no single target.
    const hasTarget = target !== '' && !text.startsWith('%');
    return result.documents[0]?.kind === kind && (result.target !== null) === hasTarget
      ? []
      : [`${text} → ${result.documents[0]?.kind}`];
  });
  expect(wrong).toEqual([]);
});
