import { explainMentor } from '../explain/explain-mentor.ts';
import { explainPair } from '../explain/explain-pair.ts';
import { explainUnmatched } from '../explain/explain-unmatched.ts';
import type { MentorExplanation, PairExplanation, UnmatchedExplanation } from '../explain/explanations.ts';
import { newJudge } from '../input/judge-pair.ts';
import { compareText } from '../input/order.ts';
import type { Id, PublishedPair, Snapshot } from '../input/snapshot.ts';
import type { Result } from '../round/result.ts';
import { AbortedError, type SolveOptions, solve } from '../round/solve.ts';
import { Chain } from './chain.ts';
import { follow } from './chain-events.ts';
import { afterEvent, type RoundEvent } from './events.ts';
import { fillFreePlaces } from './freeze.ts';
import { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';
import type { Change, LiveRound, SessionMode } from './live-round.ts';
import { type Diff, type Move, movesBetween, type Pairs } from './pairs-diff.ts';
import { People } from './people.ts';
import { decodeSession, encodeSession } from './save.ts';
import { resultOfChain, resultOfPairs } from './session-result.ts';

/**
 * Opens a round. With a published result its pairs hold on by the policy's `keepBonus`; without one the round is solved.
 * Policies that a live market cannot follow (stable lists, minimum sizes, locks in conflict) are solved anew on each event.
 */
export function openSession(snapshot: Snapshot, options: { result?: Result; mode?: SessionMode } = {}): LiveRound {
  const { result, mode = 'chain' } = options;
  const start = result ? { ...snapshot, published: publishedPairs(result) } : snapshot;
  const frozen = result && new Map(result.pairs.map((pair) => [pair.request, pair.mentor]));
  return new Session(start, mode, mode === 'freeze' ? frozen : undefined);
}

/** The name of the design; the same thing. */
export function openRound(snapshot: Snapshot, result?: Result): LiveRound {
  return openSession(snapshot, result ? { result } : {});
}

/**
 * Opens a result that was solved from this very snapshot (same digest), to explain it: its pairs stand as they are told, and
 * trials start from the same optimum. The pairs get no bonus that the snapshot does not give them.
 */
export function openResult(snapshot: Snapshot, result: Result): LiveRound {
  const pairs = new Map(result.pairs.map((pair) => [pair.request, pair.mentor]));
  return new Session(snapshot, 'chain', pairs);
}

/** A session from the bytes of `save`; its pairs prove themselves again before anything is believed. */
export function restoreSession(bytes: Uint8Array): LiveRound {
  const saved = decodeSession(bytes);
  const session = new Session(saved.snapshot, saved.mode, new Map(Object.entries(saved.pairs)), saved.chain);
  return session;
}

function publishedPairs(result: Result): PublishedPair[] {
  return result.pairs.map(({ request, mentor }) => ({ request, mentor }));
}

class Session implements LiveRound {
  readonly mode: SessionMode;
  private chain: Chain | undefined;
  private now: Snapshot;
  private ledger: Ledger;
  private readonly people: People;
  /** What a trial has to take back; shared by all that events change by ids. */
  private readonly journal = new Journal();
  /** Mates of the live market at the last look, by number; -2 for a number never looked at. */
  private seen = new Int32Array(0);

  constructor(snapshot: Snapshot, mode: SessionMode, frozen?: Pairs, saved?: ReturnType<Chain['state']>) {
    this.mode = mode;
    this.now = snapshot;
    this.people = new People(snapshot, this.journal);
    if (mode === 'chain' && followable(snapshot)) this.chain = new Chain(snapshot, this.journal, saved, frozen);
    const pairs =
      mode === 'freeze'
        ? fillFreePlaces(snapshot, frozen ?? pairsOf(solve(snapshot)))
        : this.chain && (saved || !frozen)
          ? this.readPairs()
          : frozen;
    this.ledger = this.newLedger(pairs ?? this.readPairs());
    this.look();
  }

  get snapshot(): Snapshot {
    return this.now;
  }

  pairs(): Pairs {
    return this.ledger.pairs;
  }

  apply(events: readonly RoundEvent[], options: SolveOptions = {}): Diff {
    const before = this.ledger.sums();
    const moves = new Map<Id, Move>();
    const note = (request: Id, from: Id | undefined, to: Id | undefined): void => {
      const first = moves.get(request)?.from ?? from ?? null;
      if (moves.has(request) || from !== to) moves.set(request, { request, from: first, to: to ?? null });
    };
    events.forEach((event, at) => {
      if (options.signal?.aborted) throw new AbortedError('stopped by the caller');
      this.step(event, note);
      options.onProgress?.({ stage: 'pairs', done: (at + 1) / events.length });
    });
    return {
      moves: [...moves.values()]
        .filter(({ from, to }) => from !== to)
        .sort((x, y) => compareText(x.request, y.request)),
      before,
      after: this.ledger.sums(),
    };
  }

  whatIf(change: Change): Diff {
    const events = 'events' in change ? change.events : [pairEvent(change)];
    const { now, chain, ledger, seen } = this;
    const back = [this.journal.begin(), ledger.mark(), ...(chain ? [chain.mark()] : [])];
    this.seen = seen.slice();
    try {
      return this.apply(events);
    } finally {
      for (const take of back) take();
      Object.assign(this, { now, chain, ledger, seen });
    }
  }

  explainPair(request: Id, mentor: Id): PairExplanation {
    return explainPair(this, request, mentor);
  }

  explainUnmatched(request: Id): UnmatchedExplanation {
    return explainUnmatched(this, request);
  }

  explainMentor(mentor: Id): MentorExplanation {
    return explainMentor(this, mentor);
  }

  result(): Result {
    if (this.mode === 'freeze') return resultOfPairs(this.now, this.ledger.pairs);
    return this.chain && !this.chain.outgrown ? resultOfChain(this.chain) : solve(this.now);
  }

  save(): Uint8Array {
    const chain = this.chain && !this.chain.outgrown ? this.chain.state() : undefined;
    return encodeSession({
      snapshot: this.now,
      mode: this.mode,
      pairs: Object.fromEntries(this.ledger.pairs),
      ...(chain ? { chain } : {}),
    });
  }

  private step(event: RoundEvent, note: (request: Id, from: Id | undefined, to: Id | undefined) => void): void {
    const after = afterEvent(this.now, event, this.people);
    const chain = this.chain;
    const was = event.t === 'capacity' ? this.people.mentor(event.mentor).capacity : undefined;
    this.people.follow(event);
    if (chain) follow(chain, event, after, this.people, was);
    this.now = after;
    if (!chain || chain.outgrown) {
      const before = this.ledger.pairs;
      if (chain?.outgrown) this.chain = new Chain(after, this.journal);
      const pairs = this.mode === 'freeze' ? fillFreePlaces(after, before) : this.readPairs();
      for (const { request, from, to } of movesBetween(before, pairs))
        note(request, from ?? undefined, to ?? undefined);
      this.ledger = this.newLedger(pairs);
      this.seen = new Int32Array(0); // the numbers may be others now
      this.look();
      return;
    }
    const put = (request: Id): void => {
      const to = chain.mentorOf(request);
      note(request, this.ledger.put(after, this.scoreOf, request, to), to);
    };
    if (event.t === 'requestLeaves' || event.t === 'mentorLeaves') this.ledger.forget(event.id);
    if (event.t === 'mentorJoins') this.ledger.setCapacity(event.m.id, event.m.capacity);
    if (event.t === 'capacity') this.ledger.setCapacity(event.mentor, event.value);
    if (event.t === 'answersChanged' && 'm' in event) this.ledger.setCapacity(event.m.id, event.m.capacity);
    if (event.t === 'requestLeaves') put(event.id);
    if (event.t === 'lock' || event.t === 'unlock') put(event.pair[0]);
    for (const request of this.look()) put(request);
  }

  /** Requests whose mate is another one than at the last look. O(requests), over plain arrays. */
  private look(): Id[] {
    const chain = this.chain;
    if (!chain) return [];
    const { mate } = chain.live.assignment;
    const count = chain.requestIds.length;
    if (this.seen.length < count) {
      const seen = new Int32Array(Math.ceil(count * 1.5)).fill(-2);
      seen.set(this.seen);
      this.seen = seen;
    }
    const changed: Id[] = [];
    for (let i = 0; i < count; i++) {
      if (this.seen[i] === mate[i]) continue;
      this.seen[i] = mate[i]!;
      const id = chain.requestIds[i]!;
      if (chain.requestNumber.get(id) === i) changed.push(id);
    }
    return changed;
  }

  private readonly scoreOf = (request: Id, mentor: Id): number => {
    const [one, other] = [this.people.request(request), this.people.mentor(mentor)];
    return this.chain ? this.chain.scoreOf(one, other) : newJudge(this.now).score(other, one);
  };

  private newLedger(pairs: Pairs): Ledger {
    const judge = newJudge(this.now);
    const scoreOf = (request: Id, mentor: Id): number =>
      judge.score(this.people.mentor(mentor), this.people.request(request));
    return new Ledger(this.now, scoreOf, pairs, this.journal);
  }

  private readPairs(): Pairs {
    if (!this.chain || this.chain.outgrown) return pairsOf(solve(this.now));
    const pairs = new Map<Id, Id>();
    for (const { id } of this.now.requests) {
      const mentor = this.chain.mentorOf(id);
      if (mentor !== undefined) pairs.set(id, mentor);
    }
    return pairs;
  }
}

function pairEvent(change: { force: [Id, Id] } | { forbid: [Id, Id] }): RoundEvent {
  return 'force' in change ? { t: 'lock', pair: change.force } : { t: 'exclude', pair: change.forbid };
}

function followable(snapshot: Snapshot): boolean {
  return snapshot.policy.mutual !== 'stable' && !snapshot.mentors.some((one) => (one.minimum ?? 0) > 1);
}

function pairsOf(result: Result): Pairs {
  return new Map(result.pairs.map((pair) => [pair.request, pair.mentor]));
}
