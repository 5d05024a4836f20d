import type { Ranks } from '../input/preference-ranks.ts';

/**
 * Counts the pairs that would both strictly gain by leaving for each other: the request is alone or ranks this mentor above
 * its own (any listed mentor above one that is not on the list), and the mentor has a free place or ranks this request above
 * somebody there. `free[j]` are the places that are not locked; locked requests (`member[i] = 0`) stay where they are.
 */
export function blockingPairs(ranks: Ranks, mentorOf: Int32Array, member: Uint8Array, free: Int32Array): number {
  const { start, mentor, ofRequest, ofMentor } = ranks;
  const worstHeld = new Float64Array(free.length).fill(-1); // Infinity: somebody the mentor has not listed
  const load = new Int32Array(free.length);
  const ownRank = new Float64Array(mentorOf.length).fill(Infinity);
  for (let i = 0; i < mentorOf.length; i++) {
    const j = mentorOf[i]!;
    if (member[i] === 0 || j < 0) continue;
    load[j]!++;
    let held = Infinity;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      if (mentor[e] !== j) continue;
      held = ofMentor[e]!;
      ownRank[i] = ofRequest[e]!;
    }
    worstHeld[j] = Math.max(worstHeld[j]!, held);
  }
  let count = 0;
  for (let i = 0; i < mentorOf.length; i++) {
    if (member[i] === 0) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const j = mentor[e]!;
      if (ofRequest[e]! < ownRank[i]! && free[j]! > 0 && (load[j]! < free[j]! || ofMentor[e]! < worstHeld[j]!)) count++;
    }
  }
  return count;
}
