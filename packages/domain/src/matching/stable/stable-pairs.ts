import type { Ranks } from '../input/preference-ranks.ts';

/**
 * Stable pairs for lists with ties that need not be complete (hospitals and residents with ties): no request and mentor
 * would both strictly gain by leaving for each other. The requests propose; ties are settled so that the result has at
 * least 2/3 of the pairs of the largest stable one (Király, Linear time local approximation algorithm for maximum
 * stable marriage, Algorithms 6, 2013, with places instead of single women; the exact maximum is NP-hard):
 * - among equals a request goes to a mentor with a free place first;
 * - who holds a place while an equal mentor has a free one is *uncertain* and yields it to anyone, without losing the mentor;
 * - who has come to the end of the list begins again once, and is then preferred to equals who have not.
 *
 * `free[j]` places of mentor j, requests with `member[i] = 0` do not take part. Returns the mentor of each, -1 for none.
 * Time O(entries * (size of a group + length of a tie)).
 */
export function stablePairs(ranks: Ranks, member: Uint8Array, free: Int32Array): Int32Array {
  const { start, mentor, ofRequest, ofMentor } = ranks;
  const requests = start.length - 1;
  const holds = new Int32Array(requests).fill(-1); // the entry under which a request holds a place
  const refused = new Uint8Array(mentor.length);
  const tier = start.slice(0, requests); // first entry of the best tie with somebody left to ask
  const secondTime = new Uint8Array(requests);
  const holders: number[][] = Array.from(free, () => []);
  const active: number[] = [];
  for (let i = requests - 1; i >= 0; i--) if (member[i] === 1) active.push(i);

  for (let i = active.pop(); i !== undefined; i = active.pop()) {
    for (let e = bestEntry(i); e >= 0; e = bestEntry(i)) {
      const out = propose(i, e);
      if (out === i) continue;
      if (out >= 0) active.push(out);
      break;
    }
  }
  return holds.map((e) => (e < 0 ? -1 : mentor[e]!));

  /** The mentor to ask next: the best tie that is left, a free place first. -1 after the second time round. */
  function bestEntry(i: number): number {
    const end = start[i + 1]!;
    for (;;) {
      while (tier[i]! < end) {
        let found = -1;
        let e = tier[i]!;
        for (const rank = ofRequest[e]!; e < end && ofRequest[e] === rank; e++) {
          if (refused[e] === 1) continue;
          if (hasRoom(mentor[e]!)) return e;
          if (found < 0) found = e;
        }
        if (found >= 0) return found;
        tier[i] = e;
      }
      if (secondTime[i] === 1) return -1;
      secondTime[i] = 1;
      tier[i] = start[i]!;
      refused.fill(0, start[i], end);
    }
  }

  /** Returns who is left without a place: nobody (-1), another one, or `i` itself. */
  function propose(i: number, e: number): number {
    const j = mentor[e]!;
    const group = holders[j]!;
    if (hasRoom(j)) {
      group.push(i);
      holds[i] = e;
      return -1;
    }
    const uncertain = group.findIndex((x) => isUncertain(x));
    const at = uncertain >= 0 ? uncertain : worst(group);
    const rival = group[at];
    if (rival === undefined) {
      refused[e] = 1; // a mentor without places
      return i;
    }
    if (uncertain < 0) {
      if (keyOf(i, e) >= keyOf(rival, holds[rival]!)) {
        refused[e] = 1;
        return i;
      }
      refused[holds[rival]!] = 1;
    }
    group[at] = i;
    holds[i] = e;
    holds[rival] = -1;
    return rival;
  }

  function hasRoom(j: number): boolean {
    return holders[j]!.length < free[j]!;
  }

  /** Another mentor of the same tie has a free place. */
  function isUncertain(x: number): boolean {
    const held = holds[x]!;
    const rank = ofRequest[held]!;
    for (let e = tier[x]!; e < start[x + 1]! && ofRequest[e] === rank; e++) {
      if (e !== held && refused[e] === 0 && hasRoom(mentor[e]!)) return true;
    }
    return false;
  }

  /** Smaller is dearer to the mentor; at equal rank those who ask for the second time. */
  function keyOf(i: number, e: number): number {
    return 2 * ofMentor[e]! + (secondTime[i] === 1 ? 0 : 1);
  }

  function worst(group: readonly number[]): number {
    let at = 0;
    group.forEach((x, index) => {
      if (keyOf(x, holds[x]!) > keyOf(group[at]!, holds[group[at]!]!)) at = index;
    });
    return at;
  }
}
