import { dropTop, push } from './heap.ts';
import type { Assignment, Market } from './market.ts';
import { type Reverse, sortMoreOf } from './reverse.ts';
import { DEEP, type Search } from './search.ts';
import { leavePlace, overprice, renewExtra, takePlace } from './seats.ts';

/**
 * Repairs mentor `root` whose price stands above the cost of its next free place: either somebody is pulled in
 * (one of those outside, or a mentee of another mentor, along a chain of moves), or the prices fall until the free
 * place is worth no more than it costs. A Dijkstra backwards over the reverse lists; the mirror image of `insert`.
 * Returns true when somebody came. Needs reverse lists of every mentor that can be reached.
 *
 * In sorted lists a scan stops early: the slack of an edge is `cost + price - u >= cost - outside + price + valueFloor`.
 */
export function release(market: Market, a: Assignment, reverse: Reverse, search: Search, root: number): boolean {
  const { placeStart, placeCost, outside } = market;
  const { mate, mateCost, price, load } = a;
  const { heap, dist, via, viaCost, onto, touched, settled, valueFloor, ownPrefix } = search;
  const { sortedEnd, start, end: ends, req, cost } = reverse;
  let touchedCount = 1;
  let settledCount = 0;
  let best = overprice(market, a, root);
  if (best <= 0) return false;
  let incomer = -1; // the request from outside that begins the chain…
  let incomerAt = -1; // …by coming to this mentor…
  let incomerCost = 0;
  let donor = -1; // …or the mentor that gives one of its own away
  heap.size = 0;
  dist[root] = 0;
  touched[0] = root;
  push(heap, 0, root);

  while (heap.size > 0) {
    const d = heap.keys[0]!;
    if (d >= best) break;
    const k = heap.nodes[0]!;
    dropTop(heap);
    if (d > dist[k]!) continue;
    settled[settledCount++] = k;
    const base = d + price[k]!;
    const last = ends[k]!;
    let end = sortedEnd ? sortedEnd[k]! : last;
    const floor = valueFloor[k]!;
    let low = Infinity;
    // The cheapest of a sorted list are often all here already: they are stepped over at once.
    let e = start[k]!;
    if (sortedEnd) {
      e += ownPrefix[k]!;
      while (e < end && mate[req[e]!] === k) e++;
      ownPrefix[k] = e - start[k]!;
    }
    for (; ; e++) {
      if (e === end) {
        if (end === last) break;
        sortMoreOf(reverse, outside, k);
        end = sortedEnd![k]!;
      }
      const i = req[e]!;
      const edge = base + cost[e]!;
      const highest = outside[i]!;
      if (sortedEnd && edge - highest + floor >= best) break;
      const h = mate[i]!;
      if (!sortedEnd && h >= 0 && dist[h]! <= d) continue; // nothing is nearer than what is settled already
      if (h < 0) {
        low = 0;
        if (edge - highest < best) {
          best = edge - highest;
          incomer = i;
          incomerAt = k;
          incomerCost = cost[e]!;
          donor = -1;
        }
        continue;
      }
      if (h === k) continue;
      const u = mateCost[i]! + price[h]!;
      if (highest - u < low) low = highest - u;
      const at = edge - u;
      const old = dist[h]!;
      if (at >= best || at >= old) continue;
      if (old === Infinity) touched[touchedCount++] = h;
      dist[h] = at;
      via[h] = i;
      viaCost[h] = cost[e]!;
      onto[h] = k;
      push(heap, at, h);
      const given = at + (price[h]! - placeCost[placeStart[h]! + load[h]! - 1]!);
      if (given < best) {
        best = given;
        donor = h;
        incomer = -1;
      }
    }
    if (e === last && low < Infinity) valueFloor[k] = low;
  }

  let greatest = 0;
  for (let s = 0; s < settledCount; s++) {
    const k = settled[s]!;
    const fall = best - dist[k]!;
    if (fall > 0) {
      if (fall > DEEP) {
        if (!sortedEnd && k !== root) search.sunk.push(k);
      } else if (fall > greatest) greatest = fall;
      price[k]! -= fall;
      renewExtra(market, a, k);
    }
  }
  search.fallen += greatest;
  for (let t = 0; t < touchedCount; t++) dist[touched[t]!] = Infinity;
  if (incomer >= 0) shift(market, a, search, root, incomer, incomerAt, incomerCost);
  else if (donor >= 0) {
    const leaver = via[donor]!;
    leavePlace(market, a, leaver);
    forgetBounds(search, donor);
    shift(market, a, search, root, leaver, onto[donor]!, viaCost[donor]!);
  }
  return incomer >= 0 || donor >= 0;
}

/** `mover` comes to `mentor`; whoever must make room there goes on, until the free place at `root` is taken. */
function shift(
  market: Market,
  a: Assignment,
  search: Search,
  root: number,
  mover: number,
  mentor: number,
  cost: number,
): void {
  while (mentor !== root) {
    const next = search.via[mentor]!;
    const seat = a.seat[next]!;
    forgetBounds(search, mentor);
    a.seats[seat] = mover;
    a.seat[mover] = seat;
    a.mate[mover] = mentor;
    a.mateCost[mover] = a.seatCost[seat] = cost;
    mover = next;
    cost = search.viaCost[mentor]!;
    mentor = search.onto[mentor]!;
  }
  takePlace(market, a, mover, root, cost);
}

/** Somebody goes from this mentor and is a candidate to come back: what was found about the list without them is void. */
function forgetBounds(search: Search, mentor: number): void {
  search.ownPrefix[mentor] = 0;
  search.valueFloor[mentor] = 0;
}
