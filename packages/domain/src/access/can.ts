import { AUTHORITY, EVERY_EMPLOYEE, type Grant, OFFICE, type Tie } from './grant.ts';
import { CONSENT_ACTIONS, CONSENT_GRANTS } from './grants-of-consents.ts';
import { LIE_STILL, PEOPLE_ACTIONS, PEOPLE_GRANTS } from './grants-of-people.ts';
import type { Role } from './roles.ts';

/**
 * Everything that is asked of the access table. What is not written in `GRANTS` is refused to everybody.
 */
export const ACTIONS = [
  'staff.see',
  'staff.edit',
  'staff.invite',
  'roles.give',
  'bodies.edit',
  'organization.see',
  'organization.edit',
  'server.addOrganization',
  'authority.open',
  'import.use',
  'roadmap.see',
  'roadmap.edit',
  'roadmap.submit',
  'roadmap.return',
  'roadmap.considerByCouncil',
  'roadmap.askAuthority',
  'roadmap.agree',
  'roadmap.approve',
  'roadmap.enact',
  'roadmap.amend',
  'roadmap.close',
  'roadmap.archive',
  'roadmap.print',
  'roadmap.indicators',
  'item.start',
  'item.reportDone',
  'item.confirm',
  'item.reopen',
  'item.postpone',
  'item.postponeBeyondCycle',
  'item.cancel',
  'item.wake',
  'item.setNotRequired',
  'item.addOccurrence',
  'evidence.add',
  'agreement.see',
  'agreement.decide',
  'reminders.edit',
  'deliveries.see',
  ...PEOPLE_ACTIONS,
  ...CONSENT_ACTIONS,
] as const;

export type Action = (typeof ACTIONS)[number];
export type { Tie } from './grant.ts';

/** Who asks: the roles held today in the organisation. */
export type Asker = { readonly roles: readonly Role[] };

/** LIFECYCLE §1, 4.1, 4.2. Roles first, ties to the object after. */
const GRANTS: Record<Action, readonly Grant[]> = {
  'staff.see': EVERY_EMPLOYEE,
  'staff.edit': ['systemAdministrator', 'personnelOfficer', ...OFFICE],
  'staff.invite': ['systemAdministrator', 'personnelOfficer', ...OFFICE],
  'roles.give': ['systemAdministrator', 'director'],
  'bodies.edit': ['systemAdministrator', ...OFFICE],
  'organization.see': EVERY_EMPLOYEE,
  'organization.edit': ['systemAdministrator', 'director', 'curator'],
  'server.addOrganization': [{ tie: 'host', role: 'systemAdministrator' }],
  'authority.open': AUTHORITY,
  'import.use': ['curator', 'deputyDirector'],
  'roadmap.see': EVERY_EMPLOYEE,
  'roadmap.edit': ['curator', 'deputyDirector'],
  'roadmap.submit': ['curator'],
  'roadmap.return': ['director'],
  'roadmap.considerByCouncil': ['curator'],
  'roadmap.askAuthority': ['curator'],
  // The authority agrees by its own account (agreement.decide); here the curator records a decision received on paper.
  'roadmap.agree': ['curator'],
  'roadmap.approve': ['director'],
  'roadmap.enact': ['curator', 'director'],
  'roadmap.amend': ['curator'],
  'roadmap.close': ['director'],
  'roadmap.archive': ['curator', 'director'],
  'roadmap.print': EVERY_EMPLOYEE,
  'roadmap.indicators': [...OFFICE, 'workingGroupMember', ...AUTHORITY],
  'item.start': ['curator', { tie: 'responsible' }],
  'item.reportDone': ['curator', { tie: 'responsible' }],
  'item.confirm': ['curator'],
  'item.reopen': ['curator'],
  'item.postpone': ['curator', 'director'],
  'item.postponeBeyondCycle': ['director'],
  'item.cancel': ['director'],
  'item.wake': ['curator'],
  'item.setNotRequired': ['curator'],
  'item.addOccurrence': ['curator', { tie: 'responsible' }],
  'evidence.add': ['curator', { tie: 'responsible' }],
  'agreement.see': AUTHORITY,
  'agreement.decide': ['municipalCoordinator'],
  'reminders.edit': ['systemAdministrator', 'curator'],
  'deliveries.see': ['systemAdministrator', 'curator'],
  ...PEOPLE_GRANTS,
  ...CONSENT_GRANTS,
};

/** May this person do it? Default deny. The tenant is no part of the question: other tenants' objects do not exist here. */
export function can(asker: Asker, action: Action, ties: readonly Tie[] = []): boolean {
  const grants = ties.includes('blocked') && LIE_STILL.has(action) ? GRANTS[action].filter(isOfFamily) : GRANTS[action];
  return grants.some((grant) =>
    typeof grant === 'string'
      ? asker.roles.includes(grant)
      : ties.includes(grant.tie) && (grant.role === undefined || asker.roles.includes(grant.role)),
  );
}

function isOfFamily(grant: Grant): boolean {
  return typeof grant !== 'string' && (grant.tie === 'self' || grant.tie === 'ownChild');
}
