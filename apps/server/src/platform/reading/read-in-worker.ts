import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Pasted } from '@nastavnik/documents/read/read-pasted';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { ReadSheets } from '@nastavnik/documents/sheets/sheet-grid';
import type { CarriedEdits } from '@nastavnik/domain/roadmap-reading/edits/carry-edits';
import type { Correction } from '@nastavnik/domain/roadmap-reading/edits/draft-corrections';
import type { ReadingAgain } from '@nastavnik/domain/roadmap-reading/edits/read-again';
import type { ReadOptions } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import type { ReadingAnswer, ReadingKind, ReadingTask, ReadingTasks } from './reading-task.ts';
import type { ListToTry, TriedList } from './try-list.ts';
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
 * Reads a file in a process of its own, which is stopped when it takes too long (`file.reading-timeout`) or too much
 * memory (`file.reading-memory`). Throws a `ReadingRefusal`; anything else is a defect. A process rather than a thread:
 * a thread that is stopped in the middle may take the whole server with it (seen: V8's check of its code pages), and a
 * fresh one for every file makes sure that nothing of one file is left for the next.
 */
export function readInWorker(bytes: Uint8Array, name: string, bounds: ReadingBounds = {}): Promise<SourceDocument> {
  return inTurn(() => runWorker({ kind: 'file', given: { bytes, name } }, bounds));
}

/** Reads pasted text under the same bounds: a clipboard may hold as much as a file. */
export function readPastedInWorker(pasted: Pasted, bounds: ReadingBounds = {}): Promise<SourceDocument> {
  return inTurn(() => runWorker({ kind: 'pasted', given: pasted }, bounds));
}

/** Reads a file and the plan in it under the same bounds: a long plan takes the rules as long as the reader. */
export function readRoadmapInWorker(
  file: { readonly bytes: Uint8Array; readonly name: string },
  options: ReadOptions,
  bounds: ReadingBounds = {},
): Promise<{ source: SourceDocument; draft: RoadmapDraft }> {
  return inTurn(() => runWorker({ kind: 'roadmap', given: { ...file, options } }, bounds));
}

/** Reads the plan in a known file again, in another manner, with the edits that a person has made. */
export function readAgainInWorker(again: ReadingAgain, bounds: ReadingBounds = {}): Promise<CarriedEdits> {
  return inTurn(() => runWorker({ kind: 'again', given: again }, bounds));
}

/** Reads a table of people under the same bounds. */
export function readSheetsInWorker(bytes: Uint8Array, name: string, bounds: ReadingBounds = {}): Promise<ReadSheets> {
  return inTurn(() => runWorker({ kind: 'sheets', given: { bytes, name } }, bounds));
}

/** Tries the rows of a table against what is known: thousands of names against tens of thousands take a while. */
export function tryListInWorker(list: ListToTry, bounds: ReadingBounds = {}): Promise<TriedList> {
  return inTurn(() => runWorker({ kind: 'list', given: list }, { timeoutMs: 60_000, ...bounds }));
}

/** In what a person has corrected the reading of a known file. */
export function correctionsInWorker(
  edited: Omit<ReadingAgain, 'now'>,
  bounds: ReadingBounds = {},
): Promise<Correction[]> {
  return inTurn(() => runWorker({ kind: 'corrections', given: edited }, bounds));
}

async function runWorker<Kind extends ReadingKind>(
  task: ReadingTask<Kind>,
  { timeoutMs = 20_000, maxMemoryMb = 512 }: ReadingBounds,
): Promise<ReadingTasks[Kind]['found']> {
  const child = fork(join(import.meta.dirname, 'reading-worker.ts'), [], {
    // Bytes and documents travel as they are, not as JSON.
    serialization: 'advanced',
    // Flags of whoever started us are not for it; nor is the environment with its secrets.
    execArgv: [`--max-old-space-size=${maxMemoryMb}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<ReadingAnswer<Kind>>((resolve, reject) => {
      timer = setTimeout(() => reject(new ReadingRefusal('file.reading-timeout')), timeoutMs);
      child.once('message', (message) => resolve(message as ReadingAnswer<Kind>));
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(
          isOutOfMemory(code, signal)
            ? new ReadingRefusal('file.reading-memory')
            : new Error(`The reading process ended with ${code ?? signal} and no answer`),
        ),
      );
      child.send(task, (error) => {
        if (error) reject(error);
      });
    });
    if ('refusal' in answer) throw new ReadingRefusal(answer.refusal.code, answer.refusal.details);
    return answer.found;
  } finally {
    clearTimeout(timer);
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
}

/** The engine aborts when its heap is full; a shell would call it 134. */
const isOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
