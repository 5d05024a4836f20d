import { parentPort, workerData } from 'node:worker_threads';
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

if (parentPort) {
  const tell = (message: MatchMessage): void => parentPort?.postMessage(message);
  let told: Progress = { stage: 'candidates', done: -1 };
  try {
    const { snapshot } = workerData as MatchJob;
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
