import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileRounds } from '../input/profile-rounds.testing.ts';
import type { Profile, Snapshot } from '../input/snapshot.ts';
import { bestValue, compareValues, valueOf } from '../round/exhaustive.testing.ts';
import { smallRounds } from '../round/small-rounds.testing.ts';
import { solve } from '../round/solve.ts';
import { runs } from '../runs.testing.ts';
import { verify } from '../verify/verify.ts';
import { afterEvent, EventError, type RoundEvent } from './events.ts';
import type { LiveRound } from './live-round.ts';
import { movesBetween } from './pairs-diff.ts';
import { eventFor, plans } from './random-events.testing.ts';
import { openSession, restoreSession } from './session.ts';

const SIZE = { requests: 4, mentors: 3, capacity: 2 };

test('after each of twelve events the open round is as good as a full solve of the round as it stands', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(12), (snapshot, plan) => {
      const round = openSession(snapshot);
      for (const step of plan) {
        const event = eventFor(round.snapshot, step);
        if (!event) continue;
        round.apply([event]);
        expect(valueOf(round.snapshot, round.pairs())).toEqual(bestValue(round.snapshot));
      }
      expect(verify(round.snapshot, round.result())).toEqual([]);
    }),
    runs(150),
  );
});

test('a published result holds on by its bonus: the open round is the best of the problem with the bonus in it', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(4), (snapshot, plan) => {
      const first = solve(snapshot);
      const round = openSession({ ...snapshot, policy: { ...snapshot.policy, keepBonus: 300 } }, { result: first });
      for (const step of plan) {
        const event = eventFor(round.snapshot, step);
        if (!event) continue;
        round.apply([event]);
        expect(valueOf(round.snapshot, round.pairs())).toEqual(bestValue(round.snapshot));
      }
    }),
    runs(100),
  );
});

test('a trial tells what a real solve of the changed round tells, and leaves no trace', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(3), (snapshot, plan) => {
      const round = openSession(snapshot);
      const before = new Map(round.pairs());
      for (const step of plan) {
        const event = eventFor(snapshot, step);
        if (!event) continue;
        const trial = round.whatIf({ events: [event] });
        const changed = afterEvent(snapshot, event);
        const { totals } = solve(changed);
        expect(trial.after.matched).toBe(totals.matched);
        expect(trial.after.mutualPairs).toBe(totals.mutualPairs);
        const bonus = snapshot.policy.keepBonus;
        const kept = (changed.published ?? []).length - totals.moved;
        expect(trial.after.score - trial.after.loadCost + bonus * trial.after.kept).toBe(
          totals.score - totals.loadCost + bonus * kept,
        );
        expect(round.pairs()).toEqual(before);
        expect(round.snapshot).toBe(snapshot);
      }
      expect(verify(snapshot, round.result())).toEqual([]);
    }),
    runs(150),
  );
});

test('a saved round goes on as if it had never been closed', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(6), (snapshot, plan) => {
      const round = openSession(snapshot);
      for (const step of plan.slice(0, 3)) applyStep(round, step);
      const again = restoreSession(round.save());
      expect(again.pairs()).toEqual(round.pairs());
      expect(again.save()).toEqual(round.save());
      for (const step of plan.slice(3)) {
        applyStep(round, step);
        applyStep(again, step);
        expect(compareValues(valueOf(again.snapshot, again.pairs()), valueOf(round.snapshot, round.pairs()))).toBe(0);
      }
    }),
    runs(60),
  );
});

test('damaged bytes of a saved round are refused', () => {
  const round = openSession(twoMentors());
  const bytes = round.save();
  expect(() => restoreSession(bytes.slice(0, 40))).toThrow('not a saved session');
  expect(() => restoreSession(Uint8Array.from('{"engine":"other"}', (letter) => letter.charCodeAt(0)))).toThrow(
    'another engine',
  );
});

test('in a frozen round nobody moves who can stay, and nobody waits beside a free place that fits', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(6), (snapshot, plan) => {
      const round = openSession(snapshot, { mode: 'freeze' });
      for (const step of plan) {
        const event = eventFor(round.snapshot, step);
        if (!event || event.t === 'lock' || event.t === 'unlock') continue;
        const before = new Map(round.pairs());
        const { moves } = round.apply([event]);
        // (a lock that can be kept from now on takes its place from whoever sits there)
        const touched =
          'id' in event ? [event.id] : 'mentor' in event ? [event.mentor] : 'pair' in event ? event.pair : [];
        for (const { request, from } of moves) {
          if (from !== null) expect(touched.some((id) => id === request || id === from)).toBe(true);
        }
        expect(before.size - round.pairs().size).toBeLessThanOrEqual(3);
        for (const one of round.result().unmatched) expect(one.reason).not.toBe('LIST_EXHAUSTED');
      }
    }),
    runs(100),
  );
});

test('a mentor who leaves sends the mentees to others, and a new place is filled at once', () => {
  const round = openSession(twoMentors());
  expect(Object.fromEntries(round.pairs())).toEqual({ r1: 'm1', r2: 'm2' });
  const gone = round.apply([{ t: 'mentorLeaves', id: 'm2' }]);
  expect(gone.moves).toEqual([{ request: 'r2', from: 'm2', to: null }]);
  const grown = round.apply([{ t: 'capacity', mentor: 'm1', value: 2 }]);
  expect(grown.moves).toEqual([{ request: 'r2', from: null, to: 'm1' }]);
  expect(grown.after.matched - grown.before.matched).toBe(1);
});

test('an event about a stranger is refused and changes nothing', () => {
  const round = openSession(twoMentors());
  const stranger: RoundEvent = { t: 'requestLeaves', id: 'nobody' };
  expect(() => round.apply([stranger])).toThrow(EventError);
  expect(round.pairs().size).toBe(2);
});

function applyStep(round: LiveRound, step: number): void {
  const event = eventFor(round.snapshot, step);
  if (event) round.apply([event]);
}

function twoMentors(): Snapshot {
  return {
    version: 1,
    seed: 1,
    mentors: [
      { id: 'm1', capacity: 1 },
      { id: 'm2', capacity: 1 },
    ],
    requests: [{ id: 'r1', priority: 1 }, { id: 'r2' }],
    policy: { criteria: [], mutual: 'bonus', loadBalance: 0, keepBonus: 0 },
    locks: [],
    exclusions: [],
    scores: [
      { request: 'r1', mentor: 'm1', score: 900 },
      { request: 'r1', mentor: 'm2', score: 800 },
      { request: 'r2', mentor: 'm1', score: 700 },
      { request: 'r2', mentor: 'm2', score: 650 },
    ],
  };
}

test('the sums of an open round, kept move by move, are those of its result', () => {
  fc.assert(
    fc.property(smallRounds(SIZE), plans(8), (snapshot, plan) => {
      const round = openSession(snapshot);
      for (const step of plan) {
        const event = eventFor(round.snapshot, step);
        if (!event) continue;
        const before = new Map(round.pairs());
        const { after, moves } = round.apply([event]);
        expect(moves).toEqual(movesBetween(before, round.pairs()));
        const { totals } = round.result();
        expect(after).toMatchObject({
          matched: totals.matched,
          score: totals.score,
          loadCost: totals.loadCost,
          mutualPairs: totals.mutualPairs,
        });
        expect(after.kept).toBe((round.snapshot.published ?? []).length - totals.moved);
      }
    }),
    runs(100),
  );
});

test('people may change their answers: the open round is that of a full solve with the new ones', () => {
  fc.assert(
    fc.property(profileRounds, fc.nat(), fc.nat(), (snapshot, one, other) => {
      const round = openSession(snapshot);
      for (const at of [one, other]) {
        const request = snapshot.requests[at % Math.max(1, snapshot.requests.length)];
        const mentor = snapshot.mentors[at % Math.max(1, snapshot.mentors.length)];
        if (!request || !mentor) return;
        round.apply([{ t: 'answersChanged', r: { ...request, ...answersOf(mentor) } }]);
        round.apply([
          { t: 'answersChanged', m: { ...mentor, capacity: (mentor.capacity + at) % 4, ...answersOf(request) } },
        ]);
      }
      const result = round.result();
      expect(verify(round.snapshot, result)).toEqual([]);
      expect(result.totals).toMatchObject(sumsOf(round));
      const { matched, score, loadCost } = solve(round.snapshot).totals;
      expect(result.totals.matched).toBe(matched);
      expect(result.totals.score - result.totals.loadCost).toBe(score - loadCost);
    }),
    runs(80),
  );
});

function answersOf({ subjects, slots, municipality, online }: Profile): Profile {
  return JSON.parse(JSON.stringify({ subjects, slots, municipality, online })) as Profile;
}

function sumsOf(round: LiveRound): object {
  const { matched, score, loadCost, mutualPairs } = round.whatIf({ events: [] }).after;
  return { matched, score, loadCost, mutualPairs };
}
