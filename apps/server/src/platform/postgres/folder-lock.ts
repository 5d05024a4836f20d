import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, StartupError } from '../startup-error.ts';
import { notWritable } from './data-folder.ts';
import { type RunningProcess, stillRuns, thisProcess } from './running-process.ts';

/** An application that is just stopping holds its folder a moment longer; a restart should not fail for that. */
const PATIENCE_MS = 2_000;
/** Taking over a lock takes microseconds; whoever has stood in the doorway this long was killed there. */
const DOORWAY_MS = 5_000;

/**
 * One application per data folder. The lock names its holder by number and start, so the lock of a killed
 * application is recognised at once, and is not mistaken for that of a later process with the same number.
 * Returns the function that gives the lock back. Throws `data-folder-in-use`.
 */
export async function lockFolder(path: string, patienceMs: number = PATIENCE_MS): Promise<() => void> {
  const mine = JSON.stringify(thisProcess());
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (writeNew(path, mine)) {
      return () => {
        if (readText(path) === mine) rmSync(path, { force: true });
      };
    }
    const found = readText(path);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (!holder || !stillRuns(holder)) {
      removeStale(path, found);
    } else if (Date.now() > deadline) {
      throw inUse(path, holder);
    }
    await pause(25);
  }
}

/** Who holds the folder and still runs. */
export function holderOf(path: string): RunningProcess | undefined {
  const holder = parseHolder(readText(path) ?? '');
  return holder && stillRuns(holder) ? holder : undefined;
}

/** Only one at a time may judge a lock stale and remove it, else the second would remove the fresh lock of the first. */
function removeStale(path: string, stale: string): void {
  const doorway = `${path}.taking-over`;
  try {
    mkdirSync(doorway);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw notWritable(path, error);
    if (ageOf(doorway) > DOORWAY_MS) rmdirSync(doorway);
    return;
  }
  if (readText(path) === stale) rmSync(path, { force: true });
  rmdirSync(doorway);
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw notWritable(path, error);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw notWritable(path, error);
  }
}

/** An empty or broken lock is one whose writer was killed between creating and writing. */
function parseHolder(text: string): RunningProcess | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) return undefined;
    if (typeof value.pid !== 'number' || typeof value.startedAt !== 'string') return undefined;
    return { pid: value.pid, startedAt: value.startedAt };
  } catch {
    return undefined;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function inUse(path: string, holder: RunningProcess): StartupError {
  const folder = path.replace(/[/\\][^/\\]+$/, '');
  return new StartupError('data-folder-in-use', {
    ru: `Папка данных «${folder}» уже занята другой запущенной копией (процесс ${holder.pid}): остановите её или укажите другую папку, npm start -- --data ПАПКА.`,
    en: `The data folder "${folder}" is in use by another running copy (process ${holder.pid}): stop it, or name another folder, npm start -- --data FOLDER.`,
  });
}
