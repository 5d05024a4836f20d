import type { Judge } from '../input/judge-pair.ts';
import type { Id, MentorIn, RequestIn, Snapshot } from '../input/snapshot.ts';
import type { Result } from '../round/result.ts';

/** What is wrong with a result, in words of the round. */
export interface Violation {
  code:
    | 'DIGEST'
    | 'UNKNOWN_ID'
    | 'TWO_PAIRS'
    | 'INFEASIBLE'
    | 'SCORE'
    | 'OVERLOAD'
    | 'LOCK_DROPPED'
    | 'NOT_LISTED_TWICE'
    | 'KEPT'
    | 'SOURCE'
    | 'SHORTAGE'
    | 'TOTALS'
    | 'NOT_OPTIMAL';
  request?: Id;
  mentor?: Id;
  detail?: string;
}

/** A round and a result, looked up by ids. */
export interface Review {
  snapshot: Snapshot;
  result: Result;
  judge: Judge;
  mentors: Map<Id, MentorIn>;
  requests: Map<Id, RequestIn>;
  pairOf: Map<Id, Id>;
  violations: Violation[];
}
