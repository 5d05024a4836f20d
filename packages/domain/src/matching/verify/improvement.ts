import type { Id } from '../input/snapshot.ts';
import type { Candidates } from './plain-candidates.ts';
import type { Review } from './review.ts';
import { isMutual } from './totals.ts';

interface Arc {
  to: number;
  cost: number;
}

/**
 * Whether some exchange makes the result better: a chain or a ring of moves, somebody coming in or staying out. In the
 * graph of exchanges (a node for each mentor and one for all that is outside) such a thing is a cycle of negative cost; Bellman and
 * Ford find one if there is any. Costs carry the levels as one number; rounds too large for exact numbers are not judged.
 */
export function canImprove(review: Review, candidates: Candidates): boolean {
  const { snapshot, result, pairOf } = review;
  const { policy } = snapshot;
  const aside = new Set(
    [...result.lockConflicts, ...result.pairs.filter((pair) => pair.source === 'lock')].map((one) => one.request),
  );
  const nodes = new Map(snapshot.mentors.map((one, at) => [one.id, at]));
  const outside = nodes.size;
  const most =
    (Math.min(snapshot.requests.length, nodes.size) + 2) * (2001 + policy.keepBonus + 2 * policy.loadBalance);
  const priorities = [...new Set(snapshot.requests.map((one) => one.priority ?? 0))].sort((x, y) => x - y);
  const mutualCost = most;
  const priorityCost = (nodes.size + 2) * mutualCost * 2;
  const aloneCost = priorityCost * (priorities.length + 1);
  if (aloneCost * nodes.size > Number.MAX_SAFE_INTEGER) return false;

  const published = new Map((snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]));
  const costOf = (request: Id, mentor: Id, score: number): number =>
    -score -
    (published.get(request) === mentor ? policy.keepBonus : 0) -
    (policy.mutual === 'bonus' && isMutual(review, request, mentor) ? mutualCost : 0);
  const arcs: Arc[][] = Array.from({ length: outside + 1 }, () => []);
  for (const request of snapshot.requests) {
    if (aside.has(request.id)) continue;
    const own = pairOf.get(request.id);
    const alone = aloneCost + priorityCost * priorities.indexOf(request.priority ?? 0);
    const row = candidates.get(request.id)!;
    const from = own === undefined ? outside : nodes.get(own)!;
    const now = own === undefined ? alone : costOf(request.id, own, row.get(own) ?? 0);
    for (const [mentor, score] of row)
      arcs[from]!.push({ to: nodes.get(mentor)!, cost: costOf(request.id, mentor, score) - now });
    if (own !== undefined) arcs[from]!.push({ to: outside, cost: alone - now });
  }
  const load = new Map<Id, number>();
  for (const mentor of pairOf.values()) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  for (const { id, capacity } of snapshot.mentors) {
    const count = load.get(id) ?? 0;
    const placeCost = (t: number): number => Math.round((policy.loadBalance * (2 * t - 1)) / capacity);
    if (count < capacity) arcs[nodes.get(id)!]!.push({ to: outside, cost: placeCost(count + 1) });
    if (count > 0) arcs[outside]!.push({ to: nodes.get(id)!, cost: -placeCost(count) });
  }
  return hasNegativeCycle(arcs);
}

/** Bellman and Ford from everywhere at once: if something still improves after as many rounds as nodes, there is a cycle. */
function hasNegativeCycle(arcs: readonly (readonly Arc[])[]): boolean {
  const distance = new Float64Array(arcs.length);
  for (let round = 0; round <= arcs.length; round++) {
    let changed = false;
    arcs.forEach((list, from) => {
      for (const { to, cost } of list) {
        if (distance[from]! + cost < distance[to]!) {
          distance[to] = distance[from]! + cost;
          changed = true;
        }
      }
    });
    if (!changed) return false;
  }
  return true;
}
