import type { Criterion } from './snapshot.ts';

const POINTS = { veryImportant: 5, important: 3, desirable: 1, ignored: 0, required: 0 } as const;
/** Free text never decides: at most 10 % of the total. */
const MOST_FOR_TEXT = 100;
const TOTAL = 1000;

export interface Weighted {
  criterion: Criterion;
  /** Share of the thousand points. */
  weight: number;
}

/** Weights of the criteria that count, scaled to the sum 1000 (less when free text alone would exceed its tenth). */
export function weightsOf(criteria: readonly Criterion[]): Weighted[] {
  const counting = criteria.filter((one) => POINTS[one.importance] > 0);
  const points = counting.map((one) => one.weight ?? POINTS[one.importance]);
  const weights = apportion(points, TOTAL);
  const texts = counting.flatMap((one, at) => (one.kind === 'text' ? [at] : []));
  const forTexts = texts.reduce((sum, at) => sum + weights[at]!, 0);
  if (forTexts > MOST_FOR_TEXT) {
    const others = counting.flatMap((one, at) => (one.kind === 'text' ? [] : [at]));
    place(
      texts,
      apportion(
        texts.map((at) => points[at]!),
        MOST_FOR_TEXT,
      ),
    );
    place(
      others,
      apportion(
        others.map((at) => points[at]!),
        TOTAL - MOST_FOR_TEXT,
      ),
    );
  }
  return counting.map((criterion, at) => ({ criterion, weight: weights[at]! }));

  function place(where: readonly number[], shares: readonly number[]): void {
    where.forEach((at, index) => {
      weights[at] = shares[index]!;
    });
  }
}

/**
 * Whole shares of `total` in the proportion of `parts`: rounded down, and what is missing goes to the largest
 * remainders, earlier ones first (Hamilton's method). All zeros for no parts. Exact while the products stay below 2^53.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((before, part) => before + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((part * total) / sum));
  const missing = total - shares.reduce((before, share) => before + share, 0);
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: (part * total) % sum }))
    .sort((x, y) => y.remainder - x.remainder || x.at - y.at);
  for (const { at } of byRemainder.slice(0, missing)) shares[at]!++;
  return shares;
}
