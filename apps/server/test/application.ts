import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../src/cli/cli.ts');
/** A cold machine under load; what is normal is under a second. */
const OPEN_WITHIN_MS = 60_000;

/** The application as a process of its own, as a school runs it. */
export type RunningApplication = {
  pid: number;
  output: () => string;
  /** Resolves to the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill: (signal: NodeJS.Signals) => void;
};

export type ApplicationOptions = { dataDir: string; port?: number; env?: Record<string, string> };

/** Starts it and returns when it has said that it is open. Throws what it said if it ended before. */
export async function startApplication(options: ApplicationOptions): Promise<RunningApplication> {
  const application = spawnApplication(options);
  const open = new Promise<boolean>((resolve) => {
    application.child.stdout?.on('data', () => {
      if (application.output().includes('Наставник открыт')) resolve(true);
    });
    setTimeout(() => resolve(false), OPEN_WITHIN_MS).unref();
    void application.ended.then(() => resolve(false));
  });
  if (!(await open)) throw new Error(`the application did not open:\n${application.output()}`);
  return application;
}

/** Starts it and waits for its end: for what it refuses to start with. */
export async function applicationThatEnds(
  options: ApplicationOptions,
): Promise<{ code: number | string; output: string }> {
  const application = spawnApplication(options);
  const code = await application.ended;
  return { code, output: application.output() };
}

function spawnApplication({
  dataDir,
  port = 0,
  env,
}: ApplicationOptions): RunningApplication & { child: ChildProcess } {
  const child = spawn(process.execPath, [CLI, 'start', '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env },
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'lost'));
  });
  if (child.pid === undefined) throw new Error('the application could not be spawned');
  return { child, pid: child.pid, output: () => output, ended, kill: (signal) => child.kill(signal) };
}
