import type { Id, Snapshot } from '../input/snapshot.ts';
import { placeCost } from '../round/levels.ts';
import { namedEachOther } from '../round/mutual.ts';
import { type Journal, KeptMap } from './journal.ts';
import type { Pairs, Sums } from './pairs-diff.ts';

interface Entry {
  mentor: Id;
  score: number;
  mutual: boolean;
  kept: boolean;
}

type ScoreOf = (request: Id, mentor: Id) => number;

/** Who is with whom in an open round, with the sums kept up to date move by move. */
export class Ledger {
  private readonly mentorOf: KeptMap<Id, Id>;
  private readonly entries: KeptMap<Id, Entry>;
  private readonly load: KeptMap<Id, number>;
  private readonly capacity: KeptMap<Id, number>;
  private readonly published: KeptMap<Id, Id>;
  private readonly publishedOf = new Map<Id, Id[]>();
  private sum: Sums = { matched: 0, mutualPairs: 0, score: 0, loadCost: 0, kept: 0 };
  private readonly loadBalance: number;

  constructor(snapshot: Snapshot, scoreOf: ScoreOf, pairs: Pairs, journal: Journal) {
    this.mentorOf = new KeptMap(journal);
    this.entries = new KeptMap(journal);
    this.load = new KeptMap(journal);
    this.loadBalance = snapshot.policy.loadBalance;
    this.capacity = new KeptMap(
      journal,
      snapshot.mentors.map((one) => [one.id, one.capacity]),
    );
    this.published = new KeptMap(
      journal,
      (snapshot.published ?? []).map((pair) => [pair.request, pair.mentor]),
    );
    for (const [request, mentor] of this.published.entries) {
      const list = this.publishedOf.get(mentor);
      if (list) list.push(request);
      else this.publishedOf.set(mentor, [request]);
    }
    for (const [request, mentor] of pairs) this.put(snapshot, scoreOf, request, mentor);
  }

  get pairs(): Pairs {
    return this.mentorOf.entries;
  }

  /** Gives a request another mentor, or none; returns the one before. */
  put(snapshot: Snapshot, scoreOf: ScoreOf, request: Id, mentor: Id | undefined): Id | undefined {
    const old = this.entries.get(request);
    if (old) this.count(old, -1);
    if (mentor === undefined) {
      this.entries.delete(request);
      this.mentorOf.delete(request);
    } else {
      const entry: Entry = {
        mentor,
        score: scoreOf(request, mentor),
        mutual: snapshot.policy.mutual !== 'ignore' && namedEachOther(snapshot, request, mentor),
        kept: this.published.get(request) === mentor,
      };
      this.entries.set(request, entry);
      this.mentorOf.set(request, mentor);
      this.count(entry, 1);
    }
    return old?.mentor;
  }

  /** A mentor has come, or has another number of places: the same load costs something else. */
  setCapacity(mentor: Id, capacity: number): void {
    const load = this.load.get(mentor) ?? 0;
    const before = this.costOf(mentor, load);
    this.capacity.set(mentor, capacity);
    this.sum = { ...this.sum, loadCost: this.sum.loadCost - before + this.costOf(mentor, load) };
  }

  /** Announced pairs of somebody who leaves go with them. */
  forget(id: Id): void {
    this.published.delete(id);
    for (const request of this.publishedOf.get(id) ?? []) {
      if (this.published.get(request) === id) this.published.delete(request);
    }
  }

  /** The sums of the round as it stands. */
  sums(): Sums {
    return this.sum;
  }

  /** The sums as they are now, to be put back after a trial (the journal sees to the rest). */
  mark(): () => void {
    const { sum } = this;
    return () => {
      this.sum = sum;
    };
  }

  private count(entry: Entry, sign: 1 | -1): void {
    const { matched, mutualPairs, score, loadCost, kept } = this.sum;
    const before = this.load.get(entry.mentor) ?? 0;
    const after = before + sign;
    this.load.set(entry.mentor, after);
    this.sum = {
      matched: matched + sign,
      mutualPairs: mutualPairs + (entry.mutual ? sign : 0),
      score: score + sign * entry.score,
      loadCost: loadCost + this.costOf(entry.mentor, after) - this.costOf(entry.mentor, before),
      kept: kept + (entry.kept ? sign : 0),
    };
  }

  private costOf(mentor: Id, load: number): number {
    let cost = 0;
    const capacity = this.loadBalance > 0 ? (this.capacity.get(mentor) ?? 0) : 0;
    for (let t = capacity > 0 ? load : 0; t > 0; t--) cost += placeCost(this.loadBalance, t, capacity);
    return cost;
  }
}
