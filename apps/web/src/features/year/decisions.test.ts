import { expect, test } from 'vitest';
import { withDecision } from './decisions.ts';

test('a decision replaces the one before, and taking it back leaves the others', () => {
  const first = withDecision({ b: 2 }, 'a', 1);
  expect(first).toEqual({ a: 1, b: 2 });
  expect(withDecision(first, 'a', 3)).toEqual({ a: 3, b: 2 });
  expect(withDecision<number>(first, 'a', undefined)).toEqual({ b: 2 });
});
