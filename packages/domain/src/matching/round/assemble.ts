import type { Graph } from '../graph/build-graph.ts';
import { digestOf } from '../input/digest.ts';
import { newJudge } from '../input/judge-pair.ts';
import { compareText, type Ordered } from '../input/order.ts';
import { preferenceRanks } from '../input/preference-ranks.ts';
import type { Snapshot } from '../input/snapshot.ts';
import type { Shortages } from '../market/shortage.ts';
import { blockingPairs } from '../stable/blocking-pairs.ts';
import { placeCost } from './levels.ts';
import type { Locks } from './locks.ts';
import { mutualChoice } from './mutual.ts';
import { publishedMentors } from './problem.ts';
import type { GroupSizes, Pair, Result, Shortage, Totals, Unmatched } from './result.ts';

export interface Outcome {
  /** Mentor of each request, locked ones included; -1 for none. */
  mentorOf: Int32Array;
  shortages: Shortages;
  /** Requests that took part in the stable step. */
  byList: Uint8Array;
  /** Places that were not in the problem: those of locks and of pairs by lists. */
  taken: Int32Array;
  groups?: GroupSizes;
}

/** Writes an outcome down by ids, in the order of ids, so that equal outcomes are equal bytes. */
export function assembleResult(
  snapshot: Snapshot,
  ordered: Ordered,
  graph: Graph,
  locks: Locks,
  outcome: Outcome,
): Result {
  const { mentors, requests } = ordered;
  const { mentorOf, shortages } = outcome;
  const kept = publishedMentors(snapshot, ordered);
  const mutual = snapshot.policy.mutual === 'ignore' ? undefined : mutualChoice(snapshot, ordered);
  const judge = locks.mentorOf.some((j) => j >= 0) ? newJudge(snapshot) : undefined;
  const groups = shortageGroups(ordered, outcome.taken, shortages);

  const pairs: Pair[] = [];
  const unmatched: Unmatched[] = [];
  requests.forEach((request, i) => {
    const j = mentorOf[i]!;
    if (j < 0) {
      unmatched.push(reasonFor(i));
      return;
    }
    const locked = locks.mentorOf[i]! >= 0;
    const source = locked ? 'lock' : mutual?.(i, j) ? 'mutual' : 'score';
    const score = locked ? judge!.score(mentors[j]!, request) : scoreInGraph(graph, i, j);
    pairs.push({ request: request.id, mentor: mentors[j]!.id, score, source, kept: kept[i] === j });
  });
  pairs.sort((x, y) => compareText(x.request, y.request));
  unmatched.sort((x, y) => compareText(x.request, y.request));

  return {
    pairs,
    unmatched,
    shortages: groups.list,
    totals: totalsOf(pairs),
    lockConflicts: [...locks.conflicts].sort(
      (x, y) => compareText(x.request, y.request) || compareText(x.mentor, y.mentor),
    ),
    ...(outcome.groups ? { groups: outcome.groups } : {}),
    digest: digestOf(snapshot),
    certificate: 'verified',
  };

  function reasonFor(i: number): Unmatched {
    const request = requests[i]!.id;
    if (locks.waiting[i] === 1) return { request, reason: 'LOCK_CONFLICT' };
    if (graph.rowPtr[i] === graph.rowPtr[i + 1]) return { request, reason: 'NO_CANDIDATES' };
    if (outcome.byList[i] === 1) return { request, reason: 'LIST_EXHAUSTED' };
    // No group: a frozen round, where nobody was asked to move.
    const group = shortages.ofRequest[i]!;
    return group < 0
      ? { request, reason: 'SHORTAGE' }
      : { request, reason: 'SHORTAGE', group: groups.numberOf[group]! };
  }

  function totalsOf(list: readonly Pair[]): Totals {
    const load = new Int32Array(mentors.length);
    for (const j of mentorOf) if (j >= 0) load[j]!++;
    let loadCost = 0;
    load.forEach((count, j) => {
      for (let t = 1; t <= count; t++) loadCost += placeCost(snapshot.policy.loadBalance, t, mentors[j]!.capacity);
    });
    return {
      requests: requests.length,
      matched: list.length,
      score: list.reduce((sum, pair) => sum + pair.score, 0),
      loadCost,
      mutualPairs: requests.reduce(
        (count, _, i) => count + Number(mentorOf[i]! >= 0 && mutual?.(i, mentorOf[i]!) === true),
        0,
      ),
      blockingPairs: blockingCount(snapshot, ordered, graph, locks, mentorOf),
      moved: kept.reduce((count, j, i) => count + Number(j >= 0 && mentorOf[i] !== j), 0),
    };
  }
}

/** Score of a candidate; 0 for a pair that is none. */
export function scoreInGraph(graph: Graph, i: number, j: number): number {
  for (let e = graph.rowPtr[i]!; e < graph.rowPtr[i + 1]!; e++) if (graph.col[e] === j) return graph.score[e]!;
  return 0;
}

function blockingCount(
  snapshot: Snapshot,
  ordered: Ordered,
  graph: Graph,
  locks: Locks,
  mentorOf: Int32Array,
): number | null {
  if (!snapshot.preferences || snapshot.policy.mutual === 'ignore') return null;
  const member = locks.mentorOf.map((j, i) => (j < 0 && locks.waiting[i] === 0 ? 1 : 0));
  const free = Int32Array.from(ordered.mentors, (one, j) => Math.max(0, one.capacity - locks.taken[j]!));
  return blockingPairs(preferenceRanks(snapshot, ordered, graph), mentorOf, Uint8Array.from(member), free);
}

/** The groups by ids, ordered by their first request; without the places that are taken outside the problem. */
function shortageGroups(
  ordered: Ordered,
  taken: Int32Array,
  shortages: Shortages,
): { list: Shortage[]; numberOf: number[] } {
  const found: Shortage[] = Array.from({ length: shortages.count }, () => ({ requests: [], mentors: [], places: 0 }));
  shortages.ofRequest.forEach((group, i) => {
    if (group >= 0) found[group]!.requests.push(ordered.requests[i]!.id);
  });
  shortages.ofMentor.forEach((group, j) => {
    if (group < 0) return;
    found[group]!.mentors.push(ordered.mentors[j]!.id);
    found[group]!.places += Math.max(0, ordered.mentors[j]!.capacity - taken[j]!);
  });
  for (const group of found) {
    group.requests.sort(compareText);
    group.mentors.sort(compareText);
  }
  const list = [...found].sort((x, y) => compareText(x.requests[0] ?? '', y.requests[0] ?? ''));
  return { list, numberOf: found.map((group) => list.indexOf(group)) };
}
