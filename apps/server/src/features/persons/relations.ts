import { can, type Tie } from '@nastavnik/domain/access/can';
import type { Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { AskerRelation, FieldGroup } from '@nastavnik/domain/participants/field-groups';
import type { ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { visibleFields } from '@nastavnik/domain/participants/visible-fields';
import { isMinor } from '@nastavnik/domain/people/age';
import type { Caller } from '../../platform/caller.ts';

const BY_ROLE: Partial<Record<Role, AskerRelation>> = {
  curator: 'curator',
  director: 'director',
  deputyDirector: 'deputyDirector',
  workingGroupMember: 'workingGroupMember',
  dataProtectionOfficer: 'dataProtectionOfficer',
  systemAdministrator: 'systemAdministrator',
};
const BY_TIE: Partial<Record<Tie, { readonly relation: AskerRelation; readonly role?: Role }>> = {
  self: { relation: 'self' },
  ownChild: { relation: 'representative' },
  ownClass: { relation: 'ownClassTeacher', role: 'classTeacher' },
  ownAssociation: { relation: 'ownAssociationHead', role: 'methodAssociationHead' },
  employee: { relation: 'personnelOfficer', role: 'personnelOfficer' },
  supported: { relation: 'psychologist', role: 'psychologist' },
};

/** Every way in which the caller stands to the person. Who checks powers of representatives is a verifier (RULE-08). */
export function relationsTo(caller: Caller, ties: readonly Tie[]): AskerRelation[] {
  const byTie = ties.flatMap((tie) => {
    const found = BY_TIE[tie];
    return found && (found.role === undefined || caller.roles.includes(found.role)) ? [found.relation] : [];
  });
  const byRole = caller.roles.flatMap((role) => BY_ROLE[role] ?? []);
  return [...byTie, ...byRole, ...(can(caller, 'representative.verify', ties) ? (['consentVerifier'] as const) : [])];
}

export type SeenFacts = {
  readonly isPupil: boolean;
  readonly isEmployee: boolean;
  readonly birthDate: PlainDate | null;
  readonly underGuardianship: boolean;
  readonly blocked: boolean;
  readonly state: ParticipantState | null;
};

/** A pupil whose birth date nobody has entered yet is guarded as a minor. */
export function isGuarded(person: SeenFacts, today: PlainDate): boolean {
  if (person.underGuardianship) return true;
  return person.birthDate === null ? person.isPupil : isMinor(person.birthDate, today);
}

/** The groups of fields of PRIVACY §3 that this caller may see of this person. */
export function groupsSeen(caller: Caller, ties: readonly Tie[], person: SeenFacts): ReadonlySet<FieldGroup> {
  return new Set(
    visibleFields(relationsTo(caller, ties), {
      kind: person.isPupil ? 'pupil' : person.isEmployee ? 'employee' : 'other',
      isMinor: isGuarded(person, caller.today),
      state: person.state,
      isBlocked: person.blocked,
      // Pairs are no part of the product yet.
      pairConfirmed: false,
    }),
  );
}
