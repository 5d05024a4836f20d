import type { Person } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import type { Caller } from '../../platform/caller.ts';
import type { PersonRow } from './staff.queries.ts';

/** What this caller may see of a colleague: contacts are for those who keep the directory and for the person. */
export function viewPerson(caller: Caller, row: PersonRow): Person {
  const keeps = can(caller, 'staff.edit') || row.id === caller.personId;
  return {
    ...row,
    shortName: shortName(row),
    email: keeps ? row.email : null,
    phone: keeps ? row.phone : null,
    may: {
      edit: can(caller, 'staff.edit'),
      invite: can(caller, 'staff.invite') && row.active && row.account !== 'active' && mayInviteRoles(caller, row),
      deactivate: can(caller, 'staff.edit') && row.id !== caller.personId,
      giveRoles: can(caller, 'roles.give'),
    },
  };
}

/** A link lets its maker in, so it is made for roles that the maker holds or may give. */
function mayInviteRoles(caller: Caller, row: PersonRow): boolean {
  return can(caller, 'roles.give') || row.roles.every(({ role }) => role === 'staff' || caller.roles.includes(role));
}

/** Фамилия И. О. */
export function shortName(name: { familyName: string; givenName: string; patronymic: string | null }): string {
  const initials = [name.givenName, name.patronymic].filter(Boolean).map((part) => `${part!.charAt(0)}.`);
  return [name.familyName, ...initials].join(' ');
}
