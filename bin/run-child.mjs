import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { fromRoot } from './say.mjs';

const PARENT_WATCH_MS = 500;

/**
 * Runs a program with our streams and resolves to its exit code. Signals reach it; Ctrl+C in a terminal does so by itself.
 * @param {{ stopWithParent?: boolean }} options with a channel whose closing tells the child that we were killed
 */
export function runChild(program, args, { stopWithParent = false } = {}) {
  const child = spawn(program, args, {
    stdio: stopWithParent ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: { ...process.env, PATH: `${fromRoot('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` },
  });
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (stopWithParent && process.env.npm_lifecycle_event) stopWhenOrphaned(child);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** `npm start` that is killed outright cannot pass anything on; without this the server would keep port and folder. */
function stopWhenOrphaned(child) {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, PARENT_WATCH_MS);
  timer.unref();
}

/** The shell that npm starts us with, and npm above it. */
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return ''; // no /proc outside Linux
  }
}
