import { describe, expect, test } from 'vitest';
import { type Action, can, ACTIONS as EVERY_ACTION } from './can.ts';
import { CONSENT_ACTIONS } from './grants-of-consents.ts';
import { PEOPLE_ACTIONS } from './grants-of-people.ts';
import { ROLES, type Role } from './roles.ts';

/** People and consents have a matrix of their own, with ties (`grants.test.ts`). */
const ACTIONS = EVERY_ACTION.filter(
  (action) =>
    !(PEOPLE_ACTIONS as readonly Action[]).includes(action) && !(CONSENT_ACTIONS as readonly Action[]).includes(action),
);

/** The whole matrix, written out a second time by role, so that a slip in the table shows as a difference. */
const EXPECTED: Record<Role, readonly Action[]> = {
  systemAdministrator: [
    ...everyEmployee(),
    'staff.edit',
    'staff.invite',
    'roles.give',
    'bodies.edit',
    'organization.edit',
    'reminders.edit',
    'deliveries.see',
  ],
  director: [
    ...everyEmployee(),
    'staff.edit',
    'staff.invite',
    'roles.give',
    'bodies.edit',
    'organization.edit',
    'roadmap.return',
    'roadmap.approve',
    'roadmap.enact',
    'roadmap.close',
    'roadmap.archive',
    'roadmap.indicators',
    'item.postpone',
    'item.postponeBeyondCycle',
    'item.cancel',
  ],
  deputyDirector: [
    ...everyEmployee(),
    'staff.edit',
    'staff.invite',
    'bodies.edit',
    'import.use',
    'roadmap.edit',
    'roadmap.indicators',
  ],
  curator: [
    ...everyEmployee(),
    'staff.edit',
    'staff.invite',
    'bodies.edit',
    'organization.edit',
    'import.use',
    'roadmap.edit',
    'roadmap.submit',
    'roadmap.considerByCouncil',
    'roadmap.askAuthority',
    'roadmap.agree',
    'roadmap.enact',
    'roadmap.amend',
    'roadmap.archive',
    'roadmap.indicators',
    'item.start',
    'item.reportDone',
    'item.confirm',
    'item.reopen',
    'item.postpone',
    'item.wake',
    'item.setNotRequired',
    'item.addOccurrence',
    'evidence.add',
    'reminders.edit',
    'deliveries.see',
  ],
  workingGroupMember: [...everyEmployee(), 'roadmap.indicators'],
  methodAssociationHead: everyEmployee(),
  classTeacher: everyEmployee(),
  psychologist: everyEmployee(),
  personnelOfficer: [...everyEmployee(), 'staff.edit', 'staff.invite'],
  mentor: [],
  mentee: [],
  legalRepresentative: [],
  siteEditor: everyEmployee(),
  partnerRepresentative: [],
  dataProtectionOfficer: everyEmployee(),
  municipalCoordinator: [
    ...everyEmployee(),
    'authority.open',
    'roadmap.indicators',
    'agreement.see',
    'agreement.decide',
  ],
  regionalCoordinator: [...everyEmployee(), 'authority.open', 'roadmap.indicators', 'agreement.see'],
  staff: everyEmployee(),
};

function everyEmployee(): readonly Action[] {
  return ['staff.see', 'organization.see', 'roadmap.see', 'roadmap.print'];
}

describe('the access table', () => {
  for (const role of ROLES) {
    test.each(ACTIONS)(`${role}: %s`, (action) => {
      expect(can({ roles: [role] }, action)).toBe(EXPECTED[role].includes(action));
    });
  }

  test.each(ACTIONS)('a person without a role may not: %s', (action) => {
    expect(can({ roles: [] }, action)).toBe(false);
  });

  test('the person an item names may work on it and nothing else', () => {
    const allowed = ACTIONS.filter((action) => can({ roles: [] }, action, ['responsible']));
    expect(allowed).toEqual(['item.start', 'item.reportDone', 'item.addOccurrence', 'evidence.add']);
  });

  test('only the administrator of the organisation that set the server up adds further ones', () => {
    expect(can({ roles: ['systemAdministrator'] }, 'server.addOrganization', ['host'])).toBe(true);
    expect(can({ roles: ['systemAdministrator'] }, 'server.addOrganization')).toBe(false);
    expect(can({ roles: ['director'] }, 'server.addOrganization', ['host'])).toBe(false);
  });

  test('several roles add up', () => {
    expect(can({ roles: ['staff', 'director'] }, 'roadmap.approve')).toBe(true);
    expect(can({ roles: ['director', 'curator'] }, 'roadmap.submit')).toBe(true);
  });
});
