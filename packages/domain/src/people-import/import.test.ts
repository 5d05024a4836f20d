import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { parseClassName } from '../people/class-names.ts';
import { aName, daysFrom, fullNames, snilsNumbers } from '../people/people.testing.ts';
import { QUALIFICATION_CATEGORIES, STUDY_FORMS } from '../people/teacher-facts.ts';
import { templateColumns } from './column-words.ts';
import { findHeader, guessColumns, mappingOf, missingColumns, rememberMapping } from './guess-columns.ts';
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind } from './import-columns.ts';
import { type ImportValues, KINSHIPS } from './import-row.ts';
import { printRow } from './print-row.ts';
import { readDayCell } from './read-day-cell.ts';
import { readRow } from './read-row.ts';
import type { RowContext } from './row-reader.ts';

const TODAY = plainDate('2026-09-14');
const CONTEXT: RowContext = { today: TODAY, classes: null };
const fieldsOf = (kind: ImportKind, header: readonly string[], rows: readonly (readonly string[])[] = []) =>
  guessColumns(kind, header, rows).map(({ field }) => field);

describe('columns in any order and under many names', () => {
  test.each([
    ['pupils', ['№', 'ФИО', 'Дата рожд.', 'Класс', 'СНИЛС'], [null, 'fullName', 'birthDate', 'className', 'snils']],
    [
      'pupils',
      ['Класс', 'Фамилия', 'Имя', 'Отчество', 'Д.р.'],
      ['className', 'familyName', 'givenName', 'patronymic', 'birthDate'],
    ],
    ['pupils', ['Ф.И.О. обучающегося', 'Дата рождения ребёнка', 'класс'], ['fullName', 'birthDate', 'className']],
    ['pupils', ['Ученик', 'Классный руководитель', 'Класс'], ['fullName', null, 'className']],
    [
      'employees',
      ['Ф.И.О. педагога', 'Должность', 'Стаж', 'Категория', 'ШМО', 'Тел.', 'E-mail'],
      ['fullName', 'post', 'experienceYears', 'category', 'association', 'phone', 'email'],
    ],
    [
      'representatives',
      ['ФИО родителя', 'ФИО ребёнка', 'Класс', 'Телефон', 'Кем приходится'],
      ['fullName', 'childName', 'childClass', 'phone', 'kinship'],
    ],
    ['classes', ['Класс', 'Кл. рук.'], ['className', 'classTeacher']],
    ['classes', ['Класс', 'ФИО классного руководителя'], ['className', 'classTeacher']],
    ['contingent', ['Возраст', 'Кол-во'], ['age', 'count']],
  ] as const)('%s: %o', (kind, header, fields) => {
    expect(fieldsOf(kind, header)).toEqual(fields);
  });

  test('the header is found below a title, and none is invented', () => {
    const rows = [['Список класса'], [], ['№', 'ФИО', 'Дата рождения'], ['1', 'Горев Иван Ильич', '01.02.2012']];
    expect(findHeader('pupils', rows)).toBe(2);
    expect(findHeader('pupils', [['Горев Иван Ильич', '01.02.2012']])).toBeUndefined();
  });

  test('columns without a header are told by what they hold, with less confidence', () => {
    const rows = [
      ['Горев Иван Ильич', '01.02.2012', '7А', '112-233-445 95', 'a@example.ru'],
      ['Лещёва Анна Петровна', '41000', '7Б', '', ''],
    ];
    const guesses = guessColumns('pupils', [], rows);
    expect(guesses.map(({ field }) => field)).toEqual(['fullName', 'birthDate', 'className', 'snils', null]);
    expect(guesses.every(({ confidence, why }) => confidence < 0.8 && (why === 'content' || why === 'none'))).toBe(
      true,
    );
  });

  test('the column with what to correct is never taken for data', () => {
    expect(fieldsOf('pupils', ['ФИО', 'Что исправить'], [['', 'Горев Иван Ильич']])).toEqual(['fullName', null]);
  });

  test('a whole name gives way to columns of its parts', () => {
    expect(fieldsOf('pupils', ['ФИО', 'Фамилия', 'Имя'])).toEqual([null, 'familyName', 'givenName']);
  });

  test('a confirmed mapping is found again in another order of columns', () => {
    const remembered = rememberMapping(['Ребята', 'Литер', 'Шифр'], { 0: 'fullName', 1: 'className', 2: null });
    const guesses = guessColumns('pupils', ['ШИФР', 'литер.', 'Ребята'], [], remembered);
    expect(guesses.map(({ field, why }) => [field, why])).toEqual([
      [null, 'remembered'],
      ['className', 'remembered'],
      ['fullName', 'remembered'],
    ]);
  });

  test('what is required and nowhere in the sheet is named before rows are read', () => {
    expect(missingColumns('pupils', mappingOf(guessColumns('pupils', ['ФИО', 'Класс'], [])))).toEqual(['birthDate']);
    expect(missingColumns('employees', { 0: 'familyName' })).toEqual(['givenName']);
  });

  test.each(IMPORT_KINDS)('the template of %s is understood wholly', (kind) => {
    const columns = templateColumns(kind);
    const guesses = guessColumns(
      kind,
      columns.map(({ title }) => title),
      [],
    );
    expect(guesses.map(({ field, confidence }) => [field, confidence])).toEqual(columns.map(({ field }) => [field, 1]));
  });

  test('no field is given to two columns, whatever the header says', () => {
    const words = IMPORT_KINDS.flatMap((kind) => templateColumns(kind).map(({ title }) => title));
    fc.assert(
      fc.property(
        fc.constantFrom(...IMPORT_KINDS),
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 20 }),
        fc.array(fc.array(fc.string(), { maxLength: 8 }), { maxLength: 5 }),
        (kind, header, rows) => {
          const fields = fieldsOf(kind, header, rows).filter((field) => field !== null);
          expect(new Set(fields).size).toBe(fields.length);
        },
      ),
    );
  });
});

describe('days in cells', () => {
  test.each([
    ['01.02.2012', '2012-02-01'],
    ['1.2.2012 г.', '2012-02-01'],
    ['01/02/2012', '2012-02-01'],
    ['2012-02-01', '2012-02-01'],
    ['2012-02-01T00:00:00', '2012-02-01'],
    ['01.02.2012 0:00', '2012-02-01'],
    ['1 февраля 2012', '2012-02-01'],
    ['1 февраля 2012 года', '2012-02-01'],
    ['1 фев. 2012', '2012-02-01'],
    ['40940', '2012-02-01'],
    ['40940,5', '2012-02-01'],
    ['29.02.2012', '2012-02-29'],
    ['01.02.12', '2012-02-01'],
    ['01.02.85', '1985-02-01'],
    ['15.09.26', '1926-09-15'],
    ['14.09.26', '2026-09-14'],
  ])('«%s» is %s', (cell, day) => {
    expect(readDayCell(cell, TODAY)).toMatchObject({ day });
  });

  test.each([
    ['29.02.2013', 'impossible'],
    ['32.01.2012', 'impossible'],
    ['01.13.2012', 'impossible'],
    ['2012', 'unreadable'],
    ['февраль 2012', 'unreadable'],
    ['вчера', 'unreadable'],
    ['7А', 'unreadable'],
  ])('«%s» is %s', (cell, fault) => {
    expect(readDayCell(cell, TODAY)).toBe(fault);
  });

  test('only a year of two figures is called guessed', () => {
    expect(readDayCell('01.02.12', TODAY)).toEqual({ day: '2012-02-01', centuryGuessed: true });
    expect(readDayCell('01.02.2012', TODAY)).toEqual({ day: '2012-02-01', centuryGuessed: false });
  });
});

const PUPIL = { 0: 'fullName', 1: 'birthDate', 2: 'className', 3: 'snils', 4: 'studyForm' } as const;
const readPupil = (cells: readonly string[], context = CONTEXT) => readRow('pupils', cells, PUPIL, context);
const faultsOf = (cells: readonly string[], context = CONTEXT) => {
  const read = readPupil(cells, context);
  return 'faults' in read ? read.faults : [];
};

describe('a row of pupils', () => {
  test('is read with everything in it', () => {
    expect(readPupil(['Лещёва Анна Петровна', '8 марта 2013', '7 «а»', '11223344595', 'Очная'])).toEqual({
      values: {
        name: aName('Лещёва', 'Анна', 'Петровна'),
        birthDate: '2013-03-08',
        className: { grade: 7, letter: 'А' },
        snils: '11223344595',
        studyForm: 'fullTime',
      },
      remarks: [],
    });
  });

  test('all that is wrong is told at once, naming the person', () => {
    expect(readPupil(['Лещёва Анна', '31.02.2013', 'ноль', '112-233-445 96', 'на дому'])).toMatchObject({
      who: 'Лещёва Анна, ноль',
      faults: [
        { field: 'birthDate', code: 'cell.date-impossible' },
        { field: 'className', code: 'cell.class-unreadable' },
        { field: 'snils', code: 'cell.snils', fault: 'snils.checksum' },
        { field: 'studyForm', code: 'cell.unknown-word' },
      ],
    });
  });

  test.each([
    [['', '08.03.2013', '7А'], { field: 'familyName', code: 'cell.missing' }],
    [['Лещёва', '08.03.2013', '7А'], { code: 'cell.name', fault: 'name.one-part' }],
    [['Лещёва А. П.', '08.03.2013', '7А'], { code: 'cell.name', fault: 'name.initials' }],
    [['Лещёва Анна', '', '7А'], { field: 'birthDate', code: 'cell.missing' }],
    [['Лещёва Анна', '08.03.2027', '7А'], { code: 'cell.date-in-future' }],
    [['Лещёва Анна', '08.03.1985', '7А'], { code: 'cell.age-outside-school', age: 41, from: 5, to: 21 }],
    [['Лещёва Анна', '08.03.2024', '7А'], { code: 'cell.age-outside-school', age: 2 }],
    [['Лещёва Анна', '08.03.2013', ''], { field: 'className', code: 'cell.missing' }],
  ])('%o: %o', (cells, fault) => {
    expect(faultsOf(cells)).toContainEqual(expect.objectContaining(fault));
  });

  test('a class that does not exist is told with those of the year that do', () => {
    const classes = ['7А', '7Б', '8А'].flatMap((text) => parseClassName(text) ?? []);
    expect(faultsOf(['Лещёва Анна', '08.03.2013', '7Я'], { today: TODAY, classes })).toEqual([
      { field: 'className', code: 'cell.class-unknown', className: '7Я', known: ['7А', '7Б'] },
    ]);
  });

  test('what is odd but possible is a remark', () => {
    expect(readPupil(['Леснaя Весна', '08.03.13', '11А'])).toMatchObject({
      values: { name: { familyName: 'Лесная' } },
      remarks: [
        { code: 'cell.name-order-guessed' },
        { code: 'cell.latin-letters-mended' },
        { code: 'cell.century-guessed', date: '2013-03-08' },
        { code: 'cell.age-unusual-for-class', age: 13, className: '11А' },
      ],
    });
  });
});

describe('other cells', () => {
  const read = (field: (typeof IMPORT_FIELDS)[number], cell: string) => {
    const row = readRow('employees', ['Горев', 'Иван', cell], { 0: 'familyName', 1: 'givenName', 2: field }, CONTEXT);
    return 'faults' in row ? row.faults.map(({ code }) => code) : row.values;
  };

  test.each([
    ['phone', '8 (900) 123-45-67', { phone: '+79001234567' }],
    ['phone', '9001234567', { phone: '+79001234567' }],
    ['phone', '+375 29 123-45-67', { phone: '+375291234567' }],
    ['phone', '12-34', ['cell.phone']],
    ['phone', '89001234567, 89007654321', ['cell.phone']],
    ['email', 'Gorev@Example.RU', { email: 'Gorev@example.ru' }],
    ['email', 'директор@школа.рф', { email: 'директор@школа.рф' }],
    ['email', 'gorev@', ['cell.email']],
    ['email', 'a@b.ru, c@d.ru', ['cell.email']],
    ['experienceYears', '5', { experienceYears: 5 }],
    ['experienceYears', '5 лет 3 мес.', { experienceYears: 5 }],
    ['experienceYears', '3,5', { experienceYears: 3 }],
    ['experienceYears', 'менее года', { experienceYears: 0 }],
    ['experienceYears', '8 мес', { experienceYears: 0 }],
    ['experienceYears', 'большой', ['cell.number']],
    ['category', 'Высшая кв. категория', { category: 'highest' }],
    ['category', 'I', { category: 'first' }],
    ['category', 'СЗД', { category: 'conformity' }],
    ['category', 'без категории', { category: 'none' }],
    ['category', 'третья', ['cell.unknown-word']],
    ['subjects', 'физика, Химия; физика', { subjects: ['физика', 'Химия'] }],
    ['snils', '-', { snils: null }],
    ['patronymic', 'Ильич2', ['cell.name']],
    ['post', 'у'.repeat(301), ['cell.too-long']],
  ] as const)('%s «%s»', (field, cell, value) => {
    const made = read(field, cell);
    if (Array.isArray(value)) expect(made).toEqual(value);
    else expect(made).toMatchObject(value);
  });

  test('«Имя, отчество» in one column are two parts', () => {
    const row = readRow('employees', ['Горев', 'Иван Ильич'], { 0: 'familyName', 1: 'givenName' }, CONTEXT);
    expect(row).toMatchObject({ values: { name: aName('Горев', 'Иван', 'Ильич') } });
  });
});

describe('any sheet', () => {
  const classNames = fc
    .constantFrom('7А', '10 тех', '1Ё', '11')
    .map((text) => parseClassName(text) ?? { grade: 1, letter: '' });
  const birthDates = daysFrom('2009-01-01', '2019-12-31');
  const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const texts = fc.constantFrom('учитель химии', 'ШМО естественных наук', '=2+2', 'свидетельство о рождении');
  const contacts = { email: some(fc.constant('gorev@example.ru')), phone: some(fc.constant('+79001234567')) };
  const ROWS: { readonly [Kind in ImportKind]: fc.Arbitrary<ImportValues[Kind]> } = {
    employees: fc.record({
      name: fullNames,
      birthDate: some(daysFrom('1950-01-01', '2005-12-31')),
      snils: some(snilsNumbers),
      ...contacts,
      post: some(texts),
      subjects: fc.subarray(['физика', 'русский язык', 'ОБЗР']),
      experienceYears: some(fc.nat(50)),
      category: some(fc.constantFrom(...QUALIFICATION_CATEGORIES)),
      association: some(texts),
      startedOn: some(daysFrom('1990-01-01', '2026-09-01')),
    }),
    pupils: fc.record({
      name: fullNames,
      birthDate: birthDates,
      className: classNames,
      snils: some(snilsNumbers),
      studyForm: some(fc.constantFrom(...STUDY_FORMS)),
    }),
    representatives: fc.record({
      name: fullNames,
      kinship: some(fc.constantFrom(...KINSHIPS)),
      authority: some(texts),
      ...contacts,
      childName: fullNames,
      childClass: some(classNames),
      childBirthDate: some(birthDates),
    }),
    classes: fc.record({ className: classNames, classTeacher: some(fullNames) }),
    contingent: fc.record({ age: fc.nat(120), count: fc.nat(1_000_000) }),
  };

  test.each(IMPORT_KINDS)('a correct row of %s printed by the template is read back equal', (kind) => {
    const mapping = Object.fromEntries(templateColumns(kind).map(({ field }, column) => [column, field]));
    fc.assert(
      fc.property(ROWS[kind] as fc.Arbitrary<ImportValues[ImportKind]>, (values) => {
        const read = readRow(kind, printRow(kind, values), mapping, CONTEXT);
        expect('values' in read ? read.values : read).toEqual(values);
      }),
    );
  });

  test('arbitrary cells under an arbitrary mapping never throw, and give values or faults', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('Горев Иван', '7А', '01.02.2012', '40940', '11223344595', '\u0000', '+7', '-'),
    );
    const mapping = fc.dictionary(fc.nat(9).map(String), fc.constantFrom(...IMPORT_FIELDS, null));
    fc.assert(
      fc.property(
        fc.constantFrom(...IMPORT_KINDS),
        fc.array(cell, { maxLength: 10 }),
        mapping,
        (kind, cells, columns) => {
          const read = readRow(kind, cells, columns, CONTEXT);
          if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0);
          else expect(read.values).toBeTypeOf('object');
        },
      ),
      { numRuns: 400 },
    );
  });
});
