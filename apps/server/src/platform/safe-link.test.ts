import { expect, test } from 'vitest';
import { isSafeLink } from './safe-link.ts';

test.each([
  ['https://school.example/mentors', true],
  ['http://школа.рф/раздел', true],
  ['https://vk.com/wall-1_2?z=photo', true],
  ['javascript:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['ftp://example.org/', false],
  ['https://user:secret@example.org/', false],
  ['https://user@example.org/', false],
  ['//example.org', false],
  ['example.org', false],
])('%j is a link that may be kept: %s', (address, safe) => {
  expect(isSafeLink(address)).toBe(safe);
});
