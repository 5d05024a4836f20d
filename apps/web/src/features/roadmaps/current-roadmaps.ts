import type { RoadmapState } from '@nastavnik/domain/roadmaps/roadmap-states';

const PAST: readonly RoadmapState[] = ['superseded', 'closed', 'archived'];

export function isCurrent({ state }: { readonly state: RoadmapState }): boolean {
  return !PAST.includes(state);
}

/** The plan that «Дорожная карта» means without a further word; undefined while there is none or a choice. */
export function onlyCurrent<One extends { readonly state: RoadmapState }>(roadmaps: readonly One[]): One | undefined {
  const current = roadmaps.filter(isCurrent);
  return current.length === 1 ? current[0] : undefined;
}
