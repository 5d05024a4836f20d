import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '../startup-error.ts';

/** A process that cannot be mistaken for a later one with the same number. */
export type RunningProcess = { pid: number; startedAt: string };

export function thisProcess(): RunningProcess {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? 'unknown' };
}

/** True while that very process runs: its number exists and it began at the same moment. */
export function stillRuns(candidate: RunningProcess): boolean {
  return pidExists(candidate.pid) && (startOf(candidate.pid) ?? 'unknown') === candidate.startedAt;
}

/** True if some process has this number; one that belongs to another user counts as well. */
export function pidExists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The moment a process began, in the words of the system; on Linux with the boot, because ticks begin anew with it. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${statFields(pid)[19] ?? ''}`;
    }
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined; // gone in between
  }
}

/** A child that has ended and whose parent has not yet asked for its result still has a number. */
export function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return statFields(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/** Fields of `/proc/PID/stat` from the third on: the second is a name in brackets that may hold anything. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
