import { buildGraph } from '../graph/build-graph.ts';
import type { Judge } from '../input/judge-pair.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';

/** Candidates of each request with their scores. */
export type Candidates = Map<Id, Map<Id, number>>;

/** Up to here each pair is judged by the readable rules; above, the graph is read, since all by all would take minutes. */
const JUDGED_PAIRS = 2_000_000;

export function candidatesOf(snapshot: Snapshot, judge: Judge): Candidates {
  if (snapshot.requests.length * snapshot.mentors.length > JUDGED_PAIRS) return candidatesFromGraph(snapshot);
  return new Map(
    snapshot.requests.map((request) => [
      request.id,
      new Map(
        snapshot.mentors
          .filter((mentor) => judge.firstFailed(mentor, request) === undefined)
          .map((mentor) => [mentor.id, judge.score(mentor, request)]),
      ),
    ]),
  );
}

function candidatesFromGraph(snapshot: Snapshot): Candidates {
  const { requestIds, mentorIds, rowPtr, col, score } = buildGraph(snapshot);
  return new Map(
    requestIds.map((id, i) => {
      const row = new Map<Id, number>();
      for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++) row.set(mentorIds[col[e]!]!, score[e]!);
      return [id, row];
    }),
  );
}
