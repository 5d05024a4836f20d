import type { Snapshot } from '../input/snapshot.ts';
import type { Result, Totals } from '../round/result.ts';
import { solve } from '../round/solve.ts';
import { type Move, movesBetween } from '../session/pairs-diff.ts';

/** Two answers to the same wishes, side by side; the choice between them is a person's. */
export interface Comparison {
  coverageFirst: Result;
  stable: Result;
  /** From the coverage-first result to the stable one. */
  moves: Move[];
  difference: Pick<Totals, 'matched' | 'score' | 'mutualPairs'> & { blockingPairs: number };
}

/**
 * Coverage first and stable pairs on the same snapshot. They are not blended: few blocking pairs at full coverage is
 * NP-hard and cannot even be approximated (Biró, Manlove, Mittal 2010).
 */
export function compareRounds(snapshot: Snapshot): Comparison {
  const coverageFirst = solve({ ...snapshot, policy: { ...snapshot.policy, mutual: 'bonus' } });
  const stable = solve({ ...snapshot, policy: { ...snapshot.policy, mutual: 'stable' } });
  const pairsOf = (result: Result): Map<string, string> =>
    new Map(result.pairs.map((pair) => [pair.request, pair.mentor]));
  const [one, other] = [coverageFirst.totals, stable.totals];
  return {
    coverageFirst,
    stable,
    moves: movesBetween(pairsOf(coverageFirst), pairsOf(stable)),
    difference: {
      matched: other.matched - one.matched,
      score: other.score - one.score,
      mutualPairs: other.mutualPairs - one.mutualPairs,
      blockingPairs: (other.blockingPairs ?? 0) - (one.blockingPairs ?? 0),
    },
  };
}
