import type { MentorExplanation, PairExplanation, UnmatchedExplanation } from '../explain/explanations.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import type { Result } from '../round/result.ts';
import type { SolveOptions } from '../round/solve.ts';
import type { RoundEvent } from './events.ts';
import type { Diff, Pairs } from './pairs-diff.ts';

/** `chain`: pairs may move when the gain exceeds the bonus. `freeze`: nobody moves, only free places are given. */
export type SessionMode = 'chain' | 'freeze';

/** A trial: what would it cost to force a pair, to forbid it, or if these events happened? */
export type Change =
  | { force: [request: Id, mentor: Id] }
  | { forbid: [request: Id, mentor: Id] }
  | { events: RoundEvent[] };

/** A round that stays open while people come and go. Not a place for decisions: it proposes, people confirm. */
export interface LiveRound {
  readonly mode: SessionMode;
  readonly snapshot: Snapshot;
  pairs(): Pairs;
  apply(events: readonly RoundEvent[], options?: SolveOptions): Diff;
  whatIf(change: Change): Diff;
  explainPair(request: Id, mentor: Id): PairExplanation;
  explainUnmatched(request: Id): UnmatchedExplanation;
  explainMentor(mentor: Id): MentorExplanation;
  result(): Result;
  save(): Uint8Array;
}
