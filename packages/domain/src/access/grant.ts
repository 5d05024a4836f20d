import type { Role } from './roles.ts';

/**
 * What about the object matters to the answer. `responsible`: the asker is among the people the item names;
 * `host`: the asker's organisation is the one that set the server up. Of a person: `self`; `ownClass`, a pupil of a class
 * the asker leads today; `ownAssociation`, an employee of an association the asker heads; `ownChild`, whom the asker
 * represents today; `employee`, a person who works here; `supported`, a participant with the tag of special support;
 * `blocked`: the consent to processing has been withdrawn, and the data lie still (RULE-15): a tie that takes away.
 */
export type Tie =
  | 'responsible'
  | 'host'
  | 'self'
  | 'ownClass'
  | 'ownAssociation'
  | 'ownChild'
  | 'employee'
  | 'supported'
  | 'blocked';

/** A role alone, or a tie to the object, or both together. */
export type Grant = Role | { readonly tie: Tie; readonly role?: Role };

export const OFFICE = ['curator', 'deputyDirector', 'director'] as const;
export const EVERY_EMPLOYEE = [
  'systemAdministrator',
  'director',
  'deputyDirector',
  'curator',
  'workingGroupMember',
  'methodAssociationHead',
  'classTeacher',
  'psychologist',
  'personnelOfficer',
  'siteEditor',
  'dataProtectionOfficer',
  'municipalCoordinator',
  'regionalCoordinator',
  'staff',
] as const;
export const AUTHORITY = ['municipalCoordinator', 'regionalCoordinator'] as const;

/** The class teacher about pupils of the own class. */
export const CLASS_TEACHER = { tie: 'ownClass', role: 'classTeacher' } as const satisfies Grant;
/** The head of an association about its teachers. */
export const ASSOCIATION_HEAD = { tie: 'ownAssociation', role: 'methodAssociationHead' } as const satisfies Grant;
/** The personnel officer about those who work here, never about pupils. */
export const PERSONNEL = { tie: 'employee', role: 'personnelOfficer' } as const satisfies Grant;
/** The psychologist about those entrusted for support. */
export const PSYCHOLOGIST = { tie: 'supported', role: 'psychologist' } as const satisfies Grant;
export const SELF = { tie: 'self' } as const satisfies Grant;
export const PARENT = { tie: 'ownChild', role: 'legalRepresentative' } as const satisfies Grant;
