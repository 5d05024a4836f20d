import { digestOf } from '../input/digest.ts';
import { newJudge } from '../input/judge-pair.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import type { Result } from '../round/result.ts';
import { canImprove } from './improvement.ts';
import { candidatesOf } from './plain-candidates.ts';
import type { Review, Violation } from './review.ts';
import { checkShortages } from './shortage-proof.ts';
import { checkTotals } from './totals.ts';

/**
 * Checks a result from the snapshot alone and shares no code with the search: every pair against the rules, places, locks,
 * the sums, the proof of coverage (shortage groups), and optimality by looking for any improving exchange (Bellman and
 * Ford; not for policy `stable`, where blocking pairs are counted instead, nor with minimum group sizes). Empty: nothing found.
 */
export function verify(snapshot: Snapshot, result: Result): Violation[] {
  const review: Review = {
    snapshot,
    result,
    judge: newJudge(snapshot),
    mentors: new Map(snapshot.mentors.map((one) => [one.id, one])),
    requests: new Map(snapshot.requests.map((one) => [one.id, one])),
    pairOf: new Map(),
    violations: [],
  };
  if (result.digest !== digestOf(snapshot)) review.violations.push({ code: 'DIGEST' });
  checkPairs(review);
  checkLocks(review);
  checkUnmatched(review);
  if (review.violations.some((one) => one.code === 'UNKNOWN_ID')) return review.violations;
  const candidates = candidatesOf(snapshot, review.judge);
  checkShortages(review, candidates);
  checkTotals(review, candidates);
  const provable = snapshot.policy.mutual !== 'stable' && result.groups === undefined;
  if (provable && review.violations.length === 0 && canImprove(review, candidates)) {
    review.violations.push({ code: 'NOT_OPTIMAL' });
  }
  return review.violations;
}

function checkPairs({ snapshot, result, judge, mentors, requests, pairOf, violations }: Review): void {
  const load = new Map<Id, number>();
  const published = new Map((snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]));
  for (const pair of result.pairs) {
    const at = { request: pair.request, mentor: pair.mentor };
    const request = requests.get(pair.request);
    const mentor = mentors.get(pair.mentor);
    if (!request || !mentor) {
      violations.push({ code: 'UNKNOWN_ID', ...at });
      continue;
    }
    if (pairOf.has(pair.request)) violations.push({ code: 'TWO_PAIRS', ...at });
    pairOf.set(pair.request, pair.mentor);
    load.set(pair.mentor, (load.get(pair.mentor) ?? 0) + 1);
    const failed = judge.failed(mentor, request);
    const binding =
      pair.source === 'lock' ? failed.filter((code) => code !== 'MIN_SCORE' && code !== 'NOT_LISTED') : failed;
    if (binding.length > 0) violations.push({ code: 'INFEASIBLE', ...at, detail: binding.join(' ') });
    if (judge.score(mentor, request) !== pair.score) violations.push({ code: 'SCORE', ...at });
    if ((published.get(pair.request) === pair.mentor) !== pair.kept) violations.push({ code: 'KEPT', ...at });
    const locked = snapshot.locks.some((lock) => lock.request === pair.request && lock.mentor === pair.mentor);
    if (locked !== (pair.source === 'lock')) violations.push({ code: 'SOURCE', ...at });
  }
  for (const [mentor, count] of load) {
    if (count > mentors.get(mentor)!.capacity) violations.push({ code: 'OVERLOAD', mentor });
  }
}

function checkLocks({ snapshot, result, pairOf, violations }: Review): void {
  for (const lock of snapshot.locks) {
    const kept = pairOf.get(lock.request) === lock.mentor;
    const reported = result.lockConflicts.some((one) => one.request === lock.request && one.mentor === lock.mentor);
    if (kept === reported) violations.push({ code: 'LOCK_DROPPED', request: lock.request, mentor: lock.mentor });
  }
}

function checkUnmatched({ result, requests, pairOf, violations }: Review): void {
  const out = new Set(result.unmatched.map((one) => one.request));
  if (out.size !== result.unmatched.length) violations.push({ code: 'NOT_LISTED_TWICE' });
  for (const request of out) if (!requests.has(request)) violations.push({ code: 'UNKNOWN_ID', request });
  for (const request of requests.keys()) {
    if (out.has(request) === pairOf.has(request)) violations.push({ code: 'NOT_LISTED_TWICE', request });
  }
}
