import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import { generateRegion } from '@nastavnik/domain/matching/instance/generate-region';
import { newRandom } from '@nastavnik/domain/matching/instance/random';
import { regionSnapshot } from '@nastavnik/domain/matching/instance/region-snapshot';
import { type Progress, solve } from '@nastavnik/domain/matching/round/solve';
import { afterEach, expect, test } from 'vitest';
import { MATCH_LIMITS, type MatchLimits, type MatchRunner, newMatchRunner } from './match-runner.ts';

let runner: MatchRunner | undefined;
afterEach(() => runner?.close());

function open(limits: Partial<MatchLimits> = {}): MatchRunner {
  runner = newMatchRunner({ ...MATCH_LIMITS, ...limits });
  return runner;
}

function region(requests: number, mentors: number): Snapshot {
  return regionSnapshot(generateRegion({ requests, mentors }, newRandom(1)), 1);
}

const school = region(60, 20);
const large = region(6000, 1200);

test('a round solved in a worker is byte for byte the round solved here, and progress is told', async () => {
  const stages: Progress['stage'][] = [];
  const result = await open().solve(school, { onProgress: ({ stage }) => stages.push(stage) });
  expect(JSON.stringify(result)).toBe(JSON.stringify(solve(school)));
  expect(stages[0]).toBe('candidates');
  expect(stages).toContain('result');
});

test('rounds wait for each other in the order they came, and one too many is refused at once', async () => {
  const { solve: run, load } = open({ concurrency: 1, queue: 1 });
  const order: string[] = [];
  const first = run(school).then(() => order.push('first'));
  const second = run(school).then(() => order.push('second'));
  expect(load()).toEqual({ running: 1, waiting: 1 });
  await expect(run(school)).rejects.toMatchObject({ code: 'queue-full' });
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  expect(load()).toEqual({ running: 0, waiting: 0 });
});

test('a run that takes too long is ended, and the next one runs as if nothing had been', async () => {
  const { solve: run } = open({ milliseconds: 1 });
  await expect(run(large)).rejects.toMatchObject({ code: 'timeout' });
  await open().solve(school);
});

test('a run that wants too much memory ends alone', async () => {
  await expect(open({ megabytes: 12 }).solve(large)).rejects.toMatchObject({ code: 'memory' });
  expect((await open().solve(school)).certificate).toBe('verified');
});

test('who stops waiting is let go, running or not', async () => {
  const { solve: run, load } = open();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const first = run(large, { signal: running.signal });
  const second = run(school, { signal: waiting.signal });
  waiting.abort();
  await expect(second).rejects.toMatchObject({ code: 'aborted' });
  running.abort();
  await expect(first).rejects.toMatchObject({ code: 'aborted' });
  expect(load()).toEqual({ running: 0, waiting: 0 });
});

test('a closed runner ends what it has and takes nothing more', async () => {
  const closing = open();
  const first = closing.solve(large);
  const ended = expect(first).rejects.toMatchObject({ code: 'closed' });
  await closing.close();
  await ended;
  await expect(closing.solve(school)).rejects.toMatchObject({ code: 'closed' });
});
