import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import { TooLargeError } from '@nastavnik/domain/matching/round/levels';
import type { Result } from '@nastavnik/domain/matching/round/result';
import { type Progress, solve } from '@nastavnik/domain/matching/round/solve';

export interface MatchJob {
  snapshot: Snapshot;
}

export type MatchMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'result'; result: Result }
  | { kind: 'error'; code: 'too-large' | 'failed'; text: string };

/** Progress is told when the stage changes or a hundredth more is done, not on every tick. */
const STEP = 0.01;

process.once('message', (job) => run(job as MatchJob));
// Nobody waits for an answer any more: the server is gone.
process.once('disconnect', () => process.exit());

function run({ snapshot }: MatchJob): void {
  const tell = (message: MatchMessage): void => {
    process.send?.(message);
  };
  let told: Progress = { stage: 'candidates', done: -1 };
  try {
    const result = solve(snapshot, {
      onProgress: (progress) => {
        if (progress.stage === told.stage && progress.done < told.done + STEP) return;
        told = progress;
        tell({ kind: 'progress', progress });
      },
    });
    tell({ kind: 'result', result });
  } catch (error) {
    const code = error instanceof TooLargeError ? 'too-large' : 'failed';
    tell({ kind: 'error', code, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
