import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test.each([
  ['коротко', 'short'],
  ['aaaaaaaaaaaa', 'one-character'],
  ['1234567890', 'sequence'],
  ['qwertyuiop', 'sequence'],
  ['йцукенгшщз', 'sequence'],
  ['qwerty12345', 'common'],
  ['Наставник2026', 'common'],
  ['morozova2026', 'contains-name'],
  ['лось пьёт чай', null],
  ['Сирень-у-забора', null],
] as const)('the password «%s» is judged %s', (password, fault) => {
  expect(passwordFault(password, ['morozova', 'Морозова Нина'])).toBe(fault);
});
