import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestLogin } from './suggest-login.ts';

describe('a login suggested by a name', () => {
  test.each([
    ['Петров Пётр Ильич', 'petrov.p'],
    ['Щукина Юлия', 'schukina.y'],
    ['Салтыков-Щедрин Иван', 'saltykov-schedrin.i'],
    ['Ли Ан', 'li.a'],
    ['Ы', 'y.0'],
    ['', 'user.0'],
  ])('«%s» is %s', (name, login) => {
    expect(suggestLogin(name)).toBe(login);
  });

  test('whatever the name, it can be a login', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (name) => {
        expect(suggestLogin(name)).toMatch(/^[a-z0-9.-]{3,60}$/);
      }),
    );
  });
});
