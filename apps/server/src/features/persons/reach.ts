import { type Action, can, type Tie } from '@nastavnik/domain/access/can';
import { LIE_STILL } from '@nastavnik/domain/access/grants-of-people';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { needsRepresentative } from '../../platform/needs-representative.ts';
import { either, inOwnAssociation, inOwnClass, isEmployee, isSupported } from '../participants/door.ts';

/** Conditions over `people p` for each tie to a person that the access table knows. */
const CONDITIONS: readonly (readonly [Tie, (caller: Caller) => RawBuilder<boolean>])[] = [
  ['self', ({ personId }) => sql<boolean>`p.id = ${personId}`],
  ['ownClass', inOwnClass],
  ['ownAssociation', inOwnAssociation],
  ['ownChild', isOwnChild],
  ['employee', isEmployee],
  ['supported', isSupported],
];

/** Whom of `people p` the caller may ask this of: the access table, said in SQL. */
export function within(caller: Caller, action: Action): RawBuilder<boolean> {
  const asked = can(caller, action)
    ? sql<boolean>`true`
    : either(CONDITIONS.filter(([tie]) => can(caller, action, [tie])).map(([, condition]) => condition(caller)));
  // RULE-15: whoever has withdrawn is seen by the family alone.
  return LIE_STILL.has(action) ? sql<boolean>`(${asked} and ${movesOrOwn(caller)})` : asked;
}

function movesOrOwn(caller: Caller): RawBuilder<boolean> {
  return sql<boolean>`(p.blocked_at is null or p.id = ${caller.personId} or ${isOwnChild(caller)})`;
}

/** The caller may ask this of somebody at all, whoever it is; the own person does not count. */
export function reachesSomebody(caller: Caller, action: Action): boolean {
  return can(caller, action) || CONDITIONS.some(([tie]) => tie !== 'self' && can(caller, action, [tie]));
}

/** Everybody of whom the caller may see one of the sides: pupil, employee, representative of a pupil seen, partner. */
export function visibleTo(caller: Caller): RawBuilder<boolean> {
  if (can(caller, 'pupil.see') && can(caller, 'employee.see')) {
    return sql<boolean>`(${movesOrOwn(caller)} or ${isEmployeeEver})`;
  }
  return either([
    sql<boolean>`p.id = ${caller.personId}`,
    sql<boolean>`(${isPupilEver} and ${within(caller, 'pupil.see')})`,
    sql<boolean>`(${isEmployeeEver} and ${within(caller, 'employee.see')})`,
    sql<boolean>`p.id in (select r.representative_id from representations r
      join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
      where r.tenant_id = ${caller.tenantId} and ${ofChild(within(caller, 'representative.see'))})`,
  ]);
}

export const isPupilEver = sql<boolean>`exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id)`;
export const isEmployeeEver = sql<boolean>`exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id)`;

/** The same condition about the child `c` of a representation. */
function ofChild(condition: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from people p where p.tenant_id = c.tenant_id and p.id = c.id and ${condition})`;
}

function isOwnChild({ personId, today }: Caller): RawBuilder<boolean> {
  return sql<boolean>`exists (select from representations r where r.tenant_id = p.tenant_id and r.child_id = p.id
    and r.representative_id = ${personId} and r.verified_on is not null and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
    and ${needsRepresentative('p', today)})`;
}
