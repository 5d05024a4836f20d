import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fromRoot, LauncherError, say } from './say.mjs';

const LOCK = fromRoot('.tmp/preparing');
/** A holder that has not yet written its number, or was killed before it could. */
const NAMELESS_MS = 5_000;

/** Two starts in one checkout must not install or build over each other: the second waits and then finds it done. */
export async function oneAtATime(work) {
  let told = false;
  while (!enter()) {
    if (!told) say('Другой запуск готовит эту же папку, ждём… / Another start is preparing this folder, waiting…');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function enter() {
  try {
    mkdirSync(fromRoot('.tmp'), { recursive: true });
    mkdirSync(LOCK);
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new LauncherError(
        `В папку программы нельзя писать (${error.code}): запустите от имени её владельца.`,
        `The program's folder cannot be written (${error.code}): run as its owner.`,
      );
    }
    if (isStale()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(LOCK, 'pid'), String(process.pid));
  return true;
}

function isStale() {
  try {
    const pid = Number(readFileSync(join(LOCK, 'pid'), 'utf8'));
    if (pid > 0) return !exists(pid);
  } catch {
    // not written yet
  }
  try {
    return Date.now() - statSync(LOCK).mtimeMs > NAMELESS_MS;
  } catch {
    return false; // just released
  }
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
