import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../apps/server/src/cli/cli.ts');
const OPEN_WITHIN_MS = 60_000;

/** The application as a school runs it: a process of its own with a data folder of its own. */
export type Application = {
  readonly url: string;
  /** Moves the clock of the application; the sessions' clock stays the machine's. */
  moveClock(moment: string): void;
  /** Ends the process as a power cut would, or in order. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same folder and port. */
  again(): Promise<void>;
  /** Stops it and removes the folder. */
  remove(): Promise<void>;
};

export async function startApplication(env: Record<string, string> = {}): Promise<Application> {
  const folder = mkdtempSync(join(tmpdir(), 'nastavnik-journey-'));
  const clock = join(folder, 'clock');
  let running = await open(folder, { NASTAVNIK_TEST_CLOCK: clock, ...env });
  const port = new URL(running.url).port;
  return {
    get url() {
      return running.url;
    },
    moveClock: (moment) => writeFileSync(clock, moment),
    stop: (signal = 'SIGTERM') => end(running.child, signal),
    async again() {
      running = await open(folder, { NASTAVNIK_TEST_CLOCK: clock, PORT: port, ...env });
    },
    async remove() {
      await end(running.child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(folder: string, env: Record<string, string>): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [CLI, 'start', '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...env },
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the application did not open:\n${output}`)), OPEN_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const said = /Наставник открыт: (http\S+)/.exec(output);
      if (!said) return;
      clearTimeout(timer);
      resolve(said[1]!.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`the application ended:\n${output}`)));
  });
  return { url, child };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill(signal);
  });
}
