import { expect, test } from 'vitest';
import { defaultPolicy } from './default-policy.ts';
import { openEnding } from './open-ending.ts';

const SCHOOL = {
  fullName: 'МБОУ «Школа № 3»',
  address: 'г. Приозёрск, ул. Лесная, 1',
  inn: '1100000000',
  ogrn: '1021100000000',
  rknRegistryNumber: '77-24-123456',
};

test('the shipped policy names the school, its numbers, the rights and the terms (RULE-41)', () => {
  const text = defaultPolicy(SCHOOL);
  for (const each of Object.values(SCHOOL)) expect(text).toContain(each);
  for (const each of ['отозвать согласие', 'Роскомнадзор', '30 дней', 'законного представителя']) {
    expect(text).toContain(each);
  }
  expect(openEnding(text)).toBeNull();
});

test('what the school has not filled in leaves no hole in a sentence', () => {
  const text = defaultPolicy({ ...SCHOOL, address: null, inn: null, ogrn: null, rknRegistryNumber: null });
  expect(text.split('\n\n')[0]).toBe('1. Кто обрабатывает данные\nМБОУ «Школа № 3».');
  expect(text).not.toMatch(/null|undefined|: ?\.|, ?\./);
});
