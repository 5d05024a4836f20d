import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export const ROOT = new URL('../..', import.meta.url).pathname;

export type ProgramRun = { code: number; output: string; milliseconds: number };

/** Runs a program of `node_modules/.bin` (or `node` itself) in the repository's root and keeps what it said, in order. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ProgramRun> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${ROOT}node_modules/.bin:${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        // The application is started some sixty times in a run: compiled once, it starts in half of the time.
        NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/node`,
        ...env,
      },
    });
    let output = '';
    const finish = (code: number): void => resolve({ code, output, milliseconds: performance.now() - startedAt });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
