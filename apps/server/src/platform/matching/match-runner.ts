import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import type { Result } from '@nastavnik/domain/matching/round/result';
import type { Progress } from '@nastavnik/domain/matching/round/solve';
import type { MatchJob, MatchMessage } from './match-worker.ts';

/** Limits of one run and of the queue; the web process itself never solves. */
export interface MatchLimits {
  /** Runs at the same time. */
  concurrency: number;
  /** Rounds that may wait; one more is refused at once. */
  queue: number;
  milliseconds: number;
  megabytes: number;
}

/** Enough for a region of 100,000 requests; a school needs milliseconds. */
export const MATCH_LIMITS: MatchLimits = { concurrency: 1, queue: 20, milliseconds: 120_000, megabytes: 2048 };

export type MatchRunCode = 'timeout' | 'memory' | 'aborted' | 'queue-full' | 'closed' | 'too-large' | 'failed';

/** A run that gave no result. `failed` and its cause are a defect; the others are limits that somebody set. */
export class MatchRunError extends Error {
  readonly code: MatchRunCode;
  constructor(code: MatchRunCode, options?: ErrorOptions) {
    super(`match run: ${code}`, options);
    this.code = code;
  }
}

export interface RunOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface MatchRunner {
  /** Solves in a worker of its own; rejects with `MatchRunError`. */
  solve: (snapshot: Snapshot, options?: RunOptions) => Promise<Result>;
  /** Runs and waiting rounds now. */
  load: () => { running: number; waiting: number };
  /** Stops what runs, refuses what waits. */
  close: () => Promise<void>;
}

interface Waiting {
  job: MatchJob;
  options: RunOptions;
  resolve: (result: Result) => void;
  reject: (error: MatchRunError) => void;
  onAbort?: () => void;
}

/** First come, first served; each run in a fresh process, so that memory is given back and a limit ends only its own run. */
export function newMatchRunner(limits: MatchLimits = MATCH_LIMITS): MatchRunner {
  const waiting: Waiting[] = [];
  const running = new Map<ChildProcess, Waiting>();
  let closed = false;

  const next = (): void => {
    while (running.size < limits.concurrency) {
      const item = waiting.shift();
      if (!item) return;
      start(item);
    }
  };

  const start = (item: Waiting): void => {
    const worker = fork(join(import.meta.dirname, 'match-worker.ts'), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    running.set(worker, item);
    const timer = setTimeout(() => end(new MatchRunError('timeout')), limits.milliseconds);
    /** The first outcome counts; what the dying worker still says does not. */
    const end = (outcome: Result | MatchRunError): void => {
      if (!running.delete(worker)) return;
      clearTimeout(timer);
      if (item.onAbort) item.options.signal?.removeEventListener('abort', item.onAbort);
      worker.kill('SIGKILL');
      if (outcome instanceof MatchRunError) item.reject(outcome);
      else item.resolve(outcome);
      next();
    };
    stopOf.set(item, end);
    worker.on('message', (message: MatchMessage) => {
      if (message.kind === 'progress') item.options.onProgress?.(message.progress);
      else if (message.kind === 'result') end(message.result);
      else end(new MatchRunError(message.code, { cause: message.text }));
    });
    worker.on('error', (cause) => end(new MatchRunError('failed', { cause })));
    worker.on('exit', (code, signal) => {
      // The engine aborts when its heap is full.
      const full = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
      end(new MatchRunError(full ? 'memory' : 'failed', { cause: `the worker ended with ${code ?? signal}` }));
    });
    worker.send(item.job, (cause) => {
      if (cause) end(new MatchRunError('failed', { cause }));
    });
  };

  const stopOf = new WeakMap<Waiting, (outcome: MatchRunError) => void>();
  const abort = (item: Waiting, code: MatchRunCode): void => {
    const at = waiting.indexOf(item);
    if (at >= 0) {
      waiting.splice(at, 1);
      item.reject(new MatchRunError(code));
    } else stopOf.get(item)?.(new MatchRunError(code));
  };

  return {
    solve: (snapshot, options = {}) => {
      if (closed) return Promise.reject(new MatchRunError('closed'));
      if (options.signal?.aborted) return Promise.reject(new MatchRunError('aborted'));
      if (running.size >= limits.concurrency && waiting.length >= limits.queue) {
        return Promise.reject(new MatchRunError('queue-full'));
      }
      return new Promise<Result>((resolve, reject) => {
        const item: Waiting = { job: { snapshot }, options, resolve, reject };
        if (options.signal) {
          item.onAbort = () => abort(item, 'aborted');
          options.signal.addEventListener('abort', item.onAbort, { once: true });
        }
        waiting.push(item);
        next();
      });
    },
    load: () => ({ running: running.size, waiting: waiting.length }),
    close: async () => {
      closed = true;
      for (let item = waiting[0]; item; item = waiting[0]) abort(item, 'closed');
      const workers = [...running];
      const ended = workers.map(([worker]) => new Promise((resolve) => worker.once('exit', resolve)));
      for (const [, item] of workers) abort(item, 'closed');
      await Promise.all(ended);
    },
  };
}
