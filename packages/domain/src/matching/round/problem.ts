import type { Graph } from '../graph/build-graph.ts';
import type { Ordered } from '../input/order.ts';
import type { RequestIn, Snapshot } from '../input/snapshot.ts';
import { type Market, newMarket } from '../market/market.ts';
import { type Levels, levelWeights, placeCost } from './levels.ts';
import { mutualChoice } from './mutual.ts';

/** A round as numbers, and the weights by which the levels went into them. */
export interface Problem {
  market: Market;
  levels: Levels;
}

/** Weights and ranks of an open round, kept while people come and go so that its prices keep their meaning. */
export interface Scale {
  levels: Levels;
  rankOf: ReadonlyMap<number, number>;
}

/** Requests with `member[i] = 0` have no row; `full[j]` places of mentor `j` are taken by others (candidates stay, for the proof of shortage). */
export interface Part {
  member: Uint8Array;
  full: Int32Array;
}

/** Costs of the places of a mentor that are left when `taken` are gone. */
export function placeCosts(lambda: number, capacity: number, taken: number): number[] {
  const from = Math.min(taken, capacity);
  return Array.from({ length: capacity - from }, (_, t) => placeCost(lambda, from + t + 1, capacity));
}

/** The market of one part of a round, e.g. without the locked pairs; with levels of one's own where prices must stay comparable. */
export function problemOf(snapshot: Snapshot, ordered: Ordered, graph: Graph, part: Part, given?: Scale): Problem {
  const { policy } = snapshot;
  const { mentors, requests } = ordered;
  const named = policy.mutual === 'bonus' ? mutualChoice(snapshot, ordered) : undefined;
  // An open round keeps the level even when the last of those who named each other has left.
  const mutual = given && given.levels.mutual > 0 ? (named ?? (() => false)) : named;
  const kept = publishedMentors(snapshot, ordered);
  const rankOf = given?.rankOf ?? priorityRanks(requests);
  const levels =
    given?.levels ??
    levelWeights({
      requests: requests.length,
      mentors: mentors.length,
      keepBonus: policy.keepBonus,
      placeCost: 2 * policy.loadBalance,
      mutual: mutual !== undefined,
      priorities: rankOf.size,
    });
  const edgeCost = (i: number, j: number, score: number): number =>
    1000 - score + (kept[i] === j ? 0 : policy.keepBonus) + (mutual && !mutual(i, j) ? levels.mutual : 0);
  const outsideOf = (i: number): number => levels.coverage + levels.priority * rankOf.get(requests[i]!.priority ?? 0)!;
  const placeCostsOf = (j: number): number[] => placeCosts(policy.loadBalance, mentors[j]!.capacity, part.full[j]!);

  const rowPtr = new Int32Array(requests.length + 1);
  const col = new Int32Array(graph.col.length);
  const cost = new Int32Array(graph.col.length);
  let size = 0;
  for (let i = 0; i < requests.length; i++) {
    for (let e = graph.rowPtr[i]!; part.member[i] === 1 && e < graph.rowPtr[i + 1]!; e++) {
      const j = graph.col[e]!;
      col[size] = j;
      cost[size++] = edgeCost(i, j, graph.score[e]!);
    }
    rowPtr[i + 1] = size;
  }
  const rows = { rowPtr, col: col.subarray(0, size), cost: cost.subarray(0, size) };
  const market = newMarket(
    rows,
    mentors.map((_, j) => placeCostsOf(j)),
    Float64Array.from(requests, (_, i) => outsideOf(i)),
  );
  return { market, levels };
}

/** The published mentor of each request, -1 for none. */
export function publishedMentors(snapshot: Snapshot, { requests, requestAt, mentorAt }: Ordered): Int32Array {
  const kept = new Int32Array(requests.length).fill(-1);
  for (const pair of snapshot.published ?? []) kept[requestAt.get(pair.request)!] = mentorAt.get(pair.mentor)!;
  return kept;
}

/** Only the order of priorities matters (coverable sets form a matroid), so their values are counted off: 0, 1, 2… */
export function priorityRanks(requests: readonly RequestIn[]): Map<number, number> {
  const values = [...new Set(requests.map((one) => one.priority ?? 0))].sort((x, y) => x - y);
  return new Map(values.map((value, rank) => [value, rank]));
}
