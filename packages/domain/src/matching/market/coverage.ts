import { dropTop, newHeap, push } from './heap.ts';
import type { Market } from './market.ts';

const DEAD = -1;
/** A mentor with so many free places is taken by the greedy start without a look at the others. */
const PLENTY = 4;
/** Candidates that the greedy start looks at before it takes the roomiest of them. */
const LOOKS = 64;
/** Above all labels; the order of arrival lies below the label in the keys of the heap. */
const FAR = 2 ** 20;

/**
 * As many requests with a mentor as possible: a greedy start (a candidate with room), then one search for an augmenting
 * path from each request that is left. A search that fails has walked a closed set: its mentors are full and nobody in
 * them can go elsewhere, so it is never entered again and each failure is paid once.
 *
 * Searches learn the way: each mentor has a label, a guess how many moves away a free place is, and the nearest by label is
 * walked first. Whoever has been walked in vain is labelled one more than the least of those it leads to (Korf 1990, learning
 * real-time A*; the labels of push-relabel). The guess steers only the order, so it need not be right. O(n E) at worst.
 * Measured beside plain, layered and depth-first searches: docs/decisions/0005-matching-engine.md.
 * Returns the mentor of each request, -1 for those who stay alone.
 */
export function maximumCoverage(market: Market): Int32Array {
  const { requests: n, mentors: m, rowStart, rowEnd, col, placeStart, placeEnd } = market;
  const mate = new Int32Array(n).fill(-1);
  const seat = new Int32Array(n);
  const seats = new Int32Array(market.places);
  const free = new Int32Array(m); // the next free seat of a mentor
  free.set(placeStart.subarray(0, m));
  const entered = new Int32Array(m); // number of the search that entered a mentor last, or DEAD
  const via = new Int32Array(m); // the request that led to it
  const label = new Int32Array(m);
  const reached = new Int32Array(m);
  const heap = newHeap();
  const waiting: number[] = [];

  for (let i = 0; i < n; i++) {
    let roomiest = -1;
    let room = 0;
    for (let e = rowStart[i]!, end = rowEnd[i]!, enough = e + LOOKS; e < end; e++) {
      if (e >= enough && roomiest >= 0) break;
      const j = col[e]!;
      if (placeEnd[j]! - free[j]! <= room) continue;
      room = placeEnd[j]! - free[j]!;
      roomiest = j;
      if (room >= PLENTY) break;
    }
    if (roomiest >= 0) sit(i, roomiest, free[roomiest]!++);
    else waiting.push(i);
  }
  waiting.forEach((root, index) => {
    const found = search(root, index + 1);
    if (found >= 0) shift(root, found);
  });
  return mate;

  /** A mentor with a free place, or -1 when there is none to be reached. */
  function search(root: number, number: number): number {
    let tail = 0;
    let i = root;
    let mentor = -1;
    let nearest = FAR; // the least label of those that `mentor` leads to
    heap.size = 0;
    for (let t = 0, end = 0; ; ) {
      for (let e = rowStart[i]!, last = rowEnd[i]!; e < last; e++) {
        const j = col[e]!;
        const mark = entered[j]!;
        if (mark === DEAD) continue;
        const guess = label[j]!;
        if (guess < nearest && j !== mentor) nearest = guess;
        if (mark === number) continue;
        entered[j] = number;
        via[j] = i;
        if (free[j]! < placeEnd[j]!) return j;
        push(heap, guess * FAR + tail, j);
        reached[tail++] = j;
      }
      while (t === end) {
        if (mentor >= 0 && nearest >= label[mentor]!) label[mentor] = Math.min(FAR, nearest + 1);
        if (heap.size === 0) {
          for (let k = 0; k < tail; k++) entered[reached[k]!] = DEAD;
          return -1;
        }
        mentor = heap.nodes[0]!;
        dropTop(heap);
        nearest = FAR;
        t = placeStart[mentor]!;
        end = placeEnd[mentor]!;
      }
      i = seats[t++]!;
    }
  }

  /** Each request on the path sits down where it came to, and leaves its seat to the one before. */
  function shift(root: number, mentor: number): void {
    let place = free[mentor]!++;
    for (;;) {
      const i = via[mentor]!;
      const left = mate[i]!;
      const emptied = seat[i]!;
      sit(i, mentor, place);
      if (i === root) return;
      mentor = left;
      place = emptied;
    }
  }

  function sit(i: number, mentor: number, place: number): void {
    mate[i] = mentor;
    seat[i] = place;
    seats[place] = i;
  }
}
