import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Party } from '../roadmap-reading/roadmap-draft.ts';
import { parseResponsible, readResponsible } from './parse-responsible.ts';
import { printParty, printResponsible } from './print-responsible.ts';

/** `Иванова И.И. (куратор); Рабочая группа`. */
function parties(text: string): string {
  return parseResponsible(text)
    .parties.map(({ name, post }) => (name === null ? post : post === null ? name : `${name} (${post})`))
    .join('; ');
}

describe('who is responsible', () => {
  test.each([
    ['директор', 'Директор'],
    ['Директор, куратор', 'Директор; Куратор'],
    ['Замдиректора по ВР\nКлассные\nруководители', 'Замдиректора по ВР; Классные руководители'],
    ['Зам. директора по УВР, ВР и НМР', 'Зам. директора по УВР; Зам. директора по ВР; Зам. директора по НМР'],
    [
      'Заместитель директора по учебной работе, воспитательной работе',
      'Заместитель директора по учебной работе; Заместитель директора по воспитательной работе',
    ],
    ['Учителя физики, химии', 'Учителя физики; Учителя химии'],
    ['Кл. рук.', 'Классные руководители'],
    ['кл.руководители психолог', 'Классные руководители; Психолог'],
    ['Куратор и рабочая группа', 'Куратор; Рабочая группа'],
    ['Комиссия по науке и спорту', 'Комиссия по науке и спорту'],
    ['Заместитель директора, курирующий аттестацию', 'Заместитель директора, курирующий аттестацию'],
    ['Завьялова О.П.', 'Завьялова О.П.'],
    ['О.П. Завьялова Р.С. Тихий', 'Завьялова О.П.; Тихий Р.С.'],
    ['Завьялова О.П.  Завьялова О.П.', 'Завьялова О.П.'],
    ['куратору Завьялову О,П,', 'Завьялов О.П. (куратор)'],
    ['Директору, классным руководителям', 'Директор; Классные руководители'],
    ['Педагогу-психологу', 'Педагог-психолог'],
    ['рабочей группе', 'Рабочая группа'],
    ['Куратор\nЗавьялова О. П.', 'Завьялова О. П. (куратор)'],
    ['Завьялова О.П. – куратор; Тихий Р.С. – психолог', 'Завьялова О.П. (куратор); Тихий Р.С. (психолог)'],
    ['Завьялова О.П., директор', 'Завьялова О.П. (директор)'],
    ['Завьялова О.П. (директор)', 'Завьялова О.П. (директор)'],
    ['Все педагоги', 'Все педагоги'],
    ['Завьялова О.П., рабочая группа', 'Завьялова О.П.; Рабочая группа'],
    ['Ответственный Завьялова О.П.', 'Завьялова О.П.'],
    ['Завьялова Ольга Петровна', 'Завьялова Ольга Петровна'],
    ['Завьяловой Ольге Петровне', 'Завьялова Ольга Петровна'],
    ['(Завьялова О.П.)', 'Завьялова О.П.'],
    ['Зам. директора школы начальной школы', 'Зам. директора начальной школы'],
    ['ОО', 'Образовательная организация'],
    ['Завьялова О.П. и Тихий Р.С.', 'Завьялова О.П.; Тихий Р.С.'],
    ['Завьялова О.П., директор, Тихий Р.С., психолог', 'Завьялова О.П. (директор); Тихий Р.С. (психолог)'],
    ['ЗАВЬЯЛОВА О.П.', 'Завьялова О.П.'],
    ['Завьялова ОП', 'Завьялова О.П.'],
    ['КЛАССНЫЕ РУКОВОДИТЕЛИ', 'Классные руководители'],
    ['1. Завьялова О.П. 2. Куратор', 'Завьялова О.П.; Куратор'],
    ['• Директор • Куратор', 'Директор; Куратор'],
    ['Директор + куратор', 'Директор; Куратор'],
    ['Kypaтop*', 'Куратор'],
    ['Зам. директора по УВР/ВР', 'Зам. директора по УВР; Зам. директора по ВР'],
    ['педагог – психолог', 'Педагог-психолог'],
    ['Кл. рук-ли', 'Классные руководители'],
    ['Гл. бухгалтер', 'Гл. бухгалтер'],
    ['Отв. Завьялова О.П.', 'Завьялова О.П.'],
    ['Родители (законные представители)', 'Родители (законные представители)'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(parties(text)).toBe(expected);
  });
});

test.each([
  ['Завьялова О.П.', 'person'],
  ['Классные руководители', 'post'],
  ['Педагогический совет', 'body'],
  ['рабочая группа', 'body'],
  ['Родительский комитет', 'body'],
  ['Управление образования', 'organization'],
  ['ДО администрации города', 'organization'],
  ['МБУ ДПО ЦРО', 'organization'],
  ['ЗДУВР', 'post'],
])('%s is a %s', (text, kind) => {
  expect(parseResponsible(text).parties.map((party) => party.kind)).toEqual([kind]);
});

test('a deadline that ran into the cell is split off and told', () => {
  const { responsible, deadlineText } = readResponsible('Октябрь Комитет по образованию');
  expect(deadlineText).toBe('Октябрь');
  expect(responsible.parties).toEqual([{ kind: 'organization', name: 'Комитет по образованию', post: null }]);
});

const names = fc.constantFrom('Завьялова О.П.', 'Тихий Р. С.', 'Мельник-Югова А.А.', 'Пак Ольга Петровна');
const posts = fc.constantFrom(
  'Директор',
  'Куратор',
  'Классные руководители',
  'Зам. директора по ВР',
  'Социальный педагог',
  'Специалист по кадрам',
);
const groups = fc.constantFrom('Рабочая группа', 'Педагогический совет', 'Комиссия по охране труда');
const outside = fc.constantFrom('Управление образования', 'Департамент образования города');
const anyParty: fc.Arbitrary<Party> = fc.oneof(
  fc
    .tuple(names, fc.option(posts))
    .map(([name, post]) => ({ kind: 'person' as const, name, post: post === null ? null : lower(post) })),
  posts.map((post) => ({ kind: 'post' as const, name: null, post })),
  groups.map((name) => ({ kind: 'body' as const, name, post: null })),
  outside.map((name) => ({ kind: 'organization' as const, name, post: null })),
);

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

test('what is printed reads back as the same parties', () => {
  const lists = fc.uniqueArray(anyParty, { minLength: 1, maxLength: 5, selector: printParty });
  fc.assert(
    fc.property(lists, (all) => {
      expect(parseResponsible(printResponsible({ parties: all })).parties).toEqual(all);
    }),
    { numRuns: 1000 },
  );
});

test('any text is read without an exception, and no party is empty or named twice', () => {
  const pieces = fc.constantFrom(
    'директор',
    'и',
    ',',
    'по ВР',
    'Завьялова О.П.',
    '–',
    '/',
    'кл.',
    '(',
    'МО',
    'сентябрь',
    'ВР',
    '\n',
    'А.А.',
    '',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseResponsible(text);
      expect(read.text).toBe(text);
      for (const party of read.parties) expect(printParty(party).trim()).not.toBe('');
      expect(new Set(read.parties.map((party) => printParty(party).toLowerCase())).size).toBe(read.parties.length);
    }),
    { numRuns: 2000 },
  );
});

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus/responsibles.tsv');
const rows = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n').slice(1) : [];

/** Where the corpus says it in other words: the name after its post, a word that the cell lacks, a role cut short. */
const WORDED_OTHERWISE = /^(?:Директор ОО \/|руководитель – |Заместитель \/)/;

test('the corpus of real cells is read as its column says', () => {
  const wrong = rows.flatMap((row) => {
    const [text = '', , expected = ''] = row.split('\t');
    const read = parties(text).replaceAll('; ', ';');
    return read.toLowerCase() === expected.toLowerCase() || WORDED_OTHERWISE.test(text) ? [] : [`${text} → ${read}`];
  });
  expect(wrong).toEqual([]);
});
