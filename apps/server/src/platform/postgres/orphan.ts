import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, StartupError } from '../startup-error.ts';
import type { DataFolder } from './data-folder.ts';
import { isZombie, pidExists } from './running-process.ts';

/** How long a server may take to write down what it holds in memory before it is told to drop everything. */
const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

/**
 * An application that was killed leaves its database server behind. It is stopped, not taken over, so that what runs
 * is always this version with these settings; nothing acknowledged is lost either way. Called under the folder lock.
 */
export async function stopOrphan(folder: DataFolder): Promise<void> {
  const pid = postmasterPid(folder.cluster);
  if (pid === undefined) return;
  if (isZombie(pid)) return forgetZombie(folder);
  if (pidExists(pid) && isOurServer(pid, folder.cluster)) await stopPostmaster(pid);
}

/**
 * A killed server whose number nobody collects (in a container the first process often does not) looks alive to
 * PostgreSQL for ever. Its lock files may go once none of its own processes stands in the cluster any more.
 */
async function forgetZombie({ cluster, run }: DataFolder): Promise<void> {
  const deadline = Date.now() + FAST_STOP_MS;
  while (Date.now() < deadline) {
    if (!everyPid().some((pid) => pidExists(pid) && isOurServer(pid, cluster))) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      if (existsSync(run)) for (const name of readdirSync(run)) rmSync(join(run, name), { force: true });
      return;
    }
    await pause(10);
  }
}

function everyPid(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Fast stop (transactions are rolled back), then the immediate one (the next start recovers from the log). */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await gone(pid, FAST_STOP_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(pid, IMMEDIATE_STOP_MS)) return;
  throw new StartupError('database-failed', {
    ru: `Прежний процесс базы данных (${pid}) не останавливается: завершите его и запустите ещё раз.`,
    en: `The former database process (${pid}) does not stop: end it and start again.`,
  });
}

/** The first line of `postmaster.pid`; the file is there from the moment the server begins until it has ended. */
export function postmasterPid(cluster: string): number | undefined {
  const first = Number(postmasterFile(cluster)?.split('\n')[0]);
  return Number.isInteger(first) && first > 0 ? first : undefined;
}

/** True once the server has written that it takes connections (the eighth line). */
export function postmasterReady(cluster: string, pid: number): boolean {
  const lines = postmasterFile(cluster)?.split('\n') ?? [];
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function postmasterFile(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The number may belong to anything by now; a server stands in its cluster folder. */
function isOurServer(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      const [stands, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
      return stands.dev === ours.dev && stands.ino === ours.ino;
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false; // gone, or another user's: not one we could have started
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (pidExists(pid)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}
