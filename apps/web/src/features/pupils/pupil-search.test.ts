import { expect, test } from 'vitest';
import { pupilSearch } from './pupil-search.ts';

test('an address says the class, the filter and whose card is open; the rest is left out', () => {
  expect(pupilSearch({ class: '7', only: 'withoutClass', pupil: 'p', search: 'Мор', odd: 1 })).toEqual({
    class: '7',
    only: 'withoutClass',
    pupil: 'p',
    search: 'Мор',
  });
});

test('a year that is none and a filter that nobody knows are not taken', () => {
  expect(pupilSearch({ year: 'nineteen', only: 'everybody', search: '' })).toEqual({});
  expect(pupilSearch({ year: '2024' })).toEqual({ year: 2024 });
});
