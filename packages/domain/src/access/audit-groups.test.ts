import { expect, test } from 'vitest';
import { AUDIT_GROUPS, TYPES_OF_GROUP } from './audit-groups.ts';

test('the card of a mentor that was changed is no view of a card, and every group has its types', () => {
  expect(TYPES_OF_GROUP.seen).toContain('card.seen');
  expect(TYPES_OF_GROUP.programme).toContain('card.changed');
  for (const group of AUDIT_GROUPS) {
    expect(TYPES_OF_GROUP[group]).not.toContain('card');
    expect(TYPES_OF_GROUP[group].length).toBeGreaterThan(0);
  }
});
