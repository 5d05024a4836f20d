import { describe, expect, test, vi } from 'vitest';
import { runSteps } from './run-steps.ts';
import type { Step, StepResult } from './step.ts';

const passed: StepResult = { passed: 1, failed: 0, output: '' };
const failed: StepResult = { passed: 0, failed: 1, output: 'line 7: wrong' };

type Latch = { promise: Promise<StepResult>; open: (result: StepResult) => void };

function latch(): Latch {
  let open: Latch['open'] = () => {};
  const promise = new Promise<StepResult>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

async function run(steps: Step[]): Promise<{ lines: string[]; total: { passed: number; failed: number } }> {
  const lines: string[] = [];
  const total = await runSteps(steps, { say: (line) => lines.push(line), now: () => 0 });
  return { lines, total };
}

describe('running the checks', () => {
  test('a failure does not hide what the later steps would say', async () => {
    const { lines, total } = await run([
      { name: 'format', summary: '', run: async () => failed },
      { name: 'lint', summary: '', run: async () => failed },
      { name: 'pure', summary: '', alone: true, run: async () => ({ passed: 40, failed: 0, output: '' }) },
    ]);
    expect(total).toEqual({ passed: 40, failed: 2 });
    expect(lines.filter((line) => line.includes('line 7: wrong'))).toHaveLength(2);
  });

  test('a step whose forerunner failed is not tried and counts as failed', async () => {
    const { lines, total } = await run([
      { name: 'build', summary: '', run: async () => failed },
      { name: 'journeys', summary: '', after: ['build'], run: () => Promise.reject(new Error('was tried')) },
    ]);
    expect(total).toEqual({ passed: 0, failed: 2 });
    expect(lines[1]).toContain('not tried, because build failed');
  });

  test('a step that throws is a failed step with its reason', async () => {
    const { lines, total } = await run([
      { name: 'types', summary: '', run: () => Promise.reject(new Error('no tsc')) },
    ]);
    expect(total.failed).toBe(1);
    expect(lines[0]).toContain('no tsc');
  });

  test('two run at a time, and one that needs the machine for itself waits for both', async () => {
    const begun: string[] = [];
    const [first, second] = [latch(), latch()];
    const step = (name: string, work: Promise<StepResult>, alone = false): Step => ({
      name,
      summary: '',
      alone,
      run: () => {
        begun.push(name);
        return work;
      },
    });
    const all = run([
      step('format', first.promise),
      step('types', second.promise),
      step('lint', Promise.resolve(passed)),
      step('pure', Promise.resolve(passed), true),
    ]);
    expect(begun).toEqual(['format', 'types']);
    first.open(passed);
    await vi.waitFor(() => expect(begun).toContain('lint'));
    expect(begun).not.toContain('pure');
    second.open(passed);
    expect((await all).total).toEqual({ passed: 4, failed: 0 });
  });

  test('a step that stands back takes no room: even those that want the machine for themselves run beside it', async () => {
    const begun: string[] = [];
    const [fuzz, database] = [latch(), latch()];
    const step = (name: string, work: Promise<StepResult>, more: Partial<Step>): Step => ({
      name,
      summary: '',
      run: () => {
        begun.push(name);
        return work;
      },
      ...more,
    });
    const all = run([
      step('pure', Promise.resolve(passed), { alone: true }),
      step('fuzz', fuzz.promise, { after: ['pure'], beside: true }),
      step('database', database.promise, { alone: true }),
    ]);
    await vi.waitFor(() => expect(begun).toEqual(['pure', 'fuzz', 'database']));
    database.open(passed);
    fuzz.open(passed);
    expect((await all).total).toEqual({ passed: 3, failed: 0 });
  });
});
