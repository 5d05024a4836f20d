import type { Ordered } from '../input/order.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';

/** Whether request `i` and mentor `j` named each other; undefined when nobody did, so that a round pays for no level it does not use. */
export function mutualChoice(snapshot: Snapshot, ordered: Ordered): ((i: number, j: number) => boolean) | undefined {
  const { ofRequest = {}, ofMentor = {} } = snapshot.preferences ?? {};
  const pairs = new Map<number, Set<number>>();
  for (const [mentor, groups] of Object.entries(ofMentor)) {
    for (const request of groups.flat()) {
      if (!Object.hasOwn(ofRequest, request) || !ofRequest[request]!.some((group) => group.includes(mentor))) continue;
      const i = ordered.requestAt.get(request);
      const j = ordered.mentorAt.get(mentor);
      if (i === undefined || j === undefined) continue;
      if (!pairs.has(i)) pairs.set(i, new Set());
      pairs.get(i)!.add(j);
    }
  }
  return pairs.size === 0 ? undefined : (i, j) => pairs.get(i)?.has(j) === true;
}

/** The same for one pair by ids, read from the lists as they stand. */
export function namedEachOther({ preferences }: Pick<Snapshot, 'preferences'>, request: Id, mentor: Id): boolean {
  const { ofRequest = {}, ofMentor = {} } = preferences ?? {};
  return names(ofRequest, request, mentor) && names(ofMentor, mentor, request);
}

function names(lists: Record<Id, Id[][]>, owner: Id, other: Id): boolean {
  return Object.hasOwn(lists, owner) && lists[owner]!.some((group) => group.includes(other));
}
