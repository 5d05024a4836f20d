import { explainMentor } from '../explain/explain-mentor.ts';
import { explainPair } from '../explain/explain-pair.ts';
import { explainUnmatched } from '../explain/explain-unmatched.ts';
import type { MentorExplanation, PairExplanation, UnmatchedExplanation } from '../explain/explanations.ts';
import { newJudge } from '../input/judge-pair.ts';
import type { Id, PublishedPair, Snapshot } from '../input/snapshot.ts';
import type { Result } from '../round/result.ts';
import { AbortedError, type SolveOptions, solve } from '../round/solve.ts';
import { Chain } from './chain.ts';
import { follow } from './chain-events.ts';
import { afterEvent, type RoundEvent } from './events.ts';
import { fillFreePlaces } from './freeze.ts';
import type { Change, LiveRound, SessionMode } from './live-round.ts';
import { type Diff, movesBetween, type Pairs, sumsOf } from './pairs-diff.ts';
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
  private current: Pairs;
  private now: Snapshot;

  constructor(snapshot: Snapshot, mode: SessionMode, frozen?: Pairs, saved?: ReturnType<Chain['state']>) {
    this.mode = mode;
    this.now = snapshot;
    if (mode === 'freeze') {
      this.current = fillFreePlaces(snapshot, frozen ?? pairsOf(solve(snapshot)));
      return;
    }
    this.chain = followable(snapshot) ? new Chain(snapshot, saved, frozen) : undefined;
    this.current = saved ? this.readPairs() : (frozen ?? this.readPairs());
  }

  get snapshot(): Snapshot {
    return this.now;
  }

  pairs(): Pairs {
    return this.current;
  }

  apply(events: readonly RoundEvent[], options: SolveOptions = {}): Diff {
    const before = { snapshot: this.now, pairs: this.current };
    events.forEach((event, at) => {
      if (options.signal?.aborted) throw new AbortedError('stopped by the caller');
      this.step(event);
      options.onProgress?.({ stage: 'pairs', done: (at + 1) / events.length });
    });
    if (this.mode === 'chain') this.current = this.readPairs();
    return this.diff(before.snapshot, before.pairs);
  }

  whatIf(change: Change): Diff {
    const events = 'events' in change ? change.events : [pairEvent(change)];
    const before = { snapshot: this.now, pairs: this.current, chain: this.chain };
    const back = this.chain?.mark();
    try {
      return this.apply(events);
    } finally {
      back?.();
      this.chain = before.chain;
      this.now = before.snapshot;
      this.current = before.pairs;
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
    if (this.mode === 'freeze') return resultOfPairs(this.now, this.current);
    return this.chain && !this.chain.outgrown ? resultOfChain(this.chain) : solve(this.now);
  }

  save(): Uint8Array {
    const chain = this.chain && !this.chain.outgrown ? this.chain.state() : undefined;
    return encodeSession({
      snapshot: this.now,
      mode: this.mode,
      pairs: Object.fromEntries(this.current),
      ...(chain ? { chain } : {}),
    });
  }

  private step(event: RoundEvent): void {
    const after = afterEvent(this.now, event);
    if (this.mode === 'freeze') {
      this.current = fillFreePlaces(after, this.current);
    } else if (this.chain) {
      follow(this.chain, event, after);
      if (this.chain.outgrown) this.chain = new Chain(after);
    }
    this.now = after;
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

  private diff(snapshot: Snapshot, pairs: Pairs): Diff {
    return {
      moves: movesBetween(pairs, this.current),
      before: sumsOf(snapshot, newJudge(snapshot), pairs),
      after: sumsOf(this.now, newJudge(this.now), this.current),
    };
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
