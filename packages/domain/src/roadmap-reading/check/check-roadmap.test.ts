import { expect, test } from 'vitest';
import { readRoadmap } from '../read-roadmap.ts';
import { textSource } from '../reading.testing.ts';

const COLUMNS = '№\tМероприятие\tСроки\tОтветственный\tРезультат';

function remarks(head: string[], rows: string[]) {
  return readRoadmap(textSource([...head, '', COLUMNS, ...rows].join('\n'))).remarks;
}

const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);
const TITLE = 'Дорожная карта на 2024-2025 учебный год';

test('a tidy plan draws no remark', () => {
  expect(
    remarks([TITLE], ['1\tСбор анкет\tсентябрь\tКуратор\tАнкеты', '2\tАнализ анкет\tоктябрь\tКуратор\tСправка']),
  ).toEqual([]);
});

test('agreement and adoption after approval are named', () => {
  const found = remarks(
    [
      'УТВЕРЖДАЮ',
      'Директор С.С. Щукин',
      '02.09.2024',
      '',
      'СОГЛАСОВАНО',
      'Л.Л. Окунева',
      '05.09.2024',
      '',
      'ПРИНЯТО',
      'педагогическим советом',
      'протокол № 1 от 06.09.2024',
      '',
      TITLE,
    ],
    ['1\tАнализ\tмай\tКуратор\tСправка'],
  );
  expect(codes(found)).toEqual(['remark.agreed-after-approved', 'remark.adopted-after-approved']);
});

test('a term that is over before the approval is named with its place', () => {
  const found = remarks(
    ['УТВЕРЖДАЮ', 'Директор С.С. Щукин', '20.10.2024', '', TITLE],
    ['1\tСбор анкет\tдо 15.09.2024\tКуратор\tАнкеты', '2\tАнализ\tмай\tКуратор\tСправка'],
  );
  expect(found).toEqual([
    { code: 'remark.deadline-before-approval', severity: 'warning', text: 'до 15.09.2024', source: { block: 7 } },
  ]);
});

test.each([
  ['Изучение распоряжения от 25.12.2019 № Р-14', 'Р-14', 'Изучение распоряжения от 25.12.2019 № Р-145'],
  ['Изучение письма № АЗ1128/08', 'АЗ1128/08', 'Изучение письма № АЗ-1128/08'],
  ['Изучение ст. 358.1 Трудового кодекса', '358.1', 'Изучение ст. 351.8 Трудового кодекса'],
])('a wrong number of a norm is mended: %s', (title, quoted, mended) => {
  const [found] = remarks([TITLE], [`1\t${title}\tмай\tКуратор\tСправка`]);
  expect(found).toMatchObject({
    code: 'remark.norm-number',
    text: quoted,
    mend: { path: ['stages', 0, 'activities', 0, 'title'], value: mended },
  });
});

test('years of an older plan are offered the years of this one', () => {
  const [found] = remarks([TITLE], ['1\tСоставление плана на 2021-2022 учебный год\tмай\tКуратор\tПлан']);
  expect(found).toMatchObject({
    code: 'remark.leftover-year',
    mend: { value: 'Составление плана на 2024-2025 учебный год' },
  });
});

test('gaps and repeats in the numbering are named', () => {
  const found = remarks(
    [TITLE],
    [
      '1\tСбор анкет\tмай\tКуратор\tСправка',
      '3\tПроверка анкет\tмай\tКуратор\tСправка',
      '3\tАнализ ответов\tмай\tКуратор\tСправка',
    ],
  );
  expect(found.map(({ code, text }) => [code, text])).toEqual([
    ['remark.numbering-gap', '1 → 3'],
    ['remark.numbering-repeat', '3'],
  ]);
});

test('what an activity lacks is named; a column that lacks altogether is named once', () => {
  const found = remarks([TITLE], ['1\tСбор анкет\t\tКуратор\t', '2\tАнализ анкет\tмай\t\t']);
  expect(codes(found)).toEqual(['remark.no-deadline', 'remark.no-responsible', 'remark.no-result-column']);
});

test('consents planned after the bank is made are an error', () => {
  const found = remarks(
    [TITLE],
    [
      '1\tФормирование базы наставляемых\t01-15 сентября 2024 г.\tКуратор\tБаза',
      '2\tСбор согласий на обработку персональных данных\tоктябрь\tКуратор\tСогласия',
    ],
  );
  expect(found).toMatchObject([{ code: 'remark.consents-after-banks', severity: 'error' }]);
});

test('a year that slipped in a row of dates is offered the next one', () => {
  const found = remarks(
    [TITLE],
    [
      '1\tСбор анкет\t10.09.2024\tКуратор\tА',
      '2\tВстреча пар\t12.10.2024\tКуратор\tА',
      '3\tВечер пар\t15.11.2024\tКуратор\tА',
      '4\tКруглый стол\t20.01.2024\tКуратор\tА',
    ],
  );
  expect(found.find(({ code }) => code === 'remark.year-slip')).toMatchObject({
    text: '20.01.2024',
    mend: { value: '20.01.2025' },
  });
});

test('the order on pairs planned twice and the same activity twice are named', () => {
  const found = remarks(
    [TITLE],
    [
      '1\tПриказ о закреплении пар\tмай\tДиректор\tПриказ',
      '2\tИздание приказа «О закреплении наставнических пар»\tмай\tДиректор\tПриказ',
      '3\tСбор анкет участников\tмай\tКуратор\tА',
      '4\tСбор анкет участников\tмай\tКуратор\tА',
    ],
  );
  expect(codes(found)).toEqual(['remark.duplicate-activity', 'remark.duplicate-activity']);
});

test('a slip of the pen in a word of the trade is mended, another case of the word is left', () => {
  const found = remarks([TITLE], ['1\tСоздание банка настаников и наставниками\tмай\tКуратор\tБанк']);
  expect(found).toMatchObject([
    { code: 'remark.misspelt-word', text: 'настаников', mend: { value: 'Создание банка наставников и наставниками' } },
  ]);
});

test('a document that names no period is read within an assumed one, and says so', () => {
  expect(
    codes(
      remarks(['УТВЕРЖДАЮ', 'Директор С.С. Щукин', '02.09.2024', '', 'Дорожная карта'], ['1\tАнализ\tмай\tКуратор\tА']),
    ),
  ).toEqual(['remark.period-assumed']);
  expect(codes(remarks(['Дорожная карта'], ['1\tАнализ\tмай\tКуратор\tА']))).toEqual(['remark.period-unknown']);
});
