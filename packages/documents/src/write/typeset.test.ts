import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from './typeset.ts';

test.each([
  ['№ 12', '№~12'],
  ['до 5 сентября 2025 г.', 'до 5~сентября 2025~г.'],
  ['2023 год, 2024 г.', '2023~год, 2024~г.'],
  ['Озерова Н.В., директор', 'Озерова~Н.В., директор'],
  ['директор Н. В. Озерова', 'директор Н.~В.~Озерова'],
  ['на 90 %', 'на 90~%'],
])('«%s» does not break where a name, a number or a date would be cut', (text, expected) => {
  expect(typeset(text).replaceAll('\u00a0', '~')).toBe(expected);
});

test('only spaces change', () => {
  const words = fc.array(fc.constantFrom('№', '12', 'мая', '2024', 'г.', 'Озерова', 'Н.В.', 'Н.', '%', '5'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (list) => {
      expect(typeset(list.join(' ')).replaceAll('\u00a0', ' ')).toBe(list.join(' '));
    }),
  );
});
