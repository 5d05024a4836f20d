import type { Id, Snapshot } from '../input/snapshot.ts';
import { weightsOf } from '../input/weights.ts';
import { solve } from '../round/solve.ts';

export interface Sensitivity {
  criterion: Id;
  /** The weight of this criterion now, of a thousand. */
  weight: number;
  /** The nearest greater and smaller weight tried at which the request gets somebody else; null: none of those tried. */
  above: Turn | null;
  below: Turn | null;
}

export interface Turn {
  weight: number;
  /** null: without a mentor. */
  mentor: Id | null;
}

/** The steps, in thousandths of the total, at which the other weights keep their proportions. */
const STEPS = [25, 50, 100, 150, 200, 300, 400, 500, 700, 1000];

/**
 * «При каких весах пара изменилась бы»: each criterion in turn is made heavier and lighter by steps and the round is
 * solved again, exactly; the answer is the first step at which the pair is another one. Time: up to 20 solves a criterion.
 */
export function sensitivityOf(snapshot: Snapshot, request: Id): Sensitivity[] {
  const weighted = weightsOf(snapshot.policy.criteria);
  const mentorWith = (weights: ReadonlyMap<Id, number>): Id | null => {
    const criteria = snapshot.policy.criteria.map((one) => {
      const weight = weights.get(one.id);
      if (weight === undefined) return one;
      return weight > 0 ? { ...one, weight } : { ...one, importance: 'ignored' as const };
    });
    const result = solve({ ...snapshot, policy: { ...snapshot.policy, criteria } });
    return result.pairs.find((pair) => pair.request === request)?.mentor ?? null;
  };
  const now = mentorWith(new Map(weighted.map(({ criterion, weight }) => [criterion.id, weight])));
  return weighted.map(({ criterion, weight }) => {
    const others = weighted.filter((one) => one.criterion.id !== criterion.id);
    const rest = others.reduce((sum, one) => sum + one.weight, 0);
    const firstTurn = (sign: number): Turn | null => {
      for (const step of STEPS) {
        const tried = Math.min(1000, Math.max(0, weight + sign * step));
        const scaled = others.map((one) => [one.criterion.id, rest === 0 ? 0 : one.weight * (1000 - tried)] as const);
        const mentor = mentorWith(new Map([[criterion.id, tried * Math.max(1, rest)], ...scaled]));
        if (mentor !== now) return { weight: tried, mentor };
        if (tried === 0 || tried === 1000) return null;
      }
      return null;
    };
    return { criterion: criterion.id, weight, above: firstTurn(1), below: firstTurn(-1) };
  });
}
