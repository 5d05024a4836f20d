import type { RuleCode } from '../input/rules.ts';
import type { Id } from '../input/snapshot.ts';

/** A proposal. Nothing is formed by it: a person decides on each pair. */
export interface Pair {
  request: Id;
  mentor: Id;
  score: number;
  source: 'lock' | 'mutual' | 'score';
  /** Was published before and stays. */
  kept: boolean;
}

export interface Unmatched {
  request: Id;
  /**
   * NO_CANDIDATES: no mentor passes the hard rules. SHORTAGE: see `shortages[group]`. LIST_EXHAUSTED: policy `stable`,
   * everyone on the request's list has somebody at least as wished. LOCK_CONFLICT: a lock that cannot be kept waits for a person.
   */
  reason: 'NO_CANDIDATES' | 'SHORTAGE' | 'LIST_EXHAUSTED' | 'LOCK_CONFLICT';
  group?: number;
}

/** Requests whose only mentors are these, all full: `requests - places` of them stay out whatever one does (Hall). */
export interface Shortage {
  requests: Id[];
  mentors: Id[];
  places: number;
}

export interface Totals {
  requests: number;
  matched: number;
  /** Sum of the scores of all pairs. */
  score: number;
  loadCost: number;
  mutualPairs: number;
  /** Pairs of explicit lists where both would gain by leaving for each other; null when there are no lists. */
  blockingPairs: number | null;
  /** Published pairs that do not stay. */
  moved: number;
}

export interface LockConflict {
  request: Id;
  mentor: Id;
  /** RULE: the pair fails `rules`. CAPACITY: more locks than places. SECOND_LOCK: the request is locked elsewhere. */
  code: 'RULE' | 'CAPACITY' | 'SECOND_LOCK';
  rules: RuleCode[];
}

/** Groups below a mentor's `minimum`. A heuristic: exact minimum sizes are NP-hard together with preferences. */
export interface GroupSizes {
  heuristic: true;
  /** Mentors whose group was closed and its members placed elsewhere. */
  closed: Id[];
  /** Mentors whose group stays too small, since closing it would leave somebody out. */
  small: Id[];
}

export interface Result {
  pairs: Pair[];
  unmatched: Unmatched[];
  shortages: Shortage[];
  totals: Totals;
  lockConflicts: LockConflict[];
  /** Only when some mentor has a minimum. */
  groups?: GroupSizes;
  /** SHA-256 of snapshot and engine version. */
  digest: string;
  certificate: 'verified';
}
