import { auction } from './auction.ts';
import { type CertificateFault, certificateFault } from './certificate.ts';
import { maximumCoverage } from './coverage.ts';
import { insert } from './insert.ts';
import { type Assignment, emptyAssignment, type Market } from './market.ts';
import { release } from './release.ts';
import { reverseLists } from './reverse.ts';
import { newSearch, type Search } from './search.ts';
import { overprice, renewExtra, takePlace } from './seats.ts';
import { findShortages, type Shortages } from './shortage.ts';

export interface Optimum {
  assignment: Assignment;
  shortages: Shortages;
}

/** Called now and then with the share of the work done, 0..1; throw from it to stop. */
export type Tick = (done: number) => void;

/** The engine has failed to prove its own result; nothing is returned then. A defect, never a property of the data. */
export class CertificateError extends Error {
  readonly fault: CertificateFault;
  constructor(fault: CertificateFault) {
    super(`the result is not proved optimal: ${JSON.stringify(fault)}`);
    this.fault = fault;
  }
}

/**
 * The cheapest assignment with its proof checked: coverage and shortage groups first; then the groups from above and
 * the rest from below, each exact; both meet in one set of prices that `certificateFault` examines.
 * Throws `CertificateError` rather than return an unproved result.
 */
export function optimize(market: Market, tick: Tick = () => undefined): Optimum {
  const shortages = findShortages(market, maximumCoverage(market));
  tick(0.1);
  const assignment = emptyAssignment(market);
  const search = newSearch(market);
  if (shortages.count > 0) fillShortages(market, assignment, search, shortages, tick);
  search.fallen = 0; // no row has been read yet
  fillRest(market, assignment, search, shortages, tick);
  const fault = certificateFault(market, assignment);
  if (fault) throw new CertificateError(fault);
  tick(1);
  return { assignment, shortages };
}

/**
 * From above: inside the groups every place will be taken, so each mentor begins at the highest price anyone would pay
 * and its free places are released one by one. (From below the same parts are slow: each request would search all of its group.)
 */
function fillShortages(market: Market, a: Assignment, search: Search, shortages: Shortages, tick: Tick): void {
  const { outside } = market;
  const reverse = reverseLists(market, shortages.ofRequest);
  for (let j = 0; j < market.mentors; j++) {
    if (shortages.ofMentor[j]! < 0) continue;
    let top = 0;
    for (let e = reverse.start[j]!, end = reverse.end[j]!; e < end; e++) {
      const most = outside[reverse.req[e]!]! - reverse.cost[e]!;
      if (most > top) top = most;
    }
    a.price[j] = top;
    renewExtra(market, a, j);
  }
  for (let j = 0; j < market.mentors; j++) {
    if (shortages.ofMentor[j]! < 0) continue;
    while (overprice(market, a, j) > 0) release(market, a, reverse, search, j);
    if ((j & 255) === 255) tick(0.1 + (0.4 * j) / market.mentors);
  }
}

const EPSILON = 3;
const PATIENCE = 20;
const FEW_PLACES = 64;
const ENOUGH_SLACK = 0.12;
const SMALL = 2000;

/**
 * From below, outside the groups: prices and pairs of an auction where they pass the exact test, then `insert` for those
 * who failed it. Free places that the auction left too dear are offered at that price meanwhile and released at the end.
 */
function fillRest(market: Market, a: Assignment, search: Search, shortages: Shortages, tick: Tick): void {
  const left = startFromAuction(market, a, shortages);
  left.forEach((i, done) => {
    insert(market, a, search, i);
    if ((done & 255) === 255) tick(0.5 + (0.4 * done) / left.length);
  });
  const dear: number[] = [];
  for (let j = 0; j < market.mentors; j++) if (overprice(market, a, j) > 0) dear.push(j);
  if (dear.length === 0) return;
  const reverse = reverseLists(
    market,
    shortages.ofRequest.map((group) => (group < 0 ? 0 : -1)),
  );
  search.valueFloor.fill(0);
  dear.forEach((j, done) => {
    while (overprice(market, a, j) > 0) release(market, a, reverse, search, j);
    if ((done & 255) === 255) tick(0.9 + (0.1 * done) / dear.length);
  });
}

/** Takes over what the auction got exactly right; returns the requests that are still to be inserted. */
function startFromAuction(market: Market, a: Assignment, shortages: Shortages): number[] {
  const { rowStart, rowEnd, col, cost } = market;
  const { price } = a;
  const start = auctionPays(market, shortages) ? auction(market, shortages.ofRequest, EPSILON, PATIENCE) : undefined;
  for (let j = 0; start && j < market.mentors; j++) {
    if (shortages.ofMentor[j]! >= 0 || start.price[j] === Infinity) continue;
    a.price[j] = start.price[j]!;
    renewExtra(market, a, j);
  }
  const left: number[] = [];
  for (let i = 0; i < market.requests; i++) {
    if (shortages.ofRequest[i]! >= 0 || rowStart[i] === rowEnd[i]) continue;
    const j = start?.mate[i] ?? -1;
    let best = Infinity;
    let own = -1;
    if (j >= 0) {
      for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
        const c = cost[e]!;
        if (c >= best && own >= 0) continue; // prices are not negative
        const value = c + price[col[e]!]!;
        if (value < best) best = value;
        if (col[e] === j) own = c;
      }
    }
    if (own >= 0 && own + a.price[j]! <= best) takePlace(market, a, i, j, own);
    else left.push(i);
  }
  return left;
}

/**
 * Measured: with a tenth of the places to spare or less the auction saves two thirds of the time; with more, or on dense
 * data, or on small rounds, plain insertion is quicker. (Its search for the cheapest place wants few places per mentor.)
 */
function auctionPays(market: Market, shortages: Shortages): boolean {
  const { requests, mentors, placeStart, placeEnd, rowStart, rowEnd } = market;
  let wanted = 0;
  let free = 0;
  let edges = 0;
  let largest = 0;
  for (let i = 0; i < requests; i++) {
    if (shortages.ofRequest[i]! < 0 && rowEnd[i]! > rowStart[i]!) wanted++;
    edges += rowEnd[i]! - rowStart[i]!;
  }
  for (let j = 0; j < mentors; j++) {
    const places = placeEnd[j]! - placeStart[j]!;
    if (shortages.ofMentor[j]! < 0) free += places;
    largest = Math.max(largest, places);
  }
  return (
    wanted >= SMALL &&
    free - wanted <= ENOUGH_SLACK * wanted &&
    largest <= FEW_PLACES &&
    edges * 4 <= requests * mentors
  );
}
