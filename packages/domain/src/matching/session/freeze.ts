import { buildGraph } from '../graph/build-graph.ts';
import { newJudge } from '../input/judge-pair.ts';
import { orderParticipants } from '../input/order.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import { optimize } from '../market/optimize.ts';
import { problemOf } from '../round/problem.ts';
import type { Pairs } from './pairs-diff.ts';

/**
 * Freeze: pairs that are still possible stay as they are; whoever is without a mentor gets the best of the free places.
 * The best is meant for all of them together (a small market of its own), only nobody else is asked to move.
 */
export function fillFreePlaces(snapshot: Snapshot, frozen: Pairs): Pairs {
  const judge = newJudge(snapshot);
  const mentors = new Map(snapshot.mentors.map((one) => [one.id, one]));
  const locks = new Map(snapshot.locks.map((lock) => [lock.request, lock.mentor]));
  const load = new Map<Id, number>();
  const pairs = new Map<Id, Id>();
  const seat = (request: Id, mentor: Id): void => {
    pairs.set(request, mentor);
    load.set(mentor, (load.get(mentor) ?? 0) + 1);
  };
  const stays = (request: Snapshot['requests'][number], id: Id | undefined, locked: boolean): boolean => {
    const mentor = id === undefined ? undefined : mentors.get(id);
    if (!mentor || (load.get(mentor.id) ?? 0) >= mentor.capacity) return false;
    return judge.failed(mentor, request).every((code) => locked && (code === 'MIN_SCORE' || code === 'NOT_LISTED'));
  };
  for (const request of snapshot.requests) {
    const lock = locks.get(request.id);
    if (lock !== undefined && stays(request, lock, true)) seat(request.id, lock);
  }
  for (const request of snapshot.requests) {
    const mentor = frozen.get(request.id);
    if (!locks.has(request.id) && stays(request, mentor, false)) seat(request.id, mentor!);
  }
  const open = snapshot.requests.filter((request) => !pairs.has(request.id) && !locks.has(request.id));
  if (open.length === 0) return pairs;

  const isOpen = new Set(open.map((one) => one.id));
  const part: Snapshot = {
    ...snapshot,
    requests: open,
    locks: [],
    exclusions: snapshot.exclusions.filter((one) => isOpen.has(one.request)),
    published: (snapshot.published ?? []).filter((pair) => isOpen.has(pair.request)),
    ...(snapshot.scores ? { scores: snapshot.scores.filter((one) => isOpen.has(one.request)) } : {}),
  };
  const ordered = orderParticipants(part);
  const full = Int32Array.from(ordered.mentors, (one) => load.get(one.id) ?? 0);
  const member = new Uint8Array(open.length).fill(1);
  const { market } = problemOf(part, ordered, buildGraph(part, ordered), { member, full });
  optimize(market).assignment.mate.forEach((j, i) => {
    if (j >= 0) seat(ordered.requests[i]!.id, ordered.mentors[j]!.id);
  });
  return pairs;
}
