import { expect, test } from 'vitest';
import { safeBack } from './guards.ts';

test('after signing in one comes back to the page one asked for', () => {
  expect(safeBack('/roadmap?state=late')).toBe('/roadmap?state=late');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', 5, undefined])(
  'no link leads from the sign-in page to another site: %s',
  (back) => {
    expect(safeBack(back)).toBeUndefined();
  },
);
