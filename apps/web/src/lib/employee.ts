import type { Membership } from '@nastavnik/contracts/session';

const OUTSIDE = ['mentor', 'mentee', 'legalRepresentative', 'partnerRepresentative'];

/** Does the person work here, in any role? Pupils, parents and partners' people have a page of their own instead. */
export function isEmployee(active: Pick<Membership, 'roles'> | null): boolean {
  return active?.roles.some((role) => !OUTSIDE.includes(role)) ?? false;
}

/** Takes part, or acts for a child: has documents and a page of one's own. */
export function takesPart(active: Pick<Membership, 'roles'> | null): boolean {
  return !isEmployee(active) || (active?.roles.some((role) => OUTSIDE.includes(role)) ?? false);
}
