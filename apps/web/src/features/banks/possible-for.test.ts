import { expect, test } from 'vitest';
import { possibleFor } from './possible-for.ts';

const row = (id: string, state: 'nominated' | 'invited' | 'consentPending' | 'inBank', confirmedOn?: string) => ({
  id,
  state,
  confirmedOn: confirmedOn ?? null,
});
const ROWS = [
  row('proposed', 'nominated'),
  row('asked', 'consentPending'),
  row('last year', 'inBank'),
  row('this year', 'inBank', '2024-10-01'),
];

test('a step is for those who stand before it', () => {
  expect(possibleFor('invite', ROWS)).toEqual(['proposed']);
  expect(possibleFor('requestConsents', ROWS)).toEqual([]);
  expect(possibleFor('enterBank', ROWS)).toEqual(['asked']);
  expect(possibleFor('select', ROWS)).toEqual(['last year', 'this year']);
});

test('whoever is confirmed this year is not confirmed again', () => {
  expect(possibleFor('confirmYear', ROWS)).toEqual(['last year']);
});
