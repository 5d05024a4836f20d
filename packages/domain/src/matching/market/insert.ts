import { END, extendHead, LIMIT, START, WHOLE } from './heads.ts';
import { dropTop, push } from './heap.ts';
import type { Assignment, Market } from './market.ts';
import type { Search } from './search.ts';
import { takePlace } from './seats.ts';

/**
 * Adds request `root` to an optimal assignment and keeps it optimal: one shortest augmenting path (Jonker and Volgenant
 * 1987, here with capacities and convex places). The search walks over mentors; settling a mentor scans the rows of its
 * mentees, who could move on. It ends at the cheapest of: a free place; or somebody who stays outside instead.
 * O(E + m log m) at worst, a few rows as a rule, since the cheapest come first and a scan stops at `offset + cost + priceFloor >= best`.
 */
export function insert(market: Market, a: Assignment, search: Search, root: number): void {
  const { heads, placeStart, outside, leastOutside } = market;
  const { span } = heads;
  let { col, cost } = heads;
  const { seats, seatCost, load, price, extra } = a;
  const { heap, dist, via, viaCost, touched, settled, floors, fallen } = search;
  let touchedCount = 0;
  let settledCount = 0;
  let best = outside[root]!;
  let bestMentor = -1; // ends at a free place of this mentor…
  let bestLeaver = root; // …or with this request outside
  let request = root;
  let offset = 0;
  let mentor = -1; // the one settled last…
  let reached = 0; // …with its distance above its price
  let seat = 0;
  let seatEnd = 0;
  heap.size = 0;

  for (;;) {
    // Scan the row of `request`, reached at distance `offset`.
    const row = 4 * request;
    let end = span[row + END]!;
    let low = Infinity;
    let second = Infinity; // the least `cost + price` but for the mentor whose mentee this is
    let e = span[row + START]!;
    const priceFloor = floors[2 * request + 1]! - fallen;
    const floor = offset + priceFloor;
    for (; ; e++) {
      if (e === end) {
        const limit = span[row + LIMIT]!;
        if (limit === WHOLE || floor + limit + 1 >= best) break;
        const read = e - span[row + START]!;
        extendHead(market, request);
        ({ col, cost } = heads);
        e = span[row + START]! + read;
        end = span[row + END]!;
        if (e === end) break;
      }
      const c = cost[e]!;
      if (floor + c >= best) break;
      const j = col[e]!;
      const p = price[j]!;
      if (p < low) low = p;
      const value = c + p;
      if (value < second && j !== mentor) second = value;
      const d = offset + value;
      const old = dist[j]!;
      if (d < old && d < best) {
        if (old === Infinity) touched[touchedCount++] = j;
        dist[j] = d;
        via[j] = request;
        viaCost[j] = c;
        const atFreePlace = d + extra[j]!;
        if (atFreePlace < best) {
          best = atFreePlace;
          bestMentor = j;
        }
        if (d < best) push(heap, d, j);
      }
    }
    if (e === end && span[row + LIMIT] === WHOLE) {
      if (low < Infinity) floors[2 * request + 1] = low + fallen;
    } else {
      // What was not read costs at least as much as the edge at which the scan stopped, or more than all of the head.
      const unread = (e < end ? cost[e]! : span[row + LIMIT]! + 1) + priceFloor;
      if (unread < second) second = unread;
    }
    floors[2 * request] = second + fallen;

    // Next request to scan: another mentee of the settled mentor, or of the next mentor.
    let next = -1;
    for (;;) {
      if (seat < seatEnd) {
        const x = seats[seat]!;
        offset = reached - seatCost[seat++]!;
        if (offset + leastOutside < best && offset + outside[x]! < best) {
          best = offset + outside[x]!;
          bestMentor = -1;
          bestLeaver = x;
        }
        if (offset + floors[2 * x]! - fallen >= best) continue;
        next = x;
        break;
      }
      if (heap.size === 0) break;
      const key = heap.keys[0]!;
      if (key >= best) break;
      const j = heap.nodes[0]!;
      dropTop(heap);
      if (key > dist[j]!) continue;
      mentor = j;
      reached = key - price[j]!;
      settled[settledCount++] = j;
      seat = placeStart[j]!;
      seatEnd = seat + load[j]!;
    }
    if (next < 0) break;
    request = next;
  }

  // Prices rise by the distance that was left to the end: the reduced costs along the path become 0.
  for (let k = 0; k < settledCount; k++) {
    const j = settled[k]!;
    const rise = best - dist[j]!;
    if (rise > 0) {
      price[j]! += rise;
      extra[j]! -= rise;
    }
  }
  augment(market, a, search, root, bestMentor, bestLeaver);
  for (let k = 0; k < touchedCount; k++) dist[touched[k]!] = Infinity;
}

/** Shifts the pairs along the path that was found, from its end back to `root`. */
function augment(market: Market, a: Assignment, search: Search, root: number, mentor: number, leaver: number): void {
  const { via, viaCost } = search;
  if (mentor < 0) {
    if (leaver === root) return;
    const seat = a.seat[leaver]!;
    const left = a.mate[leaver]!;
    a.mate[leaver] = -1;
    fillSeat(a, search, root, left, seat);
    return;
  }
  const mover = via[mentor]!;
  const left = a.mate[mover]!;
  const seat = a.seat[mover]!;
  takePlace(market, a, mover, mentor, viaCost[mentor]!);
  search.floors[2 * mover] = 0; // the mentor left behind is one of the others now
  if (mover !== root) fillSeat(a, search, root, left, seat);
}

/** `seat` of `mentor` has become empty: the request that reached `mentor` takes it, and so on back to `root`. */
function fillSeat(a: Assignment, search: Search, root: number, mentor: number, seat: number): void {
  for (;;) {
    const mover = search.via[mentor]!;
    const left = a.mate[mover]!;
    const emptied = a.seat[mover]!;
    search.floors[2 * mover] = 0;
    a.seats[seat] = mover;
    a.seat[mover] = seat;
    a.mate[mover] = mentor;
    a.mateCost[mover] = a.seatCost[seat] = search.viaCost[mentor]!;
    if (mover === root) return;
    mentor = left;
    seat = emptied;
  }
}
