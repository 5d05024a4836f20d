import { Worker } from 'node:worker_threads';
import type { Pasted } from '@nastavnik/documents/read/read-pasted';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import type { ReadingAnswer, ReadingTask } from './reading-task.ts';
import { turnstile } from './turnstile.ts';

export type ReadingBounds = {
  /** Milliseconds of reading itself; waiting for a turn does not count. */
  readonly timeoutMs?: number;
  /** Mebibytes of the worker's heap. */
  readonly maxMemoryMb?: number;
};

/** Two files are read at once: reading is bound by the processor, and the server has other things to do. */
const inTurn = turnstile(2);

/**
 * Reads a file in a worker of its own, which is stopped when it takes too long (`file.reading-timeout`) or too much
 * memory (`file.reading-memory`). Throws a `ReadingRefusal`; anything else is a defect. A fresh worker for every file
 * costs some 100 ms and makes sure that nothing of one file is left for the next.
 */
export function readInWorker(bytes: Uint8Array, name: string, bounds: ReadingBounds = {}): Promise<SourceDocument> {
  return inTurn(() => runWorker({ bytes, name }, bounds));
}

/** Reads pasted text under the same bounds: a clipboard may hold as much as a file. */
export function readPastedInWorker(pasted: Pasted, bounds: ReadingBounds = {}): Promise<SourceDocument> {
  return inTurn(() => runWorker({ pasted }, bounds));
}

async function runWorker(task: ReadingTask, { timeoutMs = 20_000, maxMemoryMb = 512 }: ReadingBounds) {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: task,
    // The test runner's own loader flags are not for us; nor is the environment with its secrets.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<ReadingAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new ReadingRefusal('file.reading-timeout')), timeoutMs);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? new ReadingRefusal('file.reading-memory') : error));
      worker.once('exit', (code) => reject(new Error(`The reading worker ended with ${code} and no answer`)));
    });
    if ('refusal' in answer) throw new ReadingRefusal(answer.refusal.code, answer.refusal.details);
    return answer.document;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
