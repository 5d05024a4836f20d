import { expect, test } from 'vitest';
import { viewOf } from './consents-search.ts';

test('who sees no pupils of any class comes to employees and others at once, and is offered nothing else', () => {
  const personnel = { classes: false, others: true };
  expect(viewOf({}, personnel)).toEqual({ shown: 'people', choice: false });
  expect(viewOf({ class: 'one' }, personnel)).toEqual({ shown: 'people', choice: false });
});

test('a class teacher has the class alone, the office both, the class first', () => {
  expect(viewOf({ view: 'people' }, { classes: true, others: false })).toEqual({ shown: 'class', choice: false });
  expect(viewOf({}, { classes: true, others: true })).toEqual({ shown: 'class', choice: true });
  expect(viewOf({ view: 'people' }, { classes: true, others: true })).toEqual({ shown: 'people', choice: true });
});

test('who sees neither is told that there is no class', () => {
  expect(viewOf({}, { classes: false, others: false })).toEqual({ shown: 'class', choice: false });
});
