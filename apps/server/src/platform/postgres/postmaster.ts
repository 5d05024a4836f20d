import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';
import { postgresProgram } from './binaries.ts';
import { lastLine } from './cluster.ts';
import type { DataFolder } from './data-folder.ts';
import { postmasterReady, stopPostmaster } from './orphan.ts';
import type { Place } from './place.ts';

/** Recovery after a power cut reads the log from the last checkpoint; at most a gigabyte of it, well inside this. */
const READY_WITHIN_MS = 300_000;
/** Backends of a killed server notice its end within moments; until then a new one may not start on their memory. */
const LEFTOVERS_WITHIN_MS = 10_000;
const LARGEST_LOG_BYTES = 10_000_000;

export type Postmaster = { pid: number; ended: Promise<void>; stop: () => Promise<void> };

export type PostmasterOptions = { home: string; folder: DataFolder; place: Place; settings: readonly string[] };

/** Starts the server and returns when it takes connections. Throws `database-failed` with the server's own last words. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const deadline = Date.now() + LEFTOVERS_WITHIN_MS;
  for (;;) {
    const from = logSize(options.folder.log);
    const child = launch(options);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const { pid } = child;
    if (pid !== undefined && (await ready(child, options.folder.cluster, pid))) {
      return { pid, ended, stop: () => stopPostmaster(pid) };
    }
    const said = logSince(options.folder.log, from);
    if (!/pre-existing shared memory block|lock file .* already exists/.test(said) || Date.now() > deadline) {
      throw failed(options.folder, said);
    }
    await pause(100);
  }
}

function launch({ home, folder, place, settings }: PostmasterOptions): ChildProcess {
  if (logSize(folder.log) > LARGEST_LOG_BYTES) renameSync(folder.log, `${folder.log}.1`);
  const log = openSync(folder.log, 'a', 0o600);
  const { inherited, ...how } = place.spawn;
  const child = spawn(
    postgresProgram(home, 'postgres'),
    ['-D', place.clusterForServer, '-k', place.socketForServer, '-p', String(place.port), ...asArguments(settings)],
    // Detached: Ctrl+C in the terminal is meant for the application, which stops the server when it has finished with it.
    { ...how, detached: true, stdio: ['ignore', log, log, ...inherited], env: { ...process.env, LC_ALL: 'C' } },
  );
  child.on('error', () => {}); // told by `ready`: such a child has no number
  child.unref();
  closeSync(log);
  return child;
}

function asArguments(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-c', setting]);
}

async function ready(child: ChildProcess, cluster: string, pid: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (postmasterReady(cluster, pid)) return true;
    await pause(10);
  }
  return false;
}

function logSize(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function logSince(path: string, from: number): string {
  if (!existsSync(path)) return '';
  return readFileSync(path).subarray(from).toString('utf8');
}

function failed(folder: DataFolder, said: string): StartupError {
  const reasons = said.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  const reason = lastLine(reasons[0] ?? said);
  return new StartupError(
    'database-failed',
    {
      ru: `База данных не запустилась: ${reason} (подробности в «${folder.log}»).`,
      en: `The database did not start: ${reason} (details in "${folder.log}").`,
    },
    { cause: said },
  );
}
