import { buildGraph, type Graph } from '../graph/build-graph.ts';
import { type Judge, newJudge } from '../input/judge-pair.ts';
import { orderParticipants } from '../input/order.ts';
import { neighbours } from '../input/rules.ts';
import type { Id, MentorIn, RequestIn, Snapshot } from '../input/snapshot.ts';
import { type Edge, LiveMarket } from '../live/live-market.ts';
import { certificateFault } from '../market/certificate.ts';
import type { Assignment, Market } from '../market/market.ts';
import { CertificateError, optimize } from '../market/optimize.ts';
import { type Levels, levelWeights } from '../round/levels.ts';
import { settleLocks } from '../round/locks.ts';
import { mutualChoice, namedEachOther } from '../round/mutual.ts';
import { placeCosts, priorityRanks, problemOf } from '../round/problem.ts';
import { type Journal, KeptMap } from './journal.ts';

/** Pairs and prices by ids, as `save` writes them. */
export interface ChainState {
  levels: Levels;
  /** Ranks of the priorities. */
  ranks: [priority: number, rank: number][];
  mates: Record<Id, Id>;
  prices: Record<Id, number>;
}

/**
 * An open round whose pairs may move in chains: a live market and the ids behind its numbers. After each event the
 * result is as good as a full solve of the round as it stands; the published pairs hold on by their bonus.
 */
export class Chain {
  snapshot: Snapshot;
  readonly levels: Levels;
  readonly live: LiveMarket;
  private judge: Judge;
  readonly requestNumber: KeptMap<Id, number>;
  readonly mentorNumber: KeptMap<Id, number>;
  readonly requestIds: Id[];
  readonly mentorIds: Id[];
  /** Locks that are kept: mentor by request. */
  readonly locked: KeptMap<Id, Id>;
  readonly taken: KeptMap<Id, number>;
  readonly rankOf: Map<number, number>;
  readonly published: KeptMap<Id, Id>;
  private readonly publishedOf = new Map<Id, Id[]>();
  private readonly room: { requests: number; mentors: number };
  /** Something has happened that only a new solve can follow. */
  outgrown = false;
  /** A lock cannot be kept: this event was followed, the next one needs a new solve. */
  unsettled = false;

  /** `saved`: pairs and prices to believe if they prove each other; `told`: pairs of a result of this very snapshot. */
  constructor(snapshot: Snapshot, journal: Journal, saved?: ChainState, told?: ReadonlyMap<Id, Id>) {
    this.requestNumber = new KeptMap(journal);
    this.mentorNumber = new KeptMap(journal);
    this.locked = new KeptMap(journal);
    this.taken = new KeptMap(journal);
    const ordered = orderParticipants(snapshot);
    const graph = buildGraph(snapshot, ordered);
    const locks = settleLocks(snapshot, ordered);
    this.rankOf = saved ? new Map(saved.ranks) : priorityRanks(ordered.requests);
    const mutual = snapshot.policy.mutual === 'bonus' ? mutualChoice(snapshot, ordered) : undefined;
    // Room to grow without new weights.
    this.room = { requests: 2 * ordered.requests.length + 64, mentors: 2 * ordered.mentors.length + 16 };
    this.levels =
      saved?.levels ??
      levelWeights({
        ...this.room,
        keepBonus: snapshot.policy.keepBonus,
        placeCost: 2 * snapshot.policy.loadBalance,
        mutual: mutual !== undefined,
        priorities: this.rankOf.size,
      });
    const member = Uint8Array.from(locks.mentorOf, (j, i) => Number(j < 0 && locks.waiting[i] === 0));
    const { market } = problemOf(snapshot, ordered, graph, { member, full: locks.taken }, this);
    this.snapshot = snapshot;
    this.judge = newJudge(snapshot);
    this.requestIds = graph.requestIds;
    this.mentorIds = graph.mentorIds;
    this.requestIds.forEach((id, i) => {
      this.requestNumber.set(id, i);
      const j = locks.mentorOf[i]!;
      if (j >= 0) this.locked.set(id, this.mentorIds[j]!);
    });
    this.mentorIds.forEach((id, j) => {
      this.mentorNumber.set(id, j);
      this.taken.set(id, locks.taken[j]!);
    });
    this.unsettled = locks.conflicts.length > 0;
    this.published = new KeptMap(
      journal,
      (snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]),
    );
    for (const [request, mentor] of this.published.entries) {
      const list = this.publishedOf.get(mentor);
      if (list) list.push(request);
      else this.publishedOf.set(mentor, [request]);
    }
    this.live = new LiveMarket(market, saved ? restored(market, graph, saved) : this.solved(market, graph, told));
    member.forEach((one, i) => {
      if (one === 0) this.live.market.outside[i] = -Infinity;
    });
  }

  /** Prices of any optimum prove every other one, so told pairs can be taken over whenever they are an optimum. */
  private solved(market: Market, graph: Graph, told: ReadonlyMap<Id, Id> | undefined): Assignment {
    const { assignment } = optimize(market);
    if (!told) return assignment;
    const mates = Object.fromEntries([...told].filter(([id]) => !this.locked.has(id)));
    const prices = Object.fromEntries(graph.mentorIds.map((id, j) => [id, assignment.price[j]!]));
    try {
      return restored(market, graph, { levels: this.levels, ranks: [...this.rankOf], mates, prices });
    } catch (error) {
      if (error instanceof CertificateError) return assignment;
      throw error;
    }
  }

  addRequest(request: RequestIn): void {
    const rank = this.rankOf.get(request.priority ?? 0);
    if (rank === undefined || this.requestIds.length >= this.room.requests) {
      this.outgrown = true;
      return;
    }
    const row: Edge[] = [];
    const near = neighbours(this.snapshot);
    for (const mentor of this.snapshot.mentors) {
      if (!near(mentor, request)) continue;
      const cost = this.candidateCost(request, mentor);
      if (cost !== undefined) row.push({ to: this.mentorNumber.get(mentor.id)!, cost });
    }
    const i = this.live.addRequest(row, this.levels.coverage + this.levels.priority * rank);
    this.requestNumber.set(request.id, i);
    this.requestIds[i] = request.id;
  }

  removeRequest(id: Id): void {
    this.live.removeRequest(this.requestNumber.get(id)!);
  }

  addMentor(mentor: MentorIn): void {
    if (this.mentorIds.length >= this.room.mentors) {
      this.outgrown = true;
      return;
    }
    const edges: Edge[] = [];
    const near = neighbours(this.snapshot);
    for (const request of this.snapshot.requests) {
      if (!near(mentor, request)) continue;
      const to = this.requestNumber.get(request.id)!;
      if (this.live.market.outside[to] === -Infinity) continue; // locked or waiting
      const cost = this.candidateCost(request, mentor);
      if (cost !== undefined) edges.push({ to, cost });
    }
    const j = this.mentorIds.length;
    this.mentorIds[j] = mentor.id;
    this.mentorNumber.set(mentor.id, j);
    const taken = this.taken.get(mentor.id) ?? 0;
    this.taken.set(mentor.id, taken);
    this.live.addMentor(placeCosts(this.snapshot.policy.loadBalance, mentor.capacity, taken), edges);
  }

  /** Announced pairs of somebody who leaves hold on to nobody who comes under the same id. */
  forgetPublished(id: Id): void {
    this.published.delete(id);
    for (const request of this.publishedOf.get(id) ?? []) {
      if (this.published.get(request) === id) this.published.delete(request);
    }
  }

  removeMentor(id: Id): void {
    this.live.removeMentor(this.mentorNumber.get(id)!);
  }

  /** Takes over another capacity, or another number of places taken by locks. */
  renewPlaces(mentor: MentorIn): void {
    const costs = placeCosts(this.snapshot.policy.loadBalance, mentor.capacity, this.taken.get(mentor.id)!);
    this.live.setPlaces(this.mentorNumber.get(mentor.id)!, costs);
  }

  /** Whether a new lock can be kept; locks that compete with others are settled for all of them together. */
  lockVerdict(request: RequestIn, mentor: MentorIn): 'kept' | 'impossible' | 'settle-anew' {
    if (this.locked.has(request.id)) return 'settle-anew';
    const binding = this.judge.failed(mentor, request).filter((code) => code !== 'MIN_SCORE' && code !== 'NOT_LISTED');
    if (binding.length > 0) return 'impossible';
    return this.taken.get(mentor.id)! < mentor.capacity ? 'kept' : 'settle-anew';
  }

  /** The judge remembers exclusions and given scores; call this after they have changed. */
  renewJudge(): void {
    this.judge = newJudge(this.snapshot);
  }

  scoreOf(request: RequestIn, mentor: MentorIn): number {
    return this.judge.score(mentor, request);
  }

  /** Mentor of a request, locked or matched; undefined if alone. */
  mentorOf(id: Id): Id | undefined {
    const locked = this.locked.get(id);
    if (locked !== undefined) return locked;
    const i = this.requestNumber.get(id);
    const j = i === undefined ? -1 : this.live.assignment.mate[i]!;
    return j < 0 ? undefined : this.mentorIds[j];
  }

  /** Remembers all but the maps, which the journal brings back; the returned function undoes. Copies of plain arrays, no more. */
  mark(): () => void {
    const back = this.live.mark();
    const { snapshot, judge, outgrown, unsettled } = this;
    const [requests, mentors] = [this.requestIds.length, this.mentorIds.length];
    return () => {
      back();
      this.snapshot = snapshot;
      this.judge = judge;
      this.outgrown = outgrown;
      this.unsettled = unsettled;
      this.requestIds.length = requests;
      this.mentorIds.length = mentors;
    };
  }

  state(): ChainState {
    const mates: Record<Id, Id> = {};
    const prices: Record<Id, number> = {};
    for (const { id } of this.snapshot.requests) {
      const j = this.live.assignment.mate[this.requestNumber.get(id)!]!;
      if (j >= 0) mates[id] = this.mentorIds[j]!;
    }
    for (const { id } of this.snapshot.mentors) {
      const price = this.live.assignment.price[this.mentorNumber.get(id)!]!;
      if (price !== Infinity) prices[id] = price;
    }
    return { levels: this.levels, ranks: [...this.rankOf], mates, prices };
  }

  private candidateCost(request: RequestIn, mentor: MentorIn): number | undefined {
    if (this.judge.firstFailed(mentor, request) !== undefined) return undefined;
    const kept = this.published.get(request.id) === mentor.id;
    return (
      1000 -
      this.judge.score(mentor, request) +
      (kept ? 0 : this.snapshot.policy.keepBonus) +
      (this.levels.mutual > 0 && !namedEachOther(this.snapshot, request.id, mentor.id) ? this.levels.mutual : 0)
    );
  }
}

/** Saved pairs and prices on a fresh market; they must prove each other again, so a damaged save is never believed. */
export function restored(market: Market, graph: Graph, saved: ChainState): Assignment {
  const mentorNumber = new Map(graph.mentorIds.map((id, j) => [id, j]));
  const assignment: Assignment = {
    mate: new Int32Array(market.requests).fill(-1),
    mateCost: new Int32Array(market.requests),
    seat: new Int32Array(market.requests),
    seats: new Int32Array(market.places),
    seatCost: new Int32Array(market.places),
    load: new Int32Array(market.mentors),
    price: Float64Array.from(graph.mentorIds, (id) => saved.prices[id] ?? 0),
    extra: new Float64Array(market.mentors),
  };
  graph.requestIds.forEach((id, i) => {
    const j = Object.hasOwn(saved.mates, id) ? mentorNumber.get(saved.mates[id]!) : undefined;
    if (j === undefined) return;
    for (let e = market.rowStart[i]!; e < market.rowEnd[i]!; e++) {
      if (market.col[e] === j) assignment.mateCost[i] = market.cost[e]!;
    }
    const at = market.placeStart[j]! + assignment.load[j]!++;
    assignment.mate[i] = j;
    assignment.seat[i] = at;
    assignment.seats[at] = i;
    assignment.seatCost[at] = assignment.mateCost[i]!;
  });
  for (let j = 0; j < market.mentors; j++) {
    const next = market.placeStart[j]! + assignment.load[j]!;
    assignment.extra[j] = next < market.placeEnd[j]! ? market.placeCost[next]! - assignment.price[j]! : Infinity;
  }
  const fault = certificateFault(market, assignment);
  if (fault) throw new CertificateError(fault);
  return assignment;
}
