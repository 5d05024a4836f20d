import { forgetHead, makeRoom, markHeads } from '../market/heads.ts';
import { insert } from '../market/insert.ts';
import type { Assignment, Market } from '../market/market.ts';
import { release } from '../market/release.ts';
import { type Reverse, reverseLists } from '../market/reverse.ts';
import { forgetFloors, learnFloors, newSearch, type Search } from '../market/search.ts';
import { leavePlace, overprice, renewExtra } from '../market/seats.ts';
import { appendEdge, grownFloats, grownInts, roomFor, roomyRows, withRoom } from './grow.ts';

export interface Edge {
  /** Mentor in a row, request in a reverse list. */
  to: number;
  cost: number;
}

/**
 * An optimal assignment that stays optimal while people come and go. Rows and blocks of places live in pools that are
 * only appended to; who has left keeps the number but is out of reach: a request with `outside = -Infinity` is never pulled in, a mentor
 * with `price = Infinity` is never chosen. So a mark of the small arrays is enough to come back (`mark`, `reset`).
 */
export class LiveMarket {
  readonly market: Market;
  readonly assignment: Assignment;
  private readonly reverse: Reverse;
  private readonly search: Search;
  private edges: number;
  private rowRoom: Int32Array;
  private reverseEdges: number;
  private reverseRoom: Int32Array;

  /** Takes over a solved market; both objects belong to this one from now on. O(E). */
  constructor(market: Market, assignment: Assignment) {
    const { room, used, ...rows } = roomyRows(market);
    this.market = { ...market, ...rows };
    this.rowRoom = room;
    this.edges = used;
    makeRoom(this.market.heads, market.heads.used + 4 * market.requests);
    this.market.placeStart = market.placeStart.slice();
    this.market.placeEnd = market.placeEnd.slice();
    this.assignment = assignment;
    const lists = reverseLists(market, new Int32Array(market.requests), 8);
    const { req, cost, end } = lists;
    this.reverse = { req: withRoom(req), cost: withRoom(cost), start: lists.start.slice(), end };
    this.reverseRoom = Int32Array.from(end, (_, j) => (j + 1 < end.length ? lists.start[j + 1]! : req.length));
    this.search = newSearch(market);
    learnFloors(this.search, market, assignment);
    this.reverseEdges = lists.req.length;
  }

  /** A new request with its row; returns its number. One shortest path. */
  addRequest(row: readonly Edge[], outside: number): number {
    const i = this.market.requests++;
    this.growRequests(i + 1);
    this.writeRow(i, row);
    this.assignment.mate[i] = -1;
    this.market.outside[i] = outside;
    this.market.leastOutside = Math.min(this.market.leastOutside, outside);
    for (const { to, cost } of row) this.appendReverse(to, i, cost);
    insert(this.market, this.assignment, this.search, i);
    return i;
  }

  /** The request leaves; its place goes to whom it helps most, if anyone. */
  removeRequest(i: number): void {
    const j = this.assignment.mate[i]!;
    this.market.outside[i] = -Infinity;
    this.market.rowEnd[i] = this.market.rowStart[i]!;
    forgetHead(this.market, i);
    if (j < 0) return;
    leavePlace(this.market, this.assignment, i);
    this.settle(j);
  }

  /** A new mentor with the costs of the places and the requests that may come; returns its number. */
  addMentor(placeCosts: readonly number[], edges: readonly Edge[]): number {
    const j = this.market.mentors++;
    this.growMentors(j + 1);
    this.assignment.load[j] = 0;
    this.writePlaces(j, placeCosts);
    for (const { to, cost } of edges) {
      this.insertInRow(to, { to: j, cost });
      this.appendReverse(j, to, cost);
    }
    this.openAtTop(j);
    return j;
  }

  /** The mentor leaves; the mentees are placed anew, one shortest path each. */
  removeMentor(j: number): void {
    const floating = this.unseat(j);
    this.writePlaces(j, []);
    this.assignment.price[j] = Infinity;
    this.assignment.extra[j] = Infinity;
    this.reverse.end[j] = this.reverse.start[j]!;
    this.seatAgain(floating);
  }

  /**
   * Other places for a mentor. As many mentees stay as there are places that cost no more than the price, so the pairs still
   * prove each other; the others are placed anew, and free places that cost less than the price are released.
   */
  setPlaces(j: number, placeCosts: readonly number[]): void {
    const { assignment, market } = this;
    let keep = 0;
    while (keep < placeCosts.length && placeCosts[keep]! <= assignment.price[j]!) keep++;
    const floating = this.unseat(j, keep);
    const from = market.placeStart[j]!;
    const mentees = assignment.seats.slice(from, from + assignment.load[j]!);
    const costs = assignment.seatCost.slice(from, from + assignment.load[j]!);
    this.writePlaces(j, placeCosts);
    assignment.seats.set(mentees, market.placeStart[j]!);
    assignment.seatCost.set(costs, market.placeStart[j]!);
    mentees.forEach((i, at) => {
      assignment.seat[i] = market.placeStart[j]! + at;
    });
    this.settle(j);
    this.seatAgain(floating);
  }

  /** Everything that may change, but for the pools, which only grow. */
  mark(): () => void {
    const { market, assignment, reverse } = this;
    const saved = {
      market: {
        ...market,
        rowStart: market.rowStart.slice(),
        rowEnd: market.rowEnd.slice(),
        heads: markHeads(market.heads),
        outside: market.outside.slice(),
      },
      places: [market.placeStart.slice(), market.placeEnd.slice()] as const,
      assignment: Object.fromEntries(
        Object.entries(assignment).map(([name, array]: [string, Int32Array | Float64Array]) => [name, array.slice()]),
      ) as unknown as Assignment,
      reverse: { ...reverse, start: reverse.start.slice(), end: reverse.end.slice() },
      room: this.reverseRoom.slice(),
      edges: this.edges,
      rowRoom: this.rowRoom.slice(),
      floors: this.search.floors.slice(),
      fallen: this.search.fallen,
      reverseEdges: this.reverseEdges,
    };
    return () => {
      Object.assign(market, saved.market, { placeStart: saved.places[0], placeEnd: saved.places[1] });
      Object.assign(assignment, saved.assignment);
      Object.assign(reverse, saved.reverse);
      this.reverseRoom = saved.room;
      this.edges = saved.edges;
      this.rowRoom = saved.rowRoom;
      this.reverseEdges = saved.reverseEdges;
      this.search.floors = saved.floors;
      this.search.fallen = saved.fallen;
    };
  }

  /** Takes the mentees of `j` after the first `keep` out of the problem without forgetting them. */
  private unseat(j: number, keep = 0): { i: number; outside: number }[] {
    const { market, assignment } = this;
    const from = market.placeStart[j]! + Math.min(keep, assignment.load[j]!);
    const mentees = [...assignment.seats.subarray(from, market.placeStart[j]! + assignment.load[j]!)];
    return mentees.map((i) => {
      const outside = market.outside[i]!;
      market.outside[i] = -Infinity;
      leavePlace(market, assignment, i);
      return { i, outside };
    });
  }

  private seatAgain(floating: readonly { i: number; outside: number }[]): void {
    for (const { i, outside } of floating) {
      this.market.outside[i] = outside;
      insert(this.market, this.assignment, this.search, i);
    }
  }

  /** The lowest price at which every edge to the empty mentor `j` has no negative reduced cost; then the places are released. */
  private openAtTop(j: number): void {
    const { market, assignment, reverse } = this;
    let top = market.placeStart[j]! < market.placeEnd[j]! ? market.placeCost[market.placeStart[j]!]! : 0;
    for (let e = reverse.start[j]!; e < reverse.end[j]!; e++) {
      const i = reverse.req[e]!;
      const h = assignment.mate[i]!;
      const u = h < 0 ? market.outside[i]! : assignment.mateCost[i]! + assignment.price[h]!;
      top = Math.max(top, u - reverse.cost[e]!);
    }
    assignment.price[j] = top;
    this.settle(j);
  }

  private settle(j: number): void {
    renewExtra(this.market, this.assignment, j);
    while (overprice(this.market, this.assignment, j) > 0) {
      release(this.market, this.assignment, this.reverse, this.search, j);
    }
    // The price of `j` itself, and some others, may have fallen from the sky: bounds of rows with them hold no more.
    const { req, start, end } = this.reverse;
    for (const k of [j, ...this.search.sunk.splice(0)]) {
      for (let e = start[k]!; e < end[k]!; e++) forgetFloors(this.search, req[e]!);
    }
  }

  private writeRow(i: number, row: readonly Edge[]): void {
    const { market } = this;
    const end = this.edges + row.length;
    market.col = grownInts(market.col, end);
    market.cost = grownInts(market.cost, end);
    row.forEach(({ to, cost }, at) => {
      market.col[this.edges + at] = to;
      market.cost[this.edges + at] = cost;
    });
    market.rowStart[i] = this.edges;
    market.rowEnd[i] = this.rowRoom[i] = end;
    forgetHead(market, i);
    this.edges = end;
  }

  /** One edge more; a row without room moves to the end of the pool and leaves behind who has left. */
  private insertInRow(i: number, edge: Edge): void {
    const { market } = this;
    const from = market.rowStart[i]!;
    const to = market.rowEnd[i]!;
    if (to === this.rowRoom[i]) {
      const wanted = this.edges + roomFor(to - from);
      market.col = grownInts(market.col, wanted);
      market.cost = grownInts(market.cost, wanted);
      let end = this.edges;
      for (let e = from; e < to; e++) {
        if (this.assignment.price[market.col[e]!] === Infinity) continue; // has left
        market.col[end] = market.col[e]!;
        market.cost[end++] = market.cost[e]!;
      }
      market.rowStart[i] = this.edges;
      market.rowEnd[i] = end;
      this.edges = this.rowRoom[i] = wanted;
    }
    const at = market.rowEnd[i]!++;
    market.col[at] = edge.to;
    market.cost[at] = edge.cost;
    forgetHead(market, i);
    forgetFloors(this.search, i);
  }

  private writePlaces(j: number, placeCosts: readonly number[]): void {
    const { market, assignment } = this;
    const end = market.places + placeCosts.length;
    market.placeCost = grownInts(market.placeCost, end);
    assignment.seats = grownInts(assignment.seats, end);
    assignment.seatCost = grownInts(assignment.seatCost, end);
    market.placeCost.set(placeCosts, market.places);
    market.placeStart[j] = market.places;
    market.placeEnd[j] = end;
    market.places = end;
  }

  private appendReverse(j: number, i: number, cost: number): void {
    const at = appendEdge(this.reverse, this.reverseRoom, j, this.reverseEdges);
    this.reverseEdges = Math.max(this.reverseEdges, at.used);
    this.reverse.req[at.place] = i;
    this.reverse.cost[at.place] = cost;
  }

  private growRequests(count: number): void {
    const { market, assignment, search } = this;
    market.rowStart = grownInts(market.rowStart, count);
    market.rowEnd = grownInts(market.rowEnd, count);
    this.rowRoom = grownInts(this.rowRoom, count);
    market.heads.span = grownInts(market.heads.span, 4 * count);
    market.outside = grownFloats(market.outside, count);
    assignment.mate = grownInts(assignment.mate, count);
    assignment.mateCost = grownInts(assignment.mateCost, count);
    assignment.seat = grownInts(assignment.seat, count);
    search.floors = grownFloats(search.floors, 2 * count);
    forgetFloors(search, count - 1);
  }

  private growMentors(count: number): void {
    const { market, assignment, search, reverse } = this;
    market.placeStart = grownInts(market.placeStart, count);
    market.placeEnd = grownInts(market.placeEnd, count);
    assignment.load = grownInts(assignment.load, count);
    assignment.price = grownFloats(assignment.price, count);
    assignment.extra = grownFloats(assignment.extra, count);
    reverse.start = grownInts(reverse.start, count);
    reverse.end = grownInts(reverse.end, count);
    this.reverseRoom = grownInts(this.reverseRoom, count);
    reverse.start[count - 1] = reverse.end[count - 1] = this.reverseRoom[count - 1] = this.reverseEdges;
    search.via = grownInts(search.via, count);
    search.viaCost = grownInts(search.viaCost, count);
    search.onto = grownInts(search.onto, count);
    search.touched = grownInts(search.touched, count);
    search.settled = grownInts(search.settled, count);
    search.ownPrefix = grownInts(search.ownPrefix, count);
    search.valueFloor = grownFloats(search.valueFloor, count);
    search.dist = grownFloats(search.dist, count);
    search.dist[count - 1] = Infinity;
  }
}
