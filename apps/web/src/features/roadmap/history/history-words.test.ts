import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test } from 'vitest';
import { catalogue } from '../../../lib/texts.ts';
import { eventInWords } from './history-words.ts';
import { ru } from './texts.ru.ts';

const { say } = catalogue('roadmap-history-test', ru, () => import('./texts.en.ts'));
const telling = { today: '2026-11-21' as PlainDate, language: 'ru' as const, say };
const tell = (type: string, data: Record<string, unknown> = {}) =>
  eventInWords({ type, who: 'Лугова И. Ю.', data }, telling);

test('a postponement says from when to when, and why', () => {
  expect(tell('item.postponed', { dueFrom: '2026-10-12', dueTo: '2026-12-20', reason: 'Карантин' })).toEqual({
    what: 'срок перенесён с 12 октября на 20 декабря',
    why: ['Причина: Карантин'],
  });
});

test('an edit names each field, before and after', () => {
  const changes = [
    { field: 'deadline', before: 'май', after: 'до 10 июня' },
    { field: 'position', before: 1, after: 2 },
    { field: 'points', before: [], after: ['анкета', 'беседа'] },
  ];
  expect(tell('item.edited', { changes }).what).toBe(
    'правка: срок: «май» → «до 10 июня»; место; содержание: «–» → «анкета; беседа»',
  );
});

test('minutes are told with their body and number, a return with its comment', () => {
  expect(tell('roadmap.considered', { body: 'Педсовет', number: '4' }).what).toBe('принята: Педсовет, протокол № 4');
  expect(tell('roadmap.returned', { comment: 'Нет сроков' }).why).toEqual(['«Нет сроков»']);
});

test('an event that nobody has worded yet is still told', () => {
  expect(tell('item.levitated').what).toBe('изменение (item.levitated)');
});
