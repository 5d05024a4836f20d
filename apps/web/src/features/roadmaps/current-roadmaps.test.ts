import { ROADMAP_STATES } from '@nastavnik/domain/roadmaps/roadmap-states';
import { expect, test } from 'vitest';
import { isCurrent, onlyCurrent } from './current-roadmaps.ts';

test('a replaced, a closed and an archived roadmap are of the past, all others are present', () => {
  expect(ROADMAP_STATES.filter((state) => !isCurrent({ state }))).toEqual(['superseded', 'closed', 'archived']);
});

test('one goes straight to the only present roadmap, whatever the past holds', () => {
  const running = { state: 'inForce' } as const;
  expect(onlyCurrent([{ state: 'closed' }, running, { state: 'archived' }])).toBe(running);
});

test('between a running plan and its amendment one chooses', () => {
  expect(onlyCurrent([{ state: 'inForce' }, { state: 'draft' }])).toBeUndefined();
  expect(onlyCurrent([{ state: 'closed' }])).toBeUndefined();
});
