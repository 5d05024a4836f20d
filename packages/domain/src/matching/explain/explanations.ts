import type { Contribution } from '../input/judge-pair.ts';
import type { RuleCode } from '../input/rules.ts';
import type { Id } from '../input/snapshot.ts';
import type { Diff } from '../session/pairs-diff.ts';

/** A candidate that is better for the request than the one in question. */
export interface Better {
  mentor: Id;
  score: number;
  /** All places of this mentor are given. */
  full: boolean;
  /** The request, or a group of its list, names this mentor. */
  wished: boolean;
}

/** What the exchange would cost the whole: exact, found by forcing the pair on a copy of the round. */
export interface ExchangePrice {
  mentor: Id;
  /** Requests that would lose their place altogether (positive) or find one (negative). */
  coverage: number;
  mutual: number;
  /** Points of score and load together that are lost. */
  points: number;
  /** Other people who would have to move. */
  moved: Id[];
}

export interface PairExplanation {
  request: Id;
  mentor: Id;
  score: number;
  /** Empty if the pair is a candidate. */
  failed: RuleCode[];
  contributions: Contribution[];
  mutual: boolean;
  locked: boolean;
  proposed: boolean;
  /** Place among the candidates of the request, from 1; those with equal scores share the better place. 0: not a candidate. */
  position: number;
  candidates: number;
  better: Better[];
  /** For the better candidates and for every wish that was not fulfilled; at most `MOST_PRICES`, best first. */
  prices: ExchangePrice[];
}

export interface FunnelStep {
  code: RuleCode;
  /** Mentors who failed this rule first. */
  failedFirst: number;
  /** Mentors who would remain if this rule alone were relaxed. */
  ifRelaxed: number;
}

export interface ShortageView {
  /** The smallest closed set that this request can reach: they compete for the places of these mentors. */
  requests: Id[];
  mentors: Id[];
  places: number;
  /** Those of the set who got a place, with the priority that put them before this request (or the same). */
  ahead: { request: Id; priority: number }[];
  ownPriority: number;
  /** Mentors where one more place would bring this request in; tried one by one, at most twenty. */
  oneMorePlaceAt: Id[];
}

export interface UnmatchedExplanation {
  request: Id;
  reason: 'MATCHED' | 'NO_CANDIDATES' | 'SHORTAGE' | 'LIST_EXHAUSTED' | 'LOCK_CONFLICT';
  candidates: number;
  /** In the fixed order of the rules; `failedFirst` of all and `candidates` sum to the number of mentors. */
  funnel: FunnelStep[];
  shortage?: ShortageView;
  /** Locks without which this request would have a mentor. */
  lockedOutBy: { request: Id; mentor: Id }[];
}

export interface MentorExplanation {
  mentor: Id;
  capacity: number;
  mentees: { request: Id; score: number }[];
  /** Requests that could come too, best first, with the mentor they have now. */
  couldCome: { request: Id; score: number; now: Id | null }[];
  /** What one more place would change. */
  oneMorePlace: Diff;
}
