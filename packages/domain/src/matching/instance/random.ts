/** Numbers that look random and are the same everywhere for the same seed. */
export interface Random {
  /** 0 .. 2^32 - 1 */
  next(): number;
  /** 0 .. bound - 1 */
  below(bound: number): number;
  /** True with the given probability 0..1. */
  chance(probability: number): boolean;
}

/**
 * mulberry32 (Tommy Ettinger, 2017), 32-bit integer arithmetic only.
 * The first five numbers of seed 1: 2693262067, 11749833, 2265367787, 4213581821, 4159151403.
 */
export function newRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    next,
    below: (bound) => Math.floor((next() / 4294967296) * bound),
    chance: (probability) => next() < probability * 4294967296,
  };
}

/** Draws an index with the given weights. */
export function newWheel(weights: readonly number[], random: Random): () => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) sums.push((total += weight));
  return () => {
    const ball = (random.next() / 4294967296) * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > ball) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
