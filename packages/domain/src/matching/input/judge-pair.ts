import { type Likeness, likenessOf } from './likeness.ts';
import { hardRules, key, type Rule, type RuleCode } from './rules.ts';
import type { MentorIn, RequestIn, Snapshot } from './snapshot.ts';
import { apportion, type Weighted, weightsOf } from './weights.ts';

export const NEUTRAL = 50;

/** What one criterion adds to the score of a pair. */
export interface Contribution {
  criterion: string;
  weight: number;
  /** 0..100 */
  similarity: number;
  /** The similarity is the neutral value: somebody has not answered («нет ответа»). */
  missing: boolean;
  /** Points; those of all criteria sum to the score. */
  points: number;
}

/** The round's rules and criteria, ready to judge any pair; slower than the graph and independent of it. */
export interface Judge {
  /** Codes of all rules that the pair fails, in the fixed order; empty for a candidate. */
  failed(mentor: MentorIn, request: RequestIn): RuleCode[];
  /** The first of them. */
  firstFailed(mentor: MentorIn, request: RequestIn): RuleCode | undefined;
  /** 0..1000 */
  score(mentor: MentorIn, request: RequestIn): number;
  contributions(mentor: MentorIn, request: RequestIn): Contribution[];
  /** All codes that can occur in this round, in order. */
  codes: RuleCode[];
}

export function newJudge(snapshot: Snapshot): Judge {
  const likeness = likenessOf(snapshot);
  const rules = hardRules(snapshot, likeness);
  const weighted = weightsOf(snapshot.policy.criteria);
  const given = snapshot.scores && new Map(snapshot.scores.map((one) => [key(one.mentor, one.request), one.score]));
  const least = snapshot.policy.minScore ?? 0;
  const scoreOf = (mentor: MentorIn, request: RequestIn): number =>
    given
      ? (given.get(key(mentor.id, request.id)) ?? 0)
      : Math.floor((hundredths(weighted, likeness, mentor, request) + 50) / 100);
  const belowLeast = (mentor: MentorIn, request: RequestIn): boolean => least > 0 && scoreOf(mentor, request) < least;
  return {
    score: scoreOf,
    contributions: (mentor, request) => {
      if (!given) return contributionsOf(weighted, likeness, mentor, request, scoreOf(mentor, request));
      const points = scoreOf(mentor, request);
      return [{ criterion: 'given', weight: 1000, similarity: Math.floor(points / 10), missing: false, points }];
    },
    failed: (mentor, request) => {
      const codes = rules.filter((rule) => !rule.passes(mentor, request)).map((rule) => rule.code);
      if (belowLeast(mentor, request)) codes.push('MIN_SCORE');
      return codes;
    },
    firstFailed: (mentor, request) =>
      firstOf(rules, mentor, request) ?? (belowLeast(mentor, request) ? 'MIN_SCORE' : undefined),
    codes: [...rules.map((rule) => rule.code), ...(least > 0 ? (['MIN_SCORE'] as const) : [])],
  };
}

function firstOf(rules: readonly Rule[], mentor: MentorIn, request: RequestIn): RuleCode | undefined {
  return rules.find((rule) => !rule.passes(mentor, request))?.code;
}

function hundredths(weighted: readonly Weighted[], likeness: Likeness, mentor: MentorIn, request: RequestIn): number {
  let sum = 0;
  for (const { criterion, weight } of weighted) {
    sum += weight * (likeness(criterion, mentor, request) ?? criterion.neutral ?? NEUTRAL);
  }
  return sum;
}

/** The score split by criteria: whole points by largest remainder, so that what is shown adds up to the score. */
function contributionsOf(
  weighted: readonly Weighted[],
  likeness: Likeness,
  mentor: MentorIn,
  request: RequestIn,
  score: number,
): Contribution[] {
  const found = weighted.map(({ criterion, weight }) => {
    const similarity = likeness(criterion, mentor, request);
    return {
      criterion,
      weight,
      similarity: similarity ?? criterion.neutral ?? NEUTRAL,
      missing: similarity === undefined,
    };
  });
  const points = apportion(
    found.map((one) => one.weight * one.similarity),
    score,
  );
  return found.map((one, at) => ({ ...one, criterion: one.criterion.id, points: points[at]! }));
}
