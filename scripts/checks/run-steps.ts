import type { Step, StepResult } from './step.ts';

/** Two cores are what the smallest machine in use has. */
const AT_ONCE = 2;

export type Outside = { say: (line: string) => void; now: () => number };

/**
 * Runs steps in their order, two at a time where they leave each other room, and goes on after a failure, so that one
 * run shows all there is to mend. A step whose forerunner failed is not tried and counts as failed.
 */
export async function runSteps(
  steps: readonly Step[],
  { say, now }: Outside,
): Promise<{ passed: number; failed: number }> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const results = new Map<string, StepResult>();

  const begin = (step: Step): void => {
    const startedAt = now();
    const broken = step.after?.find((name) => (results.get(name)?.failed ?? 0) > 0);
    const work = broken
      ? Promise.resolve({ passed: 0, failed: 1, output: `not tried, because ${broken} failed` })
      : step.run().catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error) }));
    const finished = work.then((result) => {
      results.set(step.name, result);
      running.delete(step);
      say(reportOf(step, result, now() - startedAt));
    });
    running.set(step, finished);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting[0];
    if (next && mayBegin(next, [...running.keys()])) {
      waiting.shift();
      begin(next);
    } else {
      await Promise.race(running.values());
    }
  }
  const all = [...results.values()];
  return { passed: sum(all.map(({ passed }) => passed)), failed: sum(all.map(({ failed }) => failed)) };
}

function mayBegin(step: Step, running: readonly Step[]): boolean {
  if (running.some(({ name }) => step.after?.includes(name))) return false;
  const felt = running.filter(({ beside }) => !beside);
  if (felt.length === 0 || step.beside) return true;
  return felt.length < AT_ONCE && !step.alone && !felt.some(({ alone }) => alone);
}

function reportOf(step: Step, { passed, failed, output }: StepResult, milliseconds: number): string {
  const mark = failed === 0 ? '✓' : '✗';
  const counts = passed + failed === 1 ? '' : `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
  const line = `${mark} ${step.name.padEnd(10)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${step.summary}${counts}`;
  return output.trim() === '' ? line : `${line}\n${indent(output.trim())}`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
