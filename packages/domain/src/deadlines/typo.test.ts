import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typoDistance } from './typo.ts';

test.each([
  ['февраль', 'феварль', 1],
  ['ежемесячно', 'ежемесячто', 1],
  ['сентябрь', 'сентябр', 1],
  ['карта', 'марта', 1],
  ['апрель', 'октябрь', 3],
])('%s and %s differ by %i slips', (a, b, distance) => {
  expect(typoDistance(a, b, 2)).toBe(distance);
});

test('the distance is symmetric, and zero only for the same word', () => {
  const words = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 7 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(typoDistance(a, b, 9)).toBe(typoDistance(b, a, 9));
      expect(typoDistance(a, b, 9) === 0).toBe(a === b);
    }),
  );
});
