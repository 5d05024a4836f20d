import type { Id, Snapshot } from '../input/snapshot.ts';
import { placeCost } from '../round/levels.ts';
import { namedEachOther } from '../round/mutual.ts';
import type { Pairs, Sums } from './pairs-diff.ts';

interface Entry {
  mentor: Id;
  score: number;
  mutual: boolean;
  kept: boolean;
}

type ScoreOf = (request: Id, mentor: Id) => number;

type Wishes = Pick<Snapshot, 'published' | 'policy' | 'preferences'>;

const NOTHING: Wishes = {
  policy: { criteria: [], mutual: 'ignore', loadBalance: 0, keepBonus: 0 },
};

/** Who is with whom in an open round, with the sums kept up to date move by move. */
export class Ledger {
  readonly pairs = new Map<Id, Id>();
  private readonly entries = new Map<Id, Entry>();
  private readonly load = new Map<Id, number>();
  private readonly published: Map<Id, Id>;
  private matched = 0;
  private mutualPairs = 0;
  private score = 0;
  private kept = 0;

  constructor(snapshot: Wishes, scoreOf: ScoreOf, pairs: Pairs) {
    this.published = new Map((snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]));
    for (const [request, mentor] of pairs) this.put(snapshot, scoreOf, request, mentor);
  }

  /** A copy to try things on. */
  copy(): Ledger {
    const copy = new Ledger(NOTHING, () => 0, new Map());
    for (const [request, mentor] of this.pairs) copy.pairs.set(request, mentor);
    for (const [request, entry] of this.entries) copy.entries.set(request, entry);
    for (const [mentor, count] of this.load) copy.load.set(mentor, count);
    for (const [request, mentor] of this.published) copy.published.set(request, mentor);
    const { matched, mutualPairs, score, kept } = this;
    return Object.assign(copy, { matched, mutualPairs, score, kept });
  }

  /** Gives a request another mentor, or none; returns the one before. */
  put(snapshot: Wishes, scoreOf: ScoreOf, request: Id, mentor: Id | undefined): Id | undefined {
    const old = this.entries.get(request);
    if (old) this.count(old, -1);
    if (mentor === undefined) {
      this.entries.delete(request);
      this.pairs.delete(request);
    } else {
      const entry: Entry = {
        mentor,
        score: scoreOf(request, mentor),
        mutual: snapshot.policy.mutual !== 'ignore' && namedEachOther(snapshot, request, mentor),
        kept: this.published.get(request) === mentor,
      };
      this.entries.set(request, entry);
      this.pairs.set(request, mentor);
      this.count(entry, 1);
    }
    return old?.mentor;
  }

  /** Announced pairs of somebody who leaves go with them. */
  forget(id: Id): void {
    for (const [request, mentor] of this.published) if (request === id || mentor === id) this.published.delete(request);
  }

  /** The sums of the round as it stands; O(mentors), for the cost of their loads. */
  sums(snapshot: Snapshot): Sums {
    let loadCost = 0;
    if (snapshot.policy.loadBalance > 0) {
      for (const { id, capacity } of snapshot.mentors) {
        for (let t = this.load.get(id) ?? 0; t > 0; t--)
          loadCost += placeCost(snapshot.policy.loadBalance, t, capacity);
      }
    }
    return { matched: this.matched, mutualPairs: this.mutualPairs, score: this.score, loadCost, kept: this.kept };
  }

  private count(entry: Entry, sign: 1 | -1): void {
    this.matched += sign;
    this.score += sign * entry.score;
    if (entry.mutual) this.mutualPairs += sign;
    if (entry.kept) this.kept += sign;
    this.load.set(entry.mentor, (this.load.get(entry.mentor) ?? 0) + sign);
  }
}
