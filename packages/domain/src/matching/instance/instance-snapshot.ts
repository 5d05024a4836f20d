import type { Snapshot } from '../input/snapshot.ts';
import type { Instance } from './instance.ts';

/** A bare instance as a snapshot with given scores; for sizes that still make sense as text. */
export function instanceSnapshot(instance: Instance, seed: number): Snapshot {
  const requests = Array.from({ length: instance.rowPtr.length - 1 }, (_, i) => ({ id: `r${i + 1}` }));
  return {
    version: 1,
    seed,
    mentors: Array.from(instance.cap, (capacity, j) => ({ id: `m${j + 1}`, capacity })),
    requests,
    policy: { criteria: [], mutual: 'ignore', loadBalance: 0, keepBonus: 0 },
    locks: [],
    exclusions: [],
    scores: requests.flatMap(({ id }, i) =>
      Array.from(instance.col.subarray(instance.rowPtr[i]!, instance.rowPtr[i + 1]!), (j, at) => ({
        request: id,
        mentor: `m${j + 1}`,
        score: instance.w[instance.rowPtr[i]! + at]!,
      })),
    ),
  };
}
