import type { Caller } from '../../platform/caller.ts';

/** All of a caller that decides what of a plan is seen and what may be done with it. */
export type Viewer = Pick<Caller, 'personId' | 'roles' | 'today'>;

/** The same for two callers exactly when they see the same of every plan. */
export function viewerKey({ personId, roles, today }: Viewer): string {
  return [today, personId, ...roles.toSorted()].join(' ');
}
