import type { Id } from '../input/snapshot.ts';
import type { Candidates } from './plain-candidates.ts';
import type { Review } from './review.ts';

/** The sums of a result, added up again. */
export function checkTotals(review: Review, candidates: Candidates): void {
  const { snapshot, result, mentors, pairOf, violations } = review;
  const { totals, pairs } = result;
  const load = new Map<Id, number>();
  for (const mentor of pairOf.values()) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  let loadCost = 0;
  for (const [mentor, count] of load) {
    const capacity = mentors.get(mentor)!.capacity;
    for (let t = 1; t <= count; t++) loadCost += Math.round((snapshot.policy.loadBalance * (2 * t - 1)) / capacity);
  }
  const expected = {
    requests: snapshot.requests.length,
    matched: pairs.length,
    score: pairs.reduce((sum, pair) => sum + pair.score, 0),
    loadCost,
    mutualPairs:
      snapshot.policy.mutual === 'ignore'
        ? 0
        : pairs.filter((pair) => isMutual(review, pair.request, pair.mentor)).length,
    blockingPairs:
      snapshot.preferences && snapshot.policy.mutual !== 'ignore' ? countBlocking(review, candidates) : null,
    moved: (snapshot.published ?? []).filter((pair) => pairOf.get(pair.request) !== pair.mentor).length,
  };
  for (const [name, value] of Object.entries(expected)) {
    const told = totals[name as keyof typeof totals];
    if (told !== value) violations.push({ code: 'TOTALS', detail: `${name}: ${told}, not ${value}` });
  }
  const blocking = snapshot.policy.mutual === 'stable' ? (expected.blockingPairs ?? 0) : 0;
  if (blocking > 0) violations.push({ code: 'NOT_OPTIMAL', detail: `${blocking} blocking pairs` });
}

/** Whether each named the other. */
export function isMutual({ snapshot }: Review, request: Id, mentor: Id): boolean {
  const { ofRequest = {}, ofMentor = {} } = snapshot.preferences ?? {};
  return (
    (rankIn(ofRequest, request, mentor) ?? Infinity) < Infinity &&
    (rankIn(ofMentor, mentor, request) ?? Infinity) < Infinity
  );
}

/** Rank of `other` in the list of `owner`; Infinity if left out, undefined if there is no list. */
function rankIn(lists: Record<Id, Id[][]>, owner: Id, other: Id): number | undefined {
  if (!Object.hasOwn(lists, owner)) return undefined;
  const rank = lists[owner]!.findIndex((group) => group.includes(other));
  return rank < 0 ? Infinity : rank;
}

function countBlocking({ snapshot, result, pairOf, mentors }: Review, candidates: Candidates): number {
  const { ofRequest, ofMentor } = snapshot.preferences!;
  const locked = new Set(result.pairs.filter((pair) => pair.source === 'lock').map((pair) => pair.request));
  const waiting = new Set(result.lockConflicts.map((one) => one.request));
  const held = new Map<Id, Id[]>();
  const free = new Map([...mentors].map(([id, one]) => [id, one.capacity]));
  for (const [request, mentor] of pairOf) {
    if (locked.has(request)) free.set(mentor, free.get(mentor)! - 1);
    else held.set(mentor, [...(held.get(mentor) ?? []), request]);
  }
  let count = 0;
  for (const request of Object.keys(ofRequest)) {
    if (locked.has(request) || waiting.has(request)) continue;
    const own = pairOf.get(request);
    const held0 = own === undefined ? Infinity : valued(own, request);
    for (const mentor of ofRequest[request]!.flat()) {
      if (!candidates.get(request)?.has(mentor) || free.get(mentor)! <= 0) continue;
      const mine = rankIn(ofRequest, request, mentor)!;
      const theirs = rankIn(ofMentor, mentor, request) ?? 0;
      if (theirs === Infinity || mine >= held0) continue;
      const group = held.get(mentor) ?? [];
      const worse = group.some((one) => theirs < acceptedRank(mentor, one));
      if (group.length < free.get(mentor)! || worse) count++;
    }
  }
  return count;

  /** How the request values what it has: Infinity for a mentor outside the lists of the two. */
  function valued(mentor: Id, request: Id): number {
    const other = rankIn(ofMentor, mentor, request) ?? 0;
    return other === Infinity ? Infinity : (rankIn(ofRequest, request, mentor) ?? Infinity);
  }

  function acceptedRank(mentor: Id, request: Id): number {
    const rank = rankIn(ofRequest, request, mentor) ?? Infinity;
    return rank === Infinity ? Infinity : (rankIn(ofMentor, mentor, request) ?? 0);
  }
}
