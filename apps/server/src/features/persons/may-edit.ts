import { can, type Tie } from '@nastavnik/domain/access/can';
import type { Caller } from '../../platform/caller.ts';
import type { PersonSides } from './person-sides.queries.ts';

/**
 * Name, birth date and contacts are edited by whoever keeps one of the person's sides.
 * @param throughChild the caller keeps the representatives of a child of this person
 */
export function mayEditPerson(
  caller: Caller,
  sides: PersonSides,
  ties: readonly Tie[],
  throughChild: boolean,
): boolean {
  if (sides.isPupil && can(caller, 'pupil.edit', ties)) return true;
  if (sides.isEmployee && can(caller, 'employee.edit', ties)) return true;
  // A parent who works here is an employee first: the class teacher of the child does not edit a colleague.
  if (!sides.isPupil && !sides.isEmployee && throughChild) return true;
  return can(caller, 'pupil.edit') && can(caller, 'employee.edit');
}
