import { newJudge } from '../input/judge-pair.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { placeCost } from './levels.ts';
import type { Result } from './result.ts';

/** The levels of the objective as a list, greater is better, compared from the left. */
export type Value = number[];

/** Tries every set of pairs; for rounds of a few people. An independent reading of the objective, slow and plain. */
export function bestValue(snapshot: Snapshot): Value {
  const judge = newJudge(snapshot);
  const locked = new Map(keptLocks(snapshot));
  const load = new Map(snapshot.mentors.map((one) => [one.id, 0]));
  for (const mentor of locked.values()) load.set(mentor, load.get(mentor)! + 1);
  const waiting = new Set(snapshot.locks.map((lock) => lock.request).filter((id) => !locked.has(id)));
  const open = snapshot.requests.filter((one) => !locked.has(one.id) && !waiting.has(one.id));
  const pairs = new Map(locked);
  let best: Value | undefined;
  const visit = (at: number): void => {
    const request = open[at];
    if (!request) {
      const value = valueOf(snapshot, pairs);
      if (!best || compareValues(value, best) > 0) best = value;
      return;
    }
    visit(at + 1);
    for (const mentor of snapshot.mentors) {
      if (load.get(mentor.id)! >= mentor.capacity || judge.failed(mentor, request).length > 0) continue;
      load.set(mentor.id, load.get(mentor.id)! + 1);
      pairs.set(request.id, mentor.id);
      visit(at + 1);
      pairs.delete(request.id);
      load.set(mentor.id, load.get(mentor.id)! - 1);
    }
  };
  visit(0);
  return best!;
}

/** Locks that can be kept, in tests where no two compete. */
function keptLocks(snapshot: Snapshot): [string, string][] {
  const judge = newJudge(snapshot);
  return snapshot.locks
    .filter(({ request, mentor }) => {
      const [i, j] = [
        snapshot.requests.find((one) => one.id === request)!,
        snapshot.mentors.find((one) => one.id === mentor)!,
      ];
      return judge.failed(j, i).every((code) => code === 'MIN_SCORE' || code === 'NOT_LISTED');
    })
    .map(({ request, mentor }) => [request, mentor]);
}

export function valueOfResult(snapshot: Snapshot, result: Result): Value {
  return valueOf(snapshot, new Map(result.pairs.map((pair) => [pair.request, pair.mentor])));
}

/** Coverage; then priorities of those served, highest first; mutual pairs; score with bonus and load. */
export function valueOf(snapshot: Snapshot, pairs: ReadonlyMap<string, string>): Value {
  const judge = newJudge(snapshot);
  const { policy, preferences } = snapshot;
  const load = new Map<string, number>();
  const priorities: number[] = [];
  let mutual = 0;
  let score = 0;
  for (const [id, mentorId] of pairs) {
    const request = snapshot.requests.find((one) => one.id === id)!;
    const mentor = snapshot.mentors.find((one) => one.id === mentorId)!;
    priorities.push(request.priority ?? 0);
    score += judge.score(mentor, request);
    if (snapshot.published?.some((pair) => pair.request === id && pair.mentor === mentorId)) score += policy.keepBonus;
    const named =
      preferences?.ofRequest[id]?.flat().includes(mentorId) && preferences.ofMentor[mentorId]?.flat().includes(id);
    if (named && policy.mutual === 'bonus') mutual++;
    const t = (load.get(mentorId) ?? 0) + 1;
    load.set(mentorId, t);
    score -= placeCost(policy.loadBalance, t, mentor.capacity);
  }
  priorities.sort((x, y) => y - x);
  return [pairs.size, ...priorities, mutual, score];
}

export function compareValues(one: Value, other: Value): number {
  if (one[0] !== other[0]) return one[0]! - other[0]!;
  const at = one.findIndex((level, index) => level !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}
