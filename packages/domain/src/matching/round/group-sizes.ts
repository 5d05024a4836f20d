import type { Graph } from '../graph/build-graph.ts';
import { compareText, type Ordered } from '../input/order.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { optimize, type Tick } from '../market/optimize.ts';
import type { Outcome } from './assemble.ts';
import { type Part, problemOf } from './problem.ts';

/**
 * Minimum group sizes, a heuristic: close the smallest group that is too small and place its members elsewhere, as long
 * as nobody is left out by it; a group that cannot be closed so is reported as small. Each step is solved anew and
 * exactly. Groups with a locked or listed member are never closed.
 */
export function fillGroups(
  snapshot: Snapshot,
  ordered: Ordered,
  graph: Graph,
  part: Part,
  outcome: Outcome,
  tick: Tick,
): Outcome {
  const full = part.full.slice();
  const closed = new Set<number>();
  const small = new Set<number>();
  let best = outcome;
  for (;;) {
    const load = new Int32Array(ordered.mentors.length);
    for (const j of best.mentorOf) if (j >= 0) load[j]!++;
    const short = ordered.mentors
      .map((one, j) => ({ j, load: load[j]!, minimum: one.minimum ?? 0 }))
      .filter(({ j, load: count, minimum }) => count > 0 && count < minimum && !small.has(j))
      .sort((x, y) => x.load - y.load || x.j - y.j)[0];
    if (!short) break;
    const next = part.full[short.j]! > 0 ? undefined : withoutMentor(short.j);
    if (next && covered(next.mentorOf) >= covered(best.mentorOf)) {
      closed.add(short.j);
      full[short.j] = ordered.mentors[short.j]!.capacity;
      best = next;
    } else small.add(short.j);
  }
  const idsOf = (set: ReadonlySet<number>): string[] => [...set].map((j) => ordered.mentors[j]!.id).sort(compareText);
  // The shortage groups of the first solution stay the proof of the coverage, which has not changed.
  return {
    ...best,
    shortages: outcome.shortages,
    groups: { heuristic: true, closed: idsOf(closed), small: idsOf(small) },
  };

  function withoutMentor(j: number): Outcome {
    const tried = full.slice();
    tried[j] = ordered.mentors[j]!.capacity;
    const { market } = problemOf(snapshot, ordered, graph, { member: part.member, full: tried });
    const { assignment, shortages } = optimize(market, tick);
    const mentorOf = outcome.mentorOf.slice();
    assignment.mate.forEach((mate, i) => {
      if (part.member[i] === 1) mentorOf[i] = mate;
    });
    return { ...outcome, mentorOf, shortages };
  }
}

function covered(mentorOf: Int32Array): number {
  return mentorOf.reduce((count, j) => count + Number(j >= 0), 0);
}
