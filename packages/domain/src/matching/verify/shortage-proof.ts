import type { Id } from '../input/snapshot.ts';
import type { Candidates } from './plain-candidates.ts';
import type { Review } from './review.ts';

/**
 * The groups prove the coverage: their requests know no other mentors, and they have more requests than places. So
 * `requests - places` of each stay out whatever one does, and those are exactly the unmatched that name the group.
 */
export function checkShortages(review: Review, candidates: Candidates): void {
  const { snapshot, result, violations, mentors, pairOf } = review;
  const waiting = new Set(result.lockConflicts.map((one) => one.request));
  const takenElsewhere = new Map<Id, number>();
  const inGroup = new Set(result.shortages.flatMap((group) => group.requests));
  for (const pair of result.pairs) {
    const outside = pair.source === 'lock' || (snapshot.policy.mutual === 'stable' && !inGroup.has(pair.request));
    if (outside) takenElsewhere.set(pair.mentor, (takenElsewhere.get(pair.mentor) ?? 0) + 1);
  }
  const seen = new Set<Id>();
  result.shortages.forEach((group, number) => {
    const wrong = (detail: string): void => void violations.push({ code: 'SHORTAGE', detail: `${number}: ${detail}` });
    const own = new Set(group.mentors);
    for (const id of [...group.requests, ...group.mentors]) {
      if (seen.has(id)) wrong(`${id} twice`);
      seen.add(id);
    }
    let places = 0;
    for (const id of group.mentors)
      places += Math.max(0, (mentors.get(id)?.capacity ?? 0) - (takenElsewhere.get(id) ?? 0));
    if (places !== group.places) wrong('places');
    for (const request of group.requests) {
      for (const mentor of candidates.get(request)?.keys() ?? []) {
        if (!own.has(mentor)) wrong(`${request} knows ${mentor}`);
      }
    }
    const out = result.unmatched.filter((one) => one.reason === 'SHORTAGE' && one.group === number);
    if (out.length !== group.requests.length - group.places) wrong('count');
    if (out.some((one) => !group.requests.includes(one.request))) wrong('stranger');
  });
  for (const { request, reason, group } of result.unmatched) {
    const known = candidates.get(request)?.size ?? 0;
    if ((reason === 'NO_CANDIDATES') !== (known === 0 && reason !== 'LOCK_CONFLICT')) {
      violations.push({ code: 'SHORTAGE', request, detail: 'candidates' });
    }
    if (reason === 'SHORTAGE' && result.shortages[group ?? -1] === undefined)
      violations.push({ code: 'SHORTAGE', request });
    if (reason === 'LOCK_CONFLICT' && !waiting.has(request)) violations.push({ code: 'LOCK_DROPPED', request });
    if (reason === 'LIST_EXHAUSTED' && (snapshot.policy.mutual !== 'stable' || pairOf.has(request))) {
      violations.push({ code: 'SHORTAGE', request });
    }
  }
}
