import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRandom } from '../instance/random.ts';
import { runs } from '../runs.testing.ts';
import { type Market, newMarket } from './market.ts';
import { optimize } from './optimize.ts';

/** More people than trying everything could settle, so that rows, lists and searches grow past their first steps. */
interface Shape {
  seed: number;
  requests: number;
  mentors: number;
  /** Most candidates of a request. */
  candidates: number;
  /** Places for a hundred requests. */
  room: number;
  /** Number of different scores. */
  scores: number;
  /** Cost of the second place above the first, of the third above the second… */
  load: number;
  priorities: number;
}

const shapes = (requests: [number, number], mentors: [number, number]): fc.Arbitrary<Shape> =>
  fc.record({
    seed: fc.integer({ min: 1 }),
    requests: fc.integer({ min: requests[0], max: requests[1] }),
    mentors: fc.integer({ min: mentors[0], max: mentors[1] }),
    candidates: fc.constantFrom(1, 2, 4, 8, 15, 30, 60, 300),
    room: fc.constantFrom(40, 80, 95, 100, 100, 103, 110, 150),
    scores: fc.constantFrom(1, 2, 7, 60, 1000),
    load: fc.constantFrom(0, 0, 30),
    priorities: fc.constantFrom(1, 1, 3),
  });

test('markets of some hundred people are solved with a proof whose two sides are equal', () => {
  fc.assert(
    fc.property(shapes([1, 260], [1, 60]), (shape) => {
      expectProved(marketOf(shape));
    }),
    runs(200),
  );
});

test('so are markets where the auction takes part', () => {
  fc.assert(
    fc.property(shapes([2000, 2600], [300, 700]), (shape) => {
      expectProved(marketOf({ ...shape, candidates: Math.min(shape.candidates, 30) }));
    }),
    runs(8),
  );
});

/**
 * `optimize` throws when its own certificate fails; here the two sums of linear programming duality are compared in plain
 * arithmetic: what the pairs cost, and what the prices say that anything must cost at least.
 */
function expectProved(market: Market): void {
  const { assignment: a } = optimize(market);
  const used = new Int32Array(market.mentors);
  let cost = 0;
  let bound = 0;
  for (let i = 0; i < market.requests; i++) {
    let least = market.outside[i]!;
    let own = a.mate[i]! < 0 ? market.outside[i]! : Infinity;
    for (let e = market.rowStart[i]!; e < market.rowEnd[i]!; e++) {
      const j = market.col[e]!;
      least = Math.min(least, market.cost[e]! + a.price[j]!);
      if (j === a.mate[i]) own = market.cost[e]!;
    }
    bound += least;
    cost += own;
    if (a.mate[i]! >= 0) used[a.mate[i]!]!++;
  }
  for (let j = 0; j < market.mentors; j++) {
    const places = market.placeCost.subarray(market.placeStart[j], market.placeEnd[j]);
    expect(used[j]).toBeLessThanOrEqual(places.length);
    places.forEach((placeCost, t) => {
      if (t < used[j]!) cost += placeCost;
      bound -= Math.max(0, a.price[j]! - placeCost);
    });
  }
  expect(cost).toBe(bound);
}

function marketOf({ seed, requests, mentors, candidates, room, scores, load, priorities }: Shape): Market {
  const random = newRandom(seed);
  const rowPtr = new Int32Array(requests + 1);
  const col: number[] = [];
  const cost: number[] = [];
  for (let i = 0; i < requests; i++) {
    const wanted = Math.min(mentors, random.below(candidates + 1));
    const row = new Set<number>();
    while (row.size < wanted) row.add(random.below(mentors));
    for (const j of row) {
      col.push(j);
      cost.push(Math.floor((random.below(scores) * 1000) / scores));
    }
    rowPtr[i + 1] = col.length;
  }
  const places = new Int32Array(mentors);
  for (let left = Math.ceil((requests * room) / 100); left > 0; left--) places[random.below(mentors)]!++;
  // Above the swing of one path; see `levelWeights`.
  const step = (Math.min(requests, mentors) + 1) * 1001 + load * (requests + 1);
  const outside = Float64Array.from({ length: requests }, () => step * (priorities + 1 + random.below(priorities)));
  const placeCosts = Array.from(places, (count) => Array.from({ length: count }, (_, t) => load * t));
  return newMarket({ rowPtr, col: Int32Array.from(col), cost: Int32Array.from(cost) }, placeCosts, outside);
}
