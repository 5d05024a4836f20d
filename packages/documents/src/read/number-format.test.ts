import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';

test.each([
  [4, 'upper-roman', 'IV'],
  [1994, 'lower-roman', 'mcmxciv'],
  [28, 'lower-letter', 'bb'],
  [10, 'lower-russian', 'к'],
  [26, 'upper-russian', 'Ы'],
  [30, 'lower-russian', 'аа'],
  [7, 'decimal-zero', '07'],
  [0, 'upper-roman', '0'],
  [5, 'none', ''],
] as const)('%s as %s is «%s»', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test('a Roman number reads back as the number it shows', () => {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4999 }), (value) => {
      const signs = Array.from(formatNumber(value, 'upper-roman'), (sign) => worth[sign] ?? Number.NaN);
      const read = signs.reduce((sum, sign, i) => sum + (sign < (signs[i + 1] ?? 0) ? -sign : sign), 0);
      expect(read).toBe(value);
    }),
  );
});
