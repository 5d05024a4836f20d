import { NEUTRAL, newJudge } from '../input/judge-pair.ts';
import { type Ordered, orderParticipants } from '../input/order.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import { weightsOf } from '../input/weights.ts';
import { candidateIndex } from './candidate-index.ts';
import { fastLikeness } from './features.ts';
import { pairGate } from './pair-gate.ts';
import { sortByScore } from './sort-by-score.ts';

/**
 * All candidates of a round: mentors `col[rowPtr[i] .. rowPtr[i+1])` of request `i`, best score first. Ids and typed
 * arrays only, so that it can be handed to a worker.
 */
export interface Graph {
  requestIds: Id[];
  mentorIds: Id[];
  rowPtr: Int32Array;
  col: Int32Array;
  score: Int32Array;
  /** Pairs that were looked at, for the benchmark. */
  examined: number;
}

/** The candidates of all requests by the hard rules and their scores by the criteria; every pair as `newJudge` sees it. */
export function buildGraph(snapshot: Snapshot, ordered: Ordered = orderParticipants(snapshot)): Graph {
  const found = snapshot.scores ? listedEdges(snapshot, ordered) : scoredEdges(snapshot, ordered);
  sortByScore(found);
  return {
    requestIds: ordered.requests.map((one) => one.id),
    mentorIds: ordered.mentors.map((one) => one.id),
    rowPtr: found.rowPtr,
    col: found.col,
    score: found.score,
    examined: found.examined,
  };
}

interface Edges {
  rowPtr: Int32Array;
  col: Int32Array;
  score: Int32Array;
  examined: number;
}

function scoredEdges(snapshot: Snapshot, ordered: Ordered): Edges {
  const gate = pairGate(snapshot, ordered);
  const candidates = candidateIndex(snapshot, ordered);
  const criteria = weightsOf(snapshot.policy.criteria).map(({ criterion, weight }) => ({
    weight,
    neutral: criterion.neutral ?? NEUTRAL,
    likeness: fastLikeness(criterion, snapshot, ordered),
  }));
  const least = snapshot.policy.minScore ?? 0;
  const requests = ordered.requests.length;
  const rowPtr = new Int32Array(requests + 1);
  let col = new Int32Array(Math.max(1024, requests * 16));
  let score = new Int32Array(col.length);
  let size = 0;
  let examined = 0;
  const passed = new Int32Array(ordered.mentors.length);
  const similar = new Int32Array(ordered.mentors.length);
  const sums = new Int32Array(ordered.mentors.length);
  for (let i = 0; i < requests; i++) {
    for (const list of candidates.of(i)) {
      examined += list.length;
      const count = gate(i, list, list.length, passed);
      if (count === 0) continue;
      sums.fill(50, 0, count); // hundredths of a point, rounded at the half
      for (const { weight, neutral, likeness } of criteria) {
        likeness(i, passed, count, similar);
        for (let at = 0; at < count; at++) {
          const similarity = similar[at]!;
          sums[at]! += weight * (similarity < 0 ? neutral : similarity);
        }
      }
      if (size + count > col.length) {
        const room = size + count + Math.ceil((size / (i + 1)) * (requests - i)); // if it goes on like this
        col = enlarged(col, room);
        score = enlarged(score, room);
      }
      for (let at = 0; at < count; at++) {
        const points = Math.floor(sums[at]! / 100);
        if (points < least) continue;
        col[size] = passed[at]!;
        score[size++] = points;
      }
    }
    rowPtr[i + 1] = size;
  }
  return { rowPtr, col: col.subarray(0, size), score: score.subarray(0, size), examined };
}

function listedEdges(snapshot: Snapshot, ordered: Ordered): Edges {
  const judge = newJudge(snapshot);
  const rows: { j: number; score: number }[][] = ordered.requests.map(() => []);
  for (const { request, mentor, score } of snapshot.scores ?? []) {
    const i = ordered.requestAt.get(request)!;
    const j = ordered.mentorAt.get(mentor)!;
    if (judge.firstFailed(ordered.mentors[j]!, ordered.requests[i]!) === undefined) rows[i]!.push({ j, score });
  }
  const rowPtr = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    row.sort((x, y) => x.j - y.j);
    rowPtr[i + 1] = rowPtr[i]! + row.length;
  });
  return {
    rowPtr,
    col: Int32Array.from(rows.flatMap((row) => row.map(({ j }) => j))),
    score: Int32Array.from(rows.flatMap((row) => row.map(({ score }) => score))),
    examined: snapshot.scores?.length ?? 0,
  };
}

function enlarged(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(room * 1.1));
  larger.set(array);
  return larger;
}
