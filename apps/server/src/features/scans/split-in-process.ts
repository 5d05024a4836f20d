import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ScanRefusal } from '@nastavnik/documents/consents/scan-refusal';
import { turnstile } from '../../platform/reading/turnstile.ts';
import type { PlacedPage, SplittingAnswer, SplittingTask } from './splitting-task.ts';

/** Looking at pages is bound by the processor: one pile at a time leaves the server its breath. */
const inTurn = turnstile(1);
/** Half a second a page, 400 pages at most, and as much again on a busy machine. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * Where each page of a pile belongs, by its square code. In a process of its own, as files are read: pictures are
 * decoded there, and what goes wrong with one goes wrong alone. @throws ScanRefusal
 */
export async function lookThrough(bytes: Uint8Array, onPage: (looked: number) => void): Promise<readonly PlacedPage[]> {
  const end = await inTurn(() => run({ kind: 'look', bytes }, onPage));
  return 'pages' in end ? end.pages : [];
}

/** One PDF for each choice of pages (from 0). @throws ScanRefusal */
export async function cutOut(
  bytes: Uint8Array,
  pieces: readonly (readonly number[])[],
): Promise<readonly Uint8Array[]> {
  const end = await run({ kind: 'cut', bytes, pieces }, () => undefined);
  return 'pieces' in end ? end.pieces : [];
}

/** A page (from 0) as a PNG, small: enough to read whose it is. @throws ScanRefusal */
export async function drawPage(bytes: Uint8Array, page: number): Promise<Uint8Array | undefined> {
  const end = await inTurn(() => run({ kind: 'draw', bytes, page }, () => undefined));
  return 'picture' in end ? end.picture : undefined;
}

async function run(task: SplittingTask, onPage: (looked: number) => void): Promise<SplittingAnswer> {
  const child = fork(join(import.meta.dirname, 'splitting-worker.ts'), [], {
    serialization: 'advanced',
    // Flags of whoever started us are not for it; nor is the environment with its secrets.
    execArgv: ['--max-old-space-size=1024'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const end = await new Promise<SplittingAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new ScanRefusal('scan.not-readable')), TIMEOUT_MS);
      child.on('message', (message: SplittingAnswer) => {
        if ('looked' in message) onPage(message.looked);
        else resolve(message);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(new Error(`The process that parts scans ended with ${code ?? signal} and no answer`)),
      );
      child.send(task, (error) => {
        if (error) reject(error);
      });
    });
    if ('refusal' in end) throw new ScanRefusal(end.refusal);
    return end;
  } finally {
    clearTimeout(timer);
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
}
