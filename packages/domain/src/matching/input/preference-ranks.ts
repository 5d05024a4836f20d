import type { Graph } from '../graph/build-graph.ts';
import type { Ordered } from './order.ts';
import type { Id, Snapshot } from './snapshot.ts';

/**
 * Explicit lists over the candidates of a round. Entry `e` of request `i` (`start[i] <= e < start[i + 1]`) is mentor
 * `mentor[e]`, `ofRequest[e]` its rank for the request and `ofMentor[e]` the rank of the request for that mentor, best 0.
 * Only pairs that pass the hard rules and that neither side has left out of its list. A mentor who has not answered
 * takes all who name them as equals.
 */
export interface Ranks {
  start: Int32Array;
  mentor: Int32Array;
  ofRequest: Int32Array;
  ofMentor: Int32Array;
  /** Requests that gave a list, even an empty one. */
  listed: Uint8Array;
}

export function preferenceRanks(snapshot: Snapshot, ordered: Ordered, graph: Graph): Ranks {
  const preferences = snapshot.preferences ?? { ofRequest: {}, ofMentor: {} };
  const byRequest = rankMaps(preferences.ofRequest);
  const byMentor = rankMaps(preferences.ofMentor);
  const start = new Int32Array(ordered.requests.length + 1);
  const entries: { j: number; own: number; other: number }[] = [];
  const listed = new Uint8Array(ordered.requests.length);
  ordered.requests.forEach((request, i) => {
    const list = byRequest.get(request.id);
    if (list) {
      listed[i] = 1;
      const own: typeof entries = [];
      for (let e = graph.rowPtr[i]!; e < graph.rowPtr[i + 1]!; e++) {
        const j = graph.col[e]!;
        const rank = list.get(ordered.mentors[j]!.id);
        const answered = byMentor.get(ordered.mentors[j]!.id);
        const other = answered ? answered.get(request.id) : 0;
        if (rank !== undefined && other !== undefined) own.push({ j, own: rank, other });
      }
      own.sort((x, y) => x.own - y.own || x.j - y.j);
      entries.push(...own);
    }
    start[i + 1] = entries.length;
  });
  return {
    start,
    mentor: Int32Array.from(entries, (one) => one.j),
    ofRequest: Int32Array.from(entries, (one) => one.own),
    ofMentor: Int32Array.from(entries, (one) => one.other),
    listed,
  };
}

function rankMaps(lists: Record<Id, Id[][]>): Map<Id, Map<Id, number>> {
  return new Map(
    Object.entries(lists).map(([id, groups]) => [
      id,
      new Map(groups.flatMap((group, rank) => group.map((one) => [one, rank]))),
    ]),
  );
}
