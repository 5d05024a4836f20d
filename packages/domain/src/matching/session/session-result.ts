import { buildGraph } from '../graph/build-graph.ts';
import { orderParticipants } from '../input/order.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { findShortages } from '../market/shortage.ts';
import { assembleResult } from '../round/assemble.ts';
import { settleLocks } from '../round/locks.ts';
import { problemOf } from '../round/problem.ts';
import type { Result } from '../round/result.ts';
import { type Chain, restored } from './chain.ts';
import type { Pairs } from './pairs-diff.ts';

/** The result of an open round: its pairs and prices are proved once more on a market built afresh from the snapshot. */
export function resultOfChain(chain: Chain): Result {
  const { snapshot } = chain;
  const ordered = orderParticipants(snapshot);
  const graph = buildGraph(snapshot, ordered);
  const locks = settleLocks(snapshot, ordered);
  const member = Uint8Array.from(locks.mentorOf, (j, i) => Number(j < 0 && locks.waiting[i] === 0));
  const { market } = problemOf(snapshot, ordered, graph, { member, full: locks.taken }, chain);
  const { mate } = restored(market, graph, chain.state());
  const mentorOf = mate.map((j, i) => (member[i] === 1 ? j : locks.mentorOf[i]!));
  const shortages = findShortages(market, mate);
  return assembleResult(snapshot, ordered, graph, locks, {
    mentorOf,
    shortages,
    byList: new Uint8Array(mate.length),
    taken: locks.taken,
  });
}

/**
 * The result of a frozen round: everything adds up, but only the free places were given in the best way, so groups of
 * shortage are told for the whole round and may be empty while somebody waits.
 */
export function resultOfPairs(snapshot: Snapshot, pairs: Pairs): Result {
  const ordered = orderParticipants(snapshot);
  const graph = buildGraph(snapshot, ordered);
  const locks = settleLocks(snapshot, ordered);
  const mentorOf = Int32Array.from(ordered.requests, (one) => ordered.mentorAt.get(pairs.get(one.id) ?? '') ?? -1);
  const none = {
    count: 0,
    ofRequest: new Int32Array(mentorOf.length).fill(-1),
    ofMentor: new Int32Array(ordered.mentors.length).fill(-1),
  };
  return assembleResult(snapshot, ordered, graph, locks, {
    mentorOf,
    shortages: none,
    byList: new Uint8Array(mentorOf.length),
    taken: locks.taken,
  });
}
