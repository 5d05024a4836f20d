import type { Instance } from './instance.ts';
import type { Random } from './random.ts';

/**
 * `k` distinct mentors for each request, score uniform 0..1000; each mentor has one place, the rest of
 * `ceil(rho * requests)` places are thrown uniformly. `k >= mentors` gives a dense instance.
 */
export function generateUniform(
  size: { requests: number; mentors: number; k: number; rho: number },
  random: Random,
): Instance {
  const { requests, mentors, rho } = size;
  const k = Math.min(size.k, mentors);
  const rowPtr = Int32Array.from({ length: requests + 1 }, (_, i) => i * k);
  const col = new Int32Array(requests * k);
  const w = new Int32Array(requests * k);
  const taken = new Int32Array(mentors).fill(-1);
  for (let i = 0; i < requests; i++) {
    for (let e = i * k; e < (i + 1) * k; e++) {
      let j = e - i * k;
      if (k < mentors) {
        do j = random.below(mentors);
        while (taken[j] === i);
      }
      taken[j] = i;
      col[e] = j;
      w[e] = random.below(1001);
    }
  }
  const cap = new Int32Array(mentors).fill(1);
  for (let rest = Math.ceil(rho * requests) - mentors; rest > 0; rest--) cap[random.below(mentors)]!++;
  return { rowPtr, col, w, cap };
}
