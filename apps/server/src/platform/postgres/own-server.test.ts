import { expect, test } from 'vitest';
import { unfitServer } from './own-server.ts';

test.each([
  ['9.6.24', 90_624, 'database-too-old'],
  ['14.20', 140_020, 'database-too-old'],
  ['15.0', 150_000, undefined],
  ['18.4', 180_004, undefined],
])('PostgreSQL %s → %s', (version, number, code) => {
  expect(unfitServer({ version, number, encoding: 'UTF8' })?.code).toBe(code);
});

test('the refusal of an old server says which version it is and which is required, in both languages', () => {
  const refusal = unfitServer({ version: '12.3', number: 120_003, encoding: 'UTF8' });
  expect(refusal?.ru).toMatch(/12\.3.*15/);
  expect(refusal?.en).toMatch(/12\.3.*15/);
});

test('a database that cannot hold Russian and Komi letters side by side is refused', () => {
  expect(unfitServer({ version: '16.1', number: 160_001, encoding: 'WIN1251' })?.code).toBe('database-unfit');
});
