import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runProgram } from './run-program.ts';
import type { StepResult } from './step.ts';

/** One of the two Vitest projects. A run that breaks off before it can count is one failure. */
export async function runVitest(project: 'pure' | 'database', env: Record<string, string> = {}): Promise<StepResult> {
  const file = join(ROOT, `reports/vitest-${project}.json`);
  prepare(file);
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runProgram('vitest', args, env);
  const counted = existsSync(file) ? countVitest(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  return settle(counted, code, output);
}

/** Journeys in a real browser; they write `{ title, status }` of each into `e2e/results/journeys.json`. */
export async function runJourneys(): Promise<StepResult> {
  const file = join(ROOT, 'e2e/results/journeys.json');
  prepare(file);
  const { code, output } = await runProgram('node', ['e2e/run.ts']);
  const counted = existsSync(file) ? countJourneys(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  return settle(counted, code, output);
}

function prepare(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

type Counted = { passed: number; failed: number };

/** The exit code has the last word: an unhandled error outside any test fails the run, too. */
function settle(counted: Counted | undefined, code: number, output: string): StepResult {
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  if (code === 0 && counted) return { passed, failed, output: failed === 0 ? '' : output };
  return { passed, failed: Math.max(failed, 1), output };
}

/** A file that could not be loaded has no tests to count, but has failed. */
export function countVitest(report: unknown): Counted | undefined {
  if (!isRecord(report)) return undefined;
  const { numPassedTests, numFailedTests, testResults } = report;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return undefined;
  const broken = Array.isArray(testResults)
    ? testResults.filter(
        (file) =>
          isRecord(file) &&
          file['status'] === 'failed' &&
          Array.isArray(file['assertionResults']) &&
          !file['assertionResults'].some((test) => isRecord(test) && test['status'] === 'failed'),
      ).length
    : 0;
  return { passed: numPassedTests, failed: numFailedTests + broken };
}

export function countJourneys(report: unknown): Counted | undefined {
  if (!Array.isArray(report)) return undefined;
  const passed = report.filter((journey) => isRecord(journey) && journey['status'] === 'passed').length;
  return { passed, failed: report.length - passed };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
