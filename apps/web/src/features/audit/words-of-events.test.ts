import { expect, test } from 'vitest';
import type { Say } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';
import { wordsOfEvent } from './words-of-events.ts';

const say: Say<typeof ru> = (key) => ru[key];

test('every event is told in words, also one that nobody has named yet', () => {
  expect(wordsOfEvent({ type: 'card.seen', objectKind: 'person' }, say)).toBe('Просмотрена карточка');
  expect(wordsOfEvent({ type: 'participant.dance', objectKind: 'participant' }, say)).toBe('Действие с участником');
  expect(wordsOfEvent({ type: 'moon.seen', objectKind: 'settings' }, say)).toBe('Другое действие');
});
