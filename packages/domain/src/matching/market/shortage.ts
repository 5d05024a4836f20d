import type { Market } from './market.ts';

/**
 * Groups of requests whose only mentors are all full: the proof that nobody was left out needlessly (Hall 1935).
 * `ofRequest`/`ofMentor` give the number of the group, -1 outside all groups. Requests without candidates are in none.
 */
export interface Shortages {
  count: number;
  ofRequest: Int32Array;
  ofMentor: Int32Array;
}

/**
 * From those left alone walk along alternating paths: a request reaches its mentors, a full mentor reaches its mentees.
 * What is reached is the set A with its neighbours N(A); all places of N(A) are taken by A, so exactly
 * `|A| - places(N(A))` of A stay alone. Its connected parts are the groups. No optimal solution uses an edge between
 * N(A) and a request outside A: that would cost somebody in A a place. O(E).
 */
export function findShortages(market: Market, mate: Int32Array): Shortages {
  const { requests: n, mentors: m, rowStart, rowEnd, col, placeStart, placeEnd } = market;
  const ofMentor = new Int32Array(m).fill(-1);
  const ofRequest = new Int32Array(n).fill(-1);
  const alone = (i: number): boolean => mate[i]! < 0 && rowEnd[i]! > rowStart[i]!;
  if (!mate.some((_, i) => alone(i))) return { count: 0, ofRequest, ofMentor };
  const menteeOf = menteesByMentor(market, mate);
  const root = Int32Array.from({ length: m }, (_, j) => j);
  const find = (j: number): number => {
    while (root[j] !== j) {
      root[j] = root[root[j]!]!;
      j = root[j]!;
    }
    return j;
  };
  const reached: number[] = [];
  for (let i = 0; i < n; i++) {
    if (!alone(i)) continue;
    ofRequest[i] = 0;
    reached.push(i);
  }
  for (let head = 0; head < reached.length; head++) {
    const i = reached[head]!;
    let one = find(col[rowStart[i]!]!);
    for (let e = rowStart[i]!, end = rowEnd[i]!; e < end; e++) {
      const j = col[e]!;
      if (root[j] !== one) {
        const other = find(j);
        if (other > one) root[other] = one;
        else if (other < one) {
          root[one] = other;
          one = other;
        }
        root[j] = one;
      }
      if (ofMentor[j]! >= 0) continue;
      ofMentor[j] = 0;
      for (let t = placeStart[j]!; t < placeEnd[j]!; t++) {
        const x = menteeOf[t]!;
        if (x < 0 || ofRequest[x]! >= 0) continue;
        ofRequest[x] = 0;
        reached.push(x);
      }
    }
  }
  const numberOf = new Int32Array(m).fill(-1);
  let count = 0;
  for (let j = 0; j < m; j++) {
    if (ofMentor[j]! < 0) continue;
    const top = find(j);
    if (numberOf[top]! < 0) numberOf[top] = count++;
    ofMentor[j] = numberOf[top]!;
  }
  for (const i of reached) ofRequest[i] = ofMentor[col[rowStart[i]!]!]!;
  return { count, ofRequest, ofMentor };
}

function menteesByMentor(market: Market, mate: Int32Array): Int32Array {
  const seats = new Int32Array(market.places).fill(-1);
  const load = new Int32Array(market.mentors);
  for (let i = 0; i < market.requests; i++) {
    const j = mate[i]!;
    if (j >= 0) seats[market.placeStart[j]! + load[j]!++] = i;
  }
  return seats;
}
