import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildGraph } from '@nastavnik/domain/matching/graph/build-graph';
import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import { generateRegion } from '@nastavnik/domain/matching/instance/generate-region';
import type { Instance } from '@nastavnik/domain/matching/instance/instance';
import { newRandom } from '@nastavnik/domain/matching/instance/random';
import { instanceFault } from '@nastavnik/domain/matching/instance/read-instance';
import { regionSnapshot } from '@nastavnik/domain/matching/instance/region-snapshot';
import { boundPass, rowsByCost, solveInstance } from '@nastavnik/domain/matching/instance/solve-instance';
import { measureEvents } from './match-bench-events.ts';
import type { SolveFigures } from './match-bench-figures.ts';
import { INSTANCE_FILES, instanceOf, type Spec } from './match-generate.ts';
import { PEERS, type PeerName } from './match-peers.testing.ts';

/** One measurement in a process of its own: the engine or a peer on one instance, building candidates, or events of an open round. */
export type Job =
  | { do: 'solve'; source: Spec | { folder: string } }
  | { do: 'peer'; peer: PeerName; source: Spec | { folder: string } }
  | { do: 'candidates' | 'events'; source: Spec };

const WARM_RUNS = 3;

/** Entry of the child process: a job as JSON in the first argument, figures as JSON on standard output. */
export async function run(job: Job): Promise<object> {
  if (job.do === 'candidates') return measureCandidates(job.source);
  if (job.do === 'events') return measureEvents(snapshotOf(job.source));
  const started = performance.now();
  const instance = 'folder' in job.source ? await readInstance(job.source.folder) : instanceOf(job.source);
  const loadMs = performance.now() - started;
  if (job.do === 'peer') return measurePeer(job.peer, instance);
  return { ...measureSolve(instance), loadMs };
}

function measureSolve(instance: Instance): Omit<SolveFigures, 'loadMs'> {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let result = solveInstance(instance);
  const firstMs = performance.now() - started;
  const peak = process.resourceUsage().maxRSS * 1024;
  const warm = measured(WARM_RUNS, () => {
    result = solveInstance(instance);
  });
  const rows = rowsByCost(instance);
  const bound = measured(15, () => boundPass(rows, result.price));
  return {
    requests: instance.rowPtr.length - 1,
    mentors: instance.cap.length,
    edges: instance.col.length,
    firstMs,
    warmMs: warm.ms,
    warmCpuMs: warm.cpuMs,
    boundMs: bound.ms,
    boundCpuMs: bound.cpuMs,
    addedPeakMb: Math.max(0, peak - before) / 2 ** 20,
    matched: result.matched,
    score: result.score,
    certificate: 'verified',
  };
}

/** Medians of wall and processor time. */
function measured(rounds: number, work: () => unknown): { ms: number; cpuMs: number } {
  const times: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    work();
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { ms: median(times), cpuMs: median(cpu) };
}

async function measurePeer(name: PeerName, instance: Instance): Promise<object> {
  const peer = await PEERS[name](instance);
  const started = performance.now();
  const { matched, score } = peer.solve();
  return { ms: performance.now() - started, matched, score };
}

function measureCandidates(spec: Spec): object {
  const snapshot = snapshotOf(spec);
  const times: number[] = [];
  let graph = buildGraph(snapshot);
  for (let round = 0; round < WARM_RUNS; round++) {
    const started = performance.now();
    graph = buildGraph(snapshot);
    times.push(performance.now() - started);
  }
  const ms = median(times);
  return { ms, examined: graph.examined, edges: graph.col.length, nsPerPair: (ms * 1e6) / Math.max(1, graph.examined) };
}

function snapshotOf(spec: Spec): Snapshot {
  const region = generateRegion({ requests: spec.mentees, mentors: spec.mentors }, newRandom(spec.seed));
  return regionSnapshot(region, spec.seed);
}

/** The four files as little-endian 32-bit integers. Throws an Error whose message names the fault. */
export async function readInstance(folder: string): Promise<Instance> {
  const arrays: Int32Array[] = [];
  for (const name of INSTANCE_FILES) {
    const bytes = await readFile(path.join(folder, `${name}.bin`));
    if (bytes.length % 4 !== 0) throw new Error(`${name}.bin: length is not a multiple of 4`);
    const array = new Int32Array(bytes.length / 4);
    for (let at = 0; at < array.length; at++) array[at] = bytes.readInt32LE(at * 4);
    arrays.push(array);
  }
  const [rowPtr, col, w, cap] = arrays as [Int32Array, Int32Array, Int32Array, Int32Array];
  const fault = instanceFault({ rowPtr, col, w, cap });
  if (fault) throw new Error(`${fault.path}: ${fault.code}`);
  return { rowPtr, col, w, cap };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? 0;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2]!) as Job)));
}
