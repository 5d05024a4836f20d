import { expect, test } from 'vitest';
import { can } from './can.ts';
import { LIE_STILL } from './grants-of-people.ts';
import { ROLES } from './roles.ts';

test('while the data lie still no role opens the card; the person and the representative do (RULE-15)', () => {
  for (const action of LIE_STILL) {
    const ties = ['blocked', 'ownClass', 'ownAssociation', 'employee', 'supported'] as const;
    expect(can({ roles: ROLES }, action as 'pupil.see', ties)).toBe(false);
  }
  expect(can({ roles: [] }, 'participant.see', ['blocked', 'self'])).toBe(true);
  expect(can({ roles: ['legalRepresentative'] }, 'participant.see', ['blocked', 'ownChild'])).toBe(true);
});

test('employment and the consents themselves go on: they rest on another basis', () => {
  expect(can({ roles: ['curator'] }, 'employee.see', ['blocked', 'employee'])).toBe(true);
  expect(can({ roles: ['curator'] }, 'consent.issue', ['blocked'])).toBe(true);
  expect(can({ roles: ['dataProtectionOfficer'] }, 'consent.seeEnded', ['blocked'])).toBe(true);
});
