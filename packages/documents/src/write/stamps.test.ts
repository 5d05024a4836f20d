import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test } from 'vitest';
import { type Approval, adoptedMark, agreementStamp, approvalStamp } from './stamps.ts';

const approval: Approval = {
  style: 'signature',
  organization: 'МБОУ «СОШ № 7»',
  post: 'Директор',
  person: 'Н.В. Озерова',
  date: plainDate('2025-09-05'),
  order: { number: '114-од', date: plainDate('2025-09-04') },
};

test('by signature: the word, the post, the signature and the day of signing', () => {
  expect(approvalStamp(approval, 'feminine')).toEqual({
    side: 'right',
    lines: ['УТВЕРЖДАЮ', 'Директор', '______________ Н.В. Озерова', '5 сентября 2025 г.'],
  });
});

test('by order: the word agrees with the kind of document', () => {
  const order: Approval = { ...approval, style: 'order' };
  expect(approvalStamp(order, 'feminine').lines).toEqual([
    'УТВЕРЖДЕНА',
    'приказом МБОУ «СОШ № 7»',
    'от 04.09.2025 № 114-од',
  ]);
  expect(approvalStamp(order, 'masculine').lines[0]).toBe('УТВЕРЖДЁН');
});

test('combined: signature and order, as many schools have it', () => {
  expect(approvalStamp({ ...approval, style: 'combined' }, 'feminine').lines.at(-1)).toBe(
    'Приказ от 04.09.2025 № 114-од',
  );
});

test('what is not known yet is a blank to fill in by hand', () => {
  const draft: Approval = { ...approval, person: null, date: null, order: null };
  expect(approvalStamp(draft, 'feminine').lines.slice(2)).toEqual([
    '______________ / ______________',
    '«___» ____________ 20___ г.',
  ]);
  expect(approvalStamp({ ...draft, style: 'order' }, 'feminine').lines.at(-1)).toBe('от ______________ № ______');
});

test('agreement by a person, and by the minutes of a body', () => {
  const person = {
    body: null,
    post: 'Начальник управления',
    person: 'И.И. Боров',
    date: plainDate('2025-09-03'),
    minutes: null,
  };
  expect(agreementStamp(person)).toEqual({
    side: 'left',
    lines: ['СОГЛАСОВАНО', 'Начальник управления', '______________ И.И. Боров', '3 сентября 2025 г.'],
  });
  const council = {
    body: 'Управляющий совет',
    post: null,
    person: null,
    date: null,
    minutes: { number: '2', date: plainDate('2025-09-01') },
  };
  expect(agreementStamp(council).lines).toEqual(['СОГЛАСОВАНО', 'Управляющий совет', 'протокол от 01.09.2025 № 2']);
});

test('a body with a known genitive stands in it, another in the nominative, a stored form wins', () => {
  const minutes = { number: '1', date: plainDate('2025-08-29') };
  const place = (body: string, bodyGenitive: string | null = null) =>
    adoptedMark({ body, bodyGenitive, minutes }).lines[1];
  expect(place('Педагогический совет')).toBe('на заседании педагогического совета');
  expect(place('Клуб наставников')).toBe('Клуб наставников');
  expect(place('Клуб наставников', 'клуба наставников')).toBe('на заседании клуба наставников');
});
