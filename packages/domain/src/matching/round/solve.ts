import { buildGraph, type Graph } from '../graph/build-graph.ts';
import { type Ordered, orderParticipants } from '../input/order.ts';
import { preferenceRanks } from '../input/preference-ranks.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { optimize, type Tick } from '../market/optimize.ts';
import { stablePairs } from '../stable/stable-pairs.ts';
import { assembleResult, type Outcome } from './assemble.ts';
import { fillGroups } from './group-sizes.ts';
import { type Locks, settleLocks } from './locks.ts';
import { problemOf } from './problem.ts';
import type { Result } from './result.ts';

export interface Progress {
  stage: 'candidates' | 'pairs' | 'result';
  /** Share of the stage, 0..1. */
  done: number;
}

export interface SolveOptions {
  onProgress?: (progress: Progress) => void;
  /** An AbortSignal or anything like it; looked at about every thousandth of the work. */
  signal?: { readonly aborted: boolean };
}

/** The caller has asked to stop. */
export class AbortedError extends Error {}

/**
 * The best whole by the levels of the objective: locks, coverage (with priorities), mutual choice, score with load and
 * stickiness, the seed. Under policy `stable` the requests with lists are settled by them first, the others by score.
 * Takes a snapshot that `readSnapshot` has accepted. Every result has passed its certificate; throws `CertificateError`
 * (a defect), `TooLargeError` (numbers would leave exact arithmetic) or `AbortedError`.
 */
export function solve(snapshot: Snapshot, options: SolveOptions = {}): Result {
  const report = (stage: Progress['stage'], done: number): void => {
    if (options.signal?.aborted) throw new AbortedError('stopped by the caller');
    options.onProgress?.({ stage, done });
  };
  report('candidates', 0);
  const ordered = orderParticipants(snapshot);
  const graph = buildGraph(snapshot, ordered);
  report('pairs', 0);
  const locks = settleLocks(snapshot, ordered);
  const outcome = matchRound(snapshot, ordered, graph, locks, (done) => report('pairs', done));
  report('result', 0);
  return assembleResult(snapshot, ordered, graph, locks, outcome);
}

/** Pairs for a round whose candidates and locks are known. */
export function matchRound(snapshot: Snapshot, ordered: Ordered, graph: Graph, locks: Locks, tick: Tick): Outcome {
  const member = Uint8Array.from(locks.mentorOf, (j, i) => Number(j < 0 && locks.waiting[i] === 0));
  const full = locks.taken.slice();
  const mentorOf = locks.mentorOf.slice();
  const byList = new Uint8Array(mentorOf.length);
  if (snapshot.policy.mutual === 'stable') {
    const ranks = preferenceRanks(snapshot, ordered, graph);
    const asks = Uint8Array.from(member, (one, i) => Number(one === 1 && ranks.listed[i] === 1));
    const free = Int32Array.from(ordered.mentors, (one, j) => Math.max(0, one.capacity - full[j]!));
    stablePairs(ranks, asks, free).forEach((j, i) => {
      if (asks[i] === 0) return;
      byList[i] = 1;
      member[i] = 0;
      mentorOf[i] = j;
      if (j >= 0) full[j]!++;
    });
  }
  const { market } = problemOf(snapshot, ordered, graph, { member, full });
  const { assignment, shortages } = optimize(market, tick);
  assignment.mate.forEach((j, i) => {
    if (member[i] === 1) mentorOf[i] = j;
  });
  const outcome: Outcome = { mentorOf, shortages, byList, taken: full };
  return ordered.mentors.some((one) => (one.minimum ?? 0) > 1)
    ? fillGroups(snapshot, ordered, graph, { member, full }, outcome, tick)
    : outcome;
}
