import type { Membership } from '@nastavnik/contracts/session';

const OUTSIDE = ['mentor', 'mentee', 'legalRepresentative', 'partnerRepresentative'];
type Roles = Pick<Membership, 'roles'>;

/** Does the person work here, in any role? Pupils, parents and partners' people have a page of their own instead. */
export function isEmployee(active: Roles | null): boolean {
  return active?.roles.some((role) => !OUTSIDE.includes(role)) ?? false;
}

/** Takes part, or acts for a child: has documents and a page of one's own. */
export function takesPart(active: Roles | null): boolean {
  return !isEmployee(active) || (active?.roles.some((role) => OUTSIDE.includes(role)) ?? false);
}

/** As whom somebody acts in an organisation: at work, or for oneself and one's child; with the roles of it. */
export type Standing = { readonly at: 'work' | 'own'; readonly roles: Membership['roles'] };

export function standingsOf(membership: Roles): Standing[] {
  const outside = membership.roles.filter((role) => OUTSIDE.includes(role));
  const inside = membership.roles.filter((role) => !OUTSIDE.includes(role));
  return [
    ...(isEmployee(membership) ? [{ at: 'work' as const, roles: inside }] : []),
    ...(takesPart(membership) ? [{ at: 'own' as const, roles: outside }] : []),
  ];
}
