/**
 * Roles of the programme (LIFECYCLE §1). `staff` is an employee without a further role, who may be responsible for an
 * item. A person holds any number of them, each for a time and each with its scope.
 */
export const ROLES = [
  'systemAdministrator',
  'director',
  'deputyDirector',
  'curator',
  'workingGroupMember',
  'methodAssociationHead',
  'classTeacher',
  'psychologist',
  'personnelOfficer',
  'mentor',
  'mentee',
  'legalRepresentative',
  'siteEditor',
  'partnerRepresentative',
  'dataProtectionOfficer',
  'municipalCoordinator',
  'regionalCoordinator',
  'staff',
] as const;

export type Role = (typeof ROLES)[number];

/** How far a role reaches. What is narrower than the organisation is decided by the object's own ties. */
export type RoleScope =
  | 'server'
  | 'organisation'
  | 'below'
  | 'association'
  | 'class'
  | 'pairs'
  | 'child'
  | 'agreement'
  | 'self';

export const ROLE_SCOPE: Record<Role, RoleScope> = {
  systemAdministrator: 'organisation',
  director: 'organisation',
  deputyDirector: 'organisation',
  curator: 'organisation',
  workingGroupMember: 'organisation',
  methodAssociationHead: 'association',
  classTeacher: 'class',
  psychologist: 'organisation',
  personnelOfficer: 'organisation',
  mentor: 'pairs',
  mentee: 'self',
  legalRepresentative: 'child',
  siteEditor: 'organisation',
  partnerRepresentative: 'agreement',
  dataProtectionOfficer: 'organisation',
  municipalCoordinator: 'below',
  regionalCoordinator: 'below',
  staff: 'self',
};
