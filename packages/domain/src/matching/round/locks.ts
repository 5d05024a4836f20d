import { newJudge } from '../input/judge-pair.ts';
import type { Ordered } from '../input/order.ts';
import type { Snapshot } from '../input/snapshot.ts';
import type { LockConflict } from './result.ts';

export interface Locks {
  /** Mentor of each locked request, -1 for the others. */
  mentorOf: Int32Array;
  /** Places of each mentor that locks have taken. */
  taken: Int32Array;
  /** Requests with a lock that cannot be kept; they wait for a person and are not matched elsewhere. */
  waiting: Uint8Array;
  conflicts: LockConflict[];
}

/**
 * Level 1. A lock is kept if the pair passes the hard rules and the mentor has a place; what cannot be kept is reported.
 * Where locks compete, higher priority goes first, then the order of the engine. (`minScore` does not bind a person's decision.)
 */
export function settleLocks(snapshot: Snapshot, ordered: Ordered): Locks {
  const { mentors, requests, mentorAt, requestAt } = ordered;
  const locks: Locks = {
    mentorOf: new Int32Array(requests.length).fill(-1),
    taken: new Int32Array(mentors.length),
    waiting: new Uint8Array(requests.length),
    conflicts: [],
  };
  if (snapshot.locks.length === 0) return locks;
  const judge = newJudge(snapshot);
  const inTurn = snapshot.locks
    .map((lock) => ({ lock, i: requestAt.get(lock.request)!, j: mentorAt.get(lock.mentor)! }))
    .sort((x, y) => (requests[y.i]!.priority ?? 0) - (requests[x.i]!.priority ?? 0) || x.i - y.i || x.j - y.j);
  for (const { lock, i, j } of inTurn) {
    const rules = judge
      .failed(mentors[j]!, requests[i]!)
      .filter((code) => code !== 'MIN_SCORE' && code !== 'NOT_LISTED');
    const conflict = (code: LockConflict['code']): void => {
      locks.conflicts.push({ request: lock.request, mentor: lock.mentor, code, rules });
      if (locks.mentorOf[i]! < 0) locks.waiting[i] = 1;
    };
    if (locks.mentorOf[i]! >= 0) conflict('SECOND_LOCK');
    else if (rules.length > 0) conflict('RULE');
    else if (locks.taken[j]! >= mentors[j]!.capacity) conflict('CAPACITY');
    else {
      locks.mentorOf[i] = j;
      locks.taken[j]!++;
      locks.waiting[i] = 0;
    }
  }
  return locks;
}
